// From a workload to Kubernetes objects: shape, rendering, and the API server's rules on what was rendered, all problems in one list at the
// workload's own fields. The constructs and the command are a thin skin over this.
import type { KubeObject } from '../kube/object';
import { refOf } from '../kube/set';
import { validateManifest } from '../kube/validate';
import { at, ROOT } from '../report/place';
import { errorsOf, type Path, type Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { Report } from '../report/report';
import { prune, type Schema, shapeProblems } from '../shape/shape';
import { jobSchema } from './model/job';
import { type SecretSpec, secretSpecSchema } from './model/secret';
import { serviceSchema } from './model/service';
import { type Workload, workloadSchema } from './model/workload';
import type { WorkloadBase } from './model/workload-base';
import { type Context, secretName } from './render/context';
import { renderJob } from './render/job';
import { originOf, type Origins, recordOrigins } from './render/origin';
import { renderSecret } from './render/secret';
import { renderServiceWorkload } from './render/service';

/** What a workload becomes: Secrets and ConfigMaps first, then the workload itself, then its Services and routes. */
export interface Rendered {
  readonly secrets: readonly KubeObject[];
  readonly configMaps: readonly KubeObject[];
  /** The Job, CronJob or Deployment. */
  readonly main: KubeObject;
  readonly services: readonly KubeObject[];
  readonly routes: readonly KubeObject[];
  /** Wrong shapes and what the model itself demands; not yet the API server's rules. */
  readonly problems: readonly Problem[];
  /** A problem of one of the objects, at the workload's own field. */
  readonly locate: Locate;
}

/** Turns a problem of a rendered object into one of the workload that it was made of. */
export type Locate = (problem: Problem, object: KubeObject) => Problem;

/** All objects in the order in which they are written. */
type Objects = Omit<Rendered, 'problems' | 'locate'>;

export const objectsOf = ({ secrets, configMaps, main, services, routes }: Objects): KubeObject[] => [
  ...secrets,
  ...configMaps,
  main,
  ...services,
  ...routes,
];

/**
 * Renders a workload to plain Kubernetes objects. Needs no cdk8s.
 * @throws ProblemError with everything that is wrong, at the workload's fields: shapes, references, and whatever the API server would refuse
 * @example toManifests({ kind: 'Job', name: 'hello', containers: { main: { image: 'busybox:1.28' } } })
 */
export function toManifests(workload: Workload): KubeObject[] {
  const { objects, problems } = renderChecked(workload);
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ProblemError(errors);
  return objects;
}

/** Everything that is wrong with, or surprising in, a workload; the checks of {@link toManifests} without throwing. */
export const checkWorkload = (workload: unknown): Problem[] => renderChecked(workload).problems;

/** The objects of a workload and all problems. With errors among them the objects are what could be made of the rest. */
export function renderChecked(workload: unknown): { objects: KubeObject[]; problems: Problem[] } {
  const shape = shapeProblems(workloadSchema, workload);
  const kind = (workload as { kind?: unknown } | null | undefined)?.kind;
  if (kind !== 'Job' && kind !== 'Service') return { objects: [], problems: shape };
  const rendered = renderPruned(kind, prune(workload, shape) as WorkloadBase, shape);
  const objects = objectsOf(rendered);
  return { objects, problems: [...rendered.problems, ...ruleProblems(objects, rendered)] };
}

/** Renders the props of a Job. */
export const renderJobProps = (props: unknown): Rendered => renderProps('Job', jobSchema, props);
/** Renders the props of a Service. */
export const renderServiceProps = (props: unknown): Rendered => renderProps('Service', serviceSchema, props);

function renderProps(kind: Workload['kind'], schema: Schema, props: unknown): Rendered {
  const shape = shapeProblems(schema, props);
  return renderPruned(kind, (prune(props, shape) ?? {}) as WorkloadBase, shape);
}

function renderPruned(kind: Workload['kind'], workload: WorkloadBase, shape: readonly Problem[]): Rendered {
  const report = new Report();
  const objects = renderObjects(kind, workload, report);
  const again = (): KubeObject[] => objectsOf(renderObjects(kind, workload, new Report()));
  const problems = [...shape, ...without(report.problems, shape)];
  return { ...objects, problems, locate: locator(workload.name, objectsOf(objects), again) };
}

function renderObjects(kind: Workload['kind'], workload: WorkloadBase, report: Report): Objects {
  const { name = '', namespace, labels, secrets: own = {}, ports = [] } = workload;
  const context: Context = { name, namespace, labels, secrets: own, ports, report };
  const body =
    kind === 'Job' ? { routes: [], ...renderJob(workload, context) } : renderServiceWorkload(workload, context);
  const place = at(ROOT, 'secrets');
  const keys = new Map<string, string>();
  const secrets = Object.entries(own).map(([key, secret]) => {
    const secretsName = secretName(name, key);
    const first = keys.get(secretsName);
    if (first !== undefined)
      report.error(at(place, key), 'duplicate', `names the same Secret as "${first}": ${secretsName}`);
    keys.set(secretsName, key);
    return renderSecret(secret, secretsName, at(place, key), context);
  });
  return { secrets, ...body };
}

/** Renders once more when the first problem is to be located, this time with a record of where everything came from. */
function locator(name: string | undefined, objects: readonly KubeObject[], again: () => readonly KubeObject[]): Locate {
  let recorded: { readonly result: readonly KubeObject[]; readonly origins: Origins } | undefined;
  return (problem, object) => {
    recorded ??= recordOrigins(again);
    const twin = recorded.result[objects.indexOf(object)];
    const title = refOf(object);
    const path = twin === undefined ? problem.path : originOf(recorded.origins, twin, problem.path);
    const hint = isObjectName(problem.path) ? nameHint(object.metadata?.name, name) : undefined;
    return { ...problem, path, ...(hint !== undefined && { hint }), ...(title !== undefined && { object: title }) };
  };
}

const isObjectName = (path: Path): boolean => path.length === 2 && path[0] === 'metadata' && path[1] === 'name';
const isName = (path: Path): boolean => path.length === 1 && path[0] === 'name';

/** How a name came about that is made of the workload's. */
const nameHint = (name: string | undefined, workload = ''): string | undefined =>
  workload !== '' && name !== undefined && name !== workload && name.startsWith(workload)
    ? `The name is made of the workload's, "${workload}", and "${name.slice(workload.length)}"`
    : undefined;

/** A Secret by itself. */
export function renderSecretProps(
  props: unknown,
  name: string,
  namespace?: string,
): { object: KubeObject; problems: readonly Problem[]; locate: Locate } {
  const shape = shapeProblems(secretSpecSchema, props);
  const report = new Report();
  const secret = (prune(props, shape) ?? { type: 'opaque' }) as SecretSpec;
  const render = (into: Report): KubeObject =>
    renderSecret(secret, name, ROOT, { report: into, name: undefined, namespace, labels: undefined });
  const object = render(report);
  const locate = locator(undefined, [object], () => [render(new Report())]);
  return { object, problems: [...shape, ...without(report.problems, shape)], locate };
}

/** What the API server's rules find in rendered objects, at the workload's fields; without what is known already. */
function ruleProblems(objects: readonly KubeObject[], { main, problems: known, locate }: Rendered): Problem[] {
  // What is wrong in several of them, such as a label, is said of the workload's own object.
  const found = [main, ...objects.filter((object) => object !== main)].flatMap((object) => {
    const problems = validateManifest(object);
    return problems.length === 0 ? [] : problems.map((problem) => locate(problem, object));
  });
  return found.length === 0 ? found : distinct(without(found, known));
}

/**
 * The same thing said of several objects of a workload is said once; and of a name that is wrong by itself not what is wrong with the names
 * that are made of it.
 */
export function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const nameIsWrong = problems.some((problem) => isOwnName(problem) && problem.severity === 'error');
  return problems.filter((problem) => {
    const { path, code, message } = problem;
    if (nameIsWrong && isName(path) && !(isOwnName(problem) && problem.severity === 'error')) return false;
    const id = JSON.stringify([path, code, message]);
    return !seen.has(id) && seen.add(id);
  });
}

/** Whether it is about the name of the workload's own object. */
const isOwnName = ({ path, object }: Problem): boolean =>
  isName(path) && ['Job', 'CronJob', 'Deployment'].includes(object?.kind ?? '');

/**
 * Without the problems at or below the place of an error that is known already; and without those that miss something above such a place,
 * where it is missing because what is wrong was left out.
 */
export function without(problems: readonly Problem[], known: readonly Problem[]): Problem[] {
  if (known.length === 0 || problems.length === 0) return [...problems];
  const [isKnown, isConsequence] = [knownBy(known), consequenceOf(known)];
  return problems.filter((problem) => !isKnown(problem) && !isConsequence(problem));
}

/** What is missing or contradicts only because something wrong elsewhere in the workload was left out. */
function consequenceOf(known: readonly Problem[]): (problem: Problem) => boolean {
  const wrong = new Set(errorsOf(known).flatMap(({ path }) => [path[0], path.slice(0, 2).join(' ')]));
  // A volume or container that was left out as a whole.
  const lost = errorsOf(known).some(({ path }) => path.length <= 2 && HOLDERS.has(path[0]!));
  const isWrong = (...fields: string[]): boolean => fields.some((field) => wrong.has(field));
  return ({ code, path }) => {
    switch (code) {
      case 'missing-key':
        return isWrong('secrets');
      case 'required':
        return isWrong('ports') && LOOK_FOR_A_PORT.has(path.at(-1)!);
      case 'not-one-of':
        return isWrong('ports') && path[0] === 'expose' && path[1] === 'port';
      case 'not-found':
        return lost;
      case 'conflict':
        return isWrong('schedule') && path.length === 1;
      case 'open-route':
        return isWrong('expose auth', 'expose ingress', 'expose httpRoute');
      default:
        return false;
    }
  };
}

const HOLDERS: ReadonlySet<string | number> = new Set(['pod', 'containers', 'initContainers']);
/** Where a port is said to be missing that the workload should have. */
const LOOK_FOR_A_PORT: ReadonlySet<string | number> = new Set([
  'probeHandler',
  'postStart',
  'preStop',
  'expose',
  'port',
]);

/** Whether a problem follows from errors that are known already, as for {@link without}. */
export function knownBy(known: readonly Problem[]): (problem: Problem) => boolean {
  const places = new Set<string>();
  const above = new Set<string>();
  for (const { path } of errorsOf(known)) {
    places.add(JSON.stringify(path));
    for (let length = 0; length < path.length; length++) above.add(JSON.stringify(path.slice(0, length)));
  }
  return ({ code, path }) =>
    (code === 'required' && above.has(JSON.stringify(path))) ||
    places.has('[]') ||
    path.some((_, index) => places.has(JSON.stringify(path.slice(0, index + 1))));
}

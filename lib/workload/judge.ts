// The API server's rules on what a workload became, said at the workload's own fields.
import type { KubeObject } from '../kube/object';
import { refOf } from '../kube/set/identity';
import { checkManifest } from '../kube/validate';
import { label1123, subdomain } from '../kube/values/syntax';
import { at, ROOT } from '../report/place';
import type { Path, Problem } from '../report/problem';
import { Report, type Unworded } from '../report/report';
import { objectsOf, type Rendered } from './render/workload';

/** Judges each object once; the workload's own first, so that what is wrong in several of them, such as a label, is said of that. */
export function judge(rendered: Rendered, report: Report): void {
  const { main } = rendered;
  const judgeOne = (object: KubeObject): void => {
    checkManifest(object, (secret) => objectReport(object, rendered, { outer: report, secret }));
  };
  judgeOne(main);
  for (const object of objectsOf(rendered)) if (object !== main) judgeOne(object);
}

/** Problems of a workload, each with an object: its main one, where what is wrong was found before there was one. */
export const naming = (main: KubeObject | undefined, problems: readonly Problem[]): readonly Problem[] =>
  problems.every(({ object }) => object !== undefined) ? problems : problems.map((problem) => named(problem, main));

/** As {@link naming}, of one problem. */
export function named(problem: Problem, main: KubeObject | undefined): Problem {
  const object = problem.object === undefined ? refOf(main) : undefined;
  if (object?.name === undefined) return problem;
  return { ...problem, object, ...(problem.severity === 'error' && { lost: true }) };
}

/** A report of an object inside that of its workload. Of a name that is wrong by itself it does not say that those made of it are. */
export function objectReport(object: KubeObject, rendered: Rendered, setting: Setting): Report {
  const { origins, name } = rendered;
  const { outer, secret, pathOf = (path) => origins.pathOf(object, path), complete = (problem) => problem } = setting;
  if (object === rendered.main || object.metadata?.name !== name) outer.settleAt(NAME);
  return new Report(secret, {
    outer,
    pathOf,
    follows: ({ value }) => typeof value === 'string' && isMadeOfWrongName(value, rendered),
    complete: (problem, here) => {
      const title = refOf(object);
      const hint = isObjectName(here) ? nameHint(object.metadata?.name, name) : undefined;
      return complete({
        ...problem,
        ...(hint !== undefined && { hint }),
        ...(title !== undefined && { object: title }),
      });
    },
  });
}

interface Setting {
  /** The report of the workload. */
  readonly outer: Report;
  readonly secret: boolean;
  /** The workload's field of a path, for an object that is no longer as it was rendered. */
  readonly pathOf?: (path: Path) => Path;
  /** What else becomes of a problem. */
  readonly complete?: (problem: Unworded) => Unworded;
}

const NAME = at(ROOT, 'name');

const isObjectName = (path: Path): boolean => path.length === 2 && path[0] === 'metadata' && path[1] === 'name';

/** How a name came about that is made of the workload's. */
const nameHint = (name: string | undefined, workload = ''): string | undefined =>
  workload !== '' && name !== undefined && name !== workload && name.startsWith(workload)
    ? `The name is made of the workload's, "${workload}", and "${name.slice(workload.length)}"`
    : undefined;

/** Whether a name is made of a container's, and wrong for nothing but that. */
function isMadeOfWrongName(made: string, { name = '', fields }: Rendered): boolean {
  const wrong = Object.keys({ ...fields?.containers, ...fields?.initContainers }).find(
    (container) => made.startsWith(`${name}-${container}-`) && label1123(container) !== undefined,
  );
  return wrong !== undefined && subdomain(made.replace(`-${wrong}-`, `-${'a'.repeat(wrong.length)}-`)) === undefined;
}

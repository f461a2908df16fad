// A KAM document -> workloads. One entry for every key of an application says what becomes of it; the workload is the model's own.
// KAM v1/app_configuration.k, v1/workload; spec: dialects.md, "kam"
import { nameOfIdentifier } from '../../kube/values/identifier';
import type { Path, Problem } from '../../report/problem';
import { isMap } from '../../shape/shape';
import type { Dict } from '../../workload/model/fields';
import { jobSchema } from '../../workload/model/job';
import { serviceSchema } from '../../workload/model/service';
import type { Workload } from '../../workload/model/workload';
import type { WorkloadBase } from '../../workload/model/workload-base';
import type { Converted, ConvertedWorkload } from '../dialect';
import { convertAccessories } from './accessories';
import { checked, type Draft, error, type KamOptions, loss, went } from './draft';
import { applicationSchema, type KamApplication } from './schema';
import { APPLICATION, settle, typeName, WORKLOAD } from './typed';

export type { KamOptions } from './draft';

/** An application or a workload of a document, and the name it has there. */
interface Found {
  readonly value: unknown;
  readonly path: Path;
  readonly name?: string;
}

/** Converts a document; the wrong parts are reported and left out. */
export function convert(document: unknown, options: KamOptions): Converted {
  const whole: Found = { value: document, path: [] };
  const named = isApplication(document) || isWorkload(document) || !isMap(document) ? undefined : document;
  const all =
    named === undefined ? [whole] : Object.entries(named).map(([name, value]) => ({ value, path: [name], name }));
  const results = all.map((found) => convertOne(found, options));
  const problems = results.flatMap((each) => each.problems);
  if (all.length === 0) {
    problems.push({ code: 'required', severity: 'error', path: [], message: 'has no workload and no application' });
  }
  if (all.length > 1 && options.name !== undefined) {
    problems.push({
      code: 'conflict',
      severity: 'error',
      path: [],
      message: `the option \`name\` names one workload, and there are ${all.length} here`,
    });
  }
  if (options.name === undefined) problems.push(...sameNames(all, results));
  return {
    workloads: results.flatMap((each) => each.workloads),
    notes: results.flatMap((each) => each.notes),
    problems,
  };
}

/** Two keys that name the same workload, as `echoJob` and `echo_job` do. */
function sameNames(all: readonly Found[], results: readonly Converted[]): Problem[] {
  const seen = new Map<string, string>();
  return all.flatMap(({ name: key, path }, index): Problem[] => {
    const workload = results[index]?.workloads[0]?.workload;
    if (key === undefined || workload?.name === undefined) return [];
    const id = JSON.stringify([workload.kind, workload.namespace, workload.name]);
    const first = seen.get(id);
    if (first === undefined) seen.set(id, key);
    if (first === undefined || first === key) return [];
    const message = `names the same ${workload.kind} as "${first}": ${JSON.stringify(workload.name)}`;
    return [{ code: 'duplicate', severity: 'error', path, message }];
  });
}

/** Whether it looks like an application: what runs stands under `workload`. */
export const isApplication = (value: unknown): value is Record<string, unknown> =>
  isMap(value) && (isMap(value.workload) || isTyped(value, ['AppConfiguration']));

/** Whether it looks like a workload: `containers` by their names. */
export const isWorkload = (value: unknown): value is Record<string, unknown> =>
  isMap(value) && (isMap(value.containers) || isTyped(value, ['Job', 'Service']));

const isTyped = ({ _type }: Record<string, unknown>, names: readonly string[]): boolean =>
  typeof _type === 'string' && names.includes(typeName(_type));

function convertOne(found: Found, options: KamOptions): Converted {
  const draft: Draft = { options, kind: 'Service', props: {}, ports: [], trace: [], notes: [], problems: [] };
  const { value, path, name } = found;
  let workloads: ConvertedWorkload[] = [];
  if (isApplication(value)) {
    const settled = settle(value, APPLICATION, path, draft);
    const application = (checked(applicationSchema, settled, path, draft) ?? {}) as Partial<KamApplication>;
    if (application.workload !== undefined) {
      const base = [...path, 'workload'];
      readWorkload(application.workload, base, draft);
      for (const key of Object.keys(APPLICATION_FATES) as (keyof KamApplication)[]) {
        if (application[key] !== undefined) APPLICATION_FATES[key](application[key] as never, [...path, key], draft);
      }
      workloads = [finish(draft, base, found)];
    }
  } else if (isWorkload(value)) {
    readWorkload(value, path, draft);
    workloads = [finish(draft, path, found)];
  } else if (name === undefined) {
    error(draft, 'wrong-type', path, 'expected a workload, an application, or a map of them by their names', { value });
  } else {
    loss(draft, path, 'is neither an application (a map with `workload`) nor a workload (a map with `containers`)');
  }
  return { workloads, notes: draft.notes, problems: draft.problems };
}

const APPLICATION_FATES: {
  readonly [Key in keyof Required<KamApplication>]: (
    value: NonNullable<KamApplication[Key]>,
    path: Path,
    draft: Draft,
  ) => void;
} = {
  _type() {
    // Checked and taken out before.
  },
  workload() {
    // Read before the others, which add to it.
  },
  accessories: convertAccessories,
  labels: (value, path, draft) => addBelow('labels', value, path, draft),
  annotations: (value, path, draft) => addBelow('annotations', value, path, draft),
};

/** Adds what the application says to what the workload itself says, which wins. */
function addBelow(field: 'labels' | 'annotations', added: Dict<string>, path: Path, draft: Draft): void {
  const own = draft.props[field] ?? {};
  for (const [key, value] of Object.entries(added)) {
    const place = [...path, key];
    if (!Object.hasOwn(own, key)) {
      went(draft, place, [field, key]);
    } else {
      draft.notes.push({ fate: 'ignored', path: place, message: `the workload says it: ${JSON.stringify(own[key])}` });
      if (own[key] !== value) {
        const message = 'is said otherwise by the workload, which wins';
        draft.problems.push({ code: 'suspicious', severity: 'warning', path: place, value, message });
      }
    }
  }
  draft.props[field] = Object.fromEntries([...Object.entries(added), ...Object.entries(own)]);
}

/** Reads the workload itself: decides between Job and Service and checks the model's own shape. */
function readWorkload(value: unknown, path: Path, draft: Draft): void {
  const settled = settle(value, WORKLOAD, path, draft);
  if (!isMap(settled)) return;
  const { kind, ...props } = settled;
  if (kind !== undefined && kind !== 'Job' && kind !== 'Service') {
    error(draft, 'not-one-of', [...path, 'kind'], 'expected one of "Job", "Service"', { value: kind });
  }
  draft.kind = decideKind(value, kind, path, draft);
  if (draft.kind === 'Service' && Object.hasOwn(props, 'schedule')) {
    const hint = 'Leave it out, or make it a Job';
    error(draft, 'conflict', [...path, 'schedule'], 'a Service runs all the time and has no schedule', { hint });
    delete props.schedule;
  }
  const right = checked(draft.kind === 'Job' ? jobSchema : serviceSchema, props, path, draft);
  if (!isMap(right)) return;
  const { ports, ...rest } = right as Partial<WorkloadBase>;
  Object.assign(draft.props, rest);
  draft.ports.push(...(ports ?? []));
  draft.trace.push({ model: [], source: path });
  for (const key of Object.keys(right)) draft.notes.push({ fate: 'mapped', path: [...path, key], to: [key] });
}

function decideKind(value: unknown, kind: unknown, path: Path, draft: Draft): Draft['kind'] {
  if (isMap(value)) {
    if (isTyped(value, ['Job'])) return 'Job';
    if (isTyped(value, ['Service'])) return 'Service';
    if (kind === 'Job' || kind === 'Service') return kind;
    if (value.schedule !== undefined && value.schedule !== null) return 'Job';
  }
  const chosen = draft.options.kind ?? 'Service';
  draft.notes.push({ fate: 'defaulted', path: [...path, '_type'], to: ['kind'], message: chosen });
  return chosen;
}

/** The workload with its name, namespace and Kusion's labels. */
function finish(draft: Draft, path: Path, { name: key, path: appPath }: Found): ConvertedWorkload {
  const { options, kind, props, ports, trace } = draft;
  const name = options.name ?? props.name ?? (key === undefined ? options.app : nameOfIdentifier(key));
  if (name === undefined) {
    const hint = 'Write `name` beside `containers`, or give the option `name` or `app`';
    error(draft, 'required', [...path, 'name'], 'a workload needs a name', { hint });
  }
  const nameSource = props.name !== undefined || key === undefined ? [...path, 'name'] : appPath;
  trace.push({ model: ['name'], source: nameSource });
  if (nameSource === appPath) {
    const made = name === key ? undefined : `named ${JSON.stringify(name)}`;
    draft.notes.push({ fate: 'mapped', path: appPath, to: ['name'], ...(made === undefined ? {} : { message: made }) });
  }
  const kusion = kusionLabels(options, key ?? options.app ?? name);
  const labels = { ...kusion, ...options.labels };
  const all = Object.fromEntries([...Object.entries(labels), ...Object.entries(props.labels ?? {})]);
  const namespace = props.namespace ?? options.namespace;
  const workload = {
    kind,
    ...props,
    ...(name === undefined ? {} : { name }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(Object.keys(all).length === 0 ? {} : { labels: all }),
    ...(ports.length === 0 ? {} : { ports }),
    ...(kind === 'Service' && kusion !== undefined && props.selector === undefined ? { selector: kusion } : {}),
  };
  return { workload: workload as Workload, trace };
}

function kusionLabels({ project, app }: KamOptions, name: string | undefined): Dict<string> | undefined {
  if (project === undefined && app === undefined) return undefined;
  return {
    ...(project === undefined ? {} : { 'app.kubernetes.io/part-of': project }),
    ...(name === undefined ? {} : { 'app.kubernetes.io/name': name }),
  };
}

// The defaults of an organisation, filled into workloads: what is stated wins. Data to data.
import { isPlainObject } from '../report/data';
import type { Path } from '../report/problem';
import { merged, put } from '../shape/maps';
import type { Defaults } from './model/defaults';
import { ONLY_WITH_SCHEDULE } from './model/job';
import type { Workload } from './model/workload';
import type { WorkloadBase } from './model/workload-base';
import { longFormOf } from './render/resources';

type Fields = Readonly<Record<string, unknown>>;

/** Told of each value that is filled in: where it is now in the workload, and which field of the defaults it is from. */
export type Filled = (to: Path, from: Path, value: unknown) => void;

/** How deep below a field maps are united; elsewhere what is stated is all of it. */
const OF_WORKLOAD = { labels: 1, annotations: 1, pod: 2, containers: 3, initContainers: 3 };
const OF_DEFAULTS = { labels: 1, annotations: 1, pod: 2, container: 2, job: 1, service: 1 };

/** The workload with what it does not state. Parts of a wrong shape stay as they are, to be reported. */
export function fillIn<W extends WorkloadBase>(
  kind: Workload['kind'],
  workload: W,
  defaults: Defaults,
  filled?: Filled,
): W {
  if (!isPlainObject(workload)) return workload;
  const { labels, annotations, container, pod, job, service } = defaults;
  const own = kind === 'Job' ? (isScheduled(workload) ? job : without(job, ONLY_WITH_SCHEDULE)) : service;
  const wanted = {
    ...{ labels, annotations, pod },
    containers: forEach(workload['containers'], container),
    initContainers: forEach(workload['initContainers'], without(container, ['lifecycle'])),
    ...own,
  };
  const told =
    filled && ((to: Path, value: unknown): void => filled(to, fromOf(to, kind === 'Job' ? 'job' : 'service'), value));
  return united(workload, wanted, (key) => depthOf(OF_WORKLOAD, key), told) as unknown as W;
}

/** Defaults inside others: the nearer ones win. */
export const nearer = (inner: Defaults, outer: Defaults | undefined): Defaults =>
  outer === undefined ? inner : united(inner as Fields, outer as Fields, (key) => depthOf(OF_DEFAULTS, key));

const depthOf = (depths: Readonly<Record<string, number>>, key: string): number => depths[key] ?? 0;

const isScheduled = ({ schedule }: Fields): boolean => schedule !== undefined && schedule !== '';

const forEach = (containers: unknown, settings: object | undefined): Fields | undefined =>
  settings !== undefined && isPlainObject(containers)
    ? merged(...Object.keys(containers).map((name) => ({ [name]: settings })))
    : undefined;

function fromOf([first, second, third]: Path, own: string): Path {
  if (first === 'containers' || first === 'initContainers') return ['container', third!];
  if (first === 'pod') return second === undefined ? ['pod'] : ['pod', second];
  return first === 'labels' || first === 'annotations' ? [first] : [own, first!];
}

/** What is stated, and of the defaults what is not; new only where something was added. */
function united(
  stated: Fields,
  defaults: Fields,
  depth: (key: string) => number,
  filled?: (to: Path, value: unknown) => void,
  path: Path = [],
): Fields {
  const all: Record<string, unknown> = merged(stated);
  let isNew = false;
  for (const key of Object.keys(defaults)) {
    const given = Object.hasOwn(stated, key) ? stated[key] : undefined;
    const both = withDefault(given, defaults[key], depth(key), filled, [...path, key]);
    if (both === given) continue;
    put(all, key, both);
    isNew = true;
  }
  return isNew ? all : stated;
}

function withDefault(
  given: unknown,
  value: unknown,
  depth: number,
  filled: ((to: Path, value: unknown) => void) | undefined,
  path: Path,
): unknown {
  if (value === undefined) return given;
  if (given === undefined) {
    filled?.(path, value);
    return value;
  }
  if (depth === 0 || !isPlainObject(given) || !isPlainObject(value)) return given;
  if (depth > 1 || path.at(-1) !== 'resources') return united(given, value, () => depth - 1, filled, path);
  return withResources(given, value, filled, path);
}

/** Of each resource that is stated, what is stated is all: a request of the defaults could be above its limit. */
function withResources(
  given: Fields,
  value: Fields,
  filled: ((to: Path, value: unknown) => void) | undefined,
  path: Path,
): Fields {
  if (!isLong(given) && !isLong(value)) return united(given, value, () => 0, filled, path);
  const [own, more] = [longFormOf(given), longFormOf(value)];
  const isStated = (name: string): boolean =>
    [own.requests, own.limits].some((part) => part !== undefined && Object.hasOwn(part, name));
  const left = (part: Fields = {}): Fields =>
    merged(...Object.keys(part).map((name) => (isStated(name) ? {} : { [name]: part[name]! })));
  const wanted = { requests: left(more.requests), limits: left(more.limits) };
  const some = Object.fromEntries(Object.entries(wanted).filter(([, part]) => Object.keys(part).length > 0));
  return Object.keys(some).length === 0 ? given : united(own as Fields, some, () => 1, filled, path);
}

const isLong = (resources: Fields): boolean =>
  isPlainObject(resources['requests']) || isPlainObject(resources['limits']);

function without<T extends object, K extends keyof T>(
  fields: T | undefined,
  keys: readonly K[],
): Omit<T, K> | undefined {
  if (fields === undefined) return undefined;
  const all = { ...fields };
  for (const key of keys) delete all[key];
  return all;
}

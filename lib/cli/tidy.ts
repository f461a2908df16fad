// A workload as a person would write it: short forms where there are any, no value that goes without saying, fields in a familiar order. A
// change is kept only when the workload still becomes the same objects, which then need not be judged again.
import type { KubeObject } from '../kube/object';
import { Report } from '../report/report';
import { render } from '../workload/manifests';
import type { Container } from '../workload/model/container';
import type { EnvValue } from '../workload/model/env';
import type { Dict } from '../workload/model/fields';
import type { ResourceRequirements } from '../workload/model/resources';
import type { Workload } from '../workload/model/workload';
import { objectsOf } from '../workload/render/workload';

type Rewrite = (workload: Workload) => Workload;

/**
 * The workload, tidied: all changes at once, and one by one where together they change what comes out.
 * @param manifests what the workload becomes
 */
export function tidied(workload: Workload, manifests: readonly KubeObject[]): Mutable<Workload> {
  const text = JSON.stringify(manifests);
  const becomesSame = (changed: Workload): boolean => JSON.stringify(objectsFrom(changed)) === text;
  const tidy = REWRITES.reduce((current, rewrite) => rewrite(current), workload);
  if (becomesSame(tidy)) return tidy;
  return REWRITES.reduce((current, rewrite) => {
    const changed = rewrite(current);
    return becomesSame(changed) ? changed : current;
  }, workload);
}

type Mutable<T> = T extends unknown ? { -readonly [Key in keyof T]: T[Key] } : never;

function objectsFrom(workload: Workload): readonly KubeObject[] | undefined {
  const rendered = render(workload, new Report());
  return rendered && objectsOf(rendered);
}

const FIRST = ['kind', 'name', 'namespace', 'labels', 'annotations', 'schedule', 'timeZone'];
const LAST = ['ports', 'expose', 'selector', 'initContainers', 'containers', 'secrets', 'pod'];
const CONTAINER_FIRST = [
  'image',
  'imagePullPolicy',
  'command',
  'args',
  'workingDir',
  'env',
  'envFrom',
  'resources',
  'ports',
];

const REWRITES: readonly Rewrite[] = [
  (workload) => withoutKey(workload, 'restartPolicy', 'Never'),
  (workload) => eachContainer(workload, shortEnv),
  (workload) => eachContainer(workload, keysAsReferences),
  (workload) => eachContainer(workload, shortResources),
  (workload) => eachContainer(workload, (container) => sorted(container, CONTAINER_FIRST, [])),
  (workload) => sorted(workload, FIRST, LAST),
];

const withoutKey = (workload: Workload, key: string, value: unknown): Workload =>
  fromEntries(Object.entries(workload).filter(([name, given]) => name !== key || given !== value)) as Workload;

/** Keys such as `__proto__` too. */
const fromEntries = (entries: readonly (readonly [string, unknown])[]): object => Object.fromEntries(entries);

function eachContainer(workload: Workload, rewrite: (container: Container) => Container): Workload {
  const all = (containers: Dict<Container> | undefined): Dict<Container> | undefined =>
    containers &&
    (fromEntries(Object.entries(containers).map(([name, each]) => [name, rewrite(each)])) as Dict<Container>);
  const { containers, initContainers } = workload;
  return { ...workload, containers: all(containers)!, ...(initContainers && { initContainers: all(initContainers) }) };
}

/** `{ value: 'a' }` → `'a'`. */
const shortEnv = (container: Container): Container =>
  eachVariable(container, (value) => {
    const text = typeof value === 'object' && value.valueFrom === undefined ? value.value : undefined;
    return text === undefined || text.includes('://') ? value : text;
  });

/** `{ valueFrom: { secretKeyRef: { name: 'db', key: 'password' } } }` → `'secret://db/password'`. */
const keysAsReferences = (container: Container): Container =>
  eachVariable(container, (value) => {
    const { secretKeyRef, configMapKeyRef } = (typeof value === 'object' && value.valueFrom) || {};
    const reference = secretKeyRef ?? configMapKeyRef;
    if (reference === undefined || Object.keys(reference).sort().join() !== 'key,name') return value;
    return `${secretKeyRef === undefined ? 'configmap' : 'secret'}://${reference.name}/${reference.key}`;
  });

function eachVariable(container: Container, rewrite: (value: EnvValue) => EnvValue): Container {
  if (container.env === undefined) return container;
  const env = fromEntries(Object.entries(container.env).map(([name, value]) => [name, rewrite(value)]));
  return { ...container, env: env as NonNullable<Container['env']> };
}

/** `{ limits: { cpu: '2' }, requests: { cpu: '1' } }` → `{ cpu: '1-2' }`. */
function shortResources(container: Container): Container {
  const { limits, requests = {} } = (container.resources ?? {}) as ResourceRequirements;
  if (typeof limits !== 'object' || typeof requests !== 'object') return container;
  const short = Object.entries(limits).map(([name, limit]): [string, string] => [
    name,
    Object.hasOwn(requests, name) ? `${requests[name]}-${limit}` : `${limit}`,
  ]);
  return { ...container, resources: fromEntries(short) };
}

function sorted<T extends object>(value: T, first: readonly string[], last: readonly string[]): T {
  const rank = (key: string): number => {
    const early = first.indexOf(key);
    return early !== -1 ? early - first.length : last.indexOf(key) + 1;
  };
  return fromEntries(Object.entries(value).sort(([a], [b]) => rank(a) - rank(b))) as T;
}

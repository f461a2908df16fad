// What each field of a workload becomes: found out by rendering the golden cases, and asking where every part of the objects came from.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { originTable } from '../lib/cli/origins';
import { printPath } from '../lib/report/print';
import type { Path } from '../lib/report/problem';
import type { Workload } from '../lib/workload/model/workload';

/** Where an interface is in a workload, of which the first that a golden case has counts (`*` is any key), and how many keys of a place say enough. */
interface Where {
  readonly places: readonly Path[];
  readonly keys: number;
}

const CONTAINER: Path = ['containers', '*'];
const FILE: Where = { places: [[...CONTAINER, 'files', '*']], keys: 2 };
const INTERFACES: Readonly<Record<string, Where>> = {
  JobProps: { places: [[]], keys: 2 },
  ServiceProps: { places: [[]], keys: 2 },
  WorkloadBase: { places: [[]], keys: 2 },
  Container: { places: [CONTAINER, ['initContainers', '*']], keys: 3 },
  Port: { places: [['ports', '*']], keys: 9 },
  Expose: { places: [['expose']], keys: 9 },
  Probe: { places: [[...CONTAINER, 'livenessProbe']], keys: 4 },
  Lifecycle: { places: [[...CONTAINER, 'lifecycle']], keys: 4 },
  FileContent: FILE,
  FileContentFrom: FILE,
};

/** Fields that no golden case has: those of newer minors, and rare ones. */
const MORE: readonly Workload[] = [
  {
    kind: 'Job',
    name: 'more',
    completionMode: 'Indexed',
    backoffLimitPerIndex: 1,
    maxFailedIndexes: 1,
    podReplacementPolicy: 'Failed',
    successPolicy: { rules: [{ succeededCount: 1 }] },
    managedBy: 'kueue.x-k8s.io/multikueue',
    containers: {
      main: {
        image: 'a:1',
        restartPolicy: 'Never',
        restartPolicyRules: [{ action: 'Restart', exitCodes: { operator: 'In', values: [1] } }],
        resizePolicy: [{ resourceName: 'cpu', restartPolicy: 'NotRequired' }],
        terminationMessagePath: '/dev/last',
        terminationMessagePolicy: 'FallbackToLogsOnError',
        volumeDevices: [{ name: 'disk', devicePath: '/dev/xvda' }],
        lifecycle: { stopSignal: 'SIGUSR1' },
      },
    },
  },
  { kind: 'Service', name: 'more', paused: true, containers: { main: { image: 'a:1' } } },
];

/** What is in no place by itself: which of the objects something goes to, and texts that are told together. */
const TOLD: Readonly<Record<string, string>> = {
  'Port.public': 'Service `metadata.name`; Service `spec.type`',
  'Port.node': 'Service `metadata.name`; Service `spec.type`',
  'Expose.port':
    'HTTPRoute `spec.rules[].backendRefs`; Ingress `spec.rules[].http.paths[].backend.service.port`; Mapping `spec.service`',
  'FileContent.content': 'ConfigMap `data`',
};

/** Of a field of an interface: what it becomes, in Markdown. Undefined for other interfaces. */
export type Becomes = (type: string, field: string) => string | undefined;

/** Asks all golden cases once. */
export function becomes(): Becomes {
  const tables = [...workloads(), ...MORE].map((workload) => ({
    props: `${workload.kind}Props`,
    places: originTable(workload),
  }));
  return (type, field) => {
    const where = INTERFACES[type];
    if (where === undefined) return undefined;
    const own = tables.filter(({ props }) => props === type);
    for (const asked of own.length > 0 ? [own, tables] : [tables]) {
      for (const above of where.places) {
        const found = asked.flatMap(({ places }) => places([...above, field]));
        if (found.length > 0) return listed(found.map(({ object, path }) => shortened(object, path, where.keys)));
      }
    }
    return TOLD[`${type}.${field}`] ?? '';
  };
}

/** A place in an object, or in the pod that it makes: `image` of the containers of a pod, whatever makes the pod. */
interface Spot {
  readonly of: string;
  readonly path: Path;
}

function shortened(object: string, path: Path, keys: number): Spot {
  const kind = object.split(' ')[0]!;
  const template = path.indexOf('template');
  const [part, ...inner] = path.slice(template + 1);
  if (template > 0 && part === 'spec') return { of: 'pod', path: general(inner, inner[0] === 'volumes' ? 1 : keys) };
  if (template > 0) return { of: 'pod', path: general([part!, ...inner], 2) };
  if (path[1] === 'jobTemplate') return { of: 'Job', path: general(path.slice(2), keys) };
  return { of: kind, path: general(path, keys) };
}

/** Without the numbers of the example, and no longer than that. */
const general = (path: Path, keys: number): Path =>
  path.slice(0, keys).map((key, index) => (typeof key === 'number' && index < path.length ? '[]' : key));

function listed(spots: readonly Spot[]): string {
  const kinds = new Map<string, Set<string>>();
  for (const { of, path } of spots) {
    const text = path.filter((key) => key !== '[]').length === 0 ? '' : `\`${textOf(path)}\``;
    kinds.set(text, (kinds.get(text) ?? new Set()).add(of));
  }
  return [...kinds]
    .map(([path, of]) => `${[...of].sort().join(', ')} ${path}`.trim())
    .sort()
    .join('; ');
}

/** `containers[].image`; a list says no more than its name where it is the last. */
const textOf = (path: Path): string =>
  printPath(path.at(-1) === '[]' ? path.slice(0, -1) : path).replace(/(?:\["\[\]"\]|\.\[\])/g, '[]');

const cases = resolve(__dirname, '../test/workload/cases');

const workloads = (): Workload[] =>
  readdirSync(cases)
    .filter((name) => !name.startsWith('refused') && existsSync(join(cases, name, 'input.json')))
    .flatMap((name) => [JSON.parse(readFileSync(join(cases, name, 'input.json'), 'utf8'))].flat() as Workload[]);

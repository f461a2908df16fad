// How the corpus is written: a valid object of each kind, and tables of a field's path with the values that the server takes and refuses.
import type { Minor } from '../../../lib/kube/api/minors';

/** One object and the server's verdict, stated from the rules and confirmed by the oracle and a real kube-apiserver 1.28. */
export interface Case {
  name: string;
  /** The object, or JSON text that no object can be (doubled keys, 3.0). */
  object: object | string;
  refused: boolean;
  /** The oldest server whose verdict it is. Default: 1.28. The later ones agree, or something else is said of them. */
  by?: Minor;
  /** A dry run takes it all the same: what it finds, it finds only when it stores. */
  hiddenFromDryRun?: true;
}

export type Kind = 'Deployment' | 'Job' | 'CronJob' | 'Service' | 'Secret' | 'ConfigMap' | 'Ingress';
type Fields = Record<string, unknown>;

/** `undefined` leaves the field out, a `Plus` adds fields to what is there. */
class Plus {
  constructor(readonly fields: Fields) {}
  toJSON(): Fields {
    return this.fields;
  }
}

export function plus(fields: Fields): unknown {
  return new Plus(fields);
}

export interface Values {
  takes?: readonly unknown[];
  refuses?: readonly unknown[];
}

const podTemplate = (restartPolicy: string | undefined): Fields => ({
  metadata: { labels: { app: 'web' } },
  spec: {
    ...(restartPolicy && { restartPolicy }),
    containers: [{ name: 'web', image: 'nginx' }],
    initContainers: [{ name: 'init', image: 'busybox' }],
    volumes: [{ name: 'cache', emptyDir: {} }],
  },
});

const bases: Record<Kind, () => Fields> = {
  Deployment: () => ({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'sample' },
    spec: { selector: { matchLabels: { app: 'web' } }, template: podTemplate(undefined) },
  }),
  Job: () => ({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: 'sample' },
    spec: { template: podTemplate('Never') },
  }),
  CronJob: () => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'sample' },
    spec: { schedule: '0 3 * * *', jobTemplate: { spec: { template: podTemplate('Never') } } },
  }),
  Service: () => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'sample' },
    spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
  }),
  Secret: () => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'sample' }, data: { key: 'YQ==' } }),
  ConfigMap: () => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'sample' }, data: { key: 'value' } }),
  Ingress: () => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'sample' },
    spec: {
      rules: [
        {
          host: 'a.example.com',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
          },
        },
      ],
    },
  }),
};

export const kinds = Object.keys(bases) as Kind[];
export const podKinds = ['Deployment', 'Job', 'CronJob'] as const;

/** A valid object of the kind. */
export function base(kind: Kind): Fields {
  return bases[kind]();
}

/** Where the parts of a pod are in each kind: T the template, P its spec, C and I its first container and init container. */
function full(kind: Kind, path: string): string {
  const template = kind === 'CronJob' ? 'spec.jobTemplate.spec.template' : 'spec.template';
  const starts: Record<string, string> = {
    J: kind === 'CronJob' ? 'spec.jobTemplate.spec' : 'spec',
    T: template,
    P: `${template}.spec`,
    C: `${template}.spec.containers[0]`,
    I: `${template}.spec.initContainers[0]`,
  };
  return path.replace(/^[JTPCI](?=\.|$)/, (letter) => starts[letter]!);
}

/** The valid object with the field at the path set. A key with dots or slashes stands in quotes: labels["a.b/c"]. */
export const change = (kind: Kind, path: string, value: unknown): Fields => edited(base(kind), full(kind, path), value);

function edited(object: Fields, path: string, value: unknown): Fields {
  const steps = [...path.matchAll(/\["([^"]*)"\]|\[(\d+)\]|([^.[\]]+)/g)].map(
    ([, quoted, index, plain]) => quoted ?? plain ?? Number(index),
  );
  const last = steps.pop()!;
  let at: Fields = object;
  steps.forEach((step, i) => {
    const next = steps[i + 1] ?? last;
    at = (at[step] ??= typeof next === 'number' ? [] : {}) as Fields;
  });
  if (value === undefined) delete at[last];
  else if (value instanceof Plus) at[last] = { ...(at[last] as Fields), ...value.fields };
  else at[last] = value;
  return object;
}

function show(value: unknown): string {
  if (value === undefined) return 'left out';
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}… (${text.length})` : text;
}

/** The cases of one field of one or more kinds. */
export function field(kind: Kind | readonly Kind[], path: string, { takes = [], refuses = [] }: Values): Case[] {
  return [kind].flat().flatMap((one) => {
    const cases = (values: readonly unknown[], refused: boolean): Case[] =>
      values.map((value) => ({
        name: `${one} ${path}: ${show(value)} ${refused ? 'refused' : 'taken'}`,
        object: change(one, path, value),
        refused,
      }));
    return [...cases(takes, false), ...cases(refuses, true)];
  });
}

/** The cases of one field of a valid object of any kind, which is made anew for each. */
export function fieldOf(made: () => object, path: string, { takes = [], refuses = [] }: Values, by?: Minor): Case[] {
  const { kind } = made() as { kind: string };
  const cases = (values: readonly unknown[], refused: boolean): Case[] =>
    values.map((value) => ({
      name: `${kind} ${path}: ${show(value)} ${refused ? 'refused' : 'taken'}`,
      object: edited(made() as Fields, path, value),
      refused,
      ...(by !== undefined && { by }),
    }));
  return [...cases(takes, false), ...cases(refuses, true)];
}

/** The cases of a field of the pod, in each kind that has one. */
export function pod(path: string, values: Values): Case[] {
  return field(podKinds, path, values);
}

/** The cases of a field of a container, ordinary and init. */
export function container(path: string, values: Values): Case[] {
  return [
    ...field(['Deployment', 'CronJob'], `C.${path}`, values),
    ...field(['Job', 'Deployment'], `I.${path}`, values),
  ];
}

/** The cases of a text made from a valid object's JSON by replacing a part. */
export function raw(
  kind: Kind,
  part: string,
  { takes = [], refuses = [] }: { takes?: string[]; refuses?: string[] },
): Case[] {
  const text = JSON.stringify(base(kind));
  if (!text.includes(part)) throw new Error(`no ${part} in ${text}`);
  const cases = (values: string[], refused: boolean): Case[] =>
    values.map((value) => ({
      name: `${kind} text ${show(value)} ${refused ? 'refused' : 'taken'}`,
      object: text.replace(part, () => value),
      refused,
    }));
  return [...cases(takes, false), ...cases(refuses, true)];
}

export const a = (length: number): string => 'a'.repeat(length);

// The syntax classes of apiserver-rules.md, section 1: strings inside and outside, the empty one apart.
export const subdomain = {
  takes: ['a', '1', 'a.b', '1a.2b', 'a--b', 'a-b.c', a(253), `${a(64)}.b`],
  refuses: ['A', '-a', 'a-', '.a', 'a.', 'a..b', 'a.-b', 'a_b', 'a b', ' a', 'a\n', 'é', 'a/b', a(254)],
};
export const label1123 = {
  takes: ['a', '1', 'a--b', 'a-1', a(63)],
  refuses: ['A', '-a', 'a-', 'a.b', 'a_b', 'a b', 'a\n', 'é', a(64)],
};
export const label1035 = {
  takes: ['a', 'a--b', 'a-1', a(63)],
  refuses: ['A', '1', '1a', '-a', 'a-', 'a.b', 'a_b', 'a b', 'a\n', 'é', a(64)],
};
export const qualifiedName = {
  takes: ['a', 'A', '1', 'a_b.c-d', 'a.b/c', 'a/B', a(63), `${a(253)}/${a(63)}`],
  refuses: ['-a', 'a-', '_a', 'a.', '/a', 'a/', 'a/b/c', 'A/b', 'a_b/c', 'a b', 'é', a(64), `${a(254)}/b`],
};
export const labelValue = {
  takes: ['', 'a', 'A', '1', 'a_b.c-d', a(63)],
  refuses: ['-a', 'a-', '.a', 'a:b', 'a/b', '1.0+build', 'a@b', 'a b', 'é', 'a\n', a(64)],
};
export const portName = {
  takes: ['a', 'http', 'a-1', '1a', 'a-b-c', a(15)],
  refuses: ['8080', 'A', 'a--b', '-a', 'a-', 'a_b', 'a.b', 'a b', a(16)],
};
export const relativePath = {
  takes: ['a', 'a/b', '..a', 'a..b', '.', 'a/../b'.replace('..', '...'), ' '],
  refuses: ['/a', '..', '../a', 'a/..', 'a/../b'],
};
export const filePath = {
  takes: ['a', 'a/b', 'a/..b', 'a..b', '.'],
  refuses: ['/a', '..', '../a', '..a', 'a/../b', ''],
};
export const dataKey = {
  takes: ['a', 'A', '1', '.env', 'a..b', '-a', 'a_b.c-d', a(253)],
  refuses: ['.', '..', '...', '..a', 'a/b', 'a b', 'é', a(254)],
};
export const envName = {
  takes: ['a', 'A', '_a', '.A', '-A', 'A-B', 'a.b', '__proto__', a(300)],
  refuses: ['1A', '.', '..', '..a', '...', 'A B', 'A=', 'é', 'A\n'],
};
export const ip = {
  takes: ['1.2.3.4', '010.001.000.007', '::1', '::ffff:1.2.3.4', 'fe80::1'],
  refuses: ['1.2.3', '1.2.3.256', '1.2.3.4/8', ' 1.2.3.4', '1.2.3.4 ', 'fe80::1%eth0', 'localhost', ':::'],
};

// Manifests near every limit: valid objects of each kind in which one field or two have been changed, led by the table of types.
import fc from '../property';
import { fieldsOf } from '../../lib/kube/api/fields';
import { servedKind } from '../../lib/kube/api/kinds';
import type { Path } from '../../lib/report/problem';
import { SETS, type SetName } from './sets';
import { a, type Fields } from './sets/set';
import { workload } from './sets/workload';

/** A choice among `n`, in the order in which a manifest is made. */
type Draw = (n: number) => number;

/** A value set at a path, or taken away where no value is given. */
export type Edit = readonly [path: Path, value?: unknown];

export interface Manifest {
  readonly object: Fields;
  /** The valid object that it was: its set, its kind, and which of those of the kind. */
  readonly base: readonly [set: SetName, kind: string, index: number];
  readonly edits: readonly Edit[];
  /** What has been changed, for people. */
  readonly changes: readonly string[];
}

/** Numbers that a manifest is made from; fast-check makes them smaller when it looks for the simplest failure. */
export const manifests = (set: SetName, changes: 1 | 2, kinds = kindsOf(set)): fc.Arbitrary<Manifest> =>
  fc.noBias(fc.array(fc.nat(2 ** 30), { minLength: 60, maxLength: 60, size: 'max' })).map((numbers) => {
    let next = 0;
    const draw: Draw = (n) => (numbers[next++ % numbers.length] as number) % n;
    return build(set, pick(kinds, draw), draw, changes);
  });

/** The names of the kinds of a set. */
export const kindsOf = (set: SetName): readonly string[] => Object.keys(SETS[set].bases);

function build(set: SetName, kind: string, draw: Draw, count: number): Manifest {
  const index = draw(SETS[set].bases[kind]!.length);
  const base = [set, kind, index] as const;
  const object = baseOf(base);
  const changes: string[] = [];
  const edits: Edit[] = [];
  let near: Path = [];
  for (let i = 0; i < count; i++) {
    const { edit, text } = change(object, set, near, draw);
    const [path] = edit;
    edits.push(edit);
    apply(object, edit);
    changes.push(`${path.join('.')}: ${text}`);
    // The second change is often close to the first, where fields depend on each other.
    near = draw(2) === 0 ? [] : path.slice(0, -1 - draw(3));
  }
  return { object, base, edits, changes };
}

/** A valid object. */
export const baseOf = ([set, kind, index]: Manifest['base']): Fields => SETS[set].bases[kind]![index]!();

/** The valid objects of a set. */
export const validObjects = (set: SetName, kinds = kindsOf(set)): Fields[] =>
  kinds.flatMap((kind) => SETS[set].bases[kind]!.map((make) => make()));

/** Makes an edit. */
export function apply(object: Fields, [path, ...values]: Edit): void {
  const target = path.slice(0, -1).reduce<unknown>((at, step) => (at as Fields)[step], object) as Fields | unknown[];
  const key = path.at(-1)!;
  if (values.length > 0) {
    Object.defineProperty(target, key, { value: values[0], enumerable: true, configurable: true, writable: true });
  } else if (Array.isArray(target)) target.splice(key as number, 1);
  else delete target[key];
}

const pick = <T>(items: readonly T[], draw: Draw): T => items[draw(items.length)] as T;

/** One of some values, its own copy. */
const pickCopy = <T>(items: readonly T[], draw: Draw): T => structuredClone(pick(items, draw));

/** A list, map or object inside an object, with its type and the path to it. */
interface Place {
  readonly target: Fields | unknown[];
  readonly type: string;
  readonly path: Path;
}

function placesOf(target: Fields | unknown[], type: string, path: Path, out: Place[]): Place[] {
  out.push({ target, type, path });
  for (const [key, inner] of Object.entries(target)) {
    const notation = typeOf(typeUnder(type, key), inner);
    const step = Array.isArray(target) ? Number(key) : key;
    if (typeof inner === 'object' && inner !== null && notation !== undefined) {
      placesOf(inner as Fields, notation, [...path, step], out);
    }
  }
  return out;
}

/** The fields of a type. */
function fieldsIn(type: string): Readonly<Record<string, string>> {
  const fields = [...(fieldsOf(type) ?? [])];
  return Object.assign(
    Object.create(null),
    Object.fromEntries(fields.map(([key, field]) => [key, field.type])),
  ) as Record<string, string>;
}

function typeUnder(type: string, key: string): string | undefined {
  if (type.endsWith('[]')) return type.slice(0, -2);
  if (type.startsWith('map<')) return type.slice(4, -1);
  return fieldsIn(type)[key];
}

/** Of several types of a field the one that a value has: a list, or not. */
const typeOf = (notation: string | undefined, value: unknown): string | undefined =>
  notation?.includes('|') === true && !notation.startsWith('map<')
    ? notation.split('|').find((type) => type.endsWith('[]') === Array.isArray(value))
    : notation;

/** A change of one place of the object: to set, replace or remove a field or item anywhere in it. */
function change(object: Fields, set: SetName, near: Path, draw: Draw): { edit: Edit; text: string } {
  const places = placesOf(object, servedKind(object.apiVersion as string, object.kind as string)!.type, [], []);
  const around = places.filter(({ path }) => near.every((part, index) => path[index] === part));
  const { target, type, path } = pick(around.length > 0 ? around : places, draw);
  const [key, notation] = step(type, target, path.at(-1), set, draw);
  const inner = Object.hasOwn(target, key) ? (target as Fields)[key] : undefined;
  const removed = inner !== undefined && draw(6) === 0;
  const field = [...path, key].filter((part) => typeof part === 'string').at(-1) ?? '';
  const value = removed ? undefined : valueOf(notation, `${ownerOf(type)}.${field}`, set, draw, 0);
  const text = JSON.stringify(value) ?? 'removed';
  const edit: Edit = removed ? [[...path, key]] : [[...path, key], structuredClone(value)];
  return { edit, text: text.length > 200 ? `${text.slice(0, 200)}… (${text.length})` : text };
}

/** A key of the target, there or not yet there, and the type of what stands under it. */
function step(
  type: string,
  target: Fields | unknown[],
  field: unknown,
  set: SetName,
  draw: Draw,
): [string | number, string] {
  if (type.endsWith('[]')) {
    const length = (target as unknown[]).length;
    return [draw(length + 1), type.slice(0, -2)];
  }
  if (type.startsWith('map<')) {
    const inner = type.slice(4, -1);
    const there = Object.keys(target);
    const key = draw(2) === 0 && there.length > 0 ? pick(there, draw) : pick(keysOf(inner, field, set, draw), draw);
    return [key, inner];
  }
  const fields = fieldsIn(type);
  const there = Object.keys(target).filter(
    (key) => Object.hasOwn(fields, key) && key !== 'kind' && key !== 'apiVersion',
  );
  const all = Object.keys(fields).filter(
    (key) => key !== 'status' && key !== 'managedFields' && key !== 'kind' && key !== 'apiVersion',
  );
  if (all.length === 0) return ['x', 'string'];
  if (draw(60) === 0) return [pick(['zzz', 'Labels', 'nmae', 'constructor'], draw), 'string'];
  if (draw(200) === 0 && Object.hasOwn(fields, 'status')) return ['status', fields.status!];
  // What is there already most of the time: what is new is often refused for something else.
  const key = there.length > 0 && draw(2) > 0 ? pick(there, draw) : pick(all, draw);
  return [key, fields[key] as string];
}

/** Keys worth trying in a map. */
function keysOf(inner: string, field: unknown, set: SetName, draw: Draw): readonly string[] {
  const own = SETS[set].keys ?? {};
  if (typeof field === 'string' && Object.hasOwn(own, field) && draw(4) > 0) return own[field] as readonly string[];
  if (inner === 'quantity') return RESOURCES;
  return field === 'annotations' && draw(2) === 0 ? ANNOTATIONS : KEYS;
}

/** A value of the type, near a limit, or now and then of another type. */
function valueOf(type: string, field: string, set: SetName, draw: Draw, depth: number): unknown {
  if (draw(40) === 0) return pickCopy(WRONG, draw);
  if (type.includes('|') && !type.startsWith('map<'))
    return valueOf(pick(type.split('|'), draw), field, set, draw, depth);
  if (type.endsWith('[]')) {
    const count = depth > 3 ? 0 : pick([0, 1, 1, 1, 2, 2, 3], draw);
    return Array.from({ length: count }, () => valueOf(type.slice(0, -2), field, set, draw, depth + 1));
  }
  if (type.startsWith('map<')) {
    const inner = type.slice(4, -1);
    const count = pick([0, 1, 1, 2], draw);
    const entries = Array.from({ length: count }, () => {
      const key = pick(keysOf(inner, nameOf(field), set, draw), draw);
      const entry = `${inner}.${key}`;
      return [key, valueOf(inner, wordsFor(entry, set) === undefined ? field : entry, set, draw, depth + 1)];
    });
    return Object.fromEntries(entries);
  }
  if (fieldsOf(type) !== undefined) return objectOf(type, set, draw, depth);
  const words = wordsFor(field, set);
  if (words !== undefined && draw(4) > 0) {
    const word = pick(words, draw);
    return typeof word === 'string' && draw(10) === 0 ? word.toLowerCase() : word;
  }
  return pickCopy(VALUES[type] ?? WRONG, draw);
}

/** The type that a list or map is of, or the type itself. */
const ownerOf = (type: string): string => type.replace(/\[\]|map<|>/g, '');

/** The name of a field, without its type (`Pod`, `events.v1.Event`), or the key in a map of strings, which may have dots itself. */
const nameOf = (field: string): string => field.replace(/^(?:[a-z]\w*\.v\w+\.)?\w+\./, '');

/** What is worth trying in a field, by the set, or as in a workload. */
function wordsFor(field: string, set: SetName): readonly unknown[] | undefined {
  const own = SETS[set].words ?? {};
  for (const words of [own, workload.words ?? {}]) {
    for (const name of [field, nameOf(field)]) if (Object.hasOwn(words, name)) return words[name];
  }
  return undefined;
}

function objectOf(type: string, set: SetName, draw: Draw, depth: number): Fields {
  const examples = SETS[set].examples?.[type] ?? workload.examples?.[type];
  if (examples !== undefined && draw(3) > 0) return pickCopy(examples, draw);
  const fields = Object.entries(fieldsIn(type));
  const count = depth > 3 ? 0 : Math.min(fields.length, pick([0, 1, 1, 2, 3], draw));
  const out: Fields = {};
  for (let i = 0; i < count; i++) {
    const [key, inner] = pick(fields, draw);
    out[key] = valueOf(inner, `${type}.${key}`, set, draw, depth + 1);
  }
  return out;
}

const WRONG: readonly unknown[] = [null, 'x', 5, true, [], {}, [null], 1.5, '5', 'true'];

const ANNOTATIONS = [
  'controller.kubernetes.io/pod-deletion-cost',
  'container.apparmor.security.beta.kubernetes.io/web',
  'container.apparmor.security.beta.kubernetes.io/x',
  'seccomp.security.alpha.kubernetes.io/pod',
  'container.seccomp.security.alpha.kubernetes.io/web',
  'scheduler.alpha.kubernetes.io/tolerations',
  'kubernetes.io/config.mirror',
  'kubernetes.io/ingress.class',
  'service.beta.kubernetes.io/load-balancer-source-ranges',
  'kubernetes.io/service-account.name',
  'Example.com/A',
];

const KEYS = [
  'a',
  'app',
  'web',
  'b',
  'A',
  'a.b/c',
  'A.b/c',
  'a b',
  '',
  '-a',
  'a/b/c',
  '__proto__',
  '.env',
  '..a',
  a(63),
  a(64),
  a(253),
  a(254),
  'job-name',
  'é',
  'tls.crt',
  'username',
  'controller-uid',
  'kubernetes.io/ingress.class',
];

const RESOURCES = [
  'cpu',
  'memory',
  'ephemeral-storage',
  'storage',
  'pods',
  'gpu',
  'hugepages-2Mi',
  'hugepages-',
  'hugepages-1Gi',
  'nvidia.com/gpu',
  'a.com/b',
  'requests.a.com/b',
  'x.kubernetes.io/y',
  'kubernetes.io/foo',
  'a b',
  `${a(244)}/b`,
  `${a(245)}/b`,
  '',
];

const STRINGS: readonly string[] = [
  '',
  'a',
  'web',
  'init',
  'cache',
  'A',
  'a-b',
  '-a',
  'a-',
  'a.b',
  'a..b',
  'a_b',
  'a b',
  ' a',
  'a\n',
  'é',
  '1',
  '1a',
  '80',
  'a1',
  'a--b',
  '.',
  '..',
  '..a',
  '../a',
  'a/..',
  'a/../b',
  '/a',
  '/',
  'a/b',
  'a.b/c',
  'A.b/c',
  'a/b/c',
  '*',
  '*.a.b',
  'a.*',
  '1.2.3.4',
  '1.2.3',
  '::1',
  '010.1.1.1',
  a(15),
  a(16),
  a(52),
  a(53),
  a(63),
  a(64),
  a(253),
  a(254),
  'true',
  '1Gi',
  '100%',
  '$(X)',
  'limits.cpu',
  '__proto__',
];

const INTEGERS: readonly unknown[] = [
  -1,
  0,
  1,
  2,
  3,
  20,
  63,
  80,
  100,
  101,
  255,
  256,
  420,
  511,
  512,
  599,
  600,
  601,
  644,
  3600,
  10250,
  29999,
  30000,
  32767,
  32768,
  65535,
  65536,
  86400,
  86401,
  100000,
  100001,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 32 + 1,
  2 ** 53,
  2 ** 63,
  1.5,
  '1',
];

/** Values of each simple type on both sides of its limits. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  string: STRINGS,
  bool: [true, false, true, false, 'true', 1],
  int32: INTEGERS,
  int64: INTEGERS,
  intOrString: [
    ...INTEGERS,
    'http',
    'web',
    '80',
    'a--b',
    '25%',
    '100%',
    '101%',
    '0%',
    '1',
    '12.5%',
    '%',
    '',
    a(15),
    a(16),
  ],
  quantity: [
    '0',
    '1',
    '2',
    '0.5',
    '1m',
    '100m',
    '0.0001',
    '-1',
    '-0',
    '1Gi',
    '1G',
    '2Mi',
    '3Mi',
    '4Mi',
    '1k',
    '1e3',
    '1K',
    '1KB',
    '',
    ' 1 ',
    '1 Gi',
    '.5',
    '5.',
    'm',
    '1Ei',
    '100Ei',
    '9223372036854775808',
    1,
    0,
    0.5,
    -1,
    1e22,
    true,
    '1.0001',
    '1001m',
  ],
  time: ['2024-01-01T00:00:00Z', '2024-02-30T00:00:00Z', 'yesterday', '', '2024-01-01T00:00:00.5+01:00', '2024-01-01'],
  bytes: ['', 'YQ==', 'YQ=', 'YQ', 'Y Q==', 'YQ==\n', 'YR==', '-_8=', 'YWJj', 'é', 'e30=', 'W10='],
  any: [{}, { 'f:a': {} }, [], 'x', 5, null],
};

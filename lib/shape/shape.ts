// Shapes of data: zod behind one door, so that it stays out of the published types and every wrong shape becomes a Problem in our words.
import type { Code } from '../report/codes';
import { didYouMean } from '../report/suggest';
import { isPlainObject as isMap, kindOf } from '../report/data';
import type { Path, Problem } from '../report/problem';
import { nearest } from '../report/suggest';
import { type Schema, testedBy, testOf } from './fits';
import * as z from './zod';

export type { Schema };

/** What we know of a schema beside its shape. */
interface Meta {
  /** The documented interface that it stands for, whose TSDoc becomes the descriptions of its JSON Schema. */
  readonly name?: string;
  /** The given value must not be shown. */
  readonly isHidden?: boolean;
  /** What is expected, in words, where its own kind does not say enough. */
  readonly expected?: string;
  /** Keys that people write here although they stand elsewhere, and where that is. */
  readonly elsewhere?: Readonly<Record<string, string>>;
  /** The schema of the values of a `dict`. */
  readonly values?: Schema;
  /** The schemas of a `oneOfByKey`. */
  readonly alternatives?: readonly Schema[];
}

/** zod puts a schema's own types into what is said of it; ours says nothing of them. */
const registry = z.registry<object>();

/** What is known of a schema. */
export const metaOf = (schema: object | undefined): Meta =>
  schema === undefined ? {} : ((registry.get(schema as Schema) as Meta | undefined) ?? {});

function know<S extends Schema>(schema: S, meta: Meta): S {
  registry.add(schema, { ...metaOf(schema), ...meta });
  return schema;
}

/** A map from any key, `__proto__` too, to values of one shape (zod's own record skips that key). */
export function dict<T>(value: Schema<T>): Schema<Readonly<Record<string, T>>> {
  const schema = z.unknown().check((payload) => {
    const { value: input, issues } = payload;
    if (!isMap(input)) {
      issues.push({ code: 'invalid_type', expected: 'record', input, inst: schema } as never);
      return;
    }
    for (const key of Object.keys(input)) {
      const result = value._zod.run({ value: input[key], issues: [] }, { async: false });
      if (result instanceof Promise) throw new Error('schemas are synchronous');
      for (const issue of result.issues) issues.push({ ...issue, path: [key, ...(issue.path ?? [])] });
    }
  }) as unknown as Schema<Readonly<Record<string, T>>>;
  return testedBy(know(schema, { values: value }), (input) => {
    if (!isMap(input)) return false;
    const test = testOf(value);
    for (const key of Object.keys(input)) if (!test(input[key])) return false;
    return true;
  });
}

/**
 * One of several maps, told apart by which of the keys is there; with none of them `otherwise`, where there is one. Two of the keys at
 * once are an error, unless their schemas have both.
 */
export function oneOfByKey<Shapes extends Readonly<Record<string, Schema>>, Otherwise extends Schema = never>(
  words: string,
  shapes: Shapes,
  otherwise?: Otherwise,
): Schema<z.output<Shapes[keyof Shapes]> | z.output<Otherwise>> {
  const schema = z.unknown().check((payload) => {
    const { value: input, issues } = payload;
    const found = isMap(input)
      ? Object.keys(shapes).filter((key) => input[key] !== undefined && Object.hasOwn(input, key))
      : [];
    const [key, other] = found;
    const shape = key === undefined ? otherwise : shapes[key];
    if (!isMap(input)) {
      issues.push({ code: 'invalid_type', expected: 'object', input, inst: schema } as never);
    } else if (shape === undefined) {
      issues.push({
        code: 'custom',
        input,
        inst: schema,
        message: `expected ${words}`,
        params: { code: 'required' },
      } as never);
    } else if (other !== undefined && !knownKeys(shape).includes(other)) {
      const message = `has both \`${key}\` and \`${other}\`: expected ${words}`;
      issues.push({ code: 'custom', input, inst: schema, message, params: { code: 'conflict' } } as never);
    } else {
      const result = shape._zod.run({ value: input, issues: [] }, { async: false });
      if (result instanceof Promise) throw new Error('schemas are synchronous');
      issues.push(...(result.issues as never[]));
    }
  });
  know(schema, {
    alternatives: [...new Set(Object.values(shapes)), ...(otherwise === undefined ? [] : [otherwise])],
    expected: words,
  });
  testedBy(schema, (input) => {
    if (!isMap(input)) return false;
    const [key, other] = Object.keys(shapes).filter((each) => input[each] !== undefined && Object.hasOwn(input, each));
    const shape = key === undefined ? otherwise : shapes[key];
    if (shape === undefined || (other !== undefined && !knownKeys(shape).includes(other))) return false;
    return testOf(shape)(input);
  });
  return schema as never;
}

/** Text that may be a secret: what was given is never shown. */
export const secretText = (): Schema<string> => hidden(z.string());

/** Marks a schema whose given value must not be shown. */
export const hidden = <S extends Schema>(schema: S): S => know(schema, { isHidden: true });

/** Says where keys belong that people write here although they stand elsewhere. */
export const knowingWhere = <S extends Schema>(elsewhere: Readonly<Record<string, string>>, schema: S): S =>
  know(schema, { elsewhere });

/** Says in words what is expected where a schema's own kind does not say enough: `expected text or a reference`. */
export const expecting = <S extends Schema>(words: string, schema: S): S => know(schema, { expected: words });

/** Names a schema after its documented interface, whose TSDoc becomes the descriptions of its JSON Schema. */
export const named = <S extends Schema>(name: string, schema: S): S => know(schema, { name });

export { isMap, kindOf };

/** An object of a class, such as cdk8s' Lazy. */
const isInstance = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isMap(value);

interface Issue {
  readonly code: string;
  readonly path?: readonly PropertyKey[];
  readonly input?: unknown;
  readonly inst?: object;
  readonly expected?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  /** The words of a discriminated union, where the one given is none of them. */
  readonly options?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
  readonly message?: string;
  readonly format?: string;
  readonly prefix?: string;
  readonly pattern?: string;
  readonly params?: { readonly code?: Code; readonly hint?: string };
}

/** Everything that is wrong with the shape of a value; empty when it fits. */
export function shapeProblems(schema: Schema, value: unknown, base: Path = []): Problem[] {
  if (testOf(schema)(value)) return [];
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  if (result instanceof Promise) throw new Error('schemas are synchronous');
  if (result.issues.length === 0) return [];
  return result.issues.flatMap((issue) => toProblems(issue as Issue, value, base, []));
}

function toProblems(issue: Issue, root: unknown, base: Path, prefix: Path): Problem[] {
  const inner = [...prefix, ...(issue.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const path = [...base, ...inner];
  const given = follow(root, inner);
  switch (issue.code) {
    case 'unrecognized_keys':
      if (isInstance(given)) {
        const expected = metaOf(issue.inst).expected ?? 'a map';
        return [problem('wrong-type', path, `expected ${expected}, not ${kindOf(given)}`, issue, given)];
      }
      return (issue.keys ?? []).map((key) => {
        const elsewhere = metaOf(issue.inst).elsewhere;
        if (elsewhere === undefined || !Object.hasOwn(elsewhere, key))
          return unknownKey([...path, key], key, knownKeys(issue.inst));
        return { ...unknownKey([...path, key], key, []), hint: elsewhere[key]! };
      });
    case 'invalid_union':
      if (issue.options !== undefined) return [wordOf(issue.options, path, issue, given)];
      return union(issue, root, base, inner);
    case 'invalid_value':
      return [
        problem(
          'not-one-of',
          path,
          `expected ${oneOf(issue.values ?? [])}`,
          issue,
          given,
          suggestion(given, issue.values ?? []),
        ),
      ];
    case 'invalid_format':
      return [problem('bad-format', path, `expected a text ${formatOf(issue)}`, issue, given)];
    case 'custom':
      return [
        problem(
          issue.params?.code ?? 'wrong-type',
          path,
          issue.message ?? 'is not valid',
          issue,
          given,
          issue.params?.hint,
        ),
      ];
    default: {
      const expected =
        metaOf(issue.inst).expected ?? TYPE_WORDS[issue.expected ?? ''] ?? issue.expected ?? 'something else';
      if (given === undefined)
        return [problem('required', path, `is required: expected ${expected}`, issue, undefined)];
      return [
        problem(
          'wrong-type',
          path,
          `expected ${expected}, not ${isFraction(issue, given) ? 'a fraction' : kindOf(given)}`,
          issue,
          given,
          quotingHint(issue.expected, given, issue),
        ),
      ];
    }
  }
}

/** The key that tells the branches of a union apart has none of their words. */
function wordOf(words: readonly unknown[], path: Path, issue: Issue, given: unknown): Problem {
  if (given === undefined) return problem('required', path, `is required: expected ${oneOf(words)}`, issue, undefined);
  return problem('not-one-of', path, `expected ${oneOf(words)}`, issue, given, suggestion(given, words));
}

/** Of a union, the branch that was meant: the one which gets furthest before it fails. */
function union(issue: Issue, root: unknown, base: Path, inner: Path): Problem[] {
  const given = follow(root, inner);
  const words = metaOf(issue.inst).expected;
  const failed = failuresOf(issue, given);
  const branches = failed.filter((branch) => !branch.some(failsAtItsRoot));
  const best = branches.reduce<readonly Issue[] | undefined>(
    (a, b) => (a === undefined || cost(b) < cost(a) ? b : a),
    undefined,
  );
  if (best !== undefined) return best.flatMap((each) => toProblems(each, root, base, inner));
  const expected =
    words ??
    failed.map((branch) => TYPE_WORDS[branch[0]?.expected ?? ''] ?? oneOf(branch[0]?.values ?? [])).join(' or ');
  const code = given === undefined ? 'required' : 'wrong-type';
  const message =
    given === undefined ? `is required: expected ${expected}` : `expected ${expected}, not ${kindOf(given)}`;
  return [problem(code, [...base, ...inner], message, issue, given)];
}

/** What each branch of a union says. Asked again, since zod forgets in a union which schema an issue is of. */
function failuresOf({ inst, errors = [] }: Issue, given: unknown): readonly (readonly Issue[])[] {
  const { options } = (inst as { _zod?: { def?: { options?: readonly Schema[] } } } | undefined)?._zod?.def ?? {};
  if (options === undefined) return errors;
  return options.map((option) => {
    const result = option._zod.run({ value: given, issues: [] }, { async: false });
    if (result instanceof Promise) throw new Error('schemas are synchronous');
    return result.issues;
  });
}

const failsAtItsRoot = (issue: Issue): boolean =>
  (issue.path ?? []).length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

/** Unknown keys weigh more than missing ones: the keys that are there tell what was meant. */
const cost = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 * (issue.keys ?? []).length : 1), 0);

function problem(code: Code, path: Path, message: string, issue: Issue, value: unknown, hint?: string): Problem {
  const isHidden = value === undefined || isInstance(value) || metaOf(issue.inst).isHidden === true;
  const advice = hint ?? (isInstance(value) ? 'Give plain data: nothing is asked of an object later' : undefined);
  const details = { ...(isHidden ? {} : { value }), ...(advice === undefined ? {} : { hint: advice }) };
  return { code, severity: 'error', path, message, ...details };
}

/** The problem of a key that a schema does not have. */
export function unknownKey(path: Path, key: string, known: readonly string[]): Problem {
  const guess = nearest(key, known);
  const hint = didYouMean(guess, known.length === 0 ? undefined : `Known keys: ${known.join(', ')}`);
  return {
    code: 'unknown-key',
    severity: 'error',
    path,
    message: 'is not a known key',
    ...(hint !== undefined && { hint }),
  };
}

function knownKeys(schema: object | undefined): string[] {
  const shape = (schema as { _zod?: { def?: { shape?: object } } } | undefined)?._zod?.def?.shape;
  return shape === undefined
    ? []
    : Object.keys(shape).filter((key) => !isNever((shape as Record<string, unknown>)[key]));
}

/** A key that a branch of a union forbids (`command?: never`) is none that a user may write. */
function isNever(schema: unknown): boolean {
  const def = (schema as { _zod?: { def?: { type?: string; innerType?: unknown } } })._zod?.def;
  return def?.type === 'never' || (def?.type === 'optional' && isNever(def.innerType));
}

const isFraction = ({ expected }: Issue, given: unknown): boolean =>
  expected === 'int' && typeof given === 'number' && given % 1 !== 0 && Number.isFinite(given);

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
  never: 'nothing here',
};

function quotingHint(expected: string | undefined, given: unknown, issue: Issue): string | undefined {
  if (metaOf(issue.inst).isHidden === true) return expected === 'string' ? 'Put the value in quotes' : undefined;
  if (expected === 'string' && (typeof given === 'number' || typeof given === 'boolean'))
    return `Put it in quotes: "${String(given)}"`;
  if ((expected === 'number' || expected === 'int') && typeof given === 'string' && /^-?\d{1,15}$/.test(given))
    return `Without quotes: ${given}`;
  if (expected === 'boolean' && (given === 'true' || given === 'false')) return `Without quotes: ${given}`;
  return undefined;
}

const formatOf = ({ prefix, pattern }: Issue): string =>
  prefix === undefined ? `that matches ${pattern}` : `that starts with ${prefix}`;

const oneOf = (values: readonly unknown[]): string => {
  const words = values.map((value) => JSON.stringify(value));
  return words.length > 1 ? `one of ${words.join(', ')}` : (words[0] ?? 'nothing');
};

function suggestion(given: unknown, values: readonly unknown[]): string | undefined {
  if (typeof given !== 'string') return undefined;
  const guess = nearest(
    given,
    values.filter((value) => typeof value === 'string'),
  );
  return didYouMean(guess);
}

function follow(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** The value without the parts that have problems; what is right is kept as it is. A list with a wrong item goes as a whole. */
export function prune(value: unknown, problems: readonly Problem[]): unknown {
  const cut: Cut = { whole: false, inner: new Map() };
  for (const { path, severity } of problems) {
    if (severity !== 'error') continue;
    const end = path.findLastIndex((key) => typeof key === 'string') + 1;
    if (end === 0) return undefined;
    const place = path.slice(0, typeof path.at(-1) === 'number' ? end : path.length);
    place.reduce(step, cut).whole = true;
  }
  return cut.inner.size === 0 ? value : without(value, cut);
}

/** What is to be left out, as a tree by key, so that any number of problems takes one walk. */
interface Cut {
  whole: boolean;
  readonly inner: Map<string | number, Cut>;
}

function step(cut: Cut, key: string | number): Cut {
  const known = cut.inner.get(key);
  if (known !== undefined) return known;
  const inner: Cut = { whole: false, inner: new Map() };
  cut.inner.set(key, inner);
  return inner;
}

function without(value: unknown, { inner }: Cut): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const kept = (key: string | number, item: unknown): unknown => {
    const cut = inner.get(key);
    return cut === undefined ? item : without(item, cut);
  };
  if (Array.isArray(value)) return value.map((item: unknown, index) => kept(index, item));
  const entries = Object.entries(value).filter(([key]) => inner.get(key)?.whole !== true);
  return Object.fromEntries(entries.map(([key, item]) => [key, kept(key, item)]));
}

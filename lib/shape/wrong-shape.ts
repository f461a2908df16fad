// What is wrong with the shape of a value: found by zod, said in our words.
import { asList, asMap } from '../report/as-list';
import type { Code } from '../report/codes';
import { isPlainObject as isMap, kindOf } from '../report/data';
import { notGiven } from '../report/not-given';
import type { Fix, Path, Problem } from '../report/problem';
import { inQuotes } from '../report/quotes';
import { capital, certain, didYouMean, nearest } from '../report/suggest';
import { keysOf } from './fits';
import { type Schema, shapeOf } from './schema';
import { metaOf } from './meta';
import { unknownKey } from './unknown-key';

export { misspeltKeys } from './unknown-key';
import { issuesOf, originOf } from './zod-schema';

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

/** Everything that is wrong with the shape of a value that does not fit. */
export const problemsOf = (schema: Schema, value: unknown, base: Path): Problem[] =>
  issuesOf(schema, value).flatMap((issue) => toProblems(issue as Issue, value, base, []));

/** What zod says of a value, from outside of it. */
export const issuesBelow = (key: string, schema: Schema, value: unknown): object[] =>
  issuesOf(schema, value).map((issue) => ({ ...issue, path: [key, ...(issue.path ?? [])] }));

function toProblems(issue: Issue, root: unknown, base: Path, prefix: Path): Problem[] {
  const inner = [...prefix, ...(issue.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const path = [...base, ...inner];
  const given = follow(root, inner);
  switch (issue.code) {
    case 'unrecognized_keys':
      if (isInstance(given)) {
        const expected = expectedOf(issue) ?? 'a map';
        return [problem('wrong-type', path, `expected ${expected}, not ${kindOf(given)}`, issue, given)];
      }
      return (issue.keys ?? []).map((key) => {
        const elsewhere = knownOf(issue).elsewhere;
        if (elsewhere === undefined || !Object.hasOwn(elsewhere, key))
          return unknownKey([...path, key], key, keysKnownTo(issue));
        return { ...unknownKey([...path, key], key, []), hint: elsewhere[key]! };
      });
    case 'invalid_union':
      if (issue.options !== undefined) return [wordOf(issue.options, path, issue, given)];
      return union(issue, root, base, inner);
    case 'invalid_value':
      if (given === undefined) return [wordOf(issue.values ?? [], path, issue, given)];
      return [
        fixed(
          problem(
            'not-one-of',
            path,
            `expected ${oneOf(issue.values ?? [])}`,
            issue,
            given,
            suggestion(given, issue.values ?? []),
          ),
          wordFor(given, issue.values ?? []),
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
      const expected = expectedOf(issue) ?? TYPE_WORDS[issue.expected ?? ''] ?? issue.expected ?? 'something else';
      if (given === undefined)
        return [problem('required', path, `is required: expected ${expected}`, issue, undefined, fieldsHint(issue))];
      return [
        fixed(
          problem(
            'wrong-type',
            path,
            `expected ${expected}, not ${isFraction(issue, given) ? 'a fraction' : kindOf(given)}`,
            issue,
            given,
            quotingHint(issue.expected, given, issue) ?? formHint(issue, given),
          ),
          quotingFix(issue.expected, given),
        ),
      ];
    }
  }
}

/** The key that tells the branches of a union apart has none of their words. */
function wordOf(words: readonly unknown[], path: Path, issue: Issue, given: unknown): Problem {
  if (given === undefined) return problem('required', path, `is required: expected ${oneOf(words)}`, issue, undefined);
  const found = problem('not-one-of', path, `expected ${oneOf(words)}`, issue, given, suggestion(given, words));
  return fixed(found, wordFor(given, words));
}

const fixed = (found: Problem, fix: Fix | undefined): Problem => (fix === undefined ? found : { ...found, fix });

/** The one of the words that was meant. */
function wordFor(given: unknown, words: readonly unknown[]): Fix | undefined {
  if (typeof given !== 'string') return undefined;
  const only = certain(
    given,
    words.filter((word) => typeof word === 'string'),
  );
  return only === undefined ? undefined : { value: only };
}

/** A number that is text, and text that is a number. */
function quotingFix(expected: string | undefined, given: unknown): Fix | undefined {
  if (expected === 'string')
    return typeof given === 'number' || typeof given === 'boolean' ? { quote: true } : undefined;
  if (typeof given !== 'string') return undefined;
  if (expected === 'boolean') return given === 'true' || given === 'false' ? { value: given === 'true' } : undefined;
  const isNumber = (expected === 'number' || expected === 'int') && /^(?:0|-?[1-9]\d{0,14})$/.test(given);
  return isNumber ? { value: Number(given) } : undefined;
}

/** Of a union, the branch that was meant: the one which gets furthest before it fails. */
function union(issue: Issue, root: unknown, base: Path, inner: Path): Problem[] {
  const given = follow(root, inner);
  const words = expectedOf(issue);
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
  const { code, path, message } = notGiven(given, [...base, ...inner], expected);
  return [problem(code, path, message, issue, given)];
}

/** What each branch of a union says. Asked again, since zod forgets in a union which schema an issue is of. */
function failuresOf({ inst, errors = [] }: Issue, given: unknown): readonly (readonly Issue[])[] {
  const origin = originOf(inst);
  const def = origin === undefined ? undefined : shapeOf(origin).def;
  return def?.type === 'union' ? def.options.map((option) => issuesOf(option, given) as readonly Issue[]) : errors;
}

/** What is known of the schema that an issue is of. */
function knownOf({ inst }: Issue): ReturnType<typeof metaOf> {
  const origin = originOf(inst);
  return origin === undefined ? {} : metaOf(origin);
}

/** What is expected, in words. */
function expectedOf(issue: Issue): string | undefined {
  const origin = originOf(issue.inst);
  const def = origin === undefined ? undefined : shapeOf(origin).def;
  return knownOf(issue).expected ?? (def?.type === 'one of by key' ? def.words : undefined);
}

function keysKnownTo({ inst }: Issue): readonly string[] {
  const origin = originOf(inst);
  return origin === undefined ? [] : keysOf(origin);
}

const failsAtItsRoot = (issue: Issue): boolean =>
  (issue.path ?? []).length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');

/** Unknown keys weigh more than missing ones: the keys that are there tell what was meant. */
const cost = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? 10 * (issue.keys ?? []).length : 1), 0);

function problem(code: Code, path: Path, message: string, issue: Issue, value: unknown, hint?: string): Problem {
  const isHidden = value === undefined || isInstance(value) || knownOf(issue).isHidden === true;
  const advice = hint ?? (isInstance(value) ? 'Give plain data: nothing is asked of an object later' : undefined);
  const details = { ...(isHidden ? {} : { value }), ...(advice === undefined ? {} : { hint: advice }) };
  return { code, severity: 'error', path, message, ...details };
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
  if (knownOf(issue).isHidden === true) return expected === 'string' ? 'Put the value in quotes' : undefined;
  if (expected === 'string' && (typeof given === 'number' || typeof given === 'boolean'))
    return inQuotes(String(given));
  if ((expected === 'number' || expected === 'int') && typeof given === 'string' && /^-?\d{1,15}$/.test(given))
    return `Without quotes: ${given}`;
  if (expected === 'boolean' && (given === 'true' || given === 'false')) return `Without quotes: ${given}`;
  return undefined;
}

/** A list where a map belongs, and the reverse. */
function formHint(issue: Issue, given: unknown): string | undefined {
  const { expected } = issue;
  const known = knownOf(issue);
  if (expected === 'array' && !Array.isArray(given)) {
    const origin = originOf(issue.inst);
    const def = origin === undefined ? undefined : shapeOf(origin).def;
    const fields = def?.type === 'array' ? keysOf(def.inner) : [];
    return capital(asList(given, known.isHidden !== true, fields));
  }
  if (expected === 'record' && Array.isArray(given)) return capital(asMap(given));
  return fieldsHint(issue);
}

/** The fields of a map that was not written. */
function fieldsHint(issue: Issue): string | undefined {
  const fields = issue.expected === 'object' && knownOf(issue).expected === undefined ? keysKnownTo(issue) : [];
  return fields.length === 0
    ? undefined
    : `Its fields are ${fields.slice(0, MOST_FIELDS).join(', ')}${fields.length > MOST_FIELDS ? ', …' : ''}`;
}

/** As many as fit into a line. */
const MOST_FIELDS = 8;

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

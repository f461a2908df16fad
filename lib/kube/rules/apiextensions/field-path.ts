// The path to a field of a schema, as fieldPath of a rule and selectable fields have it: `.spec.a['b.c']`.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-path
import { hasProperties, propertyOf, type Schema, valuesOf } from '../../crd/schema';

/** The field that a path leads to. */
export interface Found {
  readonly keys: readonly string[];
  /** Undefined where nothing is known of the values of a map. */
  readonly schema: Schema | undefined;
}

/** The field, or what is wrong with the path as a sentence without a subject. */
export function resolve(path: string, root: Schema, brackets = true): Found | string {
  const tokens = tokensOf(path);
  const keys: string[] = [];
  let schema: Schema | undefined = root;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as string;
    if (token !== '.' && token !== '[') return 'must start with "." and have "." or "[" before each field';
    if (token === '[' && !brackets) return 'must not have brackets in it';
    const next = tokens[++index];
    if (next === undefined) return `must have a field behind "${token}"`;
    const key: string | undefined = token === '.' ? next : unquoted(next);
    if (key === undefined) return "must have a field in single quotes in brackets: ['a']";
    if (schema === undefined) return `must lead to a field: nothing is known of what ${keys.join('.')} has in it`;
    if (!hasProperties(schema) && schema.additionalProperties === undefined) return missing(key, keys);
    const inner: Schema | undefined = hasProperties(schema) ? propertyOf(schema, key) : valuesOf(schema);
    if (hasProperties(schema) && inner === undefined) return missing(key, keys);
    keys.push(key);
    schema = inner;
    if (token === '[' && tokens[++index] !== ']') return 'must have a "]" behind a field in brackets';
  }
  return { keys, schema };
}

const missing = (key: string, keys: readonly string[]): string =>
  `must lead to a field: ${keys.length === 0 ? 'the schema' : keys.join('.')} has no property "${key.slice(0, 80)}"`;

/** Dots and brackets, and what stands between them; in single quotes they mean nothing. */
const tokensOf = (path: string): readonly string[] =>
  path.match(/'[^]*?(?<!\\)'|'[^]*$|[.[\]]|[^.[\]'][^.[\]]*/g) ?? [];

const ESCAPES: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  "'": "'",
  '\\': '\\',
};

function unquoted(token: string): string | undefined {
  if (token.length < 2 || !token.startsWith("'") || !token.endsWith("'")) return undefined;
  const inner = token.slice(1, -1);
  if ([...inner.matchAll(/\\(.)/g)].some(([, letter]) => !Object.hasOwn(ESCAPES, letter as string))) return undefined;
  return inner.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] as string);
}

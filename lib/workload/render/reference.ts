// References in a workload: secret://name/key, configmap://name/key, pvc://claim, emptydir://, … KAM writes them as the values of env, dirs
// and contentFrom. Read here once; what each means stands with its field.
import { at, type At, ROOT } from '../../report/place';
import { didYouMean } from '../../report/suggest';
import { type Context, derivedName, secretName } from './context';

/** A reference, cut into its parts. */
export interface Reference {
  /** Lower-case scheme: `secret`. */
  readonly scheme: string;
  /** What stands after `://`, up to `?`. */
  readonly rest: string;
  /** The options after `?`, in the order written. */
  readonly options: ReadonlyMap<string, string>;
  /** Options that stand there twice. */
  readonly repeated: readonly string[];
}

/** Cuts `scheme://rest?options`, also as `${scheme://…}`; undefined for a text that has no scheme of `schemes`. */
export function parseReference(text: string, schemes: readonly string[]): Reference | undefined {
  const inner = text.startsWith('${') && text.endsWith('}') ? text.slice(2, -1) : text;
  const end = inner.indexOf('://');
  if (end < 0) return undefined;
  const scheme = inner.slice(0, end);
  if (!schemes.includes(scheme)) return undefined;
  const [rest = '', query] = splitOnce(inner.slice(end + 3), '?');
  if (query === undefined) return { scheme, rest, options: NO_OPTIONS, repeated: [] };
  const options = new Map<string, string>();
  const repeated: string[] = [];
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const [key, value = 'true'] = splitOnce(pair, '=');
    if (options.has(key)) repeated.push(key);
    options.set(key, value);
  }
  return { scheme, rest, options, repeated };
}

/** Cuts at the first `separator`; the second part is undefined without one. */
export function splitOnce(text: string, separator: string): [string, string | undefined] {
  const end = text.indexOf(separator);
  return end < 0 ? [text, undefined] : [text.slice(0, end), text.slice(end + separator.length)];
}

const NO_OPTIONS: ReadonlyMap<string, string> = new Map();

/** A key of a Secret or ConfigMap. */
export interface KeyReference {
  readonly kind: 'secret' | 'configmap';
  /** metadata.name. */
  readonly name: string;
  readonly key: string;
  /** Where what is wrong with the name is to be mended. */
  readonly named: At;
}

/**
 * Reads `secret://name/key` or `configmap://name/key`. A name is first one of the workload's own `secrets`, then one in the same namespace.
 * @param literalForm whether a text that only looks like a reference can be written there too
 * @returns undefined when the text is no such reference; also when it is a broken one, which is reported
 */
export function keyReference(
  text: string,
  place: At,
  context: Context,
  literalForm = false,
): KeyReference | 'broken' | undefined {
  const reference = parseReference(text, ['secret', 'configmap']);
  if (reference === undefined) return undefined;
  const kind = reference.scheme as KeyReference['kind'];
  const [name, key] = splitOnce(reference.rest, '/');
  if (name === '' || key === undefined || key === '') {
    context.report.error(place, 'bad-reference', `expected ${kind}://<name>/<key>`, {
      value: text,
      ...(literalForm && { hint: 'For text that only looks like a reference write { value: "…" }' }),
    });
    return 'broken';
  }
  if (reference.options.size > 0) {
    context.report.error(place, 'bad-reference', `a reference to one key takes no options`, { value: text });
    return 'broken';
  }
  if (kind === 'secret' && Object.hasOwn(context.secrets, name)) checkOwnKey(name, key, place, context);
  return { kind, name: resolveName(kind, name, context), key, named: placeOfName(kind, name, place, context) };
}

/** The metadata.name that a name in a reference stands for. */
export const resolveName = (scheme: string, name: string, context: Context): string =>
  scheme === 'secret' && Object.hasOwn(context.secrets, name) ? secretName(context.name, name) : name;

/** Where the name in a reference was written: the names of the workload's own Secrets are made of its name. */
export const placeOfName = (scheme: string, name: string, place: At, context: Context): At =>
  scheme === 'secret' && Object.hasOwn(context.secrets, name) ? derivedName(context, place) : place;

function checkOwnKey(name: string, key: string, place: At, context: Context): void {
  const data: unknown = context.secrets[name]?.data ?? {};
  // What is no map at all has been reported as such.
  if (typeof data !== 'object' || data === null || Object.hasOwn(data, key)) return;
  if (context.report.hasShapeProblem(at(at(ROOT, 'secrets'), name))) return;
  const keys = keysOf(data);
  const guess = context.report.nearest(key, keys);
  const some = keys.length === 0 ? 'none' : keys.slice(0, 10).join(', ');
  const hint = didYouMean(guess, `Its keys: ${some}${keys.length > 10 ? ', …' : ''}`);
  context.report.error(place, 'missing-key', `the workload's secret "${name}" has no key "${key}"`, { hint });
}

const keyLists = new WeakMap<object, readonly string[]>();

/** Its keys, listed once for any number of wrong references. */
function keysOf(data: object): readonly string[] {
  const known = keyLists.get(data);
  if (known !== undefined) return known;
  const keys = Object.keys(data);
  keyLists.set(data, keys);
  return keys;
}

// References in a workload: secret://name/key, configmap://name/key, pvc://claim, emptydir://, … KAM writes them as the values of env, dirs
// and contentFrom. Read here once; what each means stands with its field.
import { nearest } from '../kube/suggest';
import type { At } from '../kube/rules/report';
import { type Context, secretName } from './context';

/** A reference, cut into its parts. */
export interface Reference {
  /** Lower-case scheme: `secret`. */
  readonly scheme: string;
  /** What stands after `://`, up to `?`. */
  readonly rest: string;
  /** The options after `?`, in the order written. */
  readonly options: ReadonlyMap<string, string>;
}

/** Cuts `scheme://rest?options`, also as `${scheme://…}`; undefined for a text that has no scheme of `schemes`. */
export function parseReference(text: string, schemes: readonly string[]): Reference | undefined {
  const inner = text.startsWith('${') && text.endsWith('}') ? text.slice(2, -1) : text;
  const end = inner.indexOf('://');
  if (end < 0) return undefined;
  const scheme = inner.slice(0, end);
  if (!schemes.includes(scheme)) return undefined;
  const [rest = '', query] = splitOnce(inner.slice(end + 3), '?');
  const options = new Map((query ?? '').split('&').flatMap((pair) => (pair === '' ? [] : [splitPair(pair)])));
  return { scheme, rest, options };
}

/** Cuts at the first `separator`; the second part is undefined without one. */
export function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

const splitPair = (pair: string): [string, string] => {
  const [key, value] = splitOnce(pair, '=');
  return [key, value ?? 'true'];
};

/** A key of a Secret or ConfigMap. */
export interface KeyReference {
  readonly kind: 'secret' | 'configmap';
  /** metadata.name. */
  readonly name: string;
  readonly key: string;
}

/**
 * Reads `secret://name/key` or `configmap://name/key`. A name is first one of the workload's own `secrets`, then one in the same namespace.
 * @returns undefined when the text is no such reference; also when it is a broken one, which is reported
 */
export function keyReference(text: string, place: At, context: Context): KeyReference | 'broken' | undefined {
  const reference = parseReference(text, ['secret', 'configmap']);
  if (reference === undefined) return undefined;
  const kind = reference.scheme as KeyReference['kind'];
  const [name, key] = splitOnce(reference.rest, '/');
  if (name === '' || key === undefined || key === '') {
    context.report.error(place, 'bad-reference', `expected ${kind}://<name>/<key>`, {
      value: text,
      hint: 'For text that only looks like a reference write { value: "…" }',
    });
    return 'broken';
  }
  if (reference.options.size > 0) {
    context.report.error(place, 'bad-reference', `a reference to one key takes no options`, { value: text });
    return 'broken';
  }
  if (kind === 'secret' && Object.hasOwn(context.secrets, name)) checkOwnKey(name, key, place, context);
  return { kind, name: resolveName(kind, name, context), key };
}

/** The metadata.name that a name in a reference stands for. */
export const resolveName = (scheme: string, name: string, context: Context): string =>
  scheme === 'secret' && Object.hasOwn(context.secrets, name) ? secretName(context.name, name) : name;

function checkOwnKey(name: string, key: string, place: At, context: Context): void {
  const keys = Object.keys(context.secrets[name]?.data ?? {});
  if (keys.includes(key)) return;
  const guess = nearest(key, keys);
  const hint =
    guess !== undefined ? `Did you mean "${guess}"?` : `Its keys: ${keys.length === 0 ? 'none' : keys.join(', ')}`;
  context.report.error(place, 'missing-key', `the workload's secret "${name}" has no key "${key}"`, { hint });
}

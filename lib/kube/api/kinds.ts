// The kinds that the API servers of our minors know.
import { ALL, minorsIn } from './minors';
import { kinds } from './tables/kinds';

/** A kind of a version of its group. */
export interface ServedKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** The name of its type in the tables of fields. */
  readonly type: string;
  readonly namespaced: boolean;
  /** The minors that serve it by default. */
  readonly minors: number;
  /** The minors that have it, switched off. */
  readonly off: number;
}

/** Every kind. */
export const servedKinds = (): readonly ServedKind[] => kinds.trim().split('\n').map(kindIn);

/** The kind of that name in that version of its group. Its line is searched for: most objects are of a few kinds. */
export function servedKind(apiVersion: string, kind: string): ServedKind | undefined {
  if (!/^[\w./-]+$/.test(apiVersion) || !/^\w+$/.test(kind)) return undefined;
  const name = `\n${apiVersion} ${kind}`;
  for (let at = kinds.indexOf(name); at >= 0; at = kinds.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (kinds[end] === ' ' || kinds[end] === '\n') return kindIn(kinds.slice(at + 1, kinds.indexOf('\n', end)));
  }
  return undefined;
}

/** `apps/v1 Deployment`, then what differs from a kind in a namespace whose type has its name: `cluster`, `type=…`, `on=1.29+`, `off=1.30`. */
function kindIn(line: string): ServedKind {
  const [apiVersion, kind, ...words] = line.split(' ') as [string, string, ...string[]];
  const word = (name: string): string | undefined =>
    words.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  const off = word('off');
  const on = word('on');
  const minors = on !== undefined ? minorsIn(on) : off !== undefined ? 0 : ALL;
  return {
    apiVersion,
    kind,
    type: word('type') ?? kind,
    namespaced: !words.includes('cluster'),
    minors,
    off: off === undefined ? 0 : minorsIn(off),
  };
}

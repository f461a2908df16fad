// What --skip and --ignore ask of objects, and the input has none of: a slip of the pen would silence nothing, without a word.
import { kinds } from '../kube/kinds';
import type { Ignore } from '../report/ignore';
import type { ObjectRef } from '../report/problem';
import { didYouMean, nearest } from '../report/suggest';

/** Meets all objects; keeps what was asked of none of them. */
export class Unmet {
  private readonly left: Set<Ignore>;
  private readonly kinds = new Set<string>();

  constructor(asked: readonly Ignore[]) {
    this.left = new Set(asked);
  }

  meet(object: ObjectRef | undefined): void {
    if (object === undefined) return;
    this.kinds.add(object.kind);
    for (const ignore of this.left) if (isOf(ignore, object)) this.left.delete(ignore);
  }

  /** `--skip Deploymnt: no such object was read. Did you mean "Deployment"?` */
  lines(): readonly string[] {
    return [...this.left].map((ignore) => {
      const { kind } = ignore.object!;
      // The kinds of the input come first.
      const known = [...this.kinds, ...kinds().map((each) => each.kind)];
      const hint = didYouMean(this.kinds.has(kind) ? undefined : nearest(kind, known), '');
      return `${asWritten(ignore)}: no such object was read${hint === '' ? '' : `. ${hint}`}`;
    });
  }
}

const isOf = ({ object: asked }: Ignore, { kind, namespace, name }: ObjectRef): boolean =>
  asked?.kind === kind &&
  (asked.name === undefined || asked.name === name) &&
  (asked.namespace === undefined || asked.namespace === namespace);

function asWritten({ code, object }: Ignore): string {
  const { kind, namespace, name } = object!;
  const text = [kind, namespace, name].filter((part) => part !== undefined).join('/');
  return code === undefined ? `--skip ${text}` : `--ignore ${code}:${text}`;
}

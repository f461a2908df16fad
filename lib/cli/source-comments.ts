// The comments of a document as those of the TypeScript that is made of it: before the call, or at the property that its key became.
import type { Comment } from '../text/comments';

/** The comments at a value and in it: on lines before it, behind it, and, of a map or list, after its last item. */
export class CommentTree {
  readonly before: string[] = [];
  readonly behind: string[] = [];
  readonly last: string[] = [];
  readonly inner = new Map<string | number, CommentTree>();

  /** Those of a key or an item. */
  in(key: string | number): CommentTree {
    let tree = this.inner.get(key);
    if (tree === undefined) this.inner.set(key, (tree = new CommentTree()));
    return tree;
  }

  /** Whether there are any inside, so that the value cannot stand on one line. */
  get isWithin(): boolean {
    return this.last.length > 0 || this.inner.size > 0;
  }
}

/** The comments where they stand in a value, or at the nearest place around; those at the value itself are before it. */
export function treeOf(value: object, comments: readonly Comment[]): CommentTree {
  const root = new CommentTree();
  for (const { text, path, stands } of comments) {
    let tree = root;
    let here: unknown = value;
    let depth = 0;
    while (depth < path.length && isOpen(here)) {
      const inner = Object.hasOwn(here, path[depth]!)
        ? (here as Record<string | number, unknown>)[path[depth]!]
        : undefined;
      if (inner === undefined) break;
      tree = tree.in(path[depth++]!);
      here = inner;
    }
    const isThere = depth === path.length;
    if (isThere && stands === 'last' && isOpen(here)) tree.last.push(lineOf(text));
    else if (isThere && stands === 'behind' && tree !== root) tree.behind.push(lineOf(text));
    else tree.before.push(lineOf(text));
  }
  return root;
}

/** A map or list with room for comments: one that is not empty, and no numbers, which stand many on a line. */
const isOpen = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length > 0 &&
  !(Array.isArray(value) && value.every((item) => typeof item === 'number'));

/** What would end the line, and what would make it look like another one. */
const NOT_IN_LINE = /[^\P{Cc}\t]|[\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu;
/** What the compiler and other tools would obey. */
const DIRECTIVE = /^\s*(?:@|(?:prettier|eslint|biome|tslint|deno)\b)/;

/** A comment that ends with its line, whatever its text is. */
function lineOf(text: string): string {
  const shown = text.replace(NOT_IN_LINE, ' ');
  return `// ${DIRECTIVE.test(shown) ? '# ' : ''}${shown}`.trimEnd();
}

// The comments of a document, and the keys that they stand at. Looked for only when somebody asks.

import type { Path } from '../report/problem';
import type { Lines } from './lines';
import type { Entry, Spot } from './positions';

/** A comment in a text, without its `#`, and the offsets of its first character and one past its last. */
export interface CommentSpot {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A comment and where it stands: on lines before a key, behind what is at a key, or after the last item of a map or list. */
export interface Comment {
  readonly text: string;
  readonly path: Path;
  readonly stands: 'before' | 'behind' | 'last';
}

/** A text and its places. */
interface Text {
  readonly text: string;
  readonly lines: Pick<Lines, 'at'>;
}

/** The comment from a `#` to the end of its line. */
export function commentAt(text: string, start: number, lineEnd: RegExp): CommentSpot {
  lineEnd.lastIndex = start;
  const end = lineEnd.exec(text)?.index ?? text.length;
  return {
    start,
    end,
    text: text
      .slice(start + 1, end)
      .replace(/^ /, '')
      .trimEnd(),
  };
}

/** A key, an item of a list, or the document itself. */
interface Node {
  readonly at: number;
  /** Of its value. */
  readonly spot: Spot;
  readonly path: Path;
  readonly parent: Node | undefined;
}

/** Finds for each comment the key that it stands at. */
export function placeComments(comments: readonly CommentSpot[], root: Spot, { text, lines }: Text): Comment[] {
  const nodes = nodesOf(root);

  /** How many nodes begin before an offset. */
  const countBefore = (offset: number): number => {
    let low = 0;
    for (let high = nodes.length; low < high;) {
      const middle = (low + high) >> 1;
      if (nodes[middle]!.at < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const lineStart = (offset: number): number => offset - lines.at(offset).column + 1;
  const isBracketed = ({ spot }: Node): boolean => text[spot.start] === '{' || text[spot.start] === '[';
  const holds = (node: Node, offset: number): boolean =>
    isBracketed(node) && node.spot.start < offset && offset < node.spot.end;
  /** Of an item in a list without brackets the column of its dash. */
  const columnOf = ({ at }: Node): number => {
    const start = lineStart(at);
    const dash = /-[ \t]+(?:[&!]\S*[ \t]+)*$/.exec(text.slice(start, at));
    return dash === null ? at - start : dash.index;
  };

  /** Of what begins on its line and ends there too, the last, and the most of that; or else the last key that begins on it. */
  const behind = (comment: CommentSpot): Node | undefined => {
    const start = lineStart(comment.start);
    const first = countBefore(start);
    const onLine = nodes.slice(first, countBefore(comment.start));
    const whole = onLine.filter(({ spot }) => spot.start >= start && spot.end <= comment.start);
    const end = whole.reduce((latest, { spot }) => Math.max(latest, spot.end), 0);
    return whole.find(({ spot }) => spot.end === end) ?? onLine.at(-1);
  };

  /** The map or list that a comment on its own line is the last in; undefined where an item follows. */
  const endOf = (comment: CommentSpot, previous: Node | undefined, next: Node | undefined): Node | undefined => {
    for (let node = previous; node !== undefined; node = node.parent) {
      if (holds(node, comment.start)) return next !== undefined && next.at < node.spot.end ? undefined : node;
    }
    const column = comment.start - lineStart(comment.start);
    if (next !== undefined && column <= columnOf(next)) return undefined;
    for (let node = previous; node?.parent !== undefined; node = node.parent) {
      if (columnOf(node) <= column) return isWithin(next, node.parent) ? undefined : node.parent;
    }
    return next === undefined ? nodes[0] : undefined;
  };

  /** The outermost map or list whose bracket closes on the line before the comment. */
  const closedBefore = ({ start }: CommentSpot, previous: Node | undefined): Node | undefined => {
    let closed: Node | undefined;
    for (let node = previous; node !== undefined; node = node.parent) {
      if (isBracketed(node) && node.spot.end > lineStart(start) && node.spot.end <= start) closed = node;
    }
    return closed;
  };

  return comments.map((comment) => {
    const isOwnLine = /^\s*$/.test(text.slice(lineStart(comment.start), comment.start));
    const beside = isOwnLine ? undefined : behind(comment);
    if (beside !== undefined) return { text: comment.text, path: beside.path, stands: 'behind' };
    const nth = countBefore(comment.start);
    const next = nodes[nth];
    const previous = nodes[nth - 1];
    const end = (isOwnLine ? undefined : closedBefore(comment, previous)) ?? endOf(comment, previous, next);
    if (end !== undefined) return { text: comment.text, path: end.path, stands: 'last' };
    return { text: comment.text, path: next?.path ?? [], stands: 'before' };
  });
}

const isWithin = (node: Node | undefined, container: Node): boolean =>
  node !== undefined && container.path.every((key, index) => node.path[index] === key);

/** In the order of the text; what begins at one offset from the outside in. */
function nodesOf(root: Spot): Node[] {
  const nodes: Node[] = [];
  const seen = new Set<Spot | Entry>();
  /** What an alias of YAML repeats, and what KCL has united, is there more than once. */
  const isNew = (part: Spot | Entry): boolean => !seen.has(part) && seen.add(part) !== undefined;
  const visit = (at: number, spot: Spot, path: Path, parent: Node | undefined): void => {
    const node = { at, spot, path, parent };
    nodes.push(node);
    for (const [key, entry] of spot.entries ?? []) visitEntry([...path, key], entry, node);
    for (const [index, item] of (spot.items ?? []).entries()) {
      if (isNew(item)) visit(item.start, item, [...path, index], node);
    }
  };
  const visitEntry = (path: Path, entry: Entry, parent: Node): void => {
    // KCL's `_type` is nowhere written as a key.
    if (!isNew(entry) || (entry.key === entry.value.start && isScalar(entry.value))) return;
    visit(entry.key, entry.value, path, parent);
    for (const other of entry.also ?? []) visitEntry(path, other, parent);
  };
  visit(root.start, root, [], undefined);
  return nodes.sort((a, b) => a.at - b.at);
}

const isScalar = ({ entries, items }: Spot): boolean => entries === undefined && items === undefined;

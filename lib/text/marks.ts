// The keys and scalars of a document as stretches of its text.
import type { ParsedDocument } from './parse';
import type { Spot } from './positions';

/** A key, or a value that is neither map nor list. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Where problems with it are told: of a value in a map that is where its key stands. */
  readonly at: number;
  /** The key or index under which it stands; of a key itself. */
  readonly step: string | number;
  /** Of a value: what it is. */
  readonly value?: string | number | boolean | null;
  /** The map or list in which it stands. */
  readonly owner: object;
}

/** All marks of a document. */
export interface Marks {
  readonly marks: readonly Mark[];
  /** Some stand for more than one place of the document: aliases, merged maps. */
  readonly shared: boolean;
}

/** @param text - The text of the document, without byte order mark. */
export function marksIn({ places, value, format }: ParsedDocument, text: string): Marks {
  const marks = new Map<number, Mark>();
  let shared = false;
  const visit = (spot: Spot, given: unknown, at: number, step: string | number, owner: object): void => {
    if (spot.entries !== undefined && isCollection(given)) {
      for (const [key, entry] of spot.entries) {
        const end = keyEnd(text, entry.key, format);
        if (!Object.hasOwn(given, key)) continue;
        shared ||= isOutside(entry.value, spot);
        marks.set(entry.key, { start: entry.key, end, at: entry.key, step: key, owner: given });
        visit(entry.value, (given as Record<string, unknown>)[key], entry.key, key, given);
      }
    } else if (spot.items !== undefined && isCollection(given)) {
      for (const [nth, item] of spot.items.entries()) {
        shared ||= isOutside(item, spot);
        visit(item, (given as unknown[])[nth], item.start, nth, given);
      }
    } else if (!isCollection(given) && spot.end > spot.start) {
      const { start, end } = spot;
      // No scalar begins so by itself.
      shared ||= format === 'yaml' && text[start] === '*';
      marks.set(start, { start, end, at, step, value: given as string, owner });
    }
  };
  const root = places.root;
  visit(root, value, root.start, '', {});
  return { marks: [...marks.values()].sort((one, other) => one.start - other.start), shared };
}

const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isOutside = (inner: Spot, outer: Spot): boolean => inner.start < outer.start || inner.end > outer.end;

/** Where a key ends that begins here. */
function keyEnd(text: string, start: number, format: ParsedDocument['format']): number {
  const key = format === 'kcl' ? KCL_KEY : KEY;
  key.lastIndex = start;
  return key.test(text) ? key.lastIndex : start;
}

const KCL_KEY = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w$]+/y;
const KEY = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\n]*?(?=\s*(?::(?:[\s,[\]{}]|$)|\n|$))/y;

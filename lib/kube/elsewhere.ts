// Where a field belongs that stands at the wrong place: one level too deep, too high, or in a neighbour.
import { printPath } from '../report/print';
import type { Path } from '../report/problem';
import { fieldsOf } from './api/fields';

/** Names that say nothing alone: many types have them. */
const COMMON = new Set([
  'apiVersion',
  'kind',
  'metadata',
  'spec',
  'status',
  'name',
  'namespace',
  'type',
  'labels',
  'key',
  'value',
]);
/** How deep a field is looked for below a place. */
const DEEPEST = 3;

/** The place in an object of the type `root` whose type has the field, as words for a hint; undefined where none or several do. */
export function elsewhere(root: string, path: Path, field: string): string | undefined {
  const levels = levelsTo(root, path);
  // What a Service calls its selector is a part of the others.
  if (levels.at(-1)!.type === 'LabelSelector') return words('matchLabels');
  if (COMMON.has(field)) return undefined;
  const [outer, here] = [levels.slice(0, -1).reverse(), levels.at(-1)!];
  const above = outer.find(({ type }) => fieldsOf(type)?.has(field));
  if (above !== undefined) return words(printPath(above.path));
  const below = wayDown(here.type, field);
  if (below !== undefined) return words(below);
  for (const level of outer) {
    const beside = wayDown(level.type, field);
    if (beside !== undefined) return words([printPath(level.path), beside].filter(Boolean).join('.'));
  }
  return undefined;
}

const words = (place: string): string => (place === '' ? 'it stands beside metadata' : `it belongs to ${place}`);

interface Level {
  readonly type: string;
  readonly path: Path;
}

/** The objects from the root to the one at the path. */
function levelsTo(root: string, path: Path): Level[] {
  const levels: Level[] = [{ type: root, path: [] }];
  let notation = root;
  path.forEach((key, index) => {
    const inner = typeof key === 'number' ? notation.replace(/\[\]$/, '') : fieldsOf(notation)?.get(key)?.type;
    notation = inner ?? '';
    if (fieldsOf(notation) !== undefined) levels.push({ type: notation, path: path.slice(0, index + 1) });
  });
  return levels;
}

/** The shortest way down to an object with the field, if there is one alone: `template.spec.containers[]`. */
function wayDown(type: string, field: string): string | undefined {
  let all = ways.get(type);
  if (all === undefined) ways.set(type, (all = waysDown(type)));
  return all.get(field) || undefined;
}

/** What has been asked for, by type: thousands of fields may be wrong. */
const ways = new Map<string, ReadonlyMap<string, string>>();

/** The shortest ways down to all fields; '' to a field to which there are several. */
function waysDown(type: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  let level: readonly Way[] = [{ type, keys: [] }];
  const seen = new Set([type]);
  for (let depth = 0; depth < DEEPEST; depth++) {
    level = level.flatMap((each) => objectsIn(each, seen));
    const here = new Map<string, string>();
    for (const { type: inner, keys } of level) {
      const way = keys.join('.');
      for (const field of fieldsOf(inner)!.keys()) {
        const before = here.get(field);
        if (before === undefined || keys.includes('containers[]')) here.set(field, way);
        else if (!before.includes('containers[]')) here.set(field, '');
      }
    }
    for (const [field, way] of here) if (!found.has(field)) found.set(field, way);
  }
  return found;
}

interface Way {
  readonly type: string;
  readonly keys: readonly string[];
}

/** The objects in the fields of an object; each type once. */
function objectsIn({ type, keys }: Way, seen: Set<string>): Way[] {
  const found: Way[] = [];
  for (const [key, { type: notation }] of fieldsOf(type) ?? []) {
    const isList = notation.endsWith('[]');
    const inner = isList ? notation.slice(0, -2) : notation;
    if (key === 'status' || key === 'metadata' || seen.has(inner) || fieldsOf(inner) === undefined) continue;
    seen.add(inner);
    found.push({ type: inner, keys: [...keys, isList ? `${key}[]` : key] });
  }
  return found;
}

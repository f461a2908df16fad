// In a manifest "", null, [] and {} mean not set: such keys are left out before anything else looks at the document.
import type { Path } from '../../report/problem';
import { isMap } from '../../shape/shape';
import { isSet } from '../draft';
import { PUBLISHED_KEYS } from './published';

/** The document without the known keys that are not set (an unknown key is unknown even when it is empty), and which they were. */
export function withoutUnset(document: unknown, known: readonly string[]): { value: unknown; unset: readonly Path[] } {
  if (!isMap(document)) return { value: document, unset: [] };
  const inner = Object.hasOwn(document, 'published') ? split(document['published'], PUBLISHED_KEYS) : undefined;
  const outer = split(inner === undefined ? document : replaced(document, 'published', inner.value), known);
  const unset = [...outer.unset.map((key) => [key]), ...(inner?.unset ?? []).map((key) => ['published', key])];
  return { value: outer.value, unset };
}

function split(value: unknown, known: readonly string[]): { value: unknown; unset: readonly string[] } {
  if (!isMap(value)) return { value, unset: [] };
  const unset = known.filter((key) => Object.hasOwn(value, key) && !isSet(value[key]));
  if (unset.length === 0) return { value, unset };
  return { value: Object.fromEntries(Object.entries(value).filter(([key]) => !unset.includes(key))), unset };
}

const replaced = (map: Record<string, unknown>, key: string, value: unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(map).map(([name, old]) => [name, name === key ? value : old]));

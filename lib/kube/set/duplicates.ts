// The same object twice: of both, only the one that is applied last would remain.
import { at, ROOT } from '../../report/place';
import type { Checked } from '../validate';
import { identityKey, identityOf } from './identity';

export function checkDuplicates(
  objects: readonly unknown[],
  all: readonly Checked[],
  label: (position: number) => string,
): void {
  const seen = new Map<string, number>();
  for (let position = 0; position < objects.length; position++) {
    const key = identityKey(objects[position]);
    if (key === undefined) continue;
    const { kind, name } = identityOf(objects[position]);
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, position);
      continue;
    }
    const message = `${label(first)} and ${label(position)} are the same ${kind}: of both, only the one applied last would remain`;
    all[position]?.report.error(at(at(ROOT, 'metadata'), 'name'), 'duplicate', message, { value: name });
  }
}

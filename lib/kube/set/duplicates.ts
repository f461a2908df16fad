// The same object twice: of both, only the one that is applied last would remain.
import { at, ROOT } from '../../report/place';
import { keyOf } from './identity';
import type { Part } from './part';

export function checkDuplicates(parts: readonly Part[], label: (position: number) => string): void {
  const seen = new Map<string, number>();
  for (const [position, { identity, report }] of parts.entries()) {
    const key = keyOf(identity);
    if (key === undefined) continue;
    const { kind, name } = identity;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, position);
      continue;
    }
    const message = `${label(first)} and ${label(position)} are the same ${kind}: of both, only the one applied last would remain`;
    report.error(at(at(ROOT, 'metadata'), 'name'), 'duplicate', message, { value: name });
  }
}

// lib/kube against the verdicts on record (test/oracle/recorded.ts): what the servers take and refuse, and, where one field is wrong, which.
import { validateManifest } from '../../lib/kube/validate';
import type { Minor } from '../../lib/kube/api/minors';
import { printPath, printProblems } from '../../lib/report/print';
import { errorsOf } from '../../lib/report/problem';
import { chosenSets, linesOf, type Recorded, recorded } from '../oracle/recorded';
import type { SetName } from './sets';
import { isDeliberate } from './deliberate';
import { isSamePlace } from './places';

/** What we say otherwise than a server. */
function difference({ name, object, verdicts }: Recorded, kubernetes: Minor): string | undefined {
  const named = verdicts.get(kubernetes);
  if (named === undefined) return undefined;
  const errors = errorsOf(validateManifest(object, { kubernetes }));
  const said = (): string =>
    `${name}\n  the server: ${named.join(', ') || 'taken'}\n  we: ${errors.length > 0 ? printProblems(errors) : 'taken'}`;
  if (errors.length > 0 !== named.length > 0) return said();
  const [theirs, ours] = [named[0], errors[0] && printPath(errors[0].path)];
  // An answer without a field (`Bad Request`, `UnknownKind`) has no place.
  if (named.length !== 1 || errors.length !== 1 || /^[A-Z]/.test(theirs!)) return undefined;
  return isSamePlace(theirs!, ours!) ? undefined : said();
}

/** The tests of the sets that are meant, as far as they are asked about. Each of the two files that call this takes half of the time. */
export function verdictsOf(isMeant: (set: SetName) => boolean): void {
  const sets = chosenSets.filter(isMeant);
  if (sets.length === 0) {
    // jest wants a test in each file.
    test.skip('none of these sets is asked about', () => undefined);
    return;
  }
  describe.each(sets)('%s', (set) => {
    const objects = recorded(set).filter(({ object }) => !isDeliberate(object));

    test.each(linesOf(set).minors)('%s takes and refuses what we take and refuse, and at the same place', (minor) => {
      const judged = objects.filter(({ verdicts }) => verdicts.has(minor));
      expect(judged.flatMap((each) => difference(each, minor) ?? []).slice(0, 20)).toEqual([]);
    });
  });
}

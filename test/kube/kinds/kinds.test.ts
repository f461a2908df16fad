// Every kind of the tables has its rules and what the servers are asked about it, so that a kind of a new minor is missed nowhere.
import { kindOf, kinds } from '../../../lib/kube/kinds';
import { corpus } from '../../oracle/corpus';
import { samples } from '../../oracle/samples';
import { validObjects } from '../arbitrary';
import { setNames } from '../sets';

const key = ({ apiVersion, kind }: { readonly apiVersion?: unknown; readonly kind?: unknown }): string =>
  `${String(apiVersion)} ${String(kind)}`;
/** What a server of some minor serves without being asked for it. */
const served = kinds().filter(({ minors }) => minors > 0);
const all = served.map(key);

const without = (known: Iterable<string>): string[] => {
  const there = new Set(known);
  return all.filter((each) => !there.has(each));
};

test('rules (lib/kube/kinds/rare.ts, or index.ts)', () => {
  expect(served.filter(({ apiVersion, kind }) => kindOf(apiVersion, kind)?.check === undefined).map(key)).toEqual([]);
});

test('a sample (test/oracle/samples.ts)', () => {
  expect(without(samples.map(key))).toEqual([]);
});

test('valid objects in a set (test/kube/sets)', () => {
  const missing = without(setNames.flatMap((set) => validObjects(set).map(key)));
  expect(missing).toEqual([]);
});

test('rows of the corpus (test/oracle/corpus)', () => {
  const objects = corpus.flatMap(({ object }) => (typeof object === 'string' ? [] : [key(object as object)]));
  expect(without(objects)).toEqual([]);
});

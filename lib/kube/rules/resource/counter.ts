// CounterSet and DeviceCounterConsumption: what the parts of a device have in common, and how much of it each of them takes.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#partitionable-devices
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Counter, CounterSet, DeviceCounterConsumption } from '../../api/types';
import { label1123 } from '../../values/syntax';
import { checkCount, checkLabel1123, checkRequired, checkUnique, ofKey } from '../checks';

const MOST_SETS = 8;
const MOST_CONSUMPTIONS = 2;
const MOST_COUNTERS = 32;

export function checkCounterSets(sets: readonly CounterSet[] | undefined, place: At, report: Report): void {
  if (sets === undefined || !checkCount(sets, MOST_SETS, place, report)) return;
  checkEach(sets, 'name', place, report);
}

export function checkConsumption(
  consumptions: readonly DeviceCounterConsumption[] | undefined,
  place: At,
  report: Report,
): void {
  // The set itself may be in another slice of the pool.
  if (consumptions === undefined || !checkCount(consumptions, MOST_CONSUMPTIONS, place, report)) return;
  checkEach(consumptions, 'counterSet', place, report);
}

/** @param key - The field with the name of the set. */
function checkEach<Key extends string>(
  sets: readonly ({ readonly [name in Key]?: string } & { readonly counters?: Readonly<Record<string, Counter>> })[],
  key: Key,
  place: At,
  report: Report,
): void {
  sets.forEach(({ [key]: name, counters = {} }, index) => {
    const here = at(place, index);
    if (checkRequired(name, at(here, key), report)) checkLabel1123(name, at(here, key), report);
    checkCounters(Object.keys(counters), at(here, 'counters'), report);
  });
  checkUnique(
    sets,
    ({ [key]: name }) => name ?? '',
    (index, value, first) => {
      report.error(at(at(place, index), key), 'duplicate', `the item [${first}] has the same ${key}`, { value });
    },
  );
}

function checkCounters(names: readonly string[], place: At, report: Report): void {
  if (!checkRequired(names, place, report, 'must have at least one counter')) return;
  if (!checkCount(names, MOST_COUNTERS, place, report)) return;
  for (const name of names) {
    const problem = label1123(name);
    if (problem !== undefined) report.error(at(place, name), 'bad-name', ofKey(problem));
  }
}

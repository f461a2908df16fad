// LimitRange: the least, the most and the default of what each pod, container or claim of a namespace may have.
// https://kubernetes.io/docs/concepts/policy/limit-range/
import { didYouMean, nearest } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { LimitRange, LimitRangeItem } from '../../api/types';
import { alternatives, checkRequired, checkUnique } from '../../rules/checks';
import { checkResourceName } from '../../rules/core/quota-resource';
import { checkContainerResource, mayOvercommit } from '../../rules/core/resource-requirements';
import { checkGeneration, checkMetadata, type NameRule, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import {
  compareQuantity,
  milliUnits,
  parseQuantity,
  type Quantity,
  roundUpToMilli,
  storedForm,
  wholeUnits,
} from '../../values/quantity';
import { qualifiedName } from '../../values/syntax';

const NAME: NameRule = { ...SUBDOMAIN_NAME, optional: true };
const TYPES = ['Container', 'Pod', 'PersistentVolumeClaim'];
const LISTS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;
const DEFAULTS = ['default', 'defaultRequest'] as const;

type List = (typeof LISTS)[number];
/** The amounts of one resource. */
type Amounts = Partial<Record<List, Quantity>>;

export function checkLimitRange({ metadata, spec }: LimitRange, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  checkGeneration(metadata, place, report);
  const here = at(at(place, 'spec'), 'limits');
  spec?.limits?.forEach((item, index) => checkItem(item, at(here, index), report));
  checkUnique(
    spec?.limits,
    ({ type = '' }) => type,
    (index, type, first) => {
      const message = `limits[${first}] is of this type already`;
      report.error(at(at(here, index), 'type'), 'duplicate', message, { value: type });
    },
  );
}

function checkItem(item: LimitRangeItem, place: At, report: Report): void {
  const { type = '' } = item;
  checkType(type, at(place, 'type'), report);
  if (type === 'Pod') {
    for (const list of DEFAULTS) {
      if (Object.keys(item[list] ?? {}).length === 0) continue;
      const message = 'may not be set for the type Pod: a pod has what its containers have';
      report.error(at(place, list), 'forbidden', message);
    }
  }
  const lists = LISTS.filter((list) => type !== 'Pod' || !DEFAULTS.some((one) => one === list));
  const isOfPods = type === 'Pod' || type === 'Container';
  for (const list of lists) {
    for (const name of Object.keys(item[list] ?? {}))
      (isOfPods ? checkContainerResource : checkResourceName)(name, at(at(place, list), name), report);
  }
  if (type === 'PersistentVolumeClaim' && ![item.min, item.max].some((list) => Object.hasOwn(list ?? {}, 'storage')))
    report.error(place, 'required', 'must have min or max with storage for the type PersistentVolumeClaim');
  for (const name of new Set(lists.flatMap((list) => Object.keys(item[list] ?? {}))))
    checkAmounts(name, amountsOf(item, lists, name), type === 'Container', place, report);
}

function checkType(type: string, place: At, report: Report): void {
  if (!checkRequired(type, place, report, `is required: ${alternatives(TYPES)}`)) return;
  const problem = qualifiedName(type);
  if (problem !== undefined) {
    report.error(place, 'bad-name', problem, { value: type });
  } else if (!type.includes('/') && !TYPES.includes(type)) {
    const hint = didYouMean(nearest(type, TYPES));
    report.error(place, 'not-one-of', `must be ${alternatives(TYPES)}, or have a domain`, { value: type, hint });
  }
}

function amountsOf(item: LimitRangeItem, lists: readonly List[], name: string): Amounts {
  const amounts: Amounts = {};
  for (const list of lists) {
    const value = Object.hasOwn(item[list] ?? {}, name) ? item[list]?.[name] : undefined;
    const quantity = value === undefined ? undefined : parseQuantity(value);
    if (quantity !== undefined) amounts[list] = roundUpToMilli(quantity);
  }
  return amounts;
}

/** @param fills - The server fills in a default that is missing with the most. */
function checkAmounts(name: string, amounts: Amounts, fills: boolean, place: At, report: Report): void {
  const { min, max, default: limit, defaultRequest: request, maxLimitRequestRatio: ratio } = amounts;
  const checkOrder = (less: List, more: List, blamed: List): void => {
    const [low, high] = [amounts[less], amounts[more]];
    if (low === undefined || high === undefined || compareQuantity(low, high) <= 0) return;
    const other = blamed === less ? more : less;
    const message = `must not be ${blamed === less ? 'more' : 'less'} than ${other}, which is ${shown(amounts[other])}`;
    report.error(at(at(place, blamed), name), 'conflict', message, { value: shown(amounts[blamed]) });
  };
  checkOrder('min', 'max', 'min');
  checkOrder('min', 'defaultRequest', 'defaultRequest');
  checkOrder('defaultRequest', 'max', 'defaultRequest');
  checkOrder('defaultRequest', 'default', 'defaultRequest');
  checkOrder('min', 'default', 'default');
  checkOrder('default', 'max', 'default');
  const full = limit ?? (fills ? max : undefined);
  if (!mayOvercommit(name) && full && request && compareQuantity(full, request) !== 0) {
    const from = limit === undefined ? 'max, which is the default too' : 'default';
    const message = `must be the same as ${from}, ${shown(full)}, as ${name} cannot be shared`;
    report.error(at(at(place, 'defaultRequest'), name), 'conflict', message, { value: shown(request) });
  }
  if (ratio !== undefined) checkRatio(ratio, min, max, at(at(place, 'maxLimitRequestRatio'), name), report);
}

const shown = (quantity: Quantity | undefined): string | undefined => quantity && storedForm(quantity);

const ONE = parseQuantity('1') as Quantity;
/** From here on the server counts in whole units. */
const MOST_MILLI = (2n ** 63n - 1n) / 1000n;

function checkRatio(
  ratio: Quantity,
  min: Quantity | undefined,
  max: Quantity | undefined,
  place: At,
  report: Report,
): void {
  const value = shown(ratio);
  if (compareQuantity(ratio, ONE) < 0) report.error(place, 'out-of-range', 'must be at least 1', { value });
  if (min === undefined || max === undefined) return;
  const fine = [ratio, min, max].every((quantity) => wholeUnits(quantity) < MOST_MILLI);
  const units = fine ? milliUnits : wholeUnits;
  const most = Number(units(max)) / Number(units(min));
  if (Number(units(ratio)) / (fine ? 1000 : 1) <= most || Number.isNaN(most)) return;
  const message = `must not be more than max divided by min, which is ${Number(most.toPrecision(6))}`;
  report.error(place, 'conflict', message, { value });
}

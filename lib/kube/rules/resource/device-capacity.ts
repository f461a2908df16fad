// DeviceCapacity: how much a device has of something, and how much of that may be asked for where several share it.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/#consumable-capacity
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CapacityRequestPolicy, CapacityRequestPolicyRange, DeviceCapacity } from '../../api/types';
import { compareQuantity, parseQuantity, type Quantity, wholeUnits, addQuantities } from '../../values/quantity';
import { checkCount, checkUnique } from '../checks';

type Amount = number | string;

const MOST_VALUES = 10;
const ZERO = parseQuantity('0') as Quantity;

const quantity = (amount: Amount | undefined): Quantity =>
  (amount === undefined ? undefined : parseQuantity(amount)) ?? ZERO;

/** @param shared - Whether the device may be given to several. */
export function checkDeviceCapacity(capacity: DeviceCapacity, shared: boolean, place: At, report: Report): void {
  const { value = '0', requestPolicy } = capacity;
  if (requestPolicy === undefined) return;
  const here = at(place, 'requestPolicy');
  if (!shared) report.error(here, 'forbidden', 'may not be set unless allowMultipleAllocations of the device is true');
  else checkPolicy(requestPolicy, value, here, report);
}

function checkPolicy(policy: CapacityRequestPolicy, capacity: Amount, place: At, report: Report): void {
  const { validValues = [], validRange } = policy;
  if (validValues.length === 0 && validRange === undefined) return;
  if (validValues.length > 0 && validRange !== undefined) {
    report.error(place, 'conflict', 'may have only one of validValues and validRange');
  } else if (policy.default === undefined) {
    const field = validRange === undefined ? 'validValues' : 'validRange';
    report.error(
      at(place, 'default'),
      'required',
      `is required beside ${field}: what is taken when nothing is asked for`,
    );
  } else if (validRange === undefined) {
    checkValues(validValues, policy.default, capacity, at(place, 'validValues'), report);
  } else checkPolicyRange(validRange, policy.default, capacity, at(place, 'validRange'), report);
}

function checkValues(values: readonly Amount[], byDefault: Amount, capacity: Amount, place: At, report: Report): void {
  values.forEach((value, index) => {
    const here = at(place, index);
    if (index > 0 && isLess(value, values[index - 1])) {
      report.error(here, 'out-of-range', 'must not be less than the value before it', { value });
    }
    if (isLess(capacity, value)) report.error(here, 'out-of-range', mostIs(capacity), { value });
  });
  if (!checkCount(values, MOST_VALUES, place, report)) return;
  checkUnique(
    values,
    (value) => `${wholeUnits(quantity(value))}`,
    (index, _, first) => {
      const message = `validValues[${first}] is the same, counted in whole units`;
      report.error(at(place, index), 'duplicate', message, { value: values[index] });
    },
  );
  if (values.some((value) => compareQuantity(quantity(value), quantity(byDefault)) === 0)) return;
  report.error(place, 'conflict', `must have the default, ${byDefault}, among them`, { value: values });
}

function checkPolicyRange(
  { min, max, step }: CapacityRequestPolicyRange,
  byDefault: Amount,
  capacity: Amount,
  place: At,
  report: Report,
): void {
  const least = at(place, 'min');
  if (min === undefined) {
    report.error(least, 'required', 'is required: the least that may be asked for');
    return;
  }
  if (isLess(capacity, min)) report.error(least, 'out-of-range', mostIs(capacity), { value: min });
  if (isLess(byDefault, min)) {
    report.error(least, 'out-of-range', `must be at most the default, ${byDefault}`, { value: min });
  }
  if (max !== undefined) {
    const most = at(place, 'max');
    if (isLess(max, min)) report.error(most, 'out-of-range', `must be at least min, ${min}`, { value: max });
    if (isLess(capacity, max)) report.error(most, 'out-of-range', mostIs(capacity), { value: max });
    if (isLess(max, byDefault)) {
      report.error(most, 'out-of-range', `must be at least the default, ${byDefault}`, { value: max });
    }
  }
  if (step !== undefined) checkStep(step, { min, max, byDefault, capacity }, at(place, 'step'), report);
}

interface Bounds {
  readonly min: Amount;
  readonly max: Amount | undefined;
  readonly byDefault: Amount;
  readonly capacity: Amount;
}

function checkStep(step: Amount, { min, max, byDefault, capacity }: Bounds, place: At, report: Report): void {
  const units = wholeUnits(quantity(step));
  if (units === 0n) {
    report.error(place, 'out-of-range', 'must not be 0: the server would divide by it', { value: step });
    return;
  }
  if (compareQuantity(addQuantities(quantity(min), quantity(step)), quantity(capacity)) > 0) {
    report.error(place, 'out-of-range', `must be small enough for one step from min within the capacity, ${capacity}`, {
      value: step,
    });
  }
  for (const [what, amount] of [
    ['the default', byDefault],
    ['max', max],
  ] as const) {
    if (amount === undefined || (wholeUnits(quantity(amount)) - wholeUnits(quantity(min))) % units === 0n) continue;
    const message = `must lead from min, ${min}, to ${what}, ${amount}, in whole steps`;
    report.error(place, 'conflict', message, { value: step });
  }
}

const isLess = (one: Amount | undefined, other: Amount | undefined): boolean =>
  compareQuantity(quantity(one), quantity(other)) < 0;

const mostIs = (capacity: Amount): string => `must be at most the capacity, ${capacity}`;

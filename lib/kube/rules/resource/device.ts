// Device: one device of a slice, with what is known of it and where it is.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Device } from '../../api/types';
import { since } from '../../server';
import { qualifiedName } from '../../values/syntax';
import {
  alternatives,
  checkCount,
  checkLabel1123,
  checkRequired,
  checkSpelling,
  checkSubdomain,
  checkUnique,
  listed,
  ofKey,
} from '../checks';
import { checkNodeSelector } from '../core/node-selector';
import { checkConsumption } from './counter';
import { checkDeviceAttribute } from './device-attribute';
import { checkDeviceCapacity } from './device-capacity';
import { checkDeviceTaint } from './device-toleration';
import { attributeName } from './qualified-name';

const MOST_ATTRIBUTES = 32;
const MOST_TAINTS = 16;
const MOST_CONDITIONS = 4;

/** Where a device is. */
const NODE_FIELDS = ['nodeName', 'nodeSelector', 'allNodes'] as const;

/** The feature gates DRAPartitionableDevices and DRADeviceBindingConditions are on: before, the fields behind them are dropped. */
const GATES_ON = since('1.36');

/** @param perDevice - Whether each device of the slice says itself on which nodes it is. */
export function checkDevice(device: Device, perDevice: boolean, place: At, report: Report): void {
  const { name, attributes = {}, capacity = {}, taints, consumesCounters, allowMultipleAllocations } = device;
  if (checkRequired(name, at(place, 'name'), report)) checkLabel1123(name, at(place, 'name'), report);
  const count = Object.keys(attributes).length + Object.keys(capacity).length;
  if (count > MOST_ATTRIBUTES) {
    const message = `must have at most ${MOST_ATTRIBUTES} attributes and capacities together (has ${count})`;
    report.error(place, 'too-long', message);
  }
  checkEntries(attributes, at(place, 'attributes'), report, checkDeviceAttribute);
  checkEntries(capacity, at(place, 'capacity'), report, (one, here) =>
    checkDeviceCapacity(one, allowMultipleAllocations === true, here, report),
  );
  if (checkCount(taints, MOST_TAINTS, at(place, 'taints'), report)) {
    taints?.forEach((taint, index) => checkDeviceTaint(taint, at(at(place, 'taints'), index), report));
  }
  checkConsumption(consumesCounters, at(place, 'consumesCounters'), report);
  checkNodes(device, perDevice, place, report);
  checkBinding(device, place, report);
}

function checkEntries<Value>(
  entries: Readonly<Record<string, Value>>,
  place: At,
  report: Report,
  check: (value: Value, place: At, report: Report) => void,
): void {
  for (const [key, value] of Object.entries(entries)) {
    const problem = attributeName(key);
    if (problem !== undefined) report.error(at(place, key), 'bad-name', ofKey(problem));
    check(value, at(place, key), report);
  }
}

function checkNodes(device: Device, perDevice: boolean, place: At, report: Report): void {
  const { nodeName, nodeSelector, allNodes } = device;
  const where = GATES_ON;
  if (!perDevice) {
    for (const field of NODE_FIELDS) {
      if (device[field] === undefined) continue;
      const message = 'may not be set unless perDeviceNodeSelection of the slice is true';
      report.error(at(place, field), 'forbidden', message, { value: device[field], where });
    }
    return;
  }
  if (nodeName === '') report.error(at(place, 'nodeName'), 'required', 'must not be empty');
  else checkSubdomain(nodeName, at(place, 'nodeName'), report);
  if (nodeSelector !== undefined) checkNodeSelector(nodeSelector, at(place, 'nodeSelector'), report);
  checkTrue(allNodes, at(place, 'allNodes'), report);
  const stated = Number(!!nodeName) + Number(nodeSelector !== undefined) + Number(allNodes === true);
  const why = 'as the slice has perDeviceNodeSelection';
  const here = at(place, 'nodeName');
  if (stated === 0 && !NODE_FIELDS.some((field) => report.hasShapeProblem(at(place, field)))) {
    report.error(here, 'required', `is required, or ${alternatives(NODE_FIELDS.slice(1))} in its place, ${why}`, {
      where,
    });
  }
  if (stated > 1) report.error(place, 'conflict', `may have only one of ${listed(NODE_FIELDS)}, ${why}`, { where });
}

/** A choice that is made by true, and not made by leaving it out. */
export function checkTrue(value: boolean | undefined, place: At, report: Report, where?: number): void {
  if (value !== false) return;
  report.error(place, 'not-one-of', 'must be true', { value, where, hint: 'leave it out' });
}

/** Conditions that a device must meet before a pod starts, and those that say that it never will. */
function checkBinding(device: Device, place: At, report: Report): void {
  const { bindingConditions = [], bindingFailureConditions = [] } = device;
  for (const field of ['bindingConditions', 'bindingFailureConditions'] as const) {
    const conditions = device[field] ?? [];
    const here = at(place, field);
    if (checkCount(conditions, MOST_CONDITIONS, here, report)) {
      conditions.forEach((condition, index) => {
        if (checkRequired(condition, at(here, index), report)) {
          checkSpelling(condition, qualifiedName, at(here, index), report);
        }
      });
    }
    checkUnique(conditions, String, (index, value, first) => {
      report.error(at(here, index), 'duplicate', `${field}[${first}] is the same`, { value });
    });
  }
  bindingFailureConditions.forEach((value, index) => {
    if (!bindingConditions.includes(value)) return;
    const message = 'may not be among bindingConditions too';
    report.error(at(at(place, 'bindingFailureConditions'), index), 'conflict', message, { value });
  });
  if (bindingConditions.length > 0 === bindingFailureConditions.length > 0) return;
  const [missing, there] =
    bindingConditions.length > 0
      ? ['bindingFailureConditions', 'bindingConditions']
      : ['bindingConditions', 'bindingFailureConditions'];
  report.error(at(place, missing), 'required', `is required beside ${there}`, { where: GATES_ON });
}

// DeviceRequest: how many devices of which class, exactly so or as the first that is available out of a list.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { DeviceRequest, DeviceSubRequest, ExactDeviceRequest } from '../../api/types';
import { checkCount, checkLabel1123, checkOneOf, checkRequired, checkSubdomain, checkUnique } from '../checks';
import { checkSelectors } from './device-selector';
import { checkDeviceTolerations } from './device-toleration';

const MOST_ALTERNATIVES = 8;
const ADMIN_LABEL = 'resource.kubernetes.io/admin-access';

export function checkDeviceRequest({ name, exactly, firstAvailable }: DeviceRequest, place: At, report: Report): void {
  checkName(name, at(place, 'name'), report);
  const alternatives = firstAvailable ?? [];
  if (exactly === undefined && alternatives.length === 0) {
    report.error(place, 'required', 'must have one of exactly and firstAvailable', {
      hint: 'put the class of the device under exactly',
    });
  } else if (exactly !== undefined && alternatives.length > 0) {
    report.error(place, 'conflict', 'may have only one of exactly and firstAvailable');
  }
  if (exactly !== undefined) checkExactly(exactly, at(place, 'exactly'), report);
  checkAlternatives(alternatives, at(place, 'firstAvailable'), report);
}

function checkName(name: string | undefined, place: At, report: Report): void {
  if (checkRequired(name, place, report)) checkLabel1123(name, place, report);
}

function checkExactly(request: ExactDeviceRequest, place: At, report: Report): void {
  checkDevices(request, place, report);
  if (request.adminAccess !== true) return;
  // Whether the namespace has the label, the cluster alone knows.
  const message = `is refused in a namespace without the label ${ADMIN_LABEL}: "true"`;
  report.warning(at(place, 'adminAccess'), 'refused-later', message, { value: true });
}

function checkAlternatives(alternatives: readonly DeviceSubRequest[], place: At, report: Report): void {
  if (!checkCount(alternatives, MOST_ALTERNATIVES, place, report)) return;
  alternatives.forEach((request, index) => {
    checkName(request.name, at(at(place, index), 'name'), report);
    checkDevices(request, at(place, index), report);
  });
  checkUnique(
    alternatives,
    ({ name }) => name,
    (index, value, first) => {
      const message = `firstAvailable[${first}] has the same name`;
      report.error(at(at(place, index), 'name'), 'duplicate', message, { value });
    },
  );
}

function checkDevices(request: ExactDeviceRequest | DeviceSubRequest, place: At, report: Report): void {
  const { deviceClassName, selectors, allocationMode, count, tolerations } = request;
  const here = at(place, 'deviceClassName');
  if (checkRequired(deviceClassName, here, report)) checkSubdomain(deviceClassName, here, report);
  checkSelectors(selectors, at(place, 'selectors'), report);
  checkAmount(allocationMode || 'ExactCount', count ?? 0, place, report);
  checkDeviceTolerations(tolerations, at(place, 'tolerations'), report);
}

/** A count of 0 is as if there were none, and that is 1. */
function checkAmount(mode: string, count: number, place: At, report: Report): void {
  checkOneOf(mode, ['ExactCount', 'All'], at(place, 'allocationMode'), report);
  const here = at(place, 'count');
  if (mode === 'ExactCount' && count < 0) {
    report.error(here, 'out-of-range', 'must be at least 1', { value: count });
  } else if (mode === 'All' && count !== 0) {
    const message = 'may not be set when allocationMode is All';
    report.error(here, 'forbidden', message, { value: count });
  }
}

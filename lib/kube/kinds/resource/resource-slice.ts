// ResourceSlice: devices of one driver, as it tells the cluster of them; a pool has one slice or several.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/resource-slice-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Device, ResourcePool, ResourceSlice, ResourceSliceSpec } from '../../api/types';
import { alternatives, checkCount, checkRequired, checkSubdomain, checkUnique, listed } from '../../rules/checks';
import { checkNodeSelector } from '../../rules/core/node-selector';
import { checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { checkCounterSets } from '../../rules/resource/counter';
import { checkDevice, checkTrue } from '../../rules/resource/device';
import { checkCsiDriverName } from '../../rules/core/csi-driver-name';
import { warnOfDropped } from '../../rules/resource/dropped';
import { offAt, since } from '../../server';
import { lowerCase, subdomain } from '../../values/syntax';

const PARTITIONS = 'DRAPartitionableDevices';
const NO_PARTITIONS = offAt(PARTITIONS);
const MOST_DEVICES = 128;
/** Taints and counters make devices dear; both are dropped before. */
const MOST_DEAR_DEVICES = 64;
const DEAR_SINCE = since('1.36');
const LONGEST_POOL = 253;

/** Where the devices are. */
const ON_NODES = ['nodeName', 'nodeSelector', 'allNodes', 'perDeviceNodeSelection'] as const;

export function checkResourceSlice({ metadata, spec = {} }: ResourceSlice, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  const here = at(place, 'spec');
  checkDriver(spec.driver, at(here, 'driver'), report);
  checkPool(spec.pool ?? {}, at(here, 'pool'), report);
  checkNodes(spec, here, report);
  const { devices, sharedCounters, perDeviceNodeSelection } = spec;
  if (devices !== undefined && sharedCounters !== undefined) {
    const message = 'may not be set beside devices: the slices of a pool hold either devices or counters';
    report.error(at(here, 'sharedCounters'), 'conflict', message);
  }
  if (devices !== undefined) checkDevices(devices, perDeviceNodeSelection === true, at(here, 'devices'), report);
  checkCounterSets(sharedCounters, at(here, 'sharedCounters'), report);
}

function checkDriver(driver: string | undefined, place: At, report: Report): void {
  checkCsiDriverName(driver, place, report);
  if (driver === undefined || driver === lowerCase(driver)) return;
  report.warning(place, 'suspicious', 'should be in lower case, as the server warns', {
    value: driver,
    where: since('1.35'),
  });
}

function checkPool({ name, resourceSliceCount = 0, generation = 0 }: ResourcePool, place: At, report: Report): void {
  if (checkRequired(name, at(place, 'name'), report)) checkPoolName(name as string, at(place, 'name'), report);
  if (resourceSliceCount <= 0) {
    const message = 'must be at least 1: the number of slices of the pool';
    report.error(at(place, 'resourceSliceCount'), 'out-of-range', message, { value: resourceSliceCount });
  }
  if (generation >= 0) return;
  report.error(at(place, 'generation'), 'out-of-range', 'must not be negative', { value: generation });
}

/** DNS names with slashes between them. */
function checkPoolName(name: string, place: At, report: Report): void {
  if (name.length > LONGEST_POOL) {
    report.error(place, 'too-long', `must be at most ${LONGEST_POOL} characters (has ${name.length})`);
    return;
  }
  const parts = name.split('/');
  const problem = parts.map(subdomain).find((each) => each !== undefined);
  if (problem === undefined) return;
  const message = parts.length === 1 ? problem : `each part between slashes ${problem}`;
  report.error(place, 'bad-name', message, { value: name });
}

function checkNodes(spec: ResourceSliceSpec, place: At, report: Report): void {
  const { nodeName, nodeSelector, allNodes, perDeviceNodeSelection: perDevice } = spec;
  if (nodeName === '') report.error(at(place, 'nodeName'), 'required', 'must not be empty', { hint: 'leave it out' });
  else checkSubdomain(nodeName, at(place, 'nodeName'), report);
  if (nodeSelector !== undefined) {
    const here = at(place, 'nodeSelector');
    checkNodeSelector(nodeSelector, here, report);
    const count = nodeSelector.nodeSelectorTerms?.length ?? 0;
    if (count > 1) {
      const message = `must have exactly one term in a slice (has ${count})`;
      report.error(at(here, 'nodeSelectorTerms'), 'too-long', message);
    }
  }
  checkTrue(allNodes, at(place, 'allNodes'), report);
  checkTrue(perDevice, at(place, 'perDeviceNodeSelection'), report, ~NO_PARTITIONS);
  if (perDevice !== undefined) warnOfDropped(PARTITIONS, NO_PARTITIONS, at(place, 'perDeviceNodeSelection'), report);
  const stated = Number(!!nodeName) + Number(nodeSelector !== undefined) + Number(allNodes === true);
  if (stated > 1 || (stated === 1 && perDevice === true)) {
    const where = stated > 1 ? undefined : ~NO_PARTITIONS;
    report.error(place, 'conflict', `may have only one of ${listed(ON_NODES)}`, { where });
  } else if (stated === 0 && !ON_NODES.some((field) => report.hasShapeProblem(at(place, field)))) {
    const where = perDevice === true ? NO_PARTITIONS : undefined;
    const dropped = perDevice === true ? ', which is dropped' : '';
    const message = `is required, or ${alternatives(ON_NODES.slice(1))} in its place${dropped}`;
    report.error(at(place, 'nodeName'), 'required', message, { where });
  }
}

function checkDevices(devices: readonly Device[], perDevice: boolean, place: At, report: Report): void {
  if (!checkCount(devices, MOST_DEVICES, place, report)) return;
  if (devices.length > MOST_DEAR_DEVICES && devices.some(isDear)) {
    const message = `must have at most ${MOST_DEAR_DEVICES} items where a device has taints or consumes counters (has ${devices.length})`;
    report.error(place, 'too-long', message, { where: DEAR_SINCE });
  }
  devices.forEach((device, index) => checkDevice(device, perDevice, at(place, index), report));
  checkUnique(
    devices,
    ({ name = '' }) => name,
    (index, value, first) => {
      report.error(at(at(place, index), 'name'), 'duplicate', `devices[${first}] has the same name`, { value });
    },
  );
}

const isDear = ({ taints = [], consumesCounters = [] }: Device): boolean =>
  taints.length > 0 || consumesCounters.length > 0;

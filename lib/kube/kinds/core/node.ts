// Node: a machine that runs pods. Most are made by the machine itself, status and all.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Node, NodeSpec, NodeStatus } from '../../api/types';
import { checkNodeAnnotations } from '../../rules/core/node-annotations';
import { checkQuotaValue } from '../../rules/core/quota-resource';
import { checkTaints } from '../../rules/core/taint';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { checkIpRange } from '../../rules/networking/ip-range';
import { offAt, since } from '../../server';
import { rangeText } from '../../values/ip-address';

const LONGEST_FEATURE = 253;
const SWAP_SINCE = since('1.33');

/** The fields of the status that a server drops while a gate is off. */
const GATED = {
  runtimeHandlers: 'RecursiveReadOnlyMounts',
  features: 'SupplementalGroupsPolicy',
  declaredFeatures: 'NodeDeclaredFeatures',
} as const;

export function checkNode({ metadata, spec = {}, status = {} }: Node, place: At, report: Report): void {
  const here = at(place, 'metadata');
  checkMetadata(metadata, here, report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  checkNodeAnnotations(metadata?.annotations ?? {}, at(here, 'annotations'), report);
  checkSpec(spec, at(place, 'spec'), report);
  checkStatus(status, at(place, 'status'), report);
}

function checkSpec(spec: NodeSpec, place: At, report: Report): void {
  if (spec.taints !== undefined) checkTaints(spec.taints, at(place, 'taints'), report);
  checkPodRanges(spec, place, report);
  if (spec.configSource !== undefined)
    report.warning(at(place, 'configSource'), 'dropped', 'is dropped: the feature is gone');
  if (spec.externalID) report.warning(at(place, 'externalID'), 'deprecated', 'is deprecated, and nobody reads it');
}

/** `podCIDR` is the first of `podCIDRs`, and the only one where they differ. */
function checkPodRanges({ podCIDR, podCIDRs = [] }: NodeSpec, place: At, report: Report): void {
  const here = at(place, 'podCIDRs');
  if (podCIDR && podCIDR !== podCIDRs[0]) {
    checkIpRange(podCIDR, at(place, 'podCIDR'), report);
    if (podCIDRs.length === 0) return;
    const message = `is dropped, as it does not start with podCIDR, which is ${podCIDR}`;
    report.warning(here, 'dropped', message, { value: podCIDRs });
    return;
  }
  const ranges = podCIDRs.map((range, index) => checkIpRange(range, at(here, index), report));
  if (ranges.length < 2 || ranges.includes(undefined)) return;
  const short = ranges.filter((range) => range !== undefined && !rangeText(range).includes(':')).length;
  if (ranges.length === 2 && short === 1) return;
  report.error(here, 'conflict', 'must be one range, or one of IPv4 and one of IPv6', { value: podCIDRs });
}

/** The server takes a status with a new node, as no other kind's. */
function checkStatus(status: NodeStatus, place: At, report: Report): void {
  for (const list of ['capacity', 'allocatable'] as const) {
    for (const [name, value] of Object.entries(status[list] ?? {}))
      checkQuotaValue(name, value, at(at(place, list), name), report);
  }
  const swap = status.nodeInfo?.swap?.capacity;
  if (swap !== undefined && swap <= 0) {
    const here = at(at(at(place, 'nodeInfo'), 'swap'), 'capacity');
    report.error(here, 'out-of-range', 'must be at least 1', { value: swap, where: SWAP_SINCE });
  }
  if (status.config !== undefined) report.warning(at(place, 'config'), 'dropped', 'is dropped: the feature is gone');
  for (const [field, gate] of Object.entries(GATED)) {
    if (status[field as keyof typeof GATED] === undefined) continue;
    const message = (which: string): string => `${which} drops this field, as the feature gate ${gate} is off there`;
    report.warning(at(place, field), 'dropped', message, { where: offAt(gate) });
  }
  checkFeatures(status.declaredFeatures ?? [], at(place, 'declaredFeatures'), report);
}

function checkFeatures(features: readonly string[], place: At, report: Report): void {
  const where = ~offAt(GATED.declaredFeatures);
  features.forEach((feature, index) => {
    const here = at(place, index);
    const before = features[index - 1];
    if (feature.length > LONGEST_FEATURE) {
      report.error(here, 'too-long', `must be at most ${LONGEST_FEATURE} characters (has ${feature.length})`, {
        value: feature,
        where,
      });
    } else if (!/^[A-Z][a-zA-Z0-9]*(?:\/[a-zA-Z][a-zA-Z0-9]*)*$/.test(feature)) {
      const message = 'must be the name of a feature, such as MyFeature or MyFeature/part';
      report.error(here, 'bad-name', message, { value: feature, where });
    }
    if (before === feature) {
      const message = `declaredFeatures[${index - 1}] is the same`;
      report.error(here, 'duplicate', message, { value: feature, where });
    }
    if (before !== undefined && before > feature)
      report.error(here, 'conflict', `must stand before ${before}: the list is sorted`, { value: feature, where });
  });
}

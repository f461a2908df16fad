// PriorityClass: a name for how important pods are.
// https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/#priorityclass
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { PriorityClass } from '../../api/types';
import { checkOneOf, checkRequired } from '../../rules/checks';
import { checkMetadata, nameOf, SUBDOMAIN_NAME } from '../../rules/meta/metadata';

const RESERVED = 'system-';
/** The classes that every cluster has. */
const SYSTEM: ReadonlyMap<string, number> = new Map([
  ['system-node-critical', 2_000_001_000],
  ['system-cluster-critical', 2_000_000_000],
]);
const HIGHEST = 1_000_000_000;

export function checkPriorityClass(priorityClass: PriorityClass, place: At, report: Report): void {
  const { metadata, value = 0, preemptionPolicy } = priorityClass;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  if (nameOf(metadata).startsWith(RESERVED)) checkSystemClass(priorityClass, place, report);
  else if (value > HIGHEST) {
    const message = `must be at most ${HIGHEST}: more is reserved for the system's own classes`;
    report.error(at(place, 'value'), 'out-of-range', message, { value });
  }
  const here = at(place, 'preemptionPolicy');
  if (preemptionPolicy !== undefined && checkRequired(preemptionPolicy, here, report))
    checkOneOf(preemptionPolicy, ['PreemptLowerPriority', 'Never'], here, report);
}

function checkSystemClass({ metadata, value = 0, globalDefault }: PriorityClass, place: At, report: Report): void {
  const known = SYSTEM.get(metadata?.name ?? '');
  if (known === undefined) {
    const key = metadata?.name ? 'name' : 'generateName';
    const message = `must not start with "${RESERVED}", which is reserved for the system's own classes`;
    const given = metadata?.[key];
    report.error(at(at(place, 'metadata'), key), 'forbidden', message, { value: given });
    return;
  }
  if (value !== known)
    report.error(at(place, 'value'), 'conflict', `must be ${known} for ${metadata?.name}`, { value });
  if (globalDefault === true)
    report.error(at(place, 'globalDefault'), 'conflict', `must not be true for ${metadata?.name}`);
}

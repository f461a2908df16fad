// Affinity: near which nodes and pods a pod is put, and far from which.
// https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Affinity, LabelSelector, NodeAffinity, PodAffinity, PodAffinityTerm } from '../../api/types';
import { qualifiedName } from '../../values/syntax';
import { checkLabel1123, checkRange, checkRequired, checkSpelling } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { checkNodeSelector, checkNodeSelectorTerm } from './node-selector';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

export function checkAffinity(affinity: Affinity, place: At, report: Report): void {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
  if (nodeAffinity !== undefined) checkNodeAffinity(nodeAffinity, at(place, 'nodeAffinity'), report);
  if (podAffinity !== undefined) checkPodAffinity(podAffinity, at(place, 'podAffinity'), report);
  if (podAntiAffinity !== undefined) checkPodAffinity(podAntiAffinity, at(place, 'podAntiAffinity'), report);
}

function checkNodeAffinity(affinity: NodeAffinity, place: At, report: Report): void {
  const required = affinity[REQUIRED];
  if (required !== undefined) checkNodeSelector(required, at(place, REQUIRED), report);
  affinity[PREFERRED]?.forEach((term, index) => {
    const here = at(at(place, PREFERRED), index);
    checkWeight(term.weight, here, report);
    if (term.preference !== undefined) checkNodeSelectorTerm(term.preference, at(here, 'preference'), report);
  });
}

function checkPodAffinity(affinity: PodAffinity, place: At, report: Report): void {
  affinity[REQUIRED]?.forEach((term, index) => checkPodAffinityTerm(term, at(at(place, REQUIRED), index), report));
  affinity[PREFERRED]?.forEach((weighted, index) => {
    const here = at(at(place, PREFERRED), index);
    checkWeight(weighted.weight, here, report);
    checkPodAffinityTerm(weighted.podAffinityTerm ?? {}, at(here, 'podAffinityTerm'), report);
  });
}

function checkWeight(weight: number | undefined, place: At, report: Report): void {
  if (weight === undefined) report.error(at(place, 'weight'), 'required', 'is required, from 1 to 100');
  else checkRange(weight, 1, 100, at(place, 'weight'), report);
}

function checkPodAffinityTerm(term: PodAffinityTerm, place: At, report: Report): void {
  const { topologyKey, labelSelector, namespaceSelector } = term;
  if (checkRequired(topologyKey, at(place, 'topologyKey'), report)) {
    checkSpelling(topologyKey, qualifiedName, at(place, 'topologyKey'), report);
  }
  checkLabelKeys(term, place, report);
  term.namespaces?.forEach((namespace, index) => checkLabel1123(namespace, at(at(place, 'namespaces'), index), report));
  if (labelSelector !== undefined) checkLabelSelector(labelSelector, at(place, 'labelSelector'), report);
  if (namespaceSelector !== undefined) checkLabelSelector(namespaceSelector, at(place, 'namespaceSelector'), report);
}

/** The labels whose values the pods that are looked for share with the new pod, or do not. */
function checkLabelKeys(term: PodAffinityTerm, place: At, report: Report): void {
  const { matchLabelKeys = [], mismatchLabelKeys = [], labelSelector } = term;
  for (const field of ['matchLabelKeys', 'mismatchLabelKeys'] as const) {
    const keys = term[field] ?? [];
    const here = at(place, field);
    if (keys.length > 0 && labelSelector === undefined) {
      report.error(here, 'forbidden', 'may not be set without labelSelector');
    } else keys.forEach((key, index) => checkSpelling(key, qualifiedName, at(here, index), report));
  }
  matchLabelKeys.forEach((key, index) => {
    if (!mismatchLabelKeys.includes(key)) return;
    report.error(at(at(place, 'matchLabelKeys'), index), 'conflict', 'is in mismatchLabelKeys too', { value: key });
  });
  if (labelSelector !== undefined) checkMergedKeys(matchLabelKeys, labelSelector, at(place, 'matchLabelKeys'), report);
}

/** The server adds the keys to the expressions of the selector, where none may be that the selector has already. */
export function checkMergedKeys(
  keys: readonly string[],
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  place: At,
  report: Report,
  where?: number,
): void {
  const seen = new Set(Object.keys(matchLabels));
  for (const { key = '' } of matchExpressions) {
    const index = keys.lastIndexOf(key);
    if (index >= 0 && seen.has(key)) {
      report.error(at(place, index), 'conflict', 'is already in labelSelector', { value: key, where });
    }
    seen.add(key);
  }
}

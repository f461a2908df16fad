// Affinity: near which nodes and pods a pod is put, and far from which.
// https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  Affinity,
  LabelSelector,
  NodeAffinity,
  NodeSelectorTerm,
  PodAffinity,
  PodAffinityTerm,
} from '../../api/types';
import { labelValue, qualifiedName } from '../../values/syntax';
import { checkLabel1123, checkRange, checkRequired, checkSpelling } from '../checks';
import { checkLabelSelector } from '../meta/label-selector';
import { warnOfNodeSelectorTerm } from './deprecated-node-label';
import { checkNodeSelector, checkNodeSelectorTerm } from './node-selector';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

type Labels = Readonly<Record<string, string>> | undefined;

/** @param labels - Those of a Pod, whose values the server writes into the selectors; a template's pods have them later. */
export function checkAffinity(affinity: Affinity, labels: Labels, place: At, report: Report): void {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
  if (nodeAffinity !== undefined) checkNodeAffinity(nodeAffinity, at(place, 'nodeAffinity'), report);
  if (podAffinity !== undefined) checkPodAffinity(podAffinity, labels, at(place, 'podAffinity'), report);
  if (podAntiAffinity !== undefined) checkPodAffinity(podAntiAffinity, labels, at(place, 'podAntiAffinity'), report);
}

function checkNodeAffinity(affinity: NodeAffinity, place: At, report: Report): void {
  const required = affinity[REQUIRED];
  if (required !== undefined) checkNodeSelector(required, at(place, REQUIRED), report);
  const terms = at(at(place, REQUIRED), 'nodeSelectorTerms');
  required?.nodeSelectorTerms?.forEach((term, index) => warnOfNodeSelectorTerm(term, at(terms, index), report));
  affinity[PREFERRED]?.forEach((term, index) => {
    const here = at(at(place, PREFERRED), index);
    checkWeight(term.weight, here, report);
    const preference = at(here, 'preference');
    if (term.preference === undefined) return;
    checkNodeSelectorTerm(term.preference, preference, report);
    warnOfNodeSelectorTerm(term.preference, preference, report);
    warnValues(term.preference, at(preference, 'matchExpressions'), report);
  });
}

function checkPodAffinity(affinity: PodAffinity, labels: Labels, place: At, report: Report): void {
  affinity[REQUIRED]?.forEach((term, index) =>
    checkPodAffinityTerm(term, labels, at(at(place, REQUIRED), index), report),
  );
  affinity[PREFERRED]?.forEach((weighted, index) => {
    const here = at(at(place, PREFERRED), index);
    checkWeight(weighted.weight, here, report);
    checkPodAffinityTerm(weighted.podAffinityTerm ?? {}, labels, at(here, 'podAffinityTerm'), report);
  });
}

function checkWeight(weight: number | undefined, place: At, report: Report): void {
  if (weight === undefined) report.error(at(place, 'weight'), 'required', 'is required, from 1 to 100');
  else checkRange(weight, 1, 100, at(place, 'weight'), report);
}

function checkPodAffinityTerm(term: PodAffinityTerm, labels: Labels, place: At, report: Report): void {
  const { topologyKey, labelSelector, namespaceSelector } = term;
  if (checkRequired(topologyKey, at(place, 'topologyKey'), report)) {
    checkSpelling(topologyKey, qualifiedName, at(place, 'topologyKey'), report);
  }
  checkLabelKeys(term, labels, place, report);
  term.namespaces?.forEach((namespace, index) => checkLabel1123(namespace, at(at(place, 'namespaces'), index), report));
  if (labelSelector !== undefined) checkLabelSelector(labelSelector, at(place, 'labelSelector'), report);
  else warnNoSelector(place, report, 'does nothing');
  if (namespaceSelector !== undefined) checkLabelSelector(namespaceSelector, at(place, 'namespaceSelector'), report);
}

/** No selector is not the empty one, which matches all. */
export function warnNoSelector(place: At, report: Report, effect: string): void {
  const message = `is missing: that matches no pod, so this ${effect}`;
  report.warning(at(place, 'labelSelector'), 'no-effect', message, { hint: 'write {} for all pods' });
}

/** Where nodes are only preferred, no value is refused, and no node has a label with such a value. */
function warnValues({ matchExpressions = [] }: NodeSelectorTerm, place: At, report: Report): void {
  matchExpressions.forEach(({ values = [] }, index) =>
    values.forEach((value, item) => {
      const problem = labelValue(value);
      if (problem === undefined) return;
      const message = `is taken, but no node has such a label: it ${problem}`;
      report.warning(at(at(at(place, index), 'values'), item), 'no-effect', message, { value });
    }),
  );
}

/** The labels whose values the pods that are looked for share with the new pod, or do not. */
function checkLabelKeys(term: PodAffinityTerm, labels: Labels, place: At, report: Report): void {
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
  if (labelSelector === undefined) return;
  const merged = withKeys(labelSelector, [...matchLabelKeys, ...mismatchLabelKeys], labels);
  checkMergedKeys(matchLabelKeys, merged, at(place, 'matchLabelKeys'), report);
}

/** The selector as the server fills it in for a Pod: an expression more for each key that is a label of the Pod. */
export function withKeys(selector: LabelSelector, keys: readonly string[], labels: Labels): LabelSelector {
  const added = labels === undefined ? [] : keys.filter((key) => Object.hasOwn(labels, key)).map((key) => ({ key }));
  return added.length === 0
    ? selector
    : { ...selector, matchExpressions: [...(selector.matchExpressions ?? []), ...added] };
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

// Two objects of a set that want to govern the same thing: HorizontalPodAutoscalers one target, PodDisruptionBudgets the same pods.
// https://kubernetes.io/docs/tasks/run-application/configure-pdb/
import { at, ROOT } from '../../report/place';
import { isValidSelector } from '../rules/meta/label-selector';
import { groupOf } from './identity';
import { autoscalersOf } from './scale-target';
import type { Members } from './members';
import type { PodGroup } from './pods';

const SPEC = at(ROOT, 'spec');

export function checkOverlaps(members: Members): void {
  checkAutoscalers(members);
  checkBudgets(members);
}

function checkAutoscalers(members: Members): void {
  const first = new Map<string, string>();
  for (const { name, namespace, report, object } of autoscalersOf(members)) {
    const { apiVersion, kind, name: target } = object.spec?.scaleTargetRef ?? {};
    if (!kind || !target) continue;
    const key = JSON.stringify([namespace, groupOf(apiVersion), kind, target]);
    const other = first.get(key);
    if (other === undefined) first.set(key, name);
    else if (other !== name) {
      const message = `is scaled by the HorizontalPodAutoscaler ${other} in the same set too: they would work against each other`;
      report.warning(at(SPEC, 'scaleTargetRef'), 'conflict', message, { value: object.spec?.scaleTargetRef });
    }
  }
}

function checkBudgets(members: Members): void {
  if (members.of('PodDisruptionBudget').length < 2) return;
  const first = new Map<PodGroup, string>();
  for (const { name, namespace, report, object } of members.as('policy/v1', 'PodDisruptionBudget')) {
    const { selector } = object.spec ?? {};
    if (selector === undefined || !isValidSelector(selector)) continue;
    const others = new Set<string>();
    for (const group of members.pods.selected(selector, namespace) ?? []) {
      const other = first.get(group);
      if (other === undefined) first.set(group, name);
      else if (other !== name) others.add(other);
    }
    const [other] = others;
    if (other === undefined) continue;
    const message = `matches pods that the PodDisruptionBudget ${other} in the same set matches too: pods with two of them cannot be evicted`;
    report.warning(at(SPEC, 'selector'), 'conflict', message, { value: selector });
  }
}

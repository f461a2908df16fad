// Selectors that match none of the pods that the set makes in the same namespace.
import { at, ROOT } from '../../report/place';
import type { LabelSelector } from '../api/types';
import { decodedAs } from '../kinds';
import { isValidSelector } from '../rules/meta/label-selector';
import type { Member, Members } from './members';

const SPEC = at(ROOT, 'spec');

export function checkSelectors(members: Members): void {
  for (const service of members.of('Service')) {
    if (members.podsOf(service)?.length !== 0) continue;
    const { selector = {} } = decodedAs(service.decoded, 'v1', 'Service')?.spec ?? {};
    warn(service, 'selector', selector, 'matches no pod of the same set and namespace');
  }
  for (const budget of members.as('policy/v1', 'PodDisruptionBudget')) {
    const { selector } = budget.object.spec ?? {};
    if (!findsNothing(selector, budget, members)) continue;
    warn(budget, 'selector', selector, 'matches no pod of the same set and namespace: nothing would be kept running');
  }
  for (const policy of members.as('networking.k8s.io/v1', 'NetworkPolicy')) {
    const { podSelector } = policy.object.spec ?? {};
    if (!findsNothing(podSelector, policy, members)) continue;
    warn(policy, 'podSelector', podSelector, 'matches no pod of the same set and namespace: nothing would be isolated');
  }
}

const findsNothing = (selector: LabelSelector | undefined, { namespace }: Member, members: Members): boolean =>
  selector !== undefined && mayMiss(selector) && members.pods.selected(selector, namespace)?.length === 0;

function warn({ report }: Member, field: string, selector: object | undefined, message: string): void {
  report.warning(at(SPEC, field), 'selects-nothing', message, { value: selector });
}

/** A selector that asks for something, in a way that the server takes. */
const mayMiss = (selector: LabelSelector): boolean =>
  Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions?.length ?? 0) > 0 &&
  isValidSelector(selector);

// To which pods a ResourceQuota applies.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes
import type { Container, PodSpec, ResourceQuotaSpec, ScopedResourceSelectorRequirement } from '../../api/types';
import { parseQuantity, quantitySign } from '../../values/quantity';

/** Whether it surely counts a pod, whose containers have what is filled in. */
export function countsPod(quota: ResourceQuotaSpec, spec: PodSpec, containers: readonly Container[]): boolean {
  return scopesOf(quota).every((scope) => isIn(scope, spec, containers));
}

/** Whether it counts what is no pod, too. */
export const countsAll = (quota: ResourceQuotaSpec): boolean => scopesOf(quota).length === 0;

const scopesOf = ({ scopes = [], scopeSelector }: ResourceQuotaSpec): readonly ScopedResourceSelectorRequirement[] => [
  ...scopes.map((scopeName) => ({ scopeName, operator: 'Exists' })),
  ...(scopeSelector?.matchExpressions ?? []),
];

function isIn(scope: ScopedResourceSelectorRequirement, spec: PodSpec, containers: readonly Container[]): boolean {
  switch (scope.scopeName) {
    case 'Terminating':
      return spec.activeDeadlineSeconds !== undefined;
    case 'NotTerminating':
      return spec.activeDeadlineSeconds === undefined;
    case 'BestEffort':
      return spec.resources === undefined && !containers.some(needsSomething);
    case 'NotBestEffort':
      return containers.some(needsSomething);
    case 'PriorityClass':
      return hasPriority(scope, spec.priorityClassName);
    case 'CrossNamespacePodAffinity':
      return looksElsewhere(spec);
    default:
      return false;
  }
}

const needsSomething = ({ resources }: Container): boolean =>
  [resources?.requests, resources?.limits].some((list) =>
    (['cpu', 'memory'] as const).some((name) => {
      const amount = list?.[name] === undefined ? undefined : parseQuantity(list[name]);
      return amount !== undefined && quantitySign(amount) > 0;
    }),
  );

/** A pod without a class may get one that is the cluster's default. */
function hasPriority({ operator, values = [] }: ScopedResourceSelectorRequirement, name: string | undefined): boolean {
  if (!name) return false;
  if (operator === 'In') return values.includes(name);
  if (operator === 'NotIn') return !values.includes(name);
  return operator === 'Exists';
}

function looksElsewhere({ affinity }: PodSpec): boolean {
  const { podAffinity, podAntiAffinity } = affinity ?? {};
  return [podAffinity, podAntiAffinity].some((each) => {
    const required = each?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
    const preferred = each?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
    const terms = [...required, ...preferred.flatMap(({ podAffinityTerm }) => podAffinityTerm ?? [])];
    return terms.some(
      ({ namespaces = [], namespaceSelector }) => namespaces.length > 0 || namespaceSelector !== undefined,
    );
  });
}

// ResourceQuota: how much of everything there may be in a namespace.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ResourceQuota, ResourceQuotaSpec, ScopedResourceSelectorRequirement } from '../../api/types';
import { alternatives, checkOneOf, checkRequired, listed } from '../../rules/checks';
import {
  checkQuotaName,
  checkQuotaValue,
  COUNTED_OF_PODS,
  isQuotaName,
  warnOfUncounted,
} from '../../rules/core/quota-resource';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { since } from '../../server';
import { compareQuantity, parseQuantity, roundUpToMilli, storedForm } from '../../values/quantity';

/** Scopes are pods of one sort, but for the last, and count of these resources alone. */
const SCOPES: ReadonlyMap<string, readonly string[]> = new Map([
  ['BestEffort', ['pods']],
  ['NotBestEffort', COUNTED_OF_PODS],
  ['Terminating', COUNTED_OF_PODS],
  ['NotTerminating', COUNTED_OF_PODS],
  ['PriorityClass', COUNTED_OF_PODS],
  ['CrossNamespacePodAffinity', COUNTED_OF_PODS],
  ['VolumeAttributesClass', ['persistentvolumeclaims', 'requests.storage']],
]);
const VOLUMES = 'VolumeAttributesClass';
const VOLUMES_SINCE = since('1.33');

/** Scopes that objects are in or not: there is nothing that values could be compared with. */
const WITHOUT_VALUES = ['BestEffort', 'NotBestEffort', 'Terminating', 'NotTerminating', 'CrossNamespacePodAffinity'];
/** What is requested and what limits it. */
const PAIRS = [
  ['requests.cpu', 'limits.cpu'],
  ['cpu', 'limits.cpu'],
  ['requests.memory', 'limits.memory'],
  ['memory', 'limits.memory'],
  ['requests.ephemeral-storage', 'limits.ephemeral-storage'],
] as const;
const OPPOSITES = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

export function checkResourceQuota({ metadata, spec = {}, status }: ResourceQuota, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  const here = at(place, 'spec');
  checkHard(spec, at(here, 'hard'), report);
  checkScopes(spec, at(here, 'scopes'), report);
  checkScopeSelector(spec, at(at(here, 'scopeSelector'), 'matchExpressions'), report);
  warnOfStatus(status, place, report);
}

function checkHard({ hard = {} }: ResourceQuotaSpec, place: At, report: Report): void {
  for (const name of Object.keys(hard)) {
    if (checkQuotaName(name, at(place, name), report)) warnOfUncounted(name, at(place, name), report);
    checkQuotaValue(name, hard[name] as number | string, at(place, name), report);
  }
  for (const [request, limit] of PAIRS) {
    const [asked, most] = [quantityOf(hard, request), quantityOf(hard, limit)];
    if (asked === undefined || most === undefined || compareQuantity(asked, most) <= 0) continue;
    // Of the two names of one resource the longer one counts.
    if (!request.includes('.') && Object.hasOwn(hard, `requests.${request}`)) continue;
    const message = `is more than ${limit}, which is ${storedForm(most)}, though no pod requests more than its limits`;
    report.warning(at(place, request), 'suspicious', message, { value: hard[request] });
  }
}

function quantityOf(hard: Readonly<Record<string, number | string>>, name: string): ReturnType<typeof parseQuantity> {
  const quantity = Object.hasOwn(hard, name) ? parseQuantity(hard[name] as number | string) : undefined;
  return quantity && roundUpToMilli(quantity);
}

function checkScopes({ scopes = [], hard = {} }: ResourceQuotaSpec, place: At, report: Report): void {
  const uncounted = uncountedOf(hard);
  scopes.forEach((scope, index) => checkScope(scope, uncounted, at(place, index), at(place, index), report));
  checkOpposites(scopes, place, report);
}

/** By scope, the resources of the quota that it does not count. */
function uncountedOf(hard: object): ReadonlyMap<string, readonly string[]> {
  const names = Object.keys(hard).filter(isQuotaName);
  return new Map([...SCOPES].map(([scope, counted]) => [scope, names.filter((name) => !counted.includes(name))]));
}

/** @param whole - Where a scope is blamed for the resources that it does not go with. */
function checkScope(
  scope: string,
  uncounted: ReadonlyMap<string, readonly string[]>,
  place: At,
  whole: At,
  report: Report,
): void {
  checkOneOf(scope, [...SCOPES.keys()], place, report);
  if (scope === VOLUMES) {
    report.error(place, 'not-one-of', `must be ${alternatives([...SCOPES.keys()].filter((one) => one !== VOLUMES))}`, {
      value: scope,
      where: ~VOLUMES_SINCE,
    });
  }
  const others = uncounted.get(scope) ?? [];
  if (others.length === 0) return;
  const counted = listed(SCOPES.get(scope) ?? []);
  const message = `does not go with ${listed(others.slice(0, 5))}: the scope ${scope} counts ${counted} alone`;
  report.error(whole, 'conflict', message, {
    value: scope,
    hint: 'make a quota of its own for them',
    ...(scope === VOLUMES && { where: VOLUMES_SINCE }),
  });
}

function checkOpposites(scopes: readonly (string | undefined)[], place: At, report: Report): void {
  for (const [one, other] of OPPOSITES) {
    if (scopes.includes(one) && scopes.includes(other))
      report.error(place, 'conflict', `nothing is both ${one} and ${other}`);
  }
}

function checkScopeSelector({ scopeSelector, hard = {} }: ResourceQuotaSpec, place: At, report: Report): void {
  const expressions = scopeSelector?.matchExpressions ?? [];
  const uncounted = uncountedOf(hard);
  expressions.forEach((expression, index) => {
    const here = at(place, index);
    if (checkRequired(expression.scopeName, at(here, 'scopeName'), report))
      checkScope(expression.scopeName as string, uncounted, at(here, 'scopeName'), here, report);
    checkOperator(expression, here, report);
  });
  checkOpposites(
    expressions.map(({ scopeName }) => scopeName),
    place,
    report,
  );
}

function checkOperator(expression: ScopedResourceSelectorRequirement, place: At, report: Report): void {
  const { scopeName = '', operator, values = [] } = expression;
  const here = at(place, 'operator');
  const allowed = WITHOUT_VALUES.includes(scopeName) ? ['Exists'] : ['In', 'NotIn', 'Exists', 'DoesNotExist'];
  if (checkRequired(operator, here, report)) checkOneOf(operator, allowed, here, report);
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0)
      report.error(at(place, 'values'), 'required', `must have at least one value for the operator ${operator}`);
  } else if ((operator === 'Exists' || operator === 'DoesNotExist') && values.length > 0) {
    report.error(at(place, 'values'), 'forbidden', `may not be set for the operator ${operator}`);
  }
}

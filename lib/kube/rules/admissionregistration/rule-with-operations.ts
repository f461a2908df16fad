// RuleWithOperations: which operations on which resources a webhook or a policy is about.
// https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#matching-requests-rules
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { RuleWithOperations } from '../../api/types';
import { checkOneOf, checkRequired } from '../checks';

const OPERATIONS = ['*', 'CONNECT', 'CREATE', 'DELETE', 'UPDATE'];
const SCOPES = ['*', 'Cluster', 'Namespaced'];

/** @param mutates - It is about what a policy changes: nothing is left to change of what is deleted. */
export function checkRuleWithOperations(rule: RuleWithOperations, place: At, report: Report, mutates = false): void {
  checkOperations(rule.operations, at(place, 'operations'), report, mutates);
  checkWords(rule.apiGroups, at(place, 'apiGroups'), report, 'groups');
  checkWords(rule.apiVersions, at(place, 'apiVersions'), report, 'versions');
  rule.apiVersions?.forEach((version, index) => checkRequired(version, at(at(place, 'apiVersions'), index), report));
  checkResources(rule.resources, at(place, 'resources'), report);
  checkOneOf(rule.scope, SCOPES, at(place, 'scope'), report);
}

function checkOperations(operations: readonly string[] | undefined, place: At, report: Report, mutates: boolean): void {
  checkWords(operations, place, report, 'operations');
  operations?.forEach((operation, index) => {
    if (operation === 'DELETE' && mutates) {
      const hint = 'a policy that changes objects is about CREATE, UPDATE and CONNECT';
      report.error(at(place, index), 'not-one-of', 'may not be DELETE: there is nothing left to change', {
        value: operation,
        hint,
      });
    } else checkOneOf(operation, OPERATIONS, at(place, index), report);
  });
}

/** At least one, and nothing beside a star. */
function checkWords(words: readonly string[] | undefined, place: At, report: Report, what: string): void {
  if (!checkRequired(words, place, report)) return;
  if (words!.length < 2 || !words!.includes('*')) return;
  report.error(place, 'conflict', `has "*", which stands for all, beside other ${what}`, { value: words });
}

// What a star stands for (all of `pods/*`, `*` and so on) may not stand after it as well.
function checkResources(resources: readonly string[] | undefined, place: At, report: Report): void {
  if (!checkRequired(resources, place, report)) return;
  const all = resources!;
  const [whole, everywhere] = [new Set<string>(), new Set<string>()];
  all.forEach((resource, index) => {
    const here = at(place, index);
    if (!checkRequired(resource, here, report)) return;
    const slash = resource.indexOf('/');
    if (slash < 0) return;
    const [name, part] = [resource.slice(0, slash), resource.slice(slash + 1)];
    const covers = whole.has(name) ? `${name}/*` : everywhere.has(part) ? `*/${part}` : undefined;
    if (covers !== undefined) {
      report.error(here, 'conflict', `is a part of ${covers}, which stands before it`, { value: resource });
    }
    if (part === '*') whole.add(name);
    if (name === '*') everywhere.add(part);
  });
  if (all.length > 1 && all.includes('*/*')) {
    report.error(place, 'conflict', 'has "*/*", which stands for all, beside other resources', { value: resources });
  }
  // The server looks at the last of those without a slash alone.
  const last = all.filter((resource) => resource !== '' && !resource.includes('/')).at(-1);
  if (all.includes('*') && last !== undefined && last !== '*') {
    report.error(place, 'conflict', `has "*", which stands for ${last} as well`, { value: resources });
  }
}

// CustomResourceDefinition: a kind of one's own, with its schema.
// https://kubernetes.io/docs/reference/kubernetes-api/extend-resources/custom-resource-definition-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type {
  CustomResourceDefinition,
  CustomResourceDefinitionSpec,
  CustomResourceDefinitionVersion,
} from '../../api/types';
import { isEqual } from '../../crd/value';
import { checkOneOf, checkRequired, checkSubdomain, checkUnique } from '../../rules/checks';
import { checkConversion } from '../../rules/apiextensions/conversion';
import { checkNames } from '../../rules/apiextensions/names';
import { checkVersion } from '../../rules/apiextensions/version';
import { checkMetadata, type NameRule, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { since } from '../../server';
import { parseRequestUrl } from '../../values/go-url';
import { subdomain } from '../../values/syntax';

export function checkCustomResourceDefinition(definition: CustomResourceDefinition, place: At, report: Report): void {
  const { metadata, spec = {}, status } = definition;
  const { group, names = {}, scope, versions = [], conversion, preserveUnknownFields } = spec;
  const here = at(place, 'spec');
  const sound = ![at(here, 'group'), at(at(here, 'names'), 'plural')].some((one) => report.hasShapeProblem(one));
  checkMetadata(metadata, at(place, 'metadata'), report, sound ? nameRule(spec) : SUBDOMAIN_NAME);
  if (checkRequired(group, at(here, 'group'), report)) checkGroup(group as string, at(here, 'group'), report);
  checkNames(names, at(here, 'names'), report);
  if (checkRequired(scope, at(here, 'scope'), report, 'is required: Namespaced or Cluster')) {
    checkOneOf(scope, ['Cluster', 'Namespaced'], at(here, 'scope'), report);
  }
  checkVersions(versions, at(here, 'versions'), report);
  if (conversion !== undefined) checkConversion(conversion, at(here, 'conversion'), report);
  if (preserveUnknownFields === true) {
    const hint = 'set x-kubernetes-preserve-unknown-fields: true in the schema, where it is needed';
    report.error(at(here, 'preserveUnknownFields'), 'not-one-of', 'must be false, or be left out', {
      value: true,
      hint,
    });
  }
  if (isProtected(group)) checkApproval(metadata?.annotations, at(at(place, 'metadata'), 'annotations'), report);
  warnOfStatus(status, place, report);
}

/** A definition is called by the names that it gives. */
function nameRule({ names, group }: CustomResourceDefinitionSpec): NameRule {
  const wanted = `${names?.plural ?? ''}.${group ?? ''}`;
  // Of wrong parts nobody knows what the name must be, and they are said at their own places.
  const isWrong = (name: string): boolean =>
    name !== wanted && subdomain(wanted) === undefined && !!group?.includes('.');
  return {
    problemOf: (name) =>
      subdomain(name) ?? (!isWrong(name) ? undefined : `must be ${wanted}: spec.names.plural, a dot, spec.group`),
    // Of a prefix only the spelling can be right.
    prefixProblemOf: (prefix) =>
      subdomain(prefix) ?? (!isWrong(prefix) ? undefined : `must be ${wanted}; write it as name`),
    suggest: () => (isWrong('') ? wanted : undefined),
  };
}

function checkGroup(group: string, place: At, report: Report): void {
  checkSubdomain(group, place, report);
  if (subdomain(group) !== undefined || group.includes('.')) return;
  report.error(place, 'bad-name', 'must have a dot in it, as the name of a domain', {
    value: group,
    hint: `write ${group}.example.com`,
  });
}

function checkVersions(versions: readonly CustomResourceDefinitionVersion[], place: At, report: Report): void {
  const stored = versions.flatMap(({ storage }, index) => (storage === true ? [index] : []));
  if (stored.length === 0) {
    report.error(place, 'required', 'must have one version with storage: true, in which objects are kept');
  }
  for (const index of stored.slice(1)) {
    const message = `only one version may be the one that is stored, and versions[${stored[0]}] is`;
    report.error(at(at(place, index), 'storage'), 'duplicate', message, { value: true });
  }
  checkUnique(
    versions,
    ({ name = '' }) => name,
    (index, value, first) => {
      report.error(at(at(place, index), 'name'), 'duplicate', `versions[${first}] has the same name`, { value });
    },
  );
  const hasStatus = statusOf(versions);
  versions.forEach((version, index) => checkVersion(version, hasStatus[index] as boolean, at(place, index), report));
  checkSelectable(versions, place, report);
}

/** For which versions the status is a subresource. What is the same in all versions is judged once for all of them. */
function statusOf(versions: readonly CustomResourceDefinitionVersion[]): readonly boolean[] {
  const each = versions.map(({ subresources }) => subresources?.status !== undefined);
  const same = new Set(each).size > 1 && versions.every(({ schema }) => isEqual(schema, versions[0]?.schema));
  return same ? each.map(() => true) : each;
}

/** The server takes out what all versions share, and then finds selectable fields of all without a schema of all, or the other way around. */
function checkSelectable(versions: readonly CustomResourceDefinitionVersion[], place: At, report: Report): void {
  const first = versions[0];
  if (versions.length < 2 || versions.every(({ selectableFields = [] }) => selectableFields.length === 0)) return;
  const shared = (key: 'schema' | 'selectableFields'): boolean =>
    versions.every((version) => isEqual(version[key] ?? [], first?.[key] ?? []));
  const [fields, schema] = [shared('selectableFields'), shared('schema')];
  if (fields === schema) return;
  versions.forEach(({ selectableFields = [] }, index) => {
    if (selectableFields.length === 0) return;
    const message = fields
      ? 'may not be the same in all versions when the schemas differ: the server then looks for one schema for all'
      : 'must be the same in all versions when the schemas are the same: the server then looks for one list for all';
    report.error(at(at(place, index), 'selectableFields'), 'conflict', message, { where: since('1.31') });
  });
}

const isProtected = (group: string | undefined): boolean => /(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group ?? '');

const APPROVED = 'api-approved.kubernetes.io';

/** Groups of the project's own domains are not for everyone. */
function checkApproval(annotations: Readonly<Record<string, string>> = {}, place: At, report: Report): void {
  const value = Object.hasOwn(annotations, APPROVED) ? (annotations[APPROVED] as string) : '';
  const here = at(place, APPROVED);
  const message =
    'the URL of the approval, or a reason that starts with "unapproved", for the groups k8s.io and kubernetes.io';
  if (value === '') {
    const hint = 'use a group of your own domain';
    report.error(here, 'required', `is required: ${message}`, { hint });
    return;
  }
  if (value.startsWith('unapproved')) return;
  const url = parseRequestUrl(value);
  if (typeof url !== 'string' && url.host !== '' && url.scheme !== '') return;
  report.error(here, 'bad-url', `must be ${message}`, { value });
}

// FlowSchema: which requests to the API server are of one kind, and which priority level they have.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/flow-schema-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { FlowSchema, FlowSchemaSpec, PolicyRulesWithSubjects } from '../../api/types';
import { checkOneOf, checkRequired, checkSubdomain } from '../../rules/checks';
import { checkNonResourceRule, checkResourceRule } from '../../rules/flowcontrol/policy-rule';
import { checkSubject } from '../../rules/flowcontrol/subject';
import { checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';

/** Matched against from the lowest to the highest. */
const HIGHEST_PRECEDENCE = 10_000;
const DEFAULT_PRECEDENCE = 1000;

/** All of everything, as the rules of the mandatory schemas say it. */
const EVERYTHING = {
  resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true }],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
};

const group = (name: string): object => ({ kind: 'Group', group: { name } });

/** The schemas that every server has and nobody may make otherwise. */
const MANDATORY: Readonly<Record<string, FlowSchemaSpec>> = {
  exempt: {
    priorityLevelConfiguration: { name: 'exempt' },
    matchingPrecedence: 1,
    rules: [{ subjects: [group('system:masters')], ...EVERYTHING }],
  },
  'catch-all': {
    priorityLevelConfiguration: { name: 'catch-all' },
    matchingPrecedence: HIGHEST_PRECEDENCE,
    distinguisherMethod: { type: 'ByUser' },
    rules: [{ subjects: [group('system:unauthenticated'), group('system:authenticated')], ...EVERYTHING }],
  },
};

export function checkFlowSchema({ metadata, spec = {}, status }: FlowSchema, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  const here = at(place, 'spec');
  checkPrecedence(spec.matchingPrecedence || DEFAULT_PRECEDENCE, metadata?.name, here, report);
  const { distinguisherMethod, priorityLevelConfiguration, rules } = spec;
  if (distinguisherMethod !== undefined) {
    const type = at(at(here, 'distinguisherMethod'), 'type');
    checkOneOf(distinguisherMethod.type ?? '', ['ByUser', 'ByNamespace'], type, report);
  }
  const level = at(at(here, 'priorityLevelConfiguration'), 'name');
  const { name } = priorityLevelConfiguration ?? {};
  if (checkRequired(name, level, report, 'is required: the name of a priority level')) {
    checkSubdomain(name, level, report);
  }
  rules?.forEach((rule, index) => checkRule(rule, at(at(here, 'rules'), index), report));
  checkMandatory(metadata?.name, spec, here, report);
  warnOfStatus(status, place, report);
}

function checkPrecedence(value: number, name: string | undefined, place: At, report: Report): void {
  const here = at(place, 'matchingPrecedence');
  if (value < 1 || value > HIGHEST_PRECEDENCE) {
    report.error(here, 'out-of-range', `must be from 1 to ${HIGHEST_PRECEDENCE}`, { value });
  } else if (value === 1 && name !== 'exempt') {
    report.error(here, 'out-of-range', 'must be at least 2: only the schema called exempt has 1', { value });
  }
}

function checkRule(rule: PolicyRulesWithSubjects, place: At, report: Report): void {
  const { subjects, resourceRules = [], nonResourceRules = [] } = rule;
  checkRequired(subjects, at(place, 'subjects'), report, 'must have at least one subject');
  subjects?.forEach((subject, index) => checkSubject(subject, at(at(place, 'subjects'), index), report));
  if (resourceRules.length + nonResourceRules.length === 0) {
    report.error(place, 'required', 'must have resourceRules or nonResourceRules');
  }
  resourceRules.forEach((one, index) => checkResourceRule(one, at(at(place, 'resourceRules'), index), report));
  nonResourceRules.forEach((one, index) => checkNonResourceRule(one, at(at(place, 'nonResourceRules'), index), report));
}

function checkMandatory(name: string | undefined, spec: FlowSchemaSpec, place: At, report: Report): void {
  if (name === undefined || !Object.hasOwn(MANDATORY, name) || report.hasShapeProblem(place)) return;
  if (meaningOf(spec) === meaningOf(MANDATORY[name] as FlowSchemaSpec)) return;
  const message = `must be what every server has as ${name}, which nobody may change`;
  report.error(place, 'conflict', message, { hint: 'leave the object out, or give it another name' });
}

/** The spec as the server compares it, which tells no absent field from an empty one. */
const meaningOf = ({
  matchingPrecedence = 0,
  priorityLevelConfiguration,
  distinguisherMethod,
  rules = [],
}: FlowSchemaSpec): string =>
  JSON.stringify([
    matchingPrecedence || DEFAULT_PRECEDENCE,
    priorityLevelConfiguration?.name ?? '',
    distinguisherMethod?.type ?? '',
    rules.map(({ subjects = [], resourceRules = [], nonResourceRules = [] }) => [
      subjects.map(({ kind, user, group: of, serviceAccount }) => [
        kind,
        user?.name,
        of?.name,
        serviceAccount?.name,
        serviceAccount?.namespace,
      ]),
      resourceRules.map(({ verbs = [], apiGroups = [], resources = [], namespaces = [], clusterScope = false }) => [
        verbs,
        apiGroups,
        resources,
        namespaces,
        clusterScope,
      ]),
      nonResourceRules.map(({ verbs = [], nonResourceURLs = [] }) => [verbs, nonResourceURLs]),
    ]),
  ]);

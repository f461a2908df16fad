import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (name: string, spec: object) =>
  validateManifest(
    {
      apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
      kind: 'FlowSchema',
      metadata: { name },
      spec: { priorityLevelConfiguration: { name: 'low' }, ...spec },
    },
    { kubernetes: '1.36' },
  );
const lines = (name: string, spec: object) => problems(name, spec).map(line);
const RULE = 'spec.rules[0]';

test('what comes first is the schema called exempt', () => {
  expect(lines('a', { matchingPrecedence: 1 })).toEqual(['out-of-range spec.matchingPrecedence']);
  expect(lines('a', { matchingPrecedence: 0 })).toEqual([]);
  expect(lines('a', { matchingPrecedence: 10001 })).toEqual(['out-of-range spec.matchingPrecedence']);
});

test('subjects and rules', () => {
  const rules = [
    {
      subjects: [{ kind: 'User', group: { name: 'a' } }],
      resourceRules: [{ verbs: ['Get', 'list'], apiGroups: ['*', 'a'], resources: ['*'] }],
      nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['healthz', '/a*', '/a/*'] }],
    },
  ];
  expect(lines('a', { rules })).toEqual([
    `forbidden ${RULE}.subjects[0].group`,
    `required ${RULE}.subjects[0].user`,
    `not-one-of ${RULE}.resourceRules[0].verbs[0]`,
    `conflict ${RULE}.resourceRules[0].apiGroups`,
    `required ${RULE}.resourceRules[0].namespaces`,
    `bad-path ${RULE}.nonResourceRules[0].nonResourceURLs[0]`,
    `bad-path ${RULE}.nonResourceRules[0].nonResourceURLs[1]`,
  ]);
  expect(problems('a', { rules })[2]?.hint).toBe('Did you mean "get"?');
});

test('the schemas that every server has', () => {
  const everything = {
    resourceRules: [{ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true }],
    nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
  };
  const spec = (subject: string) => ({
    priorityLevelConfiguration: { name: 'exempt' },
    matchingPrecedence: 1,
    rules: [{ subjects: [{ kind: 'Group', group: { name: subject } }], ...everything }],
  });
  expect(lines('exempt', spec('system:masters'))).toEqual([]);
  expect(lines('exempt', spec('admins'))).toEqual(['conflict spec']);
});

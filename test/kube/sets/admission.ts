// Admissionregistration.
import { a, type Bases, type Examples, type Fields, type ObjectSet, type Words } from './set';

/** Expressions of every type, right and wrong. */
const EXPRESSIONS = [
  'true',
  'object.spec.replicas <= 5',
  "object.metadata.name.startsWith('a') && has(object.spec)",
  'object.spec.paused',
  "'a' + object.metadata.name",
  '"a"',
  'null',
  'params.limit > 1',
  'variables.a',
  "variables.a == 'b'",
  "variables.b.all(x, x != '')",
  "authorizer.group('').resource('pods').check('get').allowed()",
  'authorizer.requestResource.check("get").allowed()',
  "request.operation == 'CREATE'",
  'request.foo',
  "namespaceObject.metadata.labels.a == 'b'",
  'objct.a == 1',
  'object.a ==',
  "object.metadata.name.matches('(')",
  "isIP('::1')",
  "quantity('1Gi').isGreaterThan(quantity('1'))",
  '1 < 1.5',
  '[1, dyn(2)].size() > 0',
  "object.?a.orValue('b') == 'c'",
  "semver('1.2.3').major() == 1",
  'Object{metadata: Object.metadata{labels: {"a": "b"}}}',
  '[JSONPatch{op: "add", path: "/a", value: 1}]',
  "[JSONPatch{op: 'test', path: '/metadata/labels/' + jsonpatch.escapeKey('a/b'), value: 'c'}]",
  'JSONPatch{op: 1}',
  '[]',
  '',
  '  ',
  ' true\n',
];

const words: Words = {
  expression: EXPRESSIONS,
  valueExpression: [...EXPRESSIONS, `'${a(5118)}'`, `'${a(5119)}'`],
  messageExpression: EXPRESSIONS,
  failurePolicy: ['Fail', 'Ignore', '', 'fail'],
  matchPolicy: ['Exact', 'Equivalent', '', 'exact'],
  sideEffects: ['None', 'NoneOnDryRun', 'Some', 'Unknown', '', 'none'],
  reinvocationPolicy: ['Never', 'IfNeeded', '', 'never'],
  admissionReviewVersions: ['v1', 'v1beta1', 'v2', '', 'V1', 'v1'],
  timeoutSeconds: [0, 1, 30, 31, -1],
  operations: ['CREATE', 'UPDATE', 'DELETE', 'CONNECT', '*', '', 'create'],
  apiGroups: ['', 'apps', '*', 'A'],
  apiVersions: ['v1', '*', '', 'A'],
  resources: ['pods', '*', '*/*', 'pods/*', '*/status', 'pods/status', '', 'pods/'],
  resourceNames: ['a', 'b', '', '.', 'a/b', 'a%b'],
  scope: ['*', 'Cluster', 'Namespaced', '', 'cluster'],
  validationActions: ['Deny', 'Warn', 'Audit', '', 'deny'],
  parameterNotFoundAction: ['Allow', 'Deny', '', 'allow'],
  policyName: ['a', 'a.b', 'A', '', a(253), a(254)],
  patchType: ['JSONPatch', 'ApplyConfiguration', '', 'jsonPatch'],
  reason: ['Forbidden', 'Invalid', 'RequestEntityTooLarge', 'Unauthorized', '', 'invalid'],
  message: ['no', '', '  ', 'a\nb', ' a\n'],
  url: [
    ...[
      'https://a.b/c',
      'http://a.b',
      'https://',
      'a.b',
      '',
      'https://u@a.b',
      'https://a.b/#c',
      'https://a.b?c',
      'https://[::1]:1/',
    ],
    ...[
      'https://a:b',
      'https://a b',
      'https://a/%zz',
      'https://a.b:',
      ':a',
      'https:a',
      'https:///a',
      '//a.b',
      'HTTPS://A.B',
      'https://a:1:2',
    ],
    ...[
      'https://[a]',
      'https://a/b c',
      'https://a.b?',
      'https://a.b#',
      'https://%41/',
      'https://é',
      'https://a{b',
      'a:b',
      'a/b:c',
      '1a:b',
    ],
  ],
  'ServiceReference.path': ['/a/b', '/', '//', '', 'a', '/A', '/a//b', '/a/', '/a.b', '/a_b', '///'],
  'ServiceReference.name': ['a', '', 'A'],
  'ServiceReference.namespace': ['a', '', 'A'],
  port: [0, 1, 443, 65535, 65536, -1],
  'ParamKind.apiVersion': ['v1', 'apps/v1', '', '/', 'a/b/c', '/v1', 'apps/', 'A/v1', 'v1.2', '1a', 'V1'],
  'ParamKind.kind': ['ConfigMap', 'configmap', '', 'a.b', '1a', 'a-', a(63), a(64)],
  'ParamRef.name': ['a', '', '.', 'a/b'],
  'Variable.name': ['a', 'b', '', ' ', '1a', 'a-b', '_a', 'true', 'namespace', 'é', '__proto__', 'constructor'],
  'MatchCondition.name': ['a', 'a/b', 'a.b/c', '', 'a b', '-a', a(63), a(64)],
  'AuditAnnotation.key': ['a', 'b', '', 'a/b', 'a b', a(63), a(64)],
  'ValidatingWebhook.name': ['a.b.c', 'a.b', '', 'A.b.c', 'x.y.z', `${a(62)}.${a(62)}.${a(62)}.${a(62)}`],
  'MutatingWebhook.name': ['a.b.c', 'a.b', '', 'A.b.c', 'x.y.z'],
  values: ['a', 'b', '', 'a b'],
  matchLabels: ['a', 'b', '', 'a b'],
};

const selector: Fields = {
  matchLabels: { app: 'web' },
  matchExpressions: [
    { key: 'tier', operator: 'In', values: ['a', 'b'] },
    { key: 'old', operator: 'DoesNotExist' },
  ],
};

const rule: Fields = {
  operations: ['CREATE', 'UPDATE'],
  apiGroups: ['', 'apps'],
  apiVersions: ['v1'],
  resources: ['pods', 'deployments/status'],
  scope: 'Namespaced',
};

const match: Fields = {
  matchPolicy: 'Exact',
  namespaceSelector: selector,
  objectSelector: selector,
  resourceRules: [{ ...rule, resourceNames: ['a', 'b'] }],
  excludeResourceRules: [{ ...rule, operations: ['*'], resources: ['*'] }],
};

const conditions: readonly Fields[] = [
  { name: 'no-leases', expression: "!(request.resource.group == 'coordination.k8s.io')" },
  { name: 'example.com/b', expression: 'has(object.metadata)' },
];

const webhook: Fields = {
  name: 'a.example.com',
  admissionReviewVersions: ['v1', 'v1beta1'],
  sideEffects: 'None',
  clientConfig: { service: { name: 'hook', namespace: 'default', path: '/check', port: 8443 }, caBundle: 'YQ==' },
  rules: [rule],
  failurePolicy: 'Ignore',
  matchPolicy: 'Exact',
  timeoutSeconds: 5,
  namespaceSelector: selector,
  objectSelector: selector,
  matchConditions: conditions,
};

const remote: Fields = {
  name: 'b.example.com',
  admissionReviewVersions: ['v1'],
  sideEffects: 'NoneOnDryRun',
  clientConfig: { url: 'https://hook.example.com/check' },
};

const paramKind: Fields = { apiVersion: 'v1', kind: 'ConfigMap' };
const variables: readonly Fields[] = [
  { name: 'a', expression: "object.metadata.?labels['a'].orValue('')" },
  { name: 'b', expression: "['a', 'b'].map(x, variables.a + x)" },
];

const examples: Examples = {
  LabelSelector: [selector],
  RuleWithOperations: [rule, { ...rule, resources: ['*/*'] }, { ...rule, apiGroups: ['*'], apiVersions: ['*'] }],
  NamedRuleWithOperations: [rule, { ...rule, resourceNames: ['a'] }, { ...rule, operations: ['DELETE'] }],
  MatchResources: [match, { resourceRules: [rule] }, {}],
  MatchCondition: conditions,
  WebhookClientConfig: [{ url: 'https://a.b/c' }, { service: { name: 'a', namespace: 'b' } }],
  ServiceReference: [{ name: 'a', namespace: 'b' }],
  ValidatingWebhook: [webhook, remote],
  MutatingWebhook: [webhook, remote],
  ParamKind: [paramKind],
  ParamRef: [
    { name: 'a', parameterNotFoundAction: 'Deny' },
    { selector, parameterNotFoundAction: 'Allow' },
  ],
  Variable: variables,
  Validation: [
    { expression: 'true' },
    { expression: 'has(object.spec)', messageExpression: "'no'", reason: 'Invalid' },
  ],
  AuditAnnotation: [
    { key: 'a', valueExpression: "'a'" },
    { key: 'b', valueExpression: 'null' },
  ],
  Mutation: [
    { patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{op: "remove", path: "/a"}]' } },
    { patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{spec: Object.spec{replicas: 1}}' } },
  ],
};

/** Objects of a kind, each made anew. */
const made = (kind: string, ...objects: readonly Fields[]): readonly (() => Fields)[] =>
  objects.map((object) => () => structuredClone({ apiVersion: 'admissionregistration.k8s.io/v1', kind, ...object }));

const bases: Bases = {
  ValidatingWebhookConfiguration: made(
    'ValidatingWebhookConfiguration',
    { metadata: { name: 'checks' }, webhooks: [webhook, remote] },
    { metadata: { name: 'checks' } },
  ),
  MutatingWebhookConfiguration: made('MutatingWebhookConfiguration', {
    metadata: { name: 'changes' },
    webhooks: [{ ...webhook, reinvocationPolicy: 'IfNeeded' }, remote],
  }),
  ValidatingAdmissionPolicy: made(
    'ValidatingAdmissionPolicy',
    {
      metadata: { name: 'policy' },
      spec: {
        failurePolicy: 'Ignore',
        paramKind,
        matchConstraints: match,
        matchConditions: conditions,
        variables,
        validations: [
          {
            expression: "variables.a != params.a && variables.b.all(x, x != '')",
            message: 'not allowed',
            messageExpression: "'not allowed: ' + variables.a",
            reason: 'Forbidden',
          },
        ],
        auditAnnotations: [{ key: 'a', valueExpression: 'variables.a' }],
      },
    },
    {
      metadata: { name: 'small.static.k8s.io' },
      spec: { matchConstraints: { resourceRules: [rule] }, validations: [{ expression: 'object.spec.replicas < 5' }] },
    },
  ),
  ValidatingAdmissionPolicyBinding: made(
    'ValidatingAdmissionPolicyBinding',
    {
      metadata: { name: 'binding' },
      spec: {
        policyName: 'policy',
        paramRef: { name: 'a', namespace: 'b', parameterNotFoundAction: 'Deny' },
        matchResources: match,
        validationActions: ['Deny', 'Audit'],
      },
    },
    {
      metadata: { name: 'binding' },
      spec: {
        policyName: 'policy',
        paramRef: { selector, parameterNotFoundAction: 'Allow' },
        validationActions: ['Warn'],
      },
    },
  ),
  MutatingAdmissionPolicy: made('MutatingAdmissionPolicy', {
    metadata: { name: 'policy' },
    spec: {
      failurePolicy: 'Fail',
      paramKind,
      matchConstraints: match,
      matchConditions: conditions,
      variables,
      reinvocationPolicy: 'IfNeeded',
      mutations: [
        {
          patchType: 'ApplyConfiguration',
          applyConfiguration: {
            expression: 'Object{metadata: Object.metadata{labels: {"a": variables.a}}, spec: Object.spec{replicas: 3}}',
          },
        },
        {
          patchType: 'JSONPatch',
          jsonPatch: {
            expression:
              "[JSONPatch{op: 'add', path: '/metadata/labels/' + jsonpatch.escapeKey('a/b'), value: variables.a}]",
          },
        },
      ],
    },
  }),
  MutatingAdmissionPolicyBinding: made('MutatingAdmissionPolicyBinding', {
    metadata: { name: 'binding' },
    spec: {
      policyName: 'policy',
      paramRef: { name: 'a', namespace: 'b', parameterNotFoundAction: 'Deny' },
      matchResources: match,
    },
  }),
};

export const admission: ObjectSet = { bases, words, examples };

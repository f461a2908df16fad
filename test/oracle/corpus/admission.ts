// Admissionregistration.
import { type Case, fieldOf, plus, type Values } from './case';
import { COMPILES, FAILS } from './expressions';

type Fields = Record<string, unknown>;

const rule = (): Fields => ({ operations: ['CREATE'], apiGroups: ['apps'], apiVersions: ['v1'], resources: ['pods'] });

const webhook = (): Fields => ({
  name: 'a.example.com',
  admissionReviewVersions: ['v1'],
  sideEffects: 'None',
  clientConfig: { url: 'https://hook.example.com/check' },
  rules: [rule()],
});

const object = (kind: string, fields: Fields): Fields => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind,
  metadata: { name: 'sample' },
  ...fields,
});

const validatingWebhooks = (): Fields => object('ValidatingWebhookConfiguration', { webhooks: [webhook()] });
const mutatingWebhooks = (): Fields => object('MutatingWebhookConfiguration', { webhooks: [webhook()] });

const policy = (): Fields =>
  object('ValidatingAdmissionPolicy', {
    spec: {
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: { resourceRules: [rule()] },
      variables: [{ name: 'a', expression: 'string(object.metadata.name)' }],
      validations: [{ expression: "variables.a != ''" }],
    },
  });

const binding = (): Fields =>
  object('ValidatingAdmissionPolicyBinding', {
    spec: { policyName: 'policy', validationActions: ['Deny'], matchResources: { resourceRules: [rule()] } },
  });

const mutatingPolicy = (): Fields =>
  object('MutatingAdmissionPolicy', {
    spec: {
      paramKind: { apiVersion: 'v1', kind: 'ConfigMap' },
      matchConstraints: { resourceRules: [rule()] },
      reinvocationPolicy: 'Never',
      variables: [{ name: 'a', expression: 'string(object.metadata.name)' }],
      mutations: [{ patchType: 'JSONPatch', jsonPatch: { expression: '[JSONPatch{op: "remove", path: "/a"}]' } }],
    },
  });

const mutatingBinding = (): Fields =>
  object('MutatingAdmissionPolicyBinding', {
    spec: { policyName: 'policy', matchResources: { resourceRules: [rule()] } },
  });

const a = (length: number): string => 'a'.repeat(length);
const selector = (requirement: Fields): Fields => ({ matchExpressions: [requirement] });
const OPERATORS: Values = {
  takes: [{}, selector({ key: 'a', operator: 'Exists' }), selector({ key: 'a', operator: 'In', values: ['b'] })],
  refuses: [
    selector({ key: 'a', operator: 'In' }),
    selector({ key: 'a', operator: 'Is' }),
    { matchLabels: { 'a b': '' } },
  ],
};

/** The rules of both kinds of webhooks. */
const webhooks = [validatingWebhooks, mutatingWebhooks].flatMap((made) => [
  ...fieldOf(made, 'metadata.name', { takes: ['a.b', 'a.static.k8s.io'], refuses: ['', 'A', 'a_b'] }),
  ...fieldOf(made, 'metadata.finalizers', { takes: [['a.b/c'], ['foo']], refuses: [['a b']] }),
  ...fieldOf(made, 'webhooks', {
    takes: [undefined, [], [webhook(), { ...webhook(), name: 'b.example.com' }]],
    refuses: [[webhook(), webhook()]],
  }),
  ...fieldOf(made, 'webhooks[0].name', {
    takes: ['a.b.c', 'a.b.c.d'],
    refuses: [undefined, '', 'a', 'a.b', 'A.b.c', `${a(245)}.bcdef.ghi`],
  }),
  ...fieldOf(made, 'webhooks[0].admissionReviewVersions', {
    takes: [['v1'], ['v1beta1'], ['v2', 'v1']],
    refuses: [undefined, [], ['v2'], ['v1', 'v1'], ['v1', ''], ['v1', 'V2']],
  }),
  ...fieldOf(made, 'webhooks[0].sideEffects', {
    takes: ['None', 'NoneOnDryRun'],
    refuses: [undefined, '', 'Some', 'Unknown', 'none'],
  }),
  ...fieldOf(made, 'webhooks[0].failurePolicy', { takes: [undefined, 'Fail', 'Ignore'], refuses: ['', 'fail'] }),
  ...fieldOf(made, 'webhooks[0].matchPolicy', { takes: [undefined, 'Exact', 'Equivalent'], refuses: ['', 'exact'] }),
  ...fieldOf(made, 'webhooks[0].timeoutSeconds', { takes: [undefined, 1, 30], refuses: [0, 31, -1] }),
  ...fieldOf(made, 'webhooks[0].namespaceSelector', OPERATORS),
  ...fieldOf(made, 'webhooks[0].objectSelector', OPERATORS),
  ...fieldOf(made, 'webhooks[0].clientConfig', {
    takes: [{ service: { name: 'a', namespace: 'b' } }, { url: 'https://a', caBundle: 'YQ==' }],
    refuses: [undefined, {}, { url: 'https://a', service: { name: 'a', namespace: 'b' } }],
  }),
  ...fieldOf(made, 'webhooks[0].clientConfig.url', {
    takes: ['https://a', 'https://a:1/b', 'HTTPS://a', 'https://[::1]:8443', 'https://a/#', 'https://a?', 'https://é'],
    refuses: [
      ...['', 'a', 'http://a', 'https:a', 'https:///a', 'https://u@a', 'https://a/#b', 'https://a?b', 'https://a b'],
      ...['https://a:b', 'https://[a]', 'https://a/%', 'https://%41', ':a', 'a\nb', '//a'],
    ],
  }),
  ...fieldOf(made, 'webhooks[0].clientConfig.url', { refuses: ['https://a:1:2', 'https://::1'] }, '1.36'),
  ...fieldOf(made, 'webhooks[0].clientConfig', {
    takes: ['/', '', '/a', '/a/', '/a.b/c'].map((path) => ({ service: { name: 'a', namespace: 'b', path } })),
    refuses: ['//', 'a', '/A', '/a//b', '/a_b', '///'].map((path) => ({
      service: { name: 'a', namespace: 'b', path },
    })),
  }),
  ...fieldOf(made, 'webhooks[0].clientConfig', {
    takes: [1, 65535].map((port) => ({ service: { name: 'a', namespace: 'b', port } })),
    refuses: [
      ...[0, 65536, -1].map((port) => ({ service: { name: 'a', namespace: 'b', port } })),
      ...[{ name: 'a' }, { namespace: 'b' }, { name: '', namespace: 'b' }].map((service) => ({ service })),
    ],
  }),
  ...fieldOf(made, 'webhooks[0].rules', { takes: [undefined, [], [rule(), rule()]], refuses: [[{}]] }),
  ...fieldOf(made, 'webhooks[0].matchConditions', {
    takes: [[], [{ name: 'a', expression: 'true' }]],
    refuses: [
      [{ name: 'a' }],
      [{ expression: 'true' }],
      [{ name: 'a', expression: ' ' }],
      [{ name: 'a b', expression: 'true' }],
      [{ name: 'a', expression: 'variables.a' }],
      [{ name: 'a', expression: 'params.a == 1' }],
      [{ name: 'a', expression: 'object.spec.paused' }],
      [1, 2].map(() => ({ name: 'a', expression: 'true' })),
      Array.from({ length: 65 }, (_, index) => ({ name: `a${index}`, expression: 'true' })),
    ],
  }),
  ...fieldOf(made, 'webhooks[0].matchConditions', {
    takes: [Array.from({ length: 64 }, (_, index) => ({ name: `a${index}`, expression: 'true' }))],
  }),
]);

/** The rules of RuleWithOperations, which policies have as well. */
const rules = [
  ...fieldOf(validatingWebhooks, 'webhooks[0].rules[0].operations', {
    takes: [['*'], ['CREATE', 'UPDATE', 'DELETE', 'CONNECT'], ['CREATE', 'CREATE']],
    refuses: [undefined, [], ['*', 'CREATE'], ['create'], ['']],
  }),
  ...fieldOf(validatingWebhooks, 'webhooks[0].rules[0].apiGroups', {
    takes: [[''], ['*'], ['A b']],
    refuses: [undefined, [], ['*', '']],
  }),
  ...fieldOf(validatingWebhooks, 'webhooks[0].rules[0].apiVersions', {
    takes: [['v1'], ['*'], ['A b']],
    refuses: [undefined, [], ['*', 'v1'], ['']],
  }),
  ...fieldOf(validatingWebhooks, 'webhooks[0].rules[0].resources', {
    takes: [['*'], ['*/*'], ['pods/*', 'pods'], ['*', '*/status'], ['pods', '*'], ['pods/status', 'pods/*'], ['a b']],
    refuses: [
      ...[undefined, [], [''], ['*/*', 'pods'], ['*', 'pods'], ['pods/*', 'pods/status'], ['*/status', 'pods/status']],
      ...[['pods/*', 'pods/*']],
    ],
  }),
  ...fieldOf(validatingWebhooks, 'webhooks[0].rules[0].scope', {
    takes: [undefined, '*', 'Cluster', 'Namespaced'],
    refuses: ['', 'cluster'],
  }),
  ...fieldOf(mutatingWebhooks, 'webhooks[0].reinvocationPolicy', {
    takes: [undefined, 'Never', 'IfNeeded'],
    refuses: ['', 'never'],
  }),
];

/** The rules of both kinds of policies. */
const policies = [policy, mutatingPolicy].flatMap((made) => {
  const field = (path: string, values: Values): Case[] => fieldOf(made, path, values, '1.36');
  return [
    ...field('metadata.name', { takes: ['a.b', 'a.static.k8s.io'], refuses: ['', 'A'] }),
    ...field('spec.failurePolicy', { takes: [undefined, 'Fail', 'Ignore'], refuses: ['', 'fail'] }),
    ...field('spec.paramKind', {
      takes: [undefined, { apiVersion: 'a.b/v1', kind: 'A' }],
      refuses: [
        ...[
          {},
          { apiVersion: 'v1' },
          { kind: 'A' },
          { apiVersion: '/', kind: 'A' },
          { apiVersion: 'a/b/c', kind: 'A' },
        ],
        ...[
          { apiVersion: 'a/', kind: 'A' },
          { apiVersion: 'A/v1', kind: 'A' },
          { apiVersion: '1', kind: 'A' },
        ],
        ...[
          { apiVersion: 'v1', kind: 'a.b' },
          { apiVersion: 'v1', kind: a(64) },
        ],
      ],
    }),
    ...field('spec.matchConstraints', {
      takes: [{ resourceRules: [rule()], matchPolicy: 'Exact' }],
      refuses: [undefined, {}, { resourceRules: [] }, { resourceRules: [rule()], matchPolicy: '' }],
    }),
    ...field('spec.matchConstraints.namespaceSelector', OPERATORS),
    ...field('spec.matchConstraints.objectSelector', OPERATORS),
    ...field('spec.matchConstraints.excludeResourceRules', {
      takes: [[], [{ ...rule(), operations: ['DELETE'] }]],
      refuses: [[{}]],
    }),
    ...field('spec.matchConstraints.resourceRules[0].resourceNames', {
      takes: [[], ['a', 'b'], [''], ['A b']],
      refuses: [['a', 'a'], ['.'], ['a/b'], ['a%']],
    }),
    ...field('spec.matchConditions', {
      takes: [[{ name: 'a', expression: 'params.a == 1' }]],
      refuses: [[{ name: 'a', expression: "variables.a == 'b'" }]],
    }),
    ...field('spec.variables[0].name', {
      takes: ['a', '_A1', 'constructor', '__proto__'],
      refuses: [undefined, '', ' ', '1a', 'a-b', 'true', 'namespace', 'é'],
    }).filter(({ refused }) => refused || made === mutatingPolicy),
    ...field('spec.variables', {
      takes: [[1, 2].map(() => ({ name: 'a', expression: "'b'" }))],
      refuses: [
        [{ name: 'a' }],
        [{ name: 'a', expression: ' ' }],
        [{ name: 'a', expression: 'variables.b' }],
        [{ name: 'a', expression: 'Object{}' }],
      ],
    }),
  ];
});

const validating = [
  ...fieldOf(policy, 'spec.matchConstraints.resourceRules[0].operations', { takes: [['DELETE']] }, '1.36'),
  ...fieldOf(policy, 'spec.validations', { refuses: [undefined, []] }, '1.36'),
  ...fieldOf(
    policy,
    'spec.validations[0].expression',
    {
      takes: [
        'true',
        ' true\n',
        'object.a == 1',
        "params.a == 'b'",
        "variables.a.startsWith('b')",
        'authorizer.path("/").check("get").allowed()',
      ],
      refuses: [
        undefined,
        '',
        ' ',
        'object.a',
        '1',
        "'a'",
        'variables.b',
        'variables.a',
        'variables.a == 1',
        'Object{}',
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    policy,
    'spec.validations[0].messageExpression',
    {
      takes: [undefined, '', "'a'", 'string(object.a)', 'variables.a', "'a' + params.b"],
      refuses: [' ', 'true', 'object.a', 'authorizer.path("/").check("get").reason()'],
    },
    '1.36',
  ),
  ...fieldOf(
    policy,
    'spec.validations[0].message',
    { takes: [undefined, '', 'a', ' a\n'], refuses: [' ', 'a\nb', 'a\rb'] },
    '1.36',
  ),
  ...fieldOf(
    policy,
    'spec.validations[0].reason',
    {
      takes: [undefined, 'Forbidden', 'Invalid', 'RequestEntityTooLarge'],
      refuses: ['', 'Unauthorized', 'invalid'],
    },
    '1.36',
  ),
  ...fieldOf(
    policy,
    'spec',
    {
      takes: [
        plus({ validations: undefined, auditAnnotations: [{ key: 'a', valueExpression: "'b'" }] }),
        plus({ paramKind: undefined }),
      ],
      refuses: [plus({ variables: undefined }), undefined],
    },
    '1.36',
  ),
  ...fieldOf(
    policy,
    'spec.auditAnnotations',
    {
      takes: [
        [{ key: 'a', valueExpression: 'null' }],
        [{ key: a(63), valueExpression: `'${a(5118)}'` }],
        Array.from({ length: 20 }, (_, index) => ({ key: `a${index}`, valueExpression: "'b'" })),
      ],
      refuses: [
        [{ key: '', valueExpression: "'a'" }],
        [{ key: 'a/b', valueExpression: "'a'" }],
        [{ key: a(64), valueExpression: "'a'" }],
        [{ key: 'a' }],
        [{ key: 'a', valueExpression: ' ' }],
        [{ key: 'a', valueExpression: 'true' }],
        [{ key: 'a', valueExpression: `'${a(5119)}'` }],
        [1, 2].map(() => ({ key: 'a', valueExpression: "'b'" })),
        Array.from({ length: 21 }, (_, index) => ({ key: `a${index}`, valueExpression: "'b'" })),
      ],
    },
    '1.36',
  ),
  // The expressions themselves: of any type in a variable, and by 1.28 in a condition of a webhook.
  ...fieldOf(
    policy,
    'spec.variables[1]',
    {
      takes: COMPILES.map((expression) => ({ name: 'b', expression })),
      refuses: FAILS.map((expression) => ({ name: 'b', expression })),
    },
    '1.36',
  ),
];

const mutating = [
  ...fieldOf(
    mutatingPolicy,
    'spec.reinvocationPolicy',
    { takes: ['Never', 'IfNeeded'], refuses: [undefined, '', 'never'] },
    '1.36',
  ),
  ...fieldOf(
    mutatingPolicy,
    'spec.matchConstraints.resourceRules[0].operations',
    {
      takes: [['CREATE', 'UPDATE', 'CONNECT'], ['*']],
      refuses: [['DELETE'], ['create']],
    },
    '1.36',
  ),
  ...fieldOf(mutatingPolicy, 'spec.mutations', { refuses: [undefined, []] }, '1.36'),
  ...fieldOf(
    mutatingPolicy,
    'spec.mutations[0]',
    {
      takes: [{ patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } }],
      refuses: [
        {},
        { patchType: 'JSONPatch' },
        { patchType: 'ApplyConfiguration' },
        { patchType: 'jsonPatch', jsonPatch: { expression: '[]' } },
        { patchType: 'JSONPatch', applyConfiguration: { expression: 'Object{}' } },
        plus({ applyConfiguration: { expression: 'Object{}' } }),
        { patchType: 'ApplyConfiguration', applyConfiguration: {} },
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    mutatingPolicy,
    'spec.mutations[0].jsonPatch.expression',
    {
      takes: [
        "[JSONPatch{op: 'add', path: '/' + jsonpatch.escapeKey('a/b'), value: Object.spec{a: 1}}]",
        "object.a ? [JSONPatch{op: 'test'}] : []",
        '[JSONPatch{from: variables.a, value: params.b}]',
      ],
      refuses: [
        '',
        ' ',
        '[]',
        'JSONPatch{}',
        '[1]',
        '[JSONPatch{op: 1}]',
        "[JSONPatch{operation: 'add'}]",
        '[Object{}]',
        'object.a',
      ],
    },
    '1.36',
  ),
  ...fieldOf(
    mutatingPolicy,
    'spec.mutations[0]',
    {
      takes: [
        ...['Object{spec: Object.spec{a: variables.a, b: [Object.spec.b{c: 1}]}}', 'Object{anything: {"a": "b"}}'],
        ...['object.a ? Object{} : Object{b: 1}', ' Object{}\n'],
      ].map((expression) => ({ patchType: 'ApplyConfiguration', applyConfiguration: { expression } })),
      refuses: ['Object.spec{}', 'object', '{}', 'Objekt{}', 'Object{a: b}', 'JSONPatch{}', 'Object', ''].map(
        (expression) => ({
          patchType: 'ApplyConfiguration',
          applyConfiguration: { expression },
        }),
      ),
    },
    '1.36',
  ),
];

/** The rules of both kinds of bindings. */
const bindings = [binding, mutatingBinding].flatMap((made) => {
  const field = (path: string, values: Values): Case[] => fieldOf(made, path, values, '1.36');
  return [
    ...field('metadata.name', { takes: ['a.b'], refuses: ['', 'A'] }),
    ...field('spec.policyName', { takes: ['a.b'], refuses: [undefined, '', 'A', a(254)] }),
    ...field('spec.paramRef', {
      takes: [
        undefined,
        { name: 'a', parameterNotFoundAction: 'Allow' },
        { selector: {}, parameterNotFoundAction: 'Deny' },
        { name: 'a', namespace: 'A', parameterNotFoundAction: 'Deny' },
      ],
      refuses: [
        {},
        { parameterNotFoundAction: 'Allow' },
        { name: 'a' },
        { name: 'a', parameterNotFoundAction: '' },
        { name: 'a', parameterNotFoundAction: 'allow' },
        { name: 'a/b', parameterNotFoundAction: 'Allow' },
        { name: 'a', selector: {}, parameterNotFoundAction: 'Allow' },
        { selector: { matchLabels: { 'a b': '' } }, parameterNotFoundAction: 'Allow' },
      ],
    }),
    ...field('spec.matchResources', {
      takes: [undefined, {}, { resourceRules: [] }],
      refuses: [{ matchPolicy: 'exact' }, { resourceRules: [{}] }],
    }),
    ...field('spec.matchResources.resourceRules[0].operations', {
      [made === binding ? 'takes' : 'refuses']: [['DELETE']],
    }),
  ];
});

const actions = fieldOf(
  binding,
  'spec.validationActions',
  {
    takes: [
      ['Deny', 'Audit'],
      ['Warn', 'Audit'],
    ],
    refuses: [undefined, [], ['Deny', 'Warn'], ['Deny', 'Deny'], ['deny'], ['']],
  },
  '1.36',
);

export const admission: readonly Case[] = [
  ...webhooks,
  ...rules,
  ...policies,
  ...validating,
  ...mutating,
  ...bindings,
  ...actions,
];

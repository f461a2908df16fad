// CustomResourceDefinition and APIService.
import { a, type Case, fieldOf, subdomain, type Values } from './case';

type Fields = Record<string, unknown>;

/** A definition with this schema. */
const definition = (schema: Fields = {}): Fields => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'crontabs.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'crontabs', kind: 'CronTab' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', ...schema } } }],
  },
});

const crd = (path: string, values: Values, by?: '1.36'): Case[] => fieldOf(definition, path, values, by);
const VERSION = 'spec.versions[0]';
const ROOT = `${VERSION}.schema.openAPIV3Schema`;
/** The cases of a schema, as that of a property. */
const schema = (values: Values, by?: '1.36'): Case[] => crd(`${ROOT}.properties.a`, values, by);
/** The cases of a field of the whole schema. */
const root = (path: string, values: Values, by?: '1.36'): Case[] => crd(`${ROOT}${path}`, values, by);

const text = { type: 'string' };
const object = (properties: Fields, rest: Fields = {}): Fields => ({ type: 'object', properties, ...rest });
const list = (items: unknown, rest: Fields = {}): Fields => ({ type: 'array', items, ...rest });
const LIST = 'x-kubernetes-list-type';
const KEYS = 'x-kubernetes-list-map-keys';
const PRESERVE = 'x-kubernetes-preserve-unknown-fields';
const INT_OR_STRING = 'x-kubernetes-int-or-string';
const EMBEDDED = 'x-kubernetes-embedded-resource';
const RULES = 'x-kubernetes-validations';
const other = (name: string, rest: Fields = {}): Fields => ({
  name,
  served: true,
  storage: false,
  schema: { openAPIV3Schema: { type: 'object' } },
  ...rest,
});
const label = { takes: ['a', 'a-1', a(63)], refuses: ['A', '1a', '-a', 'a.b', 'a_b', a(64)] };

const names: Case[] = [
  ...crd('metadata.name', { refuses: ['others.example.com', 'crontabs', 'CronTabs.example.com', undefined] }),
  ...crd('metadata.generateName', { refuses: ['crontabs-'] }),
  ...crd('spec.group', { refuses: ['', undefined, 'example', ...subdomain.refuses] }),
  ...crd('spec.names.plural', { refuses: ['', undefined, 'CronTabs', 'others'] }),
  ...crd('spec.names.singular', { takes: ['', undefined, ...label.takes], refuses: label.refuses }),
  ...crd('spec.names.kind', { takes: ['A', 'aB-c', a(59)], refuses: ['', undefined, 'A.b', '1a', 'A b', a(60)] }),
  ...crd('spec.names', {
    takes: [
      { plural: 'crontabs', kind: a(63), listKind: 'X' },
      { plural: 'crontabs', kind: 'A', listKind: 'a' },
    ],
    refuses: [
      { plural: 'crontabs', kind: a(64), listKind: 'X' },
      { plural: 'crontabs', kind: 'A', listKind: 'A' },
      { plural: 'crontabs', kind: 'A', listKind: 'A_' },
    ],
  }),
  ...crd('spec.names.shortNames', { takes: [[], ['a', 'a']], refuses: [[''], ['a', 'A']] }),
  ...crd('spec.names.categories', { takes: [[], ['all']], refuses: [[''], ['a.b']] }),
  ...crd('spec.scope', { takes: ['Cluster'], refuses: ['', undefined, 'cluster'] }),
  ...crd('spec.preserveUnknownFields', { takes: [false], refuses: [true] }),
];

const approval = (annotations: Fields | undefined): object => ({
  ...definition(),
  metadata: { name: 'crontabs.a.k8s.io', annotations },
  spec: { ...(definition().spec as Fields), group: 'a.k8s.io' },
});
const approvals: Case[] = fieldOf(() => approval({}), 'metadata.annotations["api-approved.kubernetes.io"]', {
  takes: ['https://example.com/1', 'unapproved', 'unapproved: a test', 'a://b'],
  refuses: ['', undefined, 'approved', '/path', 'https:', 'https:///a', 'https://a b', 'example.com/1'],
});

const versions: Case[] = [
  ...crd('spec.versions', { refuses: [undefined, [], [other('v1')]] }),
  ...crd('spec.versions[1]', {
    takes: [other('v2'), other('v2', { served: false })],
    refuses: [
      other('v1'),
      other('v2', { storage: true }),
      other('v2', { schema: undefined }),
      other('v2', { schema: {} }),
    ],
  }),
  ...crd(`${VERSION}.name`, { takes: label.takes, refuses: ['', undefined, ...label.refuses] }),
  ...crd(`${VERSION}.schema`, { refuses: [undefined, {}] }),
  ...crd(`${VERSION}.deprecated`, { takes: [true, false] }),
  ...crd(`${VERSION}.deprecationWarning`, { refuses: ['use v2', ''] }),
  ...fieldOf(
    () => ({
      ...definition(),
      spec: {
        ...(definition().spec as Fields),
        versions: [{ ...(definition().spec as { versions: Fields[] }).versions[0], deprecated: true }],
      },
    }),
    `${VERSION}.deprecationWarning`,
    {
      takes: ['use v2', a(256), 'é', undefined],
      refuses: ['', a(257), 'a\nb', 'a\u200bb', '\u00a0', 'é'.repeat(129)],
    },
  ),
];

const columns: Case[] = [
  ...['name', 'jsonPath', 'type', 'format'].flatMap((key) =>
    crd(`${VERSION}.additionalPrinterColumns[0]`, {
      refuses: [{ name: 'A', jsonPath: '.a', type: 'string', [key]: key === 'format' ? 'int' : '' }],
    }),
  ),
  ...crd(`${VERSION}.additionalPrinterColumns[0]`, {
    takes: [
      { name: 'A', jsonPath: '.', type: 'date', format: '', priority: -1 },
      { name: 'A', jsonPath: '.a[?(', type: 'integer', format: 'date-time' },
    ],
    refuses: [
      { name: 'A', jsonPath: 'a', type: 'string' },
      { name: 'A', jsonPath: '.a', type: 'object' },
      { jsonPath: '.a', type: 'string' },
    ],
  }),
];

const scale = { specReplicasPath: '.spec.a', statusReplicasPath: '.status.a' };
const subresources: Case[] = [
  ...crd(`${VERSION}.subresources`, { takes: [{}, { status: {} }, { scale }] }),
  ...['specReplicasPath', 'statusReplicasPath'].flatMap((key) =>
    crd(`${VERSION}.subresources.scale`, {
      refuses: ['', '.spec', '.status', '.metadata.a', 'a', key === 'specReplicasPath' ? '.status.a' : '.spec.a'].map(
        (path) => ({ ...scale, [key]: path }),
      ),
    }),
  ),
  ...crd(`${VERSION}.subresources.scale`, {
    takes: ['', '.spec.a', '.status.', '.status.a[0]'].map((labelSelectorPath) => ({ ...scale, labelSelectorPath })),
    refuses: ['.metadata.a', 'a', '.status'].map((labelSelectorPath) => ({ ...scale, labelSelectorPath })),
  }),
  // What is said of the root is lost for the status.
  ...crd(VERSION, {
    takes: [
      other('v1', { storage: true, subresources: { status: {} } }),
      other('v1', {
        storage: true,
        subresources: { status: {} },
        schema: {
          openAPIV3Schema: object(
            { a: text },
            { required: ['a'], description: 'a', [PRESERVE]: true, [RULES]: [{ rule: 'true' }] },
          ),
        },
      }),
    ],
    refuses: [{ anyOf: [] }, { maxProperties: 2 }, { enum: [{}] }, { not: {} }, { [EMBEDDED]: true }].map((rest) =>
      other('v1', {
        storage: true,
        subresources: { status: {} },
        schema: { openAPIV3Schema: object({ a: text }, rest) },
      }),
    ),
  }),
  ...crd('spec.versions', {
    takes: [
      [
        other('v1', { storage: true, subresources: { status: {} } }),
        other('v2', { schema: { openAPIV3Schema: object({ a: text }, { maxProperties: 3 }) } }),
      ],
    ],
    // The schema is the same in both, and judged once.
    refuses: [
      [
        other('v1', {
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: { type: 'object', maxProperties: 3 } },
        }),
        other('v2', { schema: { openAPIV3Schema: { type: 'object', maxProperties: 3 } } }),
      ],
    ],
  }),
];

const webhook = (clientConfig: unknown, conversionReviewVersions: unknown = ['v1']): Fields => ({
  strategy: 'Webhook',
  webhook: { clientConfig, conversionReviewVersions },
});
const conversion: Case[] = crd('spec.conversion', {
  takes: [
    { strategy: 'None' },
    { strategy: 'None', webhook: {} },
    webhook({ url: 'https://a.b' }),
    webhook({ url: 'https://a.b:1/c', caBundle: 'eA==' }),
    webhook({ service: { name: 'A_', namespace: 'B_' } }),
    ...['', '/', '/a', '/a/', '/a.b/c'].map((path) =>
      webhook({ service: { name: 'a', namespace: 'b', path, port: 1 } }),
    ),
    webhook({ url: 'https://a.b' }, ['v2', 'v1beta1']),
  ],
  refuses: [
    {},
    { strategy: '' },
    { strategy: 'none' },
    { strategy: 'Webhook' },
    { strategy: 'None', webhook: { clientConfig: {} } },
    { strategy: 'None', webhook: { conversionReviewVersions: ['v1'] } },
    webhook(undefined),
    webhook({}),
    webhook({ url: 'https://a.b', service: { name: 'a', namespace: 'b' } }),
    ...[
      '',
      'http://a.b',
      'a.b',
      'https://',
      'https://u@a.b',
      'https://a.b?c=d',
      'https://a.b#c',
      'https://a.b:c',
      'https://a b',
      'https://a/%',
      ':',
      'https:///a',
    ].map((url) => webhook({ url })),
    webhook({ service: { name: 'a' } }),
    webhook({ service: { namespace: 'b' } }),
    ...[0, -1, 65536].map((port) => webhook({ service: { name: 'a', namespace: 'b', port } })),
    ...['//', 'a', '/a//b', '/A', '/a_b', '/a//'].map((path) =>
      webhook({ service: { name: 'a', namespace: 'b', path } }),
    ),
    ...[[], ['v2'], ['v1', 'v1'], ['v1', 'V1'], ['v1', '']].map((reviews) => webhook({ url: 'https://a.b' }, reviews)),
  ],
});

const structure: Case[] = [
  ...root('.type', { refuses: [undefined, '', 'array', 'string'] }),
  ...root('.nullable', { takes: [false], refuses: [true] }),
  ...root('.additionalProperties', { refuses: [true, false, text] }),
  ...root('.properties.kind', { takes: [text], refuses: [object({}), { [PRESERVE]: true }] }),
  ...root('.properties.apiVersion', { takes: [text], refuses: [{ type: 'integer' }] }),
  ...root('.properties.metadata', {
    takes: [
      { type: 'object' },
      object({ name: text }),
      object({ generateName: { type: 'string', pattern: 'a' } }),
      object({ name: text, generateName: text }),
    ],
    refuses: [
      text,
      { [PRESERVE]: true },
      object({ labels: { type: 'object' } }),
      object({ name: text, uid: text }),
      object({ name: text }, { description: 'a' }),
      object({ name: text }, { required: [] }),
      object({ name: text }, { maxProperties: 3 }),
      object({ name: { type: 'string', default: 'a' } }),
      { type: 'object', default: {} },
      { type: 'object', [EMBEDDED]: true, [PRESERVE]: true },
    ],
  }),
  ...schema({
    takes: [
      text,
      { [PRESERVE]: true },
      { [INT_OR_STRING]: true },
      { type: 'integer', [INT_OR_STRING]: true },
      { type: 'array', items: text },
      object({ b: object({}) }),
      { type: 'object', additionalProperties: true },
      { type: 'object', additionalProperties: false },
      { type: 'object', additionalProperties: text },
      object({ b: text }, { additionalProperties: true }),
      { type: 'object', items: text },
      { type: 'object', [EMBEDDED]: true, [PRESERVE]: true },
      object({ b: text }, { [EMBEDDED]: true }),
      object({ metadata: object({ labels: { type: 'object' } }), kind: text, apiVersion: text }, { [EMBEDDED]: true }),
      object({ kind: { type: 'integer' }, metadata: text }),
      { type: 'string', $ref: null },
      { type: 'string', definitions: {} },
      { type: 'string', patternProperties: {} },
      { type: 'string', id: '', $schema: '' },
      { type: 'array', items: { type: 'string', unknown: true } },
    ],
    refuses: [
      {},
      { type: 'null' },
      { type: 'date' },
      { type: '' },
      { type: 'array' },
      { type: 'array', items: {} },
      { type: 'array', items: [text] },
      { type: 'array', items: [] },
      object({ b: {} }),
      { type: 'object', additionalProperties: {} },
      object({ b: text }, { additionalProperties: false }),
      object({ b: text }, { additionalProperties: text }),
      { [PRESERVE]: true, [INT_OR_STRING]: true },
      { type: 'object', [EMBEDDED]: true, [INT_OR_STRING]: true, [PRESERVE]: true },
      { type: 'string', [PRESERVE]: false },
      { [EMBEDDED]: true, [PRESERVE]: true },
      { type: 'string', [EMBEDDED]: true, [PRESERVE]: true },
      { type: 'object', [EMBEDDED]: true },
      { type: 'object', [EMBEDDED]: true, [PRESERVE]: true, additionalProperties: true },
      object({ kind: { type: 'integer' } }, { [EMBEDDED]: true }),
      object({ metadata: text }, { [EMBEDDED]: true }),
      object({ metadata: { type: 'object', [EMBEDDED]: true, [PRESERVE]: true } }, { [EMBEDDED]: true }),
      { type: 'string', uniqueItems: true },
      { type: 'string', $ref: '' },
      { type: 'string', $ref: '#/a' },
      { type: 'string', definitions: { b: text } },
      { type: 'string', dependencies: {} },
      { type: 'string', patternProperties: { b: text } },
      { type: 'array', items: text, additionalItems: false },
      { type: 'string', id: 'a' },
      { type: 'string', $schema: 'a' },
      { type: 'string', unknown: true },
    ],
  }),
];

const junctors: Case[] = [
  ...schema({
    takes: [
      { type: 'string', anyOf: [{ minLength: 1 }, { pattern: 'a' }] },
      { type: 'string', anyOf: [] },
      { [INT_OR_STRING]: true, anyOf: [{ type: 'integer' }, { type: 'string' }] },
      {
        [PRESERVE]: true,
        anyOf: [
          { type: 'integer', enum: [], allOf: [] },
          { type: 'string', nullable: false },
        ],
      },
      { [INT_OR_STRING]: true, allOf: [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, { pattern: 'a' }] },
      object({ b: text }, { not: { required: ['b'] }, oneOf: [{ properties: { b: { enum: ['a'] } } }] }),
      object({ b: text }, { anyOf: [{ properties: { c: { minLength: 1 } } }] }),
    ],
    refuses: [
      { type: 'string', anyOf: [{ type: 'string' }] },
      { [INT_OR_STRING]: true, anyOf: [{ type: 'string' }, { type: 'integer' }] },
      { [INT_OR_STRING]: true, anyOf: [{ type: 'integer', minimum: 1 }, { type: 'string' }] },
      { [INT_OR_STRING]: true, anyOf: [{ type: 'integer', required: [] }, { type: 'string' }] },
      { [INT_OR_STRING]: true, oneOf: [{ type: 'integer' }, { type: 'string' }] },
      { [INT_OR_STRING]: true, allOf: [{ pattern: 'a' }, { anyOf: [{ type: 'integer' }, { type: 'string' }] }] },
      { type: 'string', allOf: [{ description: 'a' }] },
      { type: 'string', allOf: [{ title: 'a' }] },
      { type: 'string', oneOf: [{ default: 'a' }] },
      { type: 'string', not: { nullable: true } },
      { type: 'object', not: { [PRESERVE]: true } },
      { type: 'object', not: { [EMBEDDED]: true } },
      { type: 'object', not: { [INT_OR_STRING]: true } },
      { type: 'object', allOf: [{ [LIST]: 'set' }] },
      { type: 'object', allOf: [{ [KEYS]: ['a'] }] },
      { type: 'object', allOf: [{ 'x-kubernetes-map-type': 'atomic' }] },
      { type: 'object', allOf: [{ [RULES]: [{ rule: 'true' }] }] },
      { type: 'object', allOf: [{ additionalProperties: true }] },
      { type: 'object', allOf: [{ additionalProperties: { minLength: 1 } }] },
      { type: 'object', allOf: [{ additionalProperties: false }] },
      object({ metadata: object({}) }, { allOf: [{ properties: { metadata: {} } }] }),
      object({ b: text }, { anyOf: [{ properties: { b: { type: 'string' } } }] }),
      list(text, { anyOf: [{ items: { type: 'string' } }] }),
    ],
  }),
  ...schema({ takes: [{ type: 'object', allOf: [{ additionalProperties: false }] }] }, '1.36'),
  ...schema(
    { refuses: [{ [INT_OR_STRING]: true, anyOf: [{ type: 'integer', example: 1 }, { type: 'string' }] }] },
    '1.36',
  ),
  // At the root, what is restricted has to be there.
  ...root('', {
    takes: [
      object({ a: object({ b: text }) }, { anyOf: [{ properties: { a: { properties: { b: { minLength: 1 } } } } }] }),
      object({ a: list(text) }, { not: { properties: { a: { items: { minLength: 1 } } } } }),
    ],
    refuses: [
      object({ a: text }, { anyOf: [{ properties: { b: {} } }] }),
      object({ a: object({}) }, { allOf: [{ oneOf: [{ properties: { a: { properties: { b: {} } } } }] }] }),
      object({ a: object({}) }, { not: { properties: { a: { items: {} } } } }),
      object(
        { a: { type: 'object', additionalProperties: text } },
        { not: { properties: { a: { properties: { b: {} } } } } },
      ),
    ],
  }),
];

const patterns: Case[] = schema({
  takes: ['', '^a$', '(?i)a', '(?P<n>a)', '[[:alpha:]]', '\\pL', '\\x{1F600}', 'a{1000}', '\\z', '\\Qa', '(?s).'].map(
    (pattern) => ({ type: 'string', pattern }),
  ),
  refuses: [
    '(?=a)',
    '(?!a)',
    '(?<=a)b',
    '\\1',
    '(',
    'a)',
    '[',
    '[b-a]',
    '*',
    'a**',
    'a{1001}',
    '\\p{X}',
    '\\u0041',
    '\\Z',
    '(?x)a',
    '\\',
    '((a{100}){100}){100}',
  ].map((pattern) => ({ type: 'string', pattern })),
});

const key = (rest: Fields = {}, items: Fields = {}): Fields =>
  list(object({ k: { type: 'string', ...rest } }, { required: ['k'], ...items }), { [LIST]: 'map', [KEYS]: ['k'] });
const lists: Case[] = schema({
  takes: [
    list(text, { [LIST]: 'atomic' }),
    list(text, { [LIST]: 'set' }),
    list(list(text), { [LIST]: 'set' }),
    list(list(text, { [LIST]: 'atomic' }), { [LIST]: 'set' }),
    list({ type: 'object', 'x-kubernetes-map-type': 'atomic' }, { [LIST]: 'set' }),
    list(text, { [KEYS]: [] }),
    key(),
    key({ default: 'a' }, { required: [] }),
    { type: 'object', 'x-kubernetes-map-type': 'granular' },
  ],
  refuses: [
    list(text, { [LIST]: '' }),
    list(text, { [LIST]: 'list' }),
    { type: 'object', [LIST]: 'atomic' },
    { [PRESERVE]: true, [LIST]: 'atomic' },
    list(list(text, { [LIST]: 'set' }), { [LIST]: 'set' }),
    list({ type: 'object' }, { [LIST]: 'set' }),
    list({ type: 'object', 'x-kubernetes-map-type': 'granular' }, { [LIST]: 'set' }),
    list({ type: 'string', nullable: true }, { [LIST]: 'set' }),
    list(text, { [KEYS]: ['a'] }),
    list(text, { [LIST]: 'set', [KEYS]: ['a'] }),
    list(object({ k: text }, { required: ['k'] }), { [LIST]: 'map' }),
    list(text, { [LIST]: 'map', [KEYS]: ['a'] }),
    list(object({ k: text }, { required: ['k'] }), { [LIST]: 'map', [KEYS]: ['k', 'k'] }),
    list(object({ k: text }, { required: ['k'] }), { [LIST]: 'map', [KEYS]: ['x'] }),
    key({ type: 'object' }),
    list(object({ k: list(text) }, { required: ['k'] }), { [LIST]: 'map', [KEYS]: ['k'] }),
    key({}, { required: [] }),
    key({ nullable: true }),
    key({}, { nullable: true }),
    { type: 'object', 'x-kubernetes-map-type': '' },
    { type: 'array', items: text, 'x-kubernetes-map-type': 'atomic' },
    { type: 'array', 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['b'] },
    { type: 'array', items: [text], 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['b'] },
  ],
});

const withDefault = (given: Fields, ...values: unknown[]): Fields[] =>
  values.map((value) => ({ ...given, default: value }));
const embedded = { type: 'object', [EMBEDDED]: true, [PRESERVE]: true };
const pod = { apiVersion: 'v1', kind: 'Pod' };
const defaults: Case[] = [
  ...schema({
    takes: [
      ...withDefault(text, 'a', '', null),
      ...withDefault({ type: 'integer' }, 1, -1),
      ...withDefault({ type: 'number' }, 1, 1.5),
      ...withDefault({ type: 'string', nullable: true }, null),
      ...withDefault({ type: 'string', minLength: 1, maxLength: 2 }, 'é', '😀😀'),
      ...withDefault({ type: 'string', pattern: 'a\\z' }, 'ba'),
      ...withDefault({ type: 'integer', minimum: 1, maximum: 3, multipleOf: 2 }, 2),
      ...withDefault({ type: 'integer', maximum: 2.5, exclusiveMinimum: true, minimum: 0 }, 1.5 - 0.5),
      ...withDefault({ type: 'number', multipleOf: 0.1 }, 0.3),
      ...withDefault({ type: 'number', enum: [5] }, 5.7),
      ...withDefault({ [INT_OR_STRING]: true }, 1, 'a', true, {}),
      ...withDefault({ [INT_OR_STRING]: true, anyOf: [{ type: 'integer' }, { type: 'string' }] }, 1, 'a'),
      ...withDefault(object({ b: text }, { required: ['b'] }), { b: 'a' }),
      ...withDefault({ type: 'object', additionalProperties: text }, { b: 'a' }, {}),
      ...withDefault({ type: 'object', additionalProperties: true }, { b: 1 }),
      ...withDefault({ type: 'object', [PRESERVE]: true, properties: { b: text } }, { c: { d: 1 }, b: 'a' }),
      ...withDefault(list(text, { minItems: 1, maxItems: 2 }), ['a'], ['a', 'a']),
      ...withDefault({ type: 'string', enum: ['a', 1] }, 'a'),
      ...withDefault(object({ b: text }, { oneOf: [{ required: ['b'] }, { maxProperties: 0 }] }), {}, { b: 'a' }),
      ...withDefault(object({ b: text }, { not: { required: ['b'] } }), {}),
      ...withDefault(
        embedded,
        pod,
        { ...pod, metadata: { name: 'a', unknown: 1, resourceVersion: '5' } },
        { ...pod, spec: { a: 1 } },
      ),
      ...withDefault({ type: 'boolean', format: 'x' }, 'a'),
      object({ metadata: object({ name: { type: 'string', default: 'a' } }) }, { [EMBEDDED]: true }),
    ],
    refuses: [
      ...withDefault(text, 1, true, [], {}),
      ...withDefault({ type: 'integer' }, 1.5, '1'),
      ...withDefault({ type: 'boolean' }, 'true'),
      ...withDefault({ type: 'string', minLength: 1, maxLength: 2 }, '', 'abc'),
      ...withDefault({ type: 'string', pattern: 'a\\z' }, 'ab'),
      ...withDefault({ type: 'integer', minimum: 1, maximum: 3, multipleOf: 2 }, 0, 4, 3),
      ...withDefault({ type: 'integer', exclusiveMinimum: true, minimum: 1 }, 1),
      ...withDefault({ type: 'integer', exclusiveMaximum: true, maximum: 2.5 }, 2),
      ...withDefault({ type: 'integer', multipleOf: 0.5 }, 1),
      ...withDefault({ type: 'integer', maximum: 9223372036854775807 }, 1),
      ...withDefault({ type: 'number', multipleOf: 0 }, 1),
      ...withDefault(object({ b: text }, { required: ['b'] }), {}, { b: 1 }, { b: 'a', c: 1 }),
      ...withDefault(object({ b: object({ c: text }) }), { b: { d: 1 } }),
      ...withDefault({ type: 'object' }, { b: 1 }),
      ...withDefault({ type: 'object', additionalProperties: text }, { b: 1 }),
      ...withDefault({ type: 'object', additionalProperties: false }, { b: 1 }),
      ...withDefault({ type: 'object', additionalProperties: true }, { b: { c: 1 } }),
      ...withDefault(list(text, { minItems: 1, maxItems: 2 }), [], ['a', 'a', 'a'], [1], [null]),
      ...withDefault(list(object({ b: text })), [{ c: 1 }]),
      ...withDefault({ type: 'string', enum: ['a', 1] }, 'b'),
      ...withDefault(object({ b: text }, { oneOf: [{ required: ['b'] }, { maxProperties: 1 }] }), { b: 'a' }),
      ...withDefault(object({ b: text }, { not: { required: ['b'] } }), { b: 'a' }),
      ...withDefault(object({ b: text }, { allOf: [{ required: ['b'] }] }), {}),
      ...withDefault(object({ b: text }, { anyOf: [{ required: ['b'] }, { minProperties: 2 }] }), {}),
      ...withDefault({ [INT_OR_STRING]: true, format: 'int32' }, 1),
      ...withDefault(
        embedded,
        {},
        { kind: 'Pod' },
        { ...pod, kind: 'po_d' },
        { ...pod, apiVersion: 'a/b/c' },
        { ...pod, apiVersion: '' },
        { ...pod, kind: '' },
        { ...pod, apiVersion: 1 },
        { ...pod, metadata: 'x' },
        { ...pod, metadata: [] },
        { ...pod, metadata: { name: 'a/b' } },
        { ...pod, metadata: { labels: { a: '_' } } },
        { ...pod, metadata: { generation: -1 } },
        { ...pod, metadata: { uid: 1 } },
      ),
      object({ metadata: object({ name: { type: 'string', default: 'a/b' } }) }, { [EMBEDDED]: true }),
      object({ apiVersion: { type: 'string', default: 'a/b/c' } }, { [EMBEDDED]: true }),
      object(
        { metadata: object({ labels: { type: 'object', additionalProperties: { type: 'string', default: 'a' } } }) },
        { [EMBEDDED]: true },
      ),
    ],
  }),
  ...schema(
    {
      refuses: [
        ...withDefault({ type: 'integer', format: 'int32' }, 2 ** 31),
        ...withDefault({ type: 'integer', maximum: 2.5 }, 1),
        ...withDefault({ type: 'number', format: 'float' }, 1e300),
      ],
    },
    '1.36',
  ),
  ...schema({ takes: [...withDefault({ type: 'number', format: 'int32' }, 2 ** 40)] }),
  ...root('.properties.kind', { refuses: withDefault(text, 'A') }),
];

const FORMATS: Readonly<Record<string, Values>> = {
  bsonobjectid: { takes: ['507f1f77bcf86cd799439011'], refuses: ['507f1f77bcf86cd79943901', 'x'] },
  uri: { takes: ['https://a', '/a', 'a:b', '*'], refuses: ['a', '', 'https://a b', '%', ':a', 'a b:c'] },
  email: {
    takes: ['a@b', 'Ann <a@b.c>', '"a b"@c', '<a@b>'],
    refuses: ['a', 'a@', '@b', 'a@b@c', 'a.@b', 'a b@c', ''],
  },
  hostname: { takes: ['a', 'a.bc', 'é.com', '1'], refuses: ['a_b', '', '-a.bc', `${a(64)}.com`] },
  ipv4: { takes: ['1.2.3.4', '010.1.1.1', '::ffff:1.2.3.4'], refuses: ['1.2.3', '::1', ''] },
  ipv6: { takes: ['::1', '::ffff:1.2.3.4'], refuses: ['1.2.3.4', 'fe80::1%a', ''] },
  cidr: {
    takes: ['1.2.3.4/8', '::/128', '01.2.3.4/08'],
    refuses: ['1.2.3.4', '1.2.3.4/33', '::/129', '/8', '1.2.3.4/-1'],
  },
  mac: {
    takes: ['00:00:5e:00:53:01', '00-00-5E-00-53-01', '0000.5e00.5301', '00005e005301'],
    refuses: ['00:00:5e:00:53', '00:00-5e:00:53:01', '00005e00530'],
  },
  uuid: { takes: ['00000000-0000-0000-0000-000000000000', 'A0000000000000000000000000000000'], refuses: ['x', '0000'] },
  uuid3: { takes: ['00000000-0000-3000-0000-000000000000'], refuses: ['00000000-0000-4000-0000-000000000000'] },
  uuid4: { takes: ['00000000-0000-4000-8000-000000000000'], refuses: ['00000000-0000-4000-0000-000000000000'] },
  uuid5: { takes: ['00000000-0000-5000-a000-000000000000'], refuses: ['00000000-0000-5000-0000-000000000000'] },
  isbn: { takes: ['0321751043', '978-0321751041'], refuses: ['0321751044', '1'] },
  isbn10: { takes: ['0-321-75104-3', '080442957X'], refuses: ['978-0321751041'] },
  isbn13: { takes: ['978 0321751041'], refuses: ['9780321751042', '0321751043'] },
  creditcard: { takes: ['4111 1111 1111 1111', '378282246310005'], refuses: ['4111111111111112', '1'] },
  ssn: { takes: ['111-22-3333'], refuses: ['111223333', '11-222-3333'] },
  hexcolor: { takes: ['#fff', 'A0A0A0'], refuses: ['#ff', 'x'] },
  rgbcolor: { takes: ['rgb(0, 255,1)'], refuses: ['rgb(0,256,1)', 'rgb(0,0)'] },
  byte: { takes: ['YQ==', 'YWJj'], refuses: ['', 'YQ', 'Y Q==', '-_=='] },
  password: { takes: ['', 'a'] },
  date: { takes: ['2024-02-29'], refuses: ['2023-02-29', '2024-1-1', '2024-13-01', '2024-00-01', ''] },
  duration: {
    takes: ['1h', '1 day', '2 weeks and more', '0', '3 Hrs 5 min', '1d'],
    refuses: ['', '1', 'a', '1 y', '99999999999999999999 s'],
  },
  'date-time': {
    takes: ['2024-01-01T00:00:00Z', '2024-01-01t00:00:00.5+01:00'],
    refuses: [
      '2024-01-01',
      '2024-01-01T24:00:00Z',
      '2024-01-01T00:00:60Z',
      '2024-01-01 00:00:00Z',
      '2024-01-01T00:00:00',
    ],
  },
  unknown: { takes: ['', 'a'] },
};
const formats: Case[] = Object.entries(FORMATS).flatMap(([format, { takes = [], refuses = [] }]) =>
  schema({
    takes: withDefault({ type: 'string', format }, ...takes),
    refuses: withDefault({ type: 'string', format }, ...refuses),
  }),
);

const rule = (rest: Fields, given: Fields = object({ b: text, 'c.d': object({ e: text }) })): Fields => ({
  ...given,
  [RULES]: [{ rule: 'true', ...rest }],
});
const rules: Case[] = schema({
  takes: [
    rule({}),
    rule({ message: 'no' }),
    rule({ rule: ' true\n' }),
    rule({ rule: 'true\n|| false', message: 'no' }),
    rule({ message: '\nno\n' }),
    rule({ messageExpression: "'no'" }),
    ...['FieldValueInvalid', 'FieldValueForbidden', 'FieldValueRequired', 'FieldValueDuplicate'].map((reason) =>
      rule({ reason }),
    ),
    ...['.b', "['b']", "['c.d'].e", "['c.d']['e']", ''].map((fieldPath) => rule({ fieldPath })),
    rule(
      { fieldPath: ".x['y z']" },
      { type: 'object', additionalProperties: { type: 'object', additionalProperties: text } },
    ),
    rule({ fieldPath: '.x' }, { type: 'object', additionalProperties: true }),
  ],
  refuses: [
    rule({ rule: '' }),
    rule({ rule: undefined }),
    rule({ rule: ' \n' }),
    rule({ message: ' ' }),
    rule({ message: 'a\nb' }),
    rule({ message: 'a\rb' }),
    rule({ rule: 'true\n|| false' }),
    rule({ messageExpression: ' ' }),
    rule({ reason: '' }),
    rule({ reason: 'Invalid' }),
    ...[
      'b',
      '.x',
      ' ',
      '.b\n',
      '.',
      '..',
      '.b.',
      '.b.x',
      '[b]',
      "['b'",
      "['x']",
      "['b']x",
      '.b[0]',
      ".['b']",
      "['\\q']",
      '.c.d',
    ].map((fieldPath) => rule({ fieldPath })),
  ],
});

/** Rules of an object with fields of many types. */
const typed = (expression: string, rest: Fields = {}): Fields => ({
  ...object({
    n: { type: 'integer' },
    d: { type: 'number' },
    s: { type: 'string', maxLength: 9 },
    t: { type: 'string', format: 'date-time' },
    l: list({ type: 'string', maxLength: 9 }, { maxItems: 9 }),
    m: { type: 'object', additionalProperties: { type: 'integer' }, maxProperties: 9 },
    o: object({ p: { type: 'boolean' } }),
    e: { type: 'object', [EMBEDDED]: true, [PRESERVE]: true },
    i: { [INT_OR_STRING]: true },
    u: { [PRESERVE]: true },
    'a-b.c': { type: 'integer' },
    if: { type: 'integer' },
    '1x': { type: 'integer' },
  }),
  [RULES]: [{ rule: expression, ...rest }],
});
const expressions: Case[] = [
  ...schema({
    takes: [
      ...[
        'self.n < 5',
        'self.d < 5.0',
        "self.s == 'a'",
        "self.t > timestamp('2024-01-01T00:00:00Z')",
        "self.l.all(x, x == 'a')",
        "self.m['a'] == 1",
        'self.o.p',
        "self.e.metadata.name == 'a' && self.e.kind == 'b'",
        'self.i == 5',
        'self.a__dash__b__dot__c == 1',
        'self.__if__ == 1',
        'has(self.s) || size(self.l) > 1',
        'oldSelf.n == self.n',
      ].map((one) => typed(one)),
      typed('true', { messageExpression: "'a' + self.s" }),
      {
        ...list(
          { ...object({ k: text }, { required: ['k'] }), [RULES]: [{ rule: 'self == oldSelf' }] },
          { [LIST]: 'map', [KEYS]: ['k'], maxItems: 9 },
        ),
      },
      {
        type: 'object',
        additionalProperties: { type: 'integer', [RULES]: [{ rule: 'self == oldSelf' }] },
        maxProperties: 9,
      },
    ],
    refuses: [
      ...[
        'self.n',
        "self.n == 'a'",
        'self.n < 5.5 + 1',
        'self.x == 1',
        'self.u == 1',
        'self.i',
        'self.e.spec == 1',
        'self.if == 1 ||',
        'self.1x == 1',
        'self.',
        'x',
        "self.s.matches('(')",
        'self.l[0] == 1',
        'old.n == 1',
      ].map((one) => typed(one)),
      typed('true', { messageExpression: 'self.n' }),
      typed('true', { messageExpression: '1 +' }),
      { [PRESERVE]: true, [RULES]: [{ rule: 'true' }] },
      list({ [PRESERVE]: true }, { [RULES]: [{ rule: 'true' }] }),
      list({ type: 'string', [RULES]: [{ rule: 'self == oldSelf' }] }),
      list({ type: 'string', [RULES]: [{ rule: 'self == oldSelf' }] }, { [LIST]: 'set' }),
    ],
  }),
  ...schema(
    {
      takes: [
        typed('oldSelf.hasValue() || self.n == 1', { optionalOldSelf: true }),
        typed('self.if == 1'),
        typed('oldSelf.n == 1', { optionalOldSelf: false }),
      ],
      refuses: [
        typed('true', { optionalOldSelf: true }),
        typed('oldSelf.n == 1 ? true : 5', { optionalOldSelf: true }),
      ],
    },
    '1.36',
  ),
  ...root('', {
    takes: [{ type: 'object', [RULES]: [{ rule: "self.metadata.name.startsWith('a') && self.kind != ''" }] }],
    refuses: [
      { type: 'object', [RULES]: [{ rule: "self.metadata.labels.a == 'a'" }] },
      { type: 'object', [RULES]: [{ rule: 'self.spec.a == 1' }] },
    ],
  }),
];

const selectable = (fields: unknown, rest: Fields = {}): Fields =>
  other('v1', {
    storage: true,
    schema: {
      openAPIV3Schema: object({
        metadata: object({ name: text }),
        spec: object(
          {
            a: text,
            b: { type: 'integer' },
            c: { type: 'boolean' },
            d: { type: 'number' },
            e: list(text),
            f: { type: 'object', additionalProperties: text },
          },
          rest,
        ),
      }),
    },
    selectableFields: fields,
  });
const paths = (...all: string[]): unknown => all.map((jsonPath) => ({ jsonPath }));
const selectableFields: Case[] = [
  ...crd(
    VERSION,
    {
      takes: [[], paths('.spec.a'), paths('.spec.a', '.spec.b', '.spec.c'), paths('.spec.f.x')].map((fields) =>
        selectable(fields),
      ),
      refuses: [
        [{}],
        paths(''),
        paths('spec.a'),
        paths('.spec.x'),
        paths('.spec.d'),
        paths('.spec.e'),
        paths('.spec'),
        paths('.metadata.name'),
        paths(".spec['a']"),
        paths('.spec.a', '.spec.a'),
        paths(...Array.from({ length: 9 }, (_, i) => `.spec.f.x${i}`)),
      ].map((fields) => selectable(fields)),
    },
    '1.36',
  ),
  ...crd(VERSION, { takes: [selectable(paths(...Array.from({ length: 8 }, (_, i) => `.spec.f.x${i}`)))] }, '1.36'),
  ...crd(VERSION, { refuses: [selectable(paths('.spec.a'))] }),
  ...crd(
    'spec.versions',
    {
      takes: [
        [selectable(paths('.spec.a')), { ...selectable(paths('.spec.a')), name: 'v2', storage: false }],
        [selectable(paths('.spec.a')), other('v2')],
      ],
      // What all versions have in common is judged apart from what they have not.
      refuses: [
        [
          selectable(paths('.spec.a')),
          { ...selectable(paths('.spec.a'), { description: 'a' }), name: 'v2', storage: false },
        ],
        [selectable(paths('.spec.a')), { ...selectable(paths('.spec.b')), name: 'v2', storage: false }],
      ],
    },
    '1.36',
  ),
];

export const extension: readonly Case[] = [
  ...names,
  ...approvals,
  ...versions,
  ...columns,
  ...subresources,
  ...conversion,
  ...structure,
  ...junctors,
  ...patterns,
  ...lists,
  ...defaults,
  ...formats,
  ...rules,
  ...expressions,
  ...selectableFields,
];

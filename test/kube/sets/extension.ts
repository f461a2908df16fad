// CustomResourceDefinition. APIService is in control.ts.
import { a, type Bases, type Examples, type Fields, type ObjectSet, type Words } from './set';

const version = (schema: Fields, rest: Fields = {}): Fields => ({
  name: 'v1',
  served: true,
  storage: true,
  schema: { openAPIV3Schema: { type: 'object', ...schema } },
  ...rest,
});

const definition = (versions: readonly Fields[], rest: Fields = {}): Fields => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'crontabs.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'crontabs', singular: 'crontab', kind: 'CronTab', listKind: 'CronTabList' },
    versions,
    ...rest,
  },
});

const object = (properties: Fields, rest: Fields = {}): Fields => ({ type: 'object', properties, ...rest });
const text = { type: 'string' };

/** Words of every part of a definition. */
const full = (): Fields =>
  definition(
    [
      version(
        {
          description: 'A crontab',
          title: 'CronTab',
          externalDocs: { description: 'more', url: 'https://example.com' },
          example: { a: 1 },
          required: ['spec'],
          properties: {
            apiVersion: text,
            kind: text,
            metadata: object({ name: { type: 'string', maxLength: 10 }, generateName: text }),
            spec: object({
              cronSpec: { type: 'string', pattern: '^(\\d+|\\*)(/\\d+)?$', default: '5', maxLength: 30, minLength: 1 },
              image: { type: 'string', format: 'uri', nullable: true },
              replicas: { type: 'integer', format: 'int32', minimum: 1, maximum: 10, default: 1, multipleOf: 1 },
              ratio: {
                type: 'number',
                format: 'double',
                minimum: 0,
                exclusiveMinimum: true,
                exclusiveMaximum: true,
                maximum: 2,
              },
              mode: { type: 'string', enum: ['a', 'b'], default: 'a' },
              port: {
                'x-kubernetes-int-or-string': true,
                anyOf: [{ type: 'integer' }, { type: 'string' }],
                default: 80,
              },
              labels: {
                type: 'object',
                additionalProperties: text,
                maxProperties: 5,
                minProperties: 1,
                'x-kubernetes-map-type': 'atomic',
              },
              list: { type: 'array', items: { type: 'integer' }, minItems: 1, maxItems: 3, default: [1, 2] },
            }),
            status: object({ replicas: { type: 'integer' }, selector: text }),
          },
        },
        {
          deprecated: true,
          deprecationWarning: 'use v2',
          subresources: {
            status: {},
            scale: {
              specReplicasPath: '.spec.replicas',
              statusReplicasPath: '.status.replicas',
              labelSelectorPath: '.status.selector',
            },
          },
          additionalPrinterColumns: [
            {
              name: 'Spec',
              type: 'string',
              jsonPath: '.spec.cronSpec',
              description: 'The spec',
              priority: 1,
              format: 'byte',
            },
            { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' },
          ],
        },
      ),
    ],
    { preserveUnknownFields: false, conversion: { strategy: 'None' } },
  );

/** Lists, maps and embedded objects. */
const structures = (): Fields =>
  definition([
    version({
      properties: {
        ports: {
          type: 'array',
          'x-kubernetes-list-type': 'map',
          'x-kubernetes-list-map-keys': ['port', 'protocol'],
          items: object(
            { port: { type: 'integer' }, protocol: { type: 'string', default: 'TCP' } },
            { required: ['port'] },
          ),
        },
        set: { type: 'array', 'x-kubernetes-list-type': 'set', items: text },
        sets: {
          type: 'array',
          'x-kubernetes-list-type': 'set',
          items: { type: 'object', 'x-kubernetes-map-type': 'atomic' },
        },
        any: { 'x-kubernetes-preserve-unknown-fields': true, default: { b: 1 } },
        free: {
          type: 'object',
          'x-kubernetes-preserve-unknown-fields': true,
          properties: { c: object({ d: text }) },
          default: { x: 1, c: { d: 'e' } },
        },
        pod: {
          type: 'object',
          'x-kubernetes-embedded-resource': true,
          'x-kubernetes-preserve-unknown-fields': true,
          properties: {
            metadata: object({
              name: { type: 'string', default: 'a' },
              labels: { type: 'object', additionalProperties: text },
            }),
          },
          default: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', labels: { a: 'b' } }, spec: {} },
        },
        nested: object(
          {
            a: object({ b: text }, { default: { b: 'c' } }),
            n: { type: 'object', additionalProperties: object({ m: text }) },
          },
          {
            default: { a: { b: 'x' }, n: { k: { m: 'o' } } },
          },
        ),
      },
    }),
  ]);

/** anyOf and its like. */
const junctors = (): Fields =>
  definition([
    version({
      properties: {
        spec: object(
          { a: text, b: { type: 'integer' }, c: { type: 'array', items: object({ d: text }) } },
          {
            anyOf: [{ required: ['a'] }, { required: ['b'], properties: { b: { minimum: 1 } } }],
            oneOf: [{ properties: { a: { pattern: '^x' } } }, { not: { properties: { a: { pattern: '^x' } } } }],
            allOf: [{ properties: { c: { maxItems: 3, items: { properties: { d: { maxLength: 5 } } } } } }],
            not: { required: ['a', 'c'] },
            default: { a: 'x', b: 2 },
          },
        ),
        both: {
          'x-kubernetes-int-or-string': true,
          allOf: [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, { pattern: '^[0-9]+%?$' }],
        },
      },
      oneOf: [{ required: ['spec'] }, { properties: { spec: { properties: { a: { enum: ['x'] } } } } }],
    }),
  ]);

/** Rules in CEL. */
const rules = (): Fields =>
  definition([
    version({
      properties: {
        spec: object(
          {
            min: { type: 'integer' },
            max: { type: 'integer' },
            name: {
              type: 'string',
              maxLength: 20,
              'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'is fixed' }],
            },
          },
          {
            'x-kubernetes-validations': [
              {
                // What one and the other cost when nobody knows their types, the server does not forgive.
                rule: 'self.min <= 5 && has(self.max)',
                message: 'min is above 5',
                fieldPath: '.min',
                reason: 'FieldValueInvalid',
              },
              {
                rule: 'has(self.name)',
                messageExpression: "'a name is missing'",
                reason: 'FieldValueRequired',
                fieldPath: '.name',
              },
            ],
          },
        ),
      },
    }),
  ]);

const versions = (): Fields =>
  definition(
    [
      version({ properties: { a: text } }),
      version(
        { properties: { a: { type: 'integer' } } },
        { name: 'v2beta1', storage: false, subresources: { status: {} } },
      ),
      version({ properties: { a: text } }, { name: 'v3', storage: false, served: false }),
    ],
    {
      scope: 'Cluster',
      names: { plural: 'crontabs', kind: 'CronTab', shortNames: ['ct', 'cts'], categories: ['all'] },
      conversion: {
        strategy: 'Webhook',
        webhook: {
          clientConfig: {
            service: { name: 'convert', namespace: 'default', path: '/a/b', port: 8443 },
            caBundle: 'YQ==',
          },
          conversionReviewVersions: ['v1', 'v1beta1', 'v2'],
        },
      },
    },
  );

const approved = (): Fields => ({
  ...definition([version({ 'x-kubernetes-preserve-unknown-fields': true })], {
    group: 'example.k8s.io',
    conversion: {
      strategy: 'Webhook',
      webhook: { clientConfig: { url: 'https://example.com:443/convert' }, conversionReviewVersions: ['v1'] },
    },
  }),
  metadata: {
    name: 'crontabs.example.k8s.io',
    annotations: { 'api-approved.kubernetes.io': 'https://github.com/kubernetes/enhancements/pull/1111' },
  },
});

/** Values of defaults, examples and enums. */
const values: readonly unknown[] = [
  1,
  2,
  0,
  11,
  -1,
  1.5,
  'a',
  'c',
  '',
  '5',
  '*/5',
  'https://example.com',
  true,
  null,
  [],
  [1],
  [1, 2, 3, 4],
  ['a'],
  {},
  { a: 1 },
  { a: 'x' },
  { a: { b: 'c' } },
  { a: { x: 1 } },
  { apiVersion: 'v1', kind: 'Pod' },
  { apiVersion: 'a/b/c', kind: 'Pod', metadata: {} },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a/b' } },
  { apiVersion: 'v1', kind: 'pod_', metadata: { labels: { a: 1 } } },
  2 ** 31,
];

const words: Words = {
  default: values,
  example: values,
  enum: [['a', 'b'], [], ['a', null], [1, 2], ['a', 'a']],
  type: ['object', 'string', 'integer', 'number', 'boolean', 'array', 'null', '', 'date'],
  'JSONSchemaProps.format': [
    'int32',
    'int64',
    'float',
    'double',
    'date',
    'date-time',
    'uri',
    'email',
    'byte',
    'uint32',
    'x',
    '',
    'ipv4',
    'k8s-short-name',
  ],
  'CustomResourceColumnDefinition.type': ['string', 'integer', 'number', 'boolean', 'date', 'object', ''],
  'CustomResourceColumnDefinition.format': [
    'int32',
    'int64',
    'float',
    'double',
    'byte',
    'date',
    'date-time',
    'password',
    '',
    'x',
  ],
  pattern: [
    '^a$',
    '(?=a)',
    '(?<!a)b',
    '\\d+',
    '[',
    '(a',
    'a{1001}',
    '\\1',
    '[[:alpha:]]',
    '\\pL',
    '(?P<n>a)',
    '',
    '\\u0041',
    'a**',
    '(?i)a',
    '\\Qa\\E',
    '\\Z',
    'x{2}{3}',
  ],
  jsonPath: ['.spec.a', '.metadata.name', 'spec', '.', '', '.spec', '{.spec}', '.status.replicas', '.a', '.spec.x'],
  specReplicasPath: ['.spec.replicas', '.spec.', '.spec', 'spec.replicas', '.status.replicas', '', '.spec.a[0]'],
  statusReplicasPath: ['.status.replicas', '.status.', '.status', 'x', '.spec.replicas', ''],
  labelSelectorPath: ['.status.selector', '.spec.selector', '.metadata.labels', 'x', '', '.status'],
  strategy: ['None', 'Webhook', '', 'none'],
  scope: ['Namespaced', 'Cluster', '', 'namespaced'],
  'CustomResourceDefinitionNames.kind': [
    'CronTab',
    'cronTab',
    'Cron Tab',
    '',
    'CronTabList',
    '1A',
    a(59),
    a(60),
    a(63),
    a(64),
  ],
  listKind: ['CronTabList', 'CronTab', '', 'Cron-TabList', 'X_', a(64)],
  singular: ['crontab', 'CronTab', '', 'a.b', '1a', a(63), a(64)],
  plural: ['crontabs', 'CronTabs', '', 'others', 'a.b'],
  shortNames: [['ct'], ['CT'], [''], ['a', 'a'], []],
  categories: [['all'], ['All'], [''], ['a.b'], []],
  group: ['example.com', 'example', '', 'Example.com', 'example.k8s.io', 'k8s.io', 'a..b'],
  'CustomResourceDefinitionVersion.name': ['v1', 'v2beta1', 'V1', '', '1', 'v1.2', 'a-b', 'v3'],
  deprecationWarning: ['use v2', '', a(256), a(257), 'a\nb', 'é', 'a\u200b'],
  url: [
    'https://example.com',
    'http://example.com',
    'example.com',
    '',
    'https://',
    'https://a@example.com',
    'https://example.com?a=b',
    'https://example.com#a',
    'https://example.com:x',
    'https://ex ample.com',
    'https://[::1]/a',
    '%',
    ':a',
    'https://a/%zz',
  ],
  'ApiextensionsV1ServiceReference.path': ['/a', '/', '', '//', 'a', '/a//b', '/A', '/a/', '/a_b'],
  conversionReviewVersions: [['v1'], ['v1beta1'], ['v2'], [], ['v1', 'v1'], ['V1', 'v1'], ['']],
  'api-approved.kubernetes.io': [
    'https://example.com/1',
    'unapproved',
    'unapproved, an experiment',
    'approved',
    '',
    '/path',
    'https://',
    'a:b',
  ],
  'x-kubernetes-list-type': ['atomic', 'set', 'map', '', 'list'],
  'x-kubernetes-map-type': ['atomic', 'granular', '', 'map'],
  'x-kubernetes-list-map-keys': [['port'], ['port', 'protocol'], ['x'], [], ['port', 'port']],
  required: [['a'], ['spec'], [], ['x', 'x']],
  rule: ['self == oldSelf', 'true', 'has(self.name)', '', '  ', 'true\n|| false', 'self.min < 5', 'self.', 'x', '1'],
  message: ['no', '', '  ', 'a\nb', a(2049), '\na\n'],
  messageExpression: ["'a'", '', ' ', "'a' + 'b'", '1', '('],
  reason: ['FieldValueInvalid', 'FieldValueRequired', 'FieldValueForbidden', 'FieldValueDuplicate', '', 'Invalid'],
  'ValidationRule.fieldPath': [
    '.min',
    '.name',
    '.x',
    'min',
    '',
    ' ',
    '.min\n',
    "['min']",
    '.spec.min',
    ".['min']",
    '..',
    "['x']",
    '[min]',
    '.min[0]',
    "['min'",
  ],
  $ref: ['#/definitions/a', ''],
  $schema: ['http://json-schema.org/draft-07/schema#', ''],
  id: ['a', ''],
};

const examples: Examples = {
  JSONSchemaProps: [
    { type: 'string' },
    { type: 'integer', format: 'int32' },
    object({ a: text }),
    { type: 'array', items: text },
    { 'x-kubernetes-preserve-unknown-fields': true },
    { 'x-kubernetes-int-or-string': true },
    { type: 'object', additionalProperties: true },
    { type: 'object', additionalProperties: text },
    { type: 'string', default: 'a' },
    { required: ['a'] },
    { properties: { a: { minLength: 1 } } },
    { properties: { spec: { required: ['a'] } } },
    { type: 'integer' },
    { type: 'array', items: { type: 'string', unknown: 1 } },
    {},
  ],
  CustomResourceDefinitionVersion: [version({ properties: { a: text } }, { name: 'v9', storage: false })],
  CustomResourceColumnDefinition: [{ name: 'A', type: 'string', jsonPath: '.spec.a' }],
  ValidationRule: [{ rule: 'true' }, { rule: 'true', message: 'no' }],
  SelectableField: [{ jsonPath: '.spec.a' }],
};

/** Parts that a definition says twice are two. */
const anew = (make: () => Fields) => (): Fields => structuredClone(make());

const bases: Bases = {
  CustomResourceDefinition: [full, structures, junctors, rules, versions, approved].map(anew),
};

export const extension: ObjectSet = { bases, words, examples };

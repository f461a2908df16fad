import { validateManifest } from '../../../../lib/kube/validate';
import { printPath } from '../../../../lib/report/print';

type Fields = Record<string, unknown>;

const definition = (schema: Fields, rest: Fields = {}): Fields => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'crontabs.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { plural: 'crontabs', kind: 'CronTab' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object', ...schema } } }],
    ...rest,
  },
});

const ROOT = 'spec.versions[0].schema.openAPIV3Schema';
/** `code path: message | hint`, with `?` before the code of a warning. */
const said = (object: Fields, kubernetes?: string): string[] =>
  validateManifest(object, { kubernetes }).map(({ severity, code, path, message, hint }) =>
    `${severity === 'error' ? '' : '?'}${code} ${printPath(path)}: ${message}${hint === undefined ? '' : ` | ${hint}`}`.replace(
      `${ROOT}.`,
      '',
    ),
  );
const ofProperty = (a: Fields, kubernetes?: string): string[] => said(definition({ properties: { a } }), kubernetes);

test('a definition is called by the names that it gives', () => {
  const object = { ...definition({}), metadata: { name: 'crontab.example.com' } };
  expect(said(object)).toEqual([
    'bad-name metadata.name: must be crontabs.example.com: spec.names.plural, a dot, spec.group | Did you mean "crontabs.example.com"?',
  ]);
  // Of a group that is wrong nothing follows.
  const group = definition({}, { group: 'example' });
  expect(validateManifest(group).map(({ path }) => printPath(path))).toEqual(['spec.group']);
});

test('one version is stored', () => {
  const version = (name: string, storage: boolean): Fields => ({
    name,
    served: true,
    storage,
    schema: { openAPIV3Schema: { type: 'object' } },
  });
  expect(said(definition({}, { versions: [version('v1', false)] }))).toEqual([
    'required spec.versions: must have one version with storage: true, in which objects are kept',
  ]);
  expect(said(definition({}, { versions: [version('v1', true), version('v1', true)] }))).toEqual([
    'duplicate spec.versions[1].storage: only one version may be the one that is stored, and versions[0] is',
    'duplicate spec.versions[1].name: versions[0] has the same name',
  ]);
});

test('an expression of JavaScript that Go does not have', () => {
  expect(ofProperty({ type: 'string', pattern: '^(?!a)' })).toEqual([
    'bad-format properties.a.pattern: has (?!a, which Go does not know: it neither looks ahead nor behind | Say it as a rule of x-kubernetes-validations',
  ]);
});

test('a default is what the schema asks for', () => {
  const given = { type: 'object', properties: { b: { type: 'integer', minimum: 3 } } };
  expect(ofProperty({ ...given, default: { b: 2 } })).toEqual([
    'out-of-range properties.a.default.b: must be at least 3',
  ]);
  expect(ofProperty({ ...given, default: { c: 2 } })).toEqual([
    'unknown-field properties.a.default.c: is not in the schema, so it would be dropped',
  ]);
});

test('a number out of the range of its format is a default until 1.35', () => {
  const given = { type: 'integer', format: 'int32', default: 2 ** 31 };
  expect(ofProperty(given, '1.35')).toEqual([]);
  expect(ofProperty(given, '1.36')).toHaveLength(1);
  expect(ofProperty(given)[0]).toContain('Kubernetes since 1.36');
});

test('an integer or a string, with definitions of none beside it', () => {
  const either = (more: Fields): Fields => ({
    'x-kubernetes-int-or-string': true,
    anyOf: [{ type: 'integer', ...more }, { type: 'string' }],
  });
  expect(ofProperty(either({ definitions: {} }))).toEqual([]);
  expect(ofProperty(either({ title: 'a' }))).not.toEqual([]);
});

test('additionalProperties: false inside anyOf is taken since 1.31', () => {
  const given = { type: 'object', anyOf: [{ additionalProperties: false }] };
  expect(ofProperty(given, '1.30')).toHaveLength(1);
  expect(ofProperty(given, '1.31')).toEqual([]);
});

test('an example in a metadata schema is seen since 1.36', () => {
  const given = definition({ properties: { metadata: { type: 'object', example: {} } } });
  expect(said(given, '1.35')).toEqual([]);
  expect(said(given, '1.36')).toHaveLength(1);
});

test('formats that nobody knows', () => {
  expect(ofProperty({ type: 'string', format: 'datetim' })).toEqual([
    '?no-effect properties.a.format: is no format that the server knows for the type string, so it checks nothing | Did you mean "datetime"?',
  ]);
  expect(ofProperty({ type: 'integer', format: 'uint32' })).toHaveLength(1);
  expect(ofProperty({ type: 'string', format: 'k8s-short-name' }, '1.34')).toHaveLength(1);
  expect(ofProperty({ type: 'string', format: 'k8s-short-name' }, '1.35')).toEqual([]);
});

test('what is unknown inside items is dropped and not refused', () => {
  expect(ofProperty({ type: 'array', items: { type: 'string', titel: 'a' } })).toEqual([
    '?dropped properties.a.items.titel: there is no such field in JSONSchemaProps, and the server drops it | Did you mean "title"?',
  ]);
  expect(ofProperty({ type: 'string', titel: 'a' })).toEqual([
    'unknown-field properties.a.titel: there is no such field in JSONSchemaProps | Did you mean "title"?',
  ]);
});

test('items that are no schema are nothing', () => {
  expect(ofProperty({ type: 'string', items: 'string' })).toEqual([
    '?dropped properties.a.items: must be a map or a list; the server drops it',
  ]);
});

test('keys of lists', () => {
  const items = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
  const list = { type: 'array', items, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['nmae'] };
  expect(ofProperty(list)).toEqual([
    'not-found properties.a.x-kubernetes-list-map-keys[0]: must be a property of the items | Did you mean "name"?',
  ]);
});

test('the path of a rule', () => {
  const rule = { rule: 'true', message: 'no', fieldPath: '.spec' };
  const given = { type: 'object', properties: { b: { type: 'string' } }, 'x-kubernetes-validations': [rule] };
  expect(ofProperty(given)).toEqual([
    'bad-path properties.a.x-kubernetes-validations[0].fieldPath: must lead to a field: the schema has no property "spec"',
  ]);
});

const ruled = (rule: object): Fields => ({
  type: 'object',
  properties: {
    count: { type: 'integer' },
    if: { type: 'boolean' },
    list: { type: 'array', items: { type: 'string' } },
  },
  'x-kubernetes-validations': [rule],
});
const RULE = 'properties.a.x-kubernetes-validations[0]';

test('rules know the types of the schema', () => {
  expect(ofProperty(ruled({ rule: 'self.cuont > 1' }))).toEqual([
    `bad-expression ${RULE}.rule: does not compile at "cuont > 1": there is no field cuont in self | Did you mean "count"?`,
  ]);
  expect(ofProperty(ruled({ rule: 'self.count' }))).toEqual([
    `bad-expression ${RULE}.rule: must be of type bool, and this is int`,
  ]);
  expect(ofProperty(ruled({ rule: 'true', messageExpression: 'self.count' }))).toHaveLength(1);
});

test('a field called as a word of CEL is found since 1.32', () => {
  expect(ofProperty(ruled({ rule: 'self.if' }), '1.31')).toHaveLength(1);
  expect(ofProperty(ruled({ rule: 'self.if' }), '1.32')).toEqual([]);
  expect(ofProperty(ruled({ rule: 'self.__if__' }), '1.31')).toEqual([]);
});

test('what a value was before', () => {
  expect(ofProperty(ruled({ rule: 'self == oldSelf', optionalOldSelf: false }), '1.30')).toEqual([]);
  expect(ofProperty(ruled({ rule: 'oldSelf.hasValue()', optionalOldSelf: true }), '1.30')).toEqual([]);
  expect(ofProperty(ruled({ rule: 'true', optionalOldSelf: true }), '1.30')).toHaveLength(1);
  const items = { type: 'string', 'x-kubernetes-validations': [{ rule: 'self == oldSelf' }] };
  expect(ofProperty({ type: 'array', items })).toEqual([
    'conflict properties.a.items.x-kubernetes-validations[0].rule: may not use oldSelf inside a list without x-kubernetes-list-type: map, whose items are not told apart',
  ]);
});

test('a group of Kubernetes itself', () => {
  const object = { ...definition({}, { group: 'a.k8s.io' }), metadata: { name: 'crontabs.a.k8s.io' } };
  expect(validateManifest(object).map(({ path, code }) => `${code} ${printPath(path)}`)).toEqual([
    'required metadata.annotations["api-approved.kubernetes.io"]',
  ]);
});

const nested = (depth: number): Fields =>
  Array.from({ length: depth }).reduce<Fields>((inner) => ({ type: 'object', properties: { a: inner } }), {
    type: 'string',
  });

test('a schema may be deep, and must not be endless', () => {
  expect(ofProperty(nested(400))).toEqual([]);
  for (const deep of [nested(600), nested(100_000)]) {
    const problems = validateManifest(definition({ properties: { a: deep } }));
    expect(problems.map(({ message }) => message)).toEqual(['nested deeper than 500 levels']);
  }
});

test('a definition with 10,000 fields takes no longer than ten with a thousand', () => {
  const wide = (count: number): Fields => ({
    properties: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`f${i}`, { type: 'string', pattern: `^a${i}$`, default: `a${i}` }]),
    ),
  });
  expect(validateManifest(definition(wide(10_000))).filter(({ severity }) => severity === 'error')).toEqual([]);
});

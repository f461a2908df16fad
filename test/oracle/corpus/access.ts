// Rbac, authentication, authorization, certificates.
import { altered, pemOf, request, type RequestName, unsigned } from '../../kube/sets/certificate-requests';
import { a, type Case, fieldOf, labelValue, qualifiedName, subdomain } from './case';

type Fields = Record<string, unknown>;

const GROUP = 'rbac.authorization.k8s.io';

const pathSegment = {
  takes: ['a', 'A b', 'system:a', '...', 'é', a(300)],
  refuses: ['', '.', '..', 'a/b', '/', 'a%b'],
};

const rbac = (kind: string, fields: Fields) => (): Fields => ({
  apiVersion: `${GROUP}/v1`,
  kind,
  metadata: { name: 'sample' },
  ...structuredClone(fields),
});

const rule = (fields: Fields = {}): Fields => ({ verbs: ['get'], apiGroups: [''], resources: ['pods'], ...fields });
const path = (fields: Fields = {}): Fields => ({ verbs: ['get'], nonResourceURLs: ['/a'], ...fields });

const roles: readonly Case[] = [
  ...['Role', 'ClusterRole'].flatMap((kind) => [
    ...fieldOf(rbac(kind, {}), 'metadata.name', pathSegment),
    ...fieldOf(rbac(kind, {}), 'metadata.generateName', { takes: ['a-', 'A'], refuses: ['.', 'a/'] }),
    ...fieldOf(rbac(kind, {}), 'rules', {
      takes: [
        undefined,
        [],
        [rule(), rule()],
        [rule({ resourceNames: ['a'] })],
        [rule({ verbs: ['Get', ''], apiGroups: ['v1'], resources: ['Pods'] })],
      ],
      refuses: [
        [null],
        [{}],
        [rule({ verbs: undefined })],
        [rule({ verbs: [] })],
        [rule({ apiGroups: undefined })],
        [rule({ apiGroups: [] })],
        [rule({ resources: undefined })],
        [path({ verbs: [] })],
        [path({ apiGroups: [''] })],
        [path({ resources: ['pods'] })],
        [path({ resourceNames: ['a'] })],
      ],
    }),
  ]),
  ...fieldOf(rbac('Role', {}), 'rules', { refuses: [[path()]] }),
  ...fieldOf(rbac('ClusterRole', {}), 'rules', { takes: [[path()], [path({ nonResourceURLs: ['a', ''] })]] }),
  ...fieldOf(rbac('ClusterRole', {}), 'aggregationRule', {
    takes: [{ clusterRoleSelectors: [{}] }, { clusterRoleSelectors: [{ matchLabels: { a: 'b' } }] }],
    refuses: [
      {},
      { clusterRoleSelectors: [] },
      { clusterRoleSelectors: [{ matchLabels: { a: 'b c' } }] },
      { clusterRoleSelectors: [{ matchExpressions: [{ key: 'a', operator: 'x' }] }] },
    ],
  }),
];

const ROLE = { kind: 'ClusterRole', name: 'view' };
const binding = (kind = 'RoleBinding'): (() => Fields) => rbac(kind, { roleRef: ROLE });
const subject = (kind: string, fields: Fields = {}): Fields[] => [{ kind, name: 'a', ...fields }];
const bindings: readonly Case[] = [
  ...['RoleBinding', 'ClusterRoleBinding'].flatMap((kind) => [
    ...fieldOf(binding(kind), 'metadata.name', pathSegment),
    ...fieldOf(binding(kind), 'roleRef', { refuses: [undefined, {}] }),
    ...fieldOf(binding(kind), 'roleRef.apiGroup', { takes: [undefined, '', GROUP], refuses: ['rbac', 'v1'] }),
    ...fieldOf(binding(kind), 'roleRef.kind', {
      takes: ['ClusterRole'],
      refuses: ['', 'clusterRole', 'User', undefined],
    }),
    ...fieldOf(binding(kind), 'roleRef.name', { ...pathSegment, refuses: [...pathSegment.refuses, undefined] }),
    ...fieldOf(binding(kind), 'subjects', {
      takes: [
        undefined,
        [],
        ...['User', 'Group'].flatMap((one) => [subject(one), subject(one, { apiGroup: GROUP, namespace: 'A b' })]),
        subject('User', { name: 'a/b c' }),
        subject('ServiceAccount', { namespace: 'A b' }),
        ...subdomain.takes.map((name) => subject('ServiceAccount', { name, namespace: 'b' })),
      ],
      refuses: [
        [{}],
        [null],
        subject('user'),
        subject(''),
        subject('User', { name: '' }),
        subject('User', { apiGroup: 'apps' }),
        subject('Group', { apiGroup: 'v1' }),
        subject('ServiceAccount', { apiGroup: GROUP, namespace: 'b' }),
        ...[...subdomain.refuses, ''].map((name) => subject('ServiceAccount', { name, namespace: 'b' })),
      ],
    }),
  ]),
  ...fieldOf(binding(), 'roleRef.kind', { takes: ['Role'] }),
  ...fieldOf(binding(), 'subjects', {
    takes: [subject('ServiceAccount'), subject('ServiceAccount', { namespace: '' })],
  }),
  ...fieldOf(binding('ClusterRoleBinding'), 'roleRef.kind', { refuses: ['Role'] }),
  ...fieldOf(binding('ClusterRoleBinding'), 'subjects', {
    refuses: [subject('ServiceAccount'), subject('ServiceAccount', { namespace: '' })],
  }),
];

const review = (kind: string, spec: Fields) => (): Fields => ({
  apiVersion: 'authorization.k8s.io/v1',
  kind,
  spec: structuredClone(spec),
});
const authentication = (kind: string, fields: Fields) => (): Fields => ({
  apiVersion: 'authentication.k8s.io/v1',
  kind,
  ...structuredClone(fields),
});

const pods = { verb: 'get', resource: 'pods' };
const url = { path: '/a', verb: 'get' };
const metadata: readonly unknown[] = [
  { name: 'a' },
  { generateName: 'a' },
  { labels: { a: 'b' } },
  { annotations: { a: 'b' } },
  { finalizers: ['a.b/c'] },
  { generation: 1 },
  { resourceVersion: '1' },
];
const selectors = (field: string, key: { takes: readonly string[]; refuses: readonly string[] }): Case[] =>
  fieldOf(
    review('SelfSubjectAccessReview', { resourceAttributes: { ...pods, [field]: { rawSelector: 'a=b' } } }),
    `spec.resourceAttributes.${field}`,
    {
      takes: [
        { rawSelector: 'not a selector ==' },
        ...['In', 'NotIn'].map((operator) => ({ requirements: [{ key: 'a', operator, values: ['a'] }] })),
        ...['Exists', 'DoesNotExist', 'Other', ''].map((operator) => ({ requirements: [{ key: 'a', operator }] })),
        ...key.takes.map((one) => ({ requirements: [{ key: one, operator: 'Exists' }] })),
      ],
      refuses: [
        {},
        { requirements: [] },
        { rawSelector: 'a=b', requirements: [{ key: 'a', operator: 'Exists' }] },
        ...['In', 'NotIn'].map((operator) => ({ requirements: [{ key: 'a', operator }] })),
        ...['Exists', 'DoesNotExist'].map((operator) => ({ requirements: [{ key: 'a', operator, values: ['a'] }] })),
        ...key.refuses.map((one) => ({ requirements: [{ key: one, operator: 'Exists' }] })),
      ],
    },
    '1.36',
  );

const subjectReview = (spec: Fields = {}): (() => Fields) =>
  review('SubjectAccessReview', { user: 'a', resourceAttributes: pods, ...spec });
const localReview = (spec: Fields = {}): (() => Fields) =>
  review('LocalSubjectAccessReview', { user: 'a', resourceAttributes: { ...pods, namespace: 'default' }, ...spec });

const reviews: readonly Case[] = [
  ...fieldOf(subjectReview(), 'metadata', {
    takes: [undefined, {}, { namespace: 'a', uid: 'a', labels: {} }, { creationTimestamp: '2024-01-01T00:00:00Z' }],
    refuses: metadata,
  }),
  ...fieldOf(review('SelfSubjectAccessReview', { resourceAttributes: pods }), 'metadata', { refuses: metadata }),
  ...fieldOf(localReview(), 'metadata', {
    takes: [{ namespace: 'default' }],
    refuses: [...metadata, { namespace: 'a' }],
  }),
  ...fieldOf(subjectReview(), 'spec', {
    takes: [
      { groups: ['a'], resourceAttributes: {} },
      { user: 'a', nonResourceAttributes: {} },
      { user: 'a', nonResourceAttributes: url },
    ],
    refuses: [
      undefined,
      {},
      { user: 'a' },
      { resourceAttributes: pods },
      { groups: [], resourceAttributes: pods },
      { user: 'a', resourceAttributes: pods, nonResourceAttributes: url },
    ],
  }),
  ...fieldOf(review('SelfSubjectAccessReview', {}), 'spec', {
    takes: [{ resourceAttributes: {} }, { nonResourceAttributes: url }],
    refuses: [undefined, {}, { resourceAttributes: pods, nonResourceAttributes: url }],
  }),
  ...fieldOf(localReview(), 'spec', {
    refuses: [undefined, { user: 'a', nonResourceAttributes: url }, { resourceAttributes: { namespace: 'default' } }],
  }),
  ...fieldOf(localReview(), 'spec.resourceAttributes.namespace', { refuses: [undefined, '', 'other'] }),
  ...selectors('fieldSelector', { takes: ['a b', a(300)], refuses: [''] }),
  ...selectors('labelSelector', { takes: qualifiedName.takes, refuses: [...qualifiedName.refuses, ''] }),
  ...fieldOf(
    review('SelfSubjectAccessReview', {
      resourceAttributes: { labelSelector: { requirements: [{ key: 'a', operator: 'In' }] } },
    }),
    'spec.resourceAttributes.labelSelector.requirements[0].values',
    { takes: labelValue.takes.map((value) => [value]), refuses: labelValue.refuses.map((value) => [value]) },
    '1.36',
  ),
  ...fieldOf(review('SelfSubjectRulesReview', { namespace: 'a' }), 'spec.namespace', {
    takes: ['A b'],
    refuses: [undefined, ''],
  }),
  ...fieldOf(authentication('TokenReview', { spec: { token: 'a' } }), 'spec.token', {
    takes: ['a b'],
    refuses: [undefined, ''],
  }),
  ...fieldOf(authentication('TokenReview', { spec: { token: 'a' } }), 'metadata', { takes: metadata }),
  ...fieldOf(authentication('SelfSubjectReview', {}), 'metadata', { takes: [undefined, ...metadata] }),
];

const signing =
  (spec: Fields = {}) =>
  (): Fields => ({
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name: 'sample' },
    spec: { request: request('p256'), signerName: 'a.b/c', usages: ['client auth'], ...structuredClone(spec) },
  });

/** A case for each request, which is too long to be a name. */
const requests = (refused: boolean, list: Readonly<Record<string, string>>, by?: '1.36'): Case[] =>
  Object.entries(list).map(([name, text]) => ({
    name: `CertificateSigningRequest ${name} ${refused ? 'refused' : 'taken'}`,
    object: signing({ request: text })(),
    refused,
    ...(by !== undefined && { by }),
  }));
const made = (...names: RequestName[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, request(name)]));
const typed = (type: string): string => Buffer.from(pemOf('p256', type)).toString('base64');

const signings: readonly Case[] = [
  ...fieldOf(signing(), 'metadata.name', pathSegment),
  ...fieldOf(signing(), 'metadata.generateName', { takes: ['.', 'A'], refuses: ['a/'] }),
  ...fieldOf(signing(), 'spec', { refuses: [undefined, {}] }),
  ...fieldOf(signing(), 'spec.usages', {
    takes: [['client auth', 'server auth'], ['any'], ['s/mime'], ['netscape sgc']],
    refuses: [undefined, [], [''], ['Client Auth'], ['client auth', 'any', 'client auth']],
  }),
  ...fieldOf(signing(), 'spec.expirationSeconds', { takes: [undefined, 600, 2 ** 31 - 1], refuses: [599, 0, -1] }),
  ...fieldOf(signing(), 'spec.signerName', {
    takes: [
      'a.b.c/d',
      'a.b/c.d',
      'kubernetes.io/other',
      'kubernetes.io/kubelet-serving',
      `${a(63)}.b/c`,
      `a.b/${a(253)}`,
      `a.b/${a(253)}.${a(253)}`,
      `${a(63)}.${a(63)}.${a(63)}.${a(61)}/${a(253)}.${a(63)}`,
    ],
    refuses: [
      undefined,
      '',
      'a',
      'a/b',
      'a.b',
      'a.b/',
      '/c',
      'a.b/c/d',
      'A.b/c',
      'a.b/C',
      'a..b/c',
      'a.b/c..d',
      'a_b.c/d',
      `${a(64)}.b/c`,
      `${a(63)}.${a(63)}.${a(63)}.${a(62)}/c`,
      `a.b/${a(254)}`,
      `${a(63)}.${a(63)}.${a(63)}.${a(61)}/${a(253)}.${a(64)}`,
      'kubernetes.io/legacy-unknown',
    ],
  }),
  ...fieldOf(signing(), 'spec.request', { refuses: [undefined, '', 'YQ==', 'a'] }),
  ...requests(false, {
    ...made('p384', 'ed', 'rsa1024', 'rsa1023', 'pss256', 'sha1', 'kubelet', 'kubeletdns', 'kubeletmail', 'exts'),
    ...made('utf8', 'nosubject', 'masters', 'kubeletwrong'),
    'with other line breaks': request('p256', (pem) => pem.replaceAll('\n', '\r\n')),
    'with text around it': request('p256', (pem) => `a request:\n${pem}and more\n`),
    'with headers': request('p256', (pem) => pem.replace('\n', '\nA: b\nC: d\n\n')),
    'with blanks at the end of lines': request('p256', (pem) => pem.replaceAll('\n', ' \n')),
    'before another one': request('p256', (pem) => pem + pemOf('ed')),
  }),
  ...requests(true, {
    ...made('pssmgf', 'rsamd5', 'k256', 'compressed', 'baduri'),
    'with another signature': unsigned('p256'),
    'with another RSA signature': unsigned('rsa1024'),
    'with another Ed25519 signature': unsigned('ed'),
    'that is cut off': altered('p256', (der) => der.subarray(0, -3)),
    'with a byte too many': altered('p256', (der) => Buffer.concat([der, Buffer.from([0])])),
    'with a length in BER': altered('p256', (der) => Buffer.concat([Buffer.from([0x30, 0x80]), der.subarray(3)])),
    'that is nothing': altered('p256', () => Buffer.alloc(0)),
    'in one line': request('p256', (pem) => pem.replaceAll('\n', '')),
    'with indented lines': request('p256', (pem) => pem.replaceAll(/^/gm, '  ')),
    'without its last line': request('p256', (pem) => pem.replace(/-----END.*/s, '')),
    'in base64 twice': request('p256', (pem) => Buffer.from(pem).toString('base64')),
    'behind another block': request('p256', (pem) => pemOf('ed', 'CERTIFICATE') + pem),
    'of the old type': typed('NEW CERTIFICATE REQUEST'),
    'that is a private key': typed('PRIVATE KEY'),
    'in lower case': typed('certificate request'),
    'without PEM': Buffer.from(pemOf('p256').split('\n').slice(1, -2).join(''), 'base64').toString('base64'),
  }),
  ...requests(true, { 'of a short RSA key': request('rsa1023', (pem) => `${pem}\n`) }, '1.36'),
];

export const access: readonly Case[] = [...roles, ...bindings, ...reviews, ...signings];

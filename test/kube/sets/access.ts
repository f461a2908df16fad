// Rbac, authentication, authorization, certificates.
import { altered, pemOf, request, unsigned } from './certificate-requests';
import { a, type Bases, type Examples, type Fields, type ObjectSet, type Words } from './set';

const GROUP = 'rbac.authorization.k8s.io';
const NAMES = ['web', 'system:node', 'a.b', 'A', 'a/b', '.', '..', 'a%b', '', 'A b', a(253), a(254)];

const words: Words = {
  'ObjectMeta.name': NAMES,
  'ObjectMeta.generateName': ['web-', '.', '..', 'a/', '%', 'A-', a(300)],
  verbs: ['get', '*', 'GET', '', 'use'],
  apiGroups: ['', '*', 'apps', 'apps/v1', 'v1'],
  resources: ['pods', '*', 'pods/log', 'Pods', ''],
  resourceNames: ['a', ''],
  nonResourceURLs: ['/healthz', '/healthz/*', '*', 'healthz', '/*/a', ''],
  'RoleRef.apiGroup': [GROUP, '', 'rbac', 'apps'],
  'RoleRef.kind': ['Role', 'ClusterRole', 'role', '', 'User'],
  'RoleRef.name': NAMES,
  'Subject.apiGroup': [GROUP, '', 'apps', 'v1'],
  'Subject.kind': ['ServiceAccount', 'User', 'Group', 'user', ''],
  'Subject.name': ['default', 'system:masters', 'jane@example.com', '', 'A', 'a b', a(253), a(254)],
  'Subject.namespace': ['default', '', 'A b', a(64)],
  user: ['jane', ''],
  rawSelector: ['', 'a=b', '=x='],
  operator: ['In', 'NotIn', 'Exists', 'DoesNotExist', 'Gt', ''],
  'FieldSelectorRequirement.key': ['metadata.name', '', 'a b'],
  'LabelSelectorRequirement.key': ['a', '', 'a b', 'a.b/c'],
  values: ['a', 'b', '', 'a b', a(64)],
  'ResourceAttributes.namespace': ['default', 'other', ''],
  'ObjectMeta.namespace': ['default', 'other', '', 'A b'],
  'SelfSubjectRulesReviewSpec.namespace': ['default', '', 'A b'],
  token: ['a', ''],
  usages: ['client auth', 'server auth', 'digital signature', 'key encipherment', 'any', 'Client Auth', '', 's/mime'],
  signerName: [
    'a.b/c',
    'example.com/signer',
    'kubernetes.io/kube-apiserver-client',
    'kubernetes.io/kube-apiserver-client-kubelet',
    'kubernetes.io/kubelet-serving',
    'kubernetes.io/legacy-unknown',
    'kubernetes.io/other',
    '',
    'a/b',
    'a.b',
    'a.b/c/d',
    'a.b/',
    '/c',
    'A.b/c',
    'a.b/C',
    'a.b/c.d',
    'a.b/c..d',
    'a..b/c',
    `${a(63)}.b/c`,
    `${a(64)}.b/c`,
    `${`${a(63)}.`.repeat(4)}b/c`,
    `a.b/${a(253)}`,
    `a.b/${a(254)}`,
    `${a(63)}.${a(63)}.${a(63)}.${a(61)}/${a(253)}.${a(63)}`,
    `${a(63)}.${a(63)}.${a(63)}.${a(61)}/${a(253)}.${a(64)}`,
  ],
  request: [
    request('p256'),
    request('p384'),
    request('ed'),
    request('rsa1024'),
    request('rsa1023'),
    request('pss256'),
    request('pssmgf'),
    request('sha1'),
    request('rsamd5'),
    request('k256'),
    request('compressed'),
    request('masters'),
    request('kubelet'),
    request('kubeletdns'),
    request('kubeletmail'),
    request('kubeletwrong'),
    request('exts'),
    request('baduri'),
    request('utf8'),
    request('nosubject'),
    unsigned('p256'),
    altered('p256', (der) => der.subarray(0, -3)),
    altered('p256', (der) => Buffer.concat([der, Buffer.from([0])])),
    request('p256', (pem) => pem.replaceAll('\n', '\r\n')),
    request('p256', (pem) => `a request:\n${pem}and more\n`),
    request('p256', (pem) => pem.replaceAll('\n', '')),
    request('p256', (pem) => pem.replaceAll(/^/gm, '  ')),
    request('p256', (pem) => pem.replace('\n', '\nA: b\n\n')),
    request('p256', (pem) => Buffer.from(pem).toString('base64')),
    Buffer.from(pemOf('p256', 'NEW CERTIFICATE REQUEST')).toString('base64'),
    Buffer.from(pemOf('p256', 'PRIVATE KEY')).toString('base64'),
    '',
    'YQ==',
    'a',
  ],
  expirationSeconds: [599, 600, 601, 3600, 0, -1],
};

const examples: Examples = {
  PolicyRule: [
    { verbs: ['get'], apiGroups: [''], resources: ['pods'] },
    { verbs: ['get'], nonResourceURLs: ['/healthz'] },
    { verbs: ['get'], nonResourceURLs: ['/healthz'], resourceNames: ['a'] },
    { verbs: ['get'], resources: ['pods'] },
    { verbs: [], apiGroups: [''], resources: ['pods'] },
    {},
  ],
  Subject: [
    { kind: 'User', name: 'jane' },
    { kind: 'Group', name: 'dev', apiGroup: GROUP },
    { kind: 'ServiceAccount', name: 'default', namespace: 'default' },
    { kind: 'ServiceAccount', name: 'default' },
    { kind: 'ServiceAccount', name: 'default', namespace: 'default', apiGroup: GROUP },
    { kind: 'User', name: 'jane', namespace: 'default' },
  ],
  LabelSelector: [{}, { matchLabels: { a: 'b' } }, { matchExpressions: [{ key: 'a', operator: 'In' }] }],
  NonResourceAttributes: [{ path: '/healthz', verb: 'get' }, {}],
  ResourceAttributes: [
    { namespace: 'default', verb: 'get', resource: 'pods' },
    { namespace: 'other', verb: 'get', resource: 'pods', group: '', version: 'v1', name: 'a', subresource: 'log' },
    {},
  ],
  FieldSelectorAttributes: [
    { rawSelector: 'metadata.name=a' },
    { requirements: [{ key: 'metadata.name', operator: 'In', values: ['a'] }] },
    { rawSelector: 'a=b', requirements: [{ key: 'a', operator: 'Exists' }] },
    {},
  ],
  LabelSelectorAttributes: [
    { rawSelector: 'a=b' },
    { requirements: [{ key: 'a', operator: 'In', values: ['b'] }] },
    { requirements: [{ key: 'a', operator: 'Exists', values: ['b'] }] },
    { requirements: [{ key: 'a', operator: 'Gt' }] },
    {},
  ],
};

const rbac = (kind: string, fields: Fields): Fields => ({
  apiVersion: `${GROUP}/v1`,
  kind,
  metadata: { name: 'sample' },
  ...fields,
});
const rules = (): Fields[] => [
  { verbs: ['get', 'list'], apiGroups: ['', 'apps'], resources: ['pods', 'pods/log'], resourceNames: ['a'] },
];
const subjects = (): Fields[] => [
  { kind: 'ServiceAccount', name: 'default', namespace: 'default' },
  { kind: 'User', name: 'jane', apiGroup: GROUP },
  { kind: 'Group', name: 'system:authenticated', apiGroup: GROUP },
];
const review = (kind: string, spec?: Fields): Fields => ({
  apiVersion: `${kind.includes('Rules') || kind.includes('Access') ? 'authorization' : 'authentication'}.k8s.io/v1`,
  kind,
  ...(spec && { spec }),
});
const attributes = (): Fields => ({
  namespace: 'default',
  verb: 'get',
  group: 'apps',
  version: 'v1',
  resource: 'deployments',
  subresource: 'scale',
  name: 'web',
});
const who = (): Fields => ({ user: 'jane', groups: ['dev'], uid: '5', extra: { a: ['b'] } });
const signing = (spec: Fields): Fields => ({
  apiVersion: 'certificates.k8s.io/v1',
  kind: 'CertificateSigningRequest',
  metadata: { name: 'sample' },
  spec,
});

const bases: Bases = {
  Role: [() => rbac('Role', { rules: rules() }), () => rbac('Role', {})],
  ClusterRole: [
    () => rbac('ClusterRole', { rules: [...rules(), { verbs: ['get'], nonResourceURLs: ['/healthz/*'] }] }),
    () =>
      rbac('ClusterRole', {
        aggregationRule: {
          clusterRoleSelectors: [{ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] }],
        },
      }),
  ],
  RoleBinding: [
    () =>
      rbac('RoleBinding', { roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: 'view' }, subjects: subjects() }),
    () => rbac('RoleBinding', { roleRef: { kind: 'Role', name: 'a' } }),
  ],
  ClusterRoleBinding: [
    () =>
      rbac('ClusterRoleBinding', {
        roleRef: { apiGroup: GROUP, kind: 'ClusterRole', name: 'view' },
        subjects: subjects(),
      }),
    () => rbac('ClusterRoleBinding', { roleRef: { kind: 'ClusterRole', name: 'a' } }),
  ],
  TokenReview: [() => review('TokenReview', { token: 'a', audiences: ['b'] })],
  SelfSubjectReview: [() => review('SelfSubjectReview')],
  SubjectAccessReview: [
    () => review('SubjectAccessReview', { ...who(), resourceAttributes: attributes() }),
    () => review('SubjectAccessReview', { user: 'jane', nonResourceAttributes: { path: '/healthz', verb: 'get' } }),
  ],
  SelfSubjectAccessReview: [
    () => review('SelfSubjectAccessReview', { resourceAttributes: attributes() }),
    () => review('SelfSubjectAccessReview', { nonResourceAttributes: { path: '/healthz', verb: 'get' } }),
  ],
  LocalSubjectAccessReview: [
    () => ({
      ...review('LocalSubjectAccessReview', { ...who(), resourceAttributes: attributes() }),
      metadata: { namespace: 'default' },
    }),
    () => review('LocalSubjectAccessReview', { groups: ['dev'], resourceAttributes: { namespace: 'default' } }),
  ],
  SelfSubjectRulesReview: [() => review('SelfSubjectRulesReview', { namespace: 'default' })],
  CertificateSigningRequest: [
    () =>
      signing({
        request: request('p256'),
        signerName: 'kubernetes.io/kube-apiserver-client',
        usages: ['client auth', 'digital signature'],
        expirationSeconds: 86_400,
        username: 'jane',
        uid: '5',
        groups: ['dev'],
        extra: { a: ['b'] },
      }),
    () =>
      signing({
        request: request('kubeletdns'),
        signerName: 'kubernetes.io/kubelet-serving',
        usages: ['server auth', 'digital signature', 'key encipherment'],
      }),
  ],
};

export const access: ObjectSet = { bases, words, examples };

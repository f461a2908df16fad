// apiserver-rules.md, section 11: Ingress.
import { a, type Case, field, label1035, plus, portName, subdomain } from './case';

const service = { name: 'web', port: { number: 80 } };
const http = (rest: object): object => ({
  http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service }, ...rest }] },
});
const rule = (rest: object): unknown => plus({ rules: [rest] });
const host = (name: unknown): unknown => rule({ host: name, ...http({}) });
const path = (text: unknown, pathType: unknown): unknown => rule(http({ path: text, pathType }));
const backend = (value: unknown): unknown => rule(http({ backend: value }));
const port = (value: unknown): unknown => backend({ service: { name: 'web', port: value } });
const tls = (rest: unknown): unknown => plus({ tls: [rest] });
const resource = { apiGroup: 'a.com', kind: 'Bucket', name: 'a' };
const classed = (annotation: string, ingressClassName: string | undefined): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'sample', annotations: { 'kubernetes.io/ingress.class': annotation } },
  spec: { ingressClassName, defaultBackend: { service } },
});
const exact = ['Exact', 'Prefix'];
const names = subdomain.takes.filter((name) => name !== a(253));

export const ingress: Case[] = [
  ...field('Ingress', 'spec', {
    takes: [
      { defaultBackend: { service } },
      { rules: [{}] },
      { rules: [{ host: 'a.com' }] },
      { rules: [http({}), http({})] },
      ...[...names, a(253), '', null, 'localhost', '*.com', '*.a.com', `${a(70)}.com`].map(host),
      ...exact.flatMap((type) =>
        ['/', '/a', '/a/', '/a b', '/ä?b', '/a..b', '/a/.b', '/(.*)'].map((text) => path(text, type)),
      ),
      ...['', undefined, '/', '/a(/|$)(.*)', '/a//b', '/a/../b', '/%2f'].map((text) =>
        path(text, 'ImplementationSpecific'),
      ),
      ...label1035.takes.map((name) => backend({ service: { name, port: { number: 80 } } })),
      ...[
        { number: 1 },
        { number: 65535 },
        { number: 0, name: 'http' },
        ...portName.takes.map((name) => ({ name })),
      ].map(port),
      backend({ resource }),
      plus({ defaultBackend: { service } }),
    ],
    refuses: [
      undefined,
      {},
      { rules: [] },
      { defaultBackend: null, rules: null },
      { ingressClassName: 'nginx' },
      ...[
        ...subdomain.refuses,
        'a.com:80',
        'a.com.',
        '10.0.0.1',
        '::1',
        '*',
        '*.',
        '*.*.com',
        'a.*.com',
        '*a.com',
        '*.A.com',
      ].map(host),
      host(`*.${a(252)}`),
      rule({ http: {} }),
      rule({ http: { paths: [] } }),
      rule({ http: { paths: [null] } }),
      ...['prefix', 'Regex', '', undefined, null].map((pathType) => path('/', pathType)),
      ...exact.flatMap((type) =>
        ['', undefined, 'a', '/a//b', '/./a', '/../a', '/a/..', '/a/.', '/%2f', '/a%2Fb', '//'].map((text) =>
          path(text, type),
        ),
      ),
      path('foo', 'ImplementationSpecific'),
      ...[undefined, null, {}, { service, resource }].map(backend),
      ...label1035.refuses.map((name) => backend({ service: { name, port: { number: 80 } } })),
      backend({ service: { port: { number: 80 } } }),
      ...[
        undefined,
        {},
        { number: 0 },
        { number: 80, name: 'http' },
        { number: -1 },
        { number: 65536 },
        { name: '' },
      ].map(port),
      ...portName.refuses.map((name) => port({ name })),
      plus({ defaultBackend: {} }),
      plus({ defaultBackend: { service: { name: 'web' } } }),
      backend({ resource: { kind: 'Bucket' } }),
    ],
  }),
  ...field('Ingress', 'spec', {
    takes: [
      ...[...names, '10.0.0.1', '*.a.com'].map((name) => tls({ hosts: [name] })),
      ...[{}, { hosts: [] }, { hosts: ['other.com'], secretName: 'a' }].map(tls),
      ...[...subdomain.takes, '', null].map((secretName) => tls({ secretName })),
      ...[...subdomain.takes, null].map((ingressClassName) => plus({ ingressClassName })),
    ],
    refuses: [
      ...[...subdomain.refuses, '', '*', 'A.com', '*.A.com'].map((name) => tls({ hosts: [name] })),
      ...[...subdomain.refuses, 'Bad_Name'].map((secretName) => tls({ secretName })),
      ...[...subdomain.refuses, ''].map((ingressClassName) => plus({ ingressClassName })),
    ],
  }),
  { name: 'Ingress with the class as an annotation', object: classed('a', undefined), refused: false },
  { name: 'Ingress with the same class twice', object: classed('a', 'a'), refused: false },
  { name: 'Ingress with two classes', object: classed('b', 'a'), refused: true },
];

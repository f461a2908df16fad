// Routes: what each target emits, that none is ever open by accident, and where each request ends up.
import fc, { runs } from '../../property';
import type { KubeObject } from '../../../lib/kube/object';
import { at, ROOT } from '../../../lib/report/place';
import { printPath } from '../../../lib/report/print';
import type { Problem } from '../../../lib/report/problem';
import { Report } from '../../../lib/report/report';
import { shapeProblems } from '../../../lib/shape/shape';
import { checkWorkload } from '../../../lib/workload/manifests';
import { type Expose, exposeSchema } from '../../../lib/workload/model/expose';
import type { Port } from '../../../lib/workload/model/port';
import { renderExpose } from '../../../lib/workload/render/expose';
import { Origins } from '../../../lib/workload/render/origin';
import { keep } from '../../support';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Mutable<T> = T extends readonly (infer I)[]
  ? Mutable<I>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;
const sameType: Equal<Mutable<Expose>, Mutable<NonNullable<(typeof exposeSchema)['_zod']['output']>>> = true;

const ports: Port[] = [{ port: 80, targetPort: 5000 }];
const render = (expose: Expose, more: { namespace?: string; ports?: Port[] } = {}) => {
  const report = new Report();
  const context = {
    name: 'web',
    namespace: undefined,
    labels: undefined,
    ports,
    report,
    origins: new Origins(),
    ...more,
  };
  return { ...renderExpose(expose, at(ROOT, 'expose'), context), problems: report.problems };
};
const faults = (problems: readonly Problem[]): string[] =>
  problems.map((each) => `${each.severity === 'warning' ? 'warning ' : ''}${each.code} ${printPath(each.path)}`);

const parentRefs = [{ name: 'public' }];
const filter = { group: 'traefik.io', kind: 'Middleware', name: 'auth-{group}' };
const auth = { group: 'dev' };
const open = { bypass: true };
const everything = { path: '/app/', rewrite: '/', timeout: 6001, sticky: true };
const nginx = {
  className: 'nginx',
  auth: { url: 'https://sso.example.com/auth', signin: 'https://sso.example.com/start?rd=$escaped_request_uri' },
};

/** The rows of what comes out for each target. */
const valid: Record<string, { expose: Expose; want: unknown }> = {
  'an HTTPRoute with everything': {
    expose: { ...everything, auth, httpRoute: { parentRefs, hostnames: ['*.example.com'], auth: { filter } } },
    want: {
      parentRefs,
      hostnames: ['*.example.com'],
      rules: [
        {
          matches: [{ path: { type: 'PathPrefix', value: '/app/' } }],
          filters: [
            { type: 'ExtensionRef', extensionRef: { group: 'traefik.io', kind: 'Middleware', name: 'auth-dev' } },
            { type: 'URLRewrite', urlRewrite: { path: { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' } } },
          ],
          backendRefs: [{ name: 'web', port: 80 }],
          timeouts: { request: '6s1ms' },
          sessionPersistence: { type: 'Cookie' },
        },
      ],
    },
  },
  'an HTTPRoute that is open on purpose': {
    expose: { path: '/', auth: { group: 'dev', bypass: true }, httpRoute: { parentRefs } },
    want: {
      parentRefs,
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], backendRefs: [{ name: 'web', port: 80 }] }],
    },
  },
  'an Ingress of another class, open': {
    expose: {
      path: '/app',
      auth: open,
      ingress: { className: 'traefik', host: 'a.example.com', tls: { secretName: 'cert' } },
    },
    want: {
      ingressClassName: 'traefik',
      tls: [{ hosts: ['a.example.com'], secretName: 'cert' }],
      rules: [
        {
          host: 'a.example.com',
          http: {
            paths: [{ path: '/app', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
          },
        },
      ],
    },
  },
  'a Mapping with everything': {
    expose: { ...everything, auth, mapping: { hostname: 'a.example.com', ambassadorId: ['edge'] } },
    want: {
      ambassador_id: ['edge'],
      hostname: 'a.example.com',
      prefix: '/app/',
      rewrite: '/',
      service: 'web.data:80',
      timeout_ms: 6001,
      resolver: 'endpoint',
      load_balancer: { policy: 'ring_hash', cookie: { name: 'web-session', path: '/app/', ttl: '0s' } },
    },
  },
  'a Mapping that is open on purpose, the path unchanged': {
    expose: { path: '/app/', auth: open, mapping: {} },
    want: { hostname: '*', prefix: '/app/', rewrite: '', service: 'web.data:80', bypass_auth: true },
  },
};

test.each(Object.entries(valid))('%s', (_, { expose, want }) => {
  const { objects } = render(expose, { namespace: 'data' });
  expect(objects.map(({ spec }) => spec)).toEqual([want]);
  expect(objects[0]?.metadata).toEqual({ name: 'web', namespace: 'data' });
});

test.each([
  ['httpRoute', { parentRefs }, ['spec', 'hostnames', 0], 'hostnames'],
  ['ingress', { className: 'traefik', tls: {} }, ['spec', 'rules', 0, 'host'], 'host'],
  ['ingress', { className: 'traefik', tls: {} }, ['spec', 'tls', 0, 'hosts', 0], 'host'],
  ['mapping', {}, ['spec', 'hostname'], 'hostname'],
] as const)('one word for the host of an %s', (target, settings, path, own) => {
  const valueAt = (object: unknown): unknown =>
    path.reduce((value, key) => (value as Record<string | number, unknown>)[key], object);
  const place = at(ROOT, 'expose');
  const origins = new Origins();
  const report = new Report();
  const context = { name: 'web', namespace: undefined, labels: undefined, ports, report, origins };
  const expose = { path: '/', auth: open, [target]: settings };
  const [object] = renderExpose({ ...expose, host: '*.example.com' }, place, context).objects as [KubeObject];
  expect(valueAt(object)).toBe('*.example.com');
  expect(printPath(origins.pathOf(object, path))).toBe('expose.host');

  expect(faults(render({ ...expose, host: 'a_b' }).problems)).toEqual(['bad-name expose.host']);
  const [url] = render({ ...expose, host: 'https://a.example.com:8443/b' }).problems;
  expect(url!.hint).toBe('Write "a.example.com": the host alone');
  const value = target === 'httpRoute' ? ['b.example.com'] : 'b.example.com';
  const twice = render({ ...expose, host: 'a.example.com', [target]: { ...settings, [own]: value } });
  expect(faults(twice.problems)).toEqual([`conflict expose.${target}.${own}`]);
  expect(twice.objects).toEqual([]);
});

test('a host without a route is kept for the portal', () => {
  const { serviceAnnotations } = render({ path: '/', host: 'a.example.com' });
  expect(serviceAnnotations).toMatchObject({ 'datatask.io/host': 'a.example.com' });
});

test('ingress-nginx says everything in annotations', () => {
  const { objects, problems } = render({ ...everything, auth, ingress: nginx });
  expect(problems).toEqual([]);
  expect(objects[0]).toMatchObject({
    metadata: {
      annotations: {
        'nginx.ingress.kubernetes.io/use-regex': 'true',
        'nginx.ingress.kubernetes.io/rewrite-target': '/$2',
        'nginx.ingress.kubernetes.io/proxy-read-timeout': '7',
        'nginx.ingress.kubernetes.io/proxy-send-timeout': '7',
        'nginx.ingress.kubernetes.io/affinity': 'cookie',
        'nginx.ingress.kubernetes.io/session-cookie-path': '/app/',
        'nginx.ingress.kubernetes.io/auth-url': 'https://sso.example.com/auth?allowed_groups=dev',
        'nginx.ingress.kubernetes.io/auth-signin': 'https://sso.example.com/start?rd=$escaped_request_uri',
      },
    },
    spec: { rules: [{ http: { paths: [{ path: '/app(/|$)(.*)', pathType: 'ImplementationSpecific' }] } }] },
  });
});

test.each([
  ['https://sso/auth?x=1', 'https://sso/auth?x=1&allowed_groups=dev'],
  ['https://sso/{group}/auth', 'https://sso/dev/auth'],
])('the guard %s is told the group', (url, want) => {
  const { objects } = render({ path: '/', auth, ingress: { className: 'nginx', auth: { url } } });
  expect(objects[0]?.metadata.annotations).toEqual({ 'nginx.ingress.kubernetes.io/auth-url': want });
});

test('the controller’s own annotations are kept beside ours', () => {
  const ingress = {
    className: 'nginx',
    auth: 'annotations' as const,
    annotations: { 'nginx.ingress.kubernetes.io/auth-type': 'basic' },
  };
  const { objects, problems } = render({ path: '/', timeout: 1, ingress });
  expect(problems).toEqual([]);
  expect(objects[0]?.metadata.annotations).toEqual({
    'nginx.ingress.kubernetes.io/proxy-read-timeout': '1',
    'nginx.ingress.kubernetes.io/proxy-send-timeout': '1',
    'nginx.ingress.kubernetes.io/auth-type': 'basic',
  });
});

test('without a target everything becomes annotations, and a warning says how to choose one', () => {
  const portal = { displayedName: 'App', icon: 'import_contacts', visible: false };
  const { objects, problems, serviceAnnotations } = render({
    ...everything,
    auth: { group: 'dev', bypass: false },
    ...portal,
  });
  expect(objects).toEqual([]);
  expect(faults(problems)).toEqual(['warning not-exposed expose']);
  expect(serviceAnnotations).toEqual({
    'datatask.io/access': 'dev',
    'datatask.io/prefix': '/app/',
    'datatask.io/rewrite': '/',
    'datatask.io/timeout-ms': '6001',
    'datatask.io/sticky-sessions': 'true',
    'datatask.io/bypass-auth': 'false',
    'datatask.io/displayed-name': 'App',
    'datatask.io/icon': 'import_contacts',
    'datatask.io/visible': 'false',
  });
});

test('with a target only what no route can say becomes annotations', () => {
  const expose = { ...everything, auth, icon: 'https://example.com/a.svg', mapping: {} };
  expect(render(expose).serviceAnnotations).toEqual({
    'datatask.io/access': 'dev',
    'datatask.io/icon': 'https://example.com/a.svg',
  });
  expect(render({ path: '/', auth: open, mapping: {} })).not.toHaveProperty('serviceAnnotations');
});

const traefik = { className: 'traefik' };
const refused: Record<string, [Expose, string[], Port[]?]> = {
  'an HTTPRoute for a group, without a guard': [
    { path: '/', auth, httpRoute: { parentRefs } },
    ['open-route expose.httpRoute.auth'],
  ],
  'an HTTPRoute for nobody in particular, without a guard': [
    { path: '/', httpRoute: { parentRefs } },
    ['open-route expose.httpRoute.auth'],
  ],
  'an Ingress without a guard': [
    { path: '/', auth, ingress: { className: 'nginx' } },
    ['open-route expose.ingress.auth'],
  ],
  'bypass: false': [
    { path: '/', auth: { bypass: false }, ingress: { className: 'nginx' } },
    ['open-route expose.ingress.auth'],
  ],
  'a guard that only ingress-nginx would ask': [
    { path: '/', auth, ingress: { ...traefik, auth: { url: 'https://sso' } } },
    ['open-route expose.ingress.auth'],
  ],
  'the same beside annotations of something else': [
    { path: '/', auth, ingress: { ...traefik, auth: { url: 'https://sso' }, annotations: { a: 'b' } } },
    ['open-route expose.ingress.auth'],
  ],
  'annotations that are not there': [
    { path: '/', ingress: { ...traefik, auth: 'annotations', annotations: {} } },
    ['open-route expose.ingress.auth'],
  ],
  'what another class cannot say': [
    { ...everything, auth: open, ingress: traefik },
    ['loss expose.rewrite', 'loss expose.timeout', 'loss expose.sticky'],
  ],
  'two targets': [{ path: '/', auth: open, mapping: {}, httpRoute: { parentRefs } }, ['conflict expose.mapping']],
  'a path without a slash': [{ path: 'app', auth: open, mapping: {} }, ['bad-path expose.path']],
  'a path that is rewritten to none': [
    { path: '/', rewrite: '', auth: open, mapping: {} },
    ['bad-path expose.rewrite'],
  ],
  'a negative timeout': [{ path: '/', timeout: -1, auth: open, mapping: {} }, ['out-of-range expose.timeout']],
  'a fraction of a millisecond': [
    { path: '/', timeout: 0.5, auth: open, mapping: {} },
    ['out-of-range expose.timeout'],
  ],
  'a timeout that no HTTPRoute can hold': [
    { path: '/', timeout: 100_000 * 3_600_000, auth: open, httpRoute: { parentRefs } },
    ['out-of-range expose.timeout'],
  ],
  'no timeout for nginx': [
    { path: '/', timeout: 0, auth: open, ingress: { className: 'nginx' } },
    ['out-of-range expose.timeout'],
  ],
  'an icon that is none': [{ path: '/', icon: 'Import Contacts', auth: open, mapping: {} }, ['bad-format expose.icon']],
  'an empty group': [{ path: '/', auth: { group: '' }, mapping: {} }, ['required expose.auth.group']],
  'a group that would change the URL': [
    { path: '/', auth: { group: 'dev&allowed_groups=all' }, ingress: nginx },
    ['bad-format expose.auth.group'],
  ],
  'a guard that is no URL': [
    { path: '/', ingress: { className: 'nginx', auth: { url: 'sso' } } },
    ['bad-url expose.ingress.auth.url'],
  ],
  'a guard that would end the nginx directive': [
    { path: '/', ingress: { className: 'nginx', auth: { url: 'https://sso/a', signin: 'https://sso/b;}' } } },
    ['bad-url expose.ingress.auth.signin'],
  ],
  'a guard that asks for a group that is not there': [
    { path: '/', httpRoute: { parentRefs, auth: { filter } } },
    ['required expose.auth.group'],
  ],
  'a group that no object can be named after': [
    { path: '/', auth: { group: 'Dev' }, httpRoute: { parentRefs, auth: { filter } } },
    ['bad-name expose.auth.group'],
  ],
  'an annotation that is said twice': [
    { path: '/', auth, ingress: { ...nginx, annotations: { 'nginx.ingress.kubernetes.io/auth-url': '' } } },
    ['conflict expose.ingress.annotations["nginx.ingress.kubernetes.io/auth-url"]'],
  ],
  'an encoded character that nginx would never match': [
    { path: '/a%20b', rewrite: '/', auth: open, ingress: { className: 'nginx' } },
    ['bad-path expose.path'],
  ],
  'a variable of nginx in a rewrite': [
    { path: '/a', rewrite: '/$host', auth: open, ingress: { className: 'nginx' } },
    ['bad-path expose.rewrite'],
  ],
  'no Gateway': [{ path: '/', auth: open, httpRoute: { parentRefs: [] } }, ['required expose.httpRoute.parentRefs']],
  'the same Gateway twice': [
    { path: '/', auth: open, httpRoute: { parentRefs: [...parentRefs, ...parentRefs] } },
    ['duplicate expose.httpRoute.parentRefs[1]'],
  ],
  'a Gateway once with and once without its listener': [
    { path: '/', auth: open, httpRoute: { parentRefs: [{ name: 'public', sectionName: 'a' }, { name: 'public' }] } },
    ['duplicate expose.httpRoute.parentRefs[1]'],
  ],
  'names that the CRD refuses': [
    {
      path: '/',
      auth: open,
      httpRoute: {
        parentRefs: [{ name: 'A', namespace: 'a.b', sectionName: '', port: 0, group: '-', kind: '1' }],
        hostnames: ['a_b', '*'],
      },
    },
    [
      ...['name', 'namespace', 'sectionName', 'group', 'kind'].map(
        (key) => `bad-name expose.httpRoute.parentRefs[0].${key}`,
      ),
      'out-of-range expose.httpRoute.parentRefs[0].port',
      'bad-name expose.httpRoute.hostnames[0]',
      'bad-name expose.httpRoute.hostnames[1]',
    ],
  ],
  'no port': [{ path: '/', auth: open, mapping: {} }, ['required expose'], []],
  'a port of several, not said which': [
    { path: '/', auth: open, mapping: {} },
    ['required expose.port'],
    [{ port: 1 }, { port: 2, name: 'b' }],
  ],
  'a port that is not there': [{ path: '/', port: 'http', auth: open, mapping: {} }, ['not-one-of expose.port']],
  'a port that is not TCP': [
    { path: '/', auth: open, mapping: {} },
    ['conflict expose'],
    [{ port: 53, protocol: 'UDP' }],
  ],
};

test.each(Object.entries(refused))('refuses %s', (_, [expose, want, given = ports]) => {
  const { objects, problems } = render(expose, { ports: given });
  expect(faults(problems)).toEqual(want);
  expect(objects).toEqual([]);
});

test.each([
  'app',
  '/a//b',
  '/a/../b',
  '/..',
  '/a/.',
  '/a%2Fb',
  '/a?b',
  '/a#b',
  '/a b',
  '/ä',
  '/%zz',
  '/"',
  `/${'a'.repeat(1024)}`,
])('refuses the path %s', (path) =>
  expect(faults(render({ path, rewrite: path, auth: open, mapping: {} }).problems)).toEqual([
    'bad-path expose.path',
    'bad-path expose.rewrite',
  ]),
);

test('warns of what an annotation must say, of a filter that is not told the group and of experimental fields', () => {
  const ingress = { ...traefik, auth: 'annotations' as const, annotations: { 'traefik.io/x': 'y' } };
  expect(faults(render({ ...everything, auth, ingress }).problems)).toEqual(
    ['rewrite', 'timeout', 'sticky'].map((key) => `warning loss expose.${key}`),
  );
  const httpRoute = { parentRefs, auth: { filter: { ...filter, name: 'sso' } } };
  expect(faults(render({ path: '/', sticky: true, auth, httpRoute }).problems)).toEqual([
    'warning experimental expose.sticky',
    'warning suspicious expose.auth.group',
  ]);
});

test('leads to the Service of the port named', () => {
  const many: Port[] = [{ port: 80 }, { port: 443, name: 'tls', public: true }, { port: 9000, node: true }];
  const service = (port: number | string): unknown =>
    (
      render({ path: '/', port, auth: open, mapping: {} }, { ports: many }).objects[0] as unknown as {
        spec: { service: string };
      }
    ).spec.service;
  expect([80, 'tls', 9000].map(service)).toEqual(['web:80', 'web-public:443', 'web-node:9000']);
});

test('what the API server finds in an Ingress is reported at the field of expose', () => {
  const ingress = { className: 'X', host: 'A', tls: { secretName: 'B' }, annotations: { 'a b': 'c' } };
  const [origins, place] = [new Origins(), at(at(ROOT, 'x'), 'expose')];
  const { objects } = renderExpose({ path: '/', auth: open, ingress }, place, {
    name: 'web',
    namespace: undefined,
    labels: undefined,
    ports,
    report: new Report(),
    origins,
  });
  const [object] = objects as [KubeObject];
  const of = (...path: (string | number)[]): string => printPath(origins.pathOf(object, path));
  expect(of('metadata', 'name')).toBe('x.name');
  expect(of('metadata', 'annotations', 'a b')).toBe('x.expose.ingress.annotations["a b"]');
  expect(of('spec', 'ingressClassName')).toBe('x.expose.ingress.className');
  expect(of('spec', 'rules', 0, 'host')).toBe('x.expose.ingress.host');
  expect(of('spec', 'rules', 0, 'http', 'paths', 0, 'path')).toBe('x.expose.path');
  expect(of('spec', 'rules', 0, 'http', 'paths', 0, 'backend', 'service', 'name')).toBe('x.name');
  expect(of('spec', 'tls', 0, 'hosts', 0)).toBe('x.expose.ingress.host');
  expect(of('spec', 'tls', 0, 'secretName')).toBe('x.expose.ingress.tls.secretName');
});

test('the shape is checked as the interface says', () => {
  expect(sameType).toBe(true);
  const wrong = {
    path: 1,
    timeOut: 3,
    ingress: { className: 'nginx', auth: 'none' },
    httpRoute: { parentRefs: [{}] },
    mapping: { ambassadorId: 'x' },
  };
  expect(faults(shapeProblems(exposeSchema, wrong)).sort()).toEqual(
    [
      'required expose.httpRoute.parentRefs[0].name',
      'unknown-key expose.timeOut',
      'wrong-type expose.ingress.auth',
      'wrong-type expose.mapping.ambassadorId',
      'wrong-type expose.path',
    ].map((each) => each.replace('expose.', '')),
  );
});

test('no route is open unless the user says so, whatever else is said', () => {
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
  const url = fc.constantFrom('https://sso/auth', 'https://sso/{group}', '', 'x');
  const notes = fc.constantFrom({}, { a: 'b' }, { 'nginx.ingress.kubernetes.io/auth-url': '' });
  const guard = fc.oneof(fc.constant('annotations' as const), fc.record({ url }));
  const target = fc.oneof(
    fc.record({ mapping: fc.constant({}) }),
    fc.record({ httpRoute: fc.record({ parentRefs: fc.constant(parentRefs), auth: maybe(fc.constant({ filter })) }) }),
    fc.record({
      ingress: fc.record({
        className: fc.constantFrom('nginx', 'traefik'),
        auth: maybe(guard),
        annotations: maybe(notes),
      }),
    }),
  );
  const who = maybe(
    fc.record({ group: maybe(fc.constantFrom('dev', '', 'Dev Ops', '$x')), bypass: maybe(fc.boolean()) }),
  );
  let emitted = 0;
  fc.assert(
    fc.property(target, who, (chosen, auth) => {
      const { objects } = render({ path: '/', auth, ...chosen } as Expose);
      if (auth?.bypass === true) return;
      for (const object of objects) {
        emitted++;
        const text = JSON.stringify(object);
        if (object.kind === 'Mapping') expect(text).not.toContain('bypass_auth');
        else if (object.kind === 'HTTPRoute') expect(text).toContain('"filters":[{"type":"ExtensionRef"');
        else if ('ingress' in chosen && chosen.ingress.auth === 'annotations')
          expect(object.metadata.annotations).toEqual(chosen.ingress.annotations);
        else expect(object.metadata.annotations?.['nginx.ingress.kubernetes.io/auth-url']).toMatch(/^https:\/\/sso\//);
      }
    }),
    { numRuns: runs(500) },
  );
  expect(emitted).toBeGreaterThan(100);
});

// Where a request ends up, by a small model of each controller's matching.

const element = fc.stringMatching(/^[a-z0-9.$(+*_~-]{1,4}$/).filter((each) => each !== '.' && each !== '..');
const path = fc
  .tuple(fc.array(element, { maxLength: 3 }), fc.boolean())
  .map(([all, slash]) => `/${all.join('/')}${slash && all.length > 0 ? '/' : ''}`);
const plain = fc
  .tuple(fc.array(fc.stringMatching(/^[a-z]{1,3}$/), { maxLength: 2 }), fc.boolean())
  .map(([all, slash]) => `/${all.join('/')}${slash && all.length > 0 ? '/' : ''}`);

/** What the words of the Expose interface say: the path at the service, or undefined for a request that is not for it. */
function meant(prefix: string, rewrite: string | undefined, request: string): string | undefined {
  const base = prefix.replace(/\/$/, '');
  if (request !== base && !request.startsWith(`${base}/`)) return undefined;
  return rewrite === undefined ? request : rewrite.replace(/\/$/, '') + request.slice(base.length) || '/';
}

interface NginxPath {
  readonly path: string;
  readonly pathType: string;
}

function nginxSends(ingress: KubeObject, request: string): string | undefined {
  const [given] = (ingress as unknown as { spec: { rules: { http: { paths: NginxPath[] } }[] } }).spec.rules[0]!.http
    .paths as [NginxPath];
  if (given.pathType === 'Prefix') return meant(given.path, undefined, request);
  const match = new RegExp(`^${given.path}`).exec(request);
  const target = ingress.metadata.annotations?.['nginx.ingress.kubernetes.io/rewrite-target'] as string;
  return match === null ? undefined : target.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
}

test('ingress-nginx sends a request where the prefix and the rewrite say', () => {
  fc.assert(
    fc.property(
      path,
      fc.option(plain, { nil: undefined }),
      fc.constantFrom('', '/', '/x', '/x/', 'le', 'le/x'),
      (prefix, rewrite, rest) => {
        const { objects, problems } = render({
          path: prefix,
          ...(rewrite === undefined ? {} : { rewrite }),
          auth: open,
          ingress: { className: 'nginx' },
        });
        expect(problems).toEqual([]);
        const request = prefix.replace(/\/$/, '') + rest || '/';
        expect(nginxSends(objects[0] as KubeObject, request)).toBe(meant(prefix, rewrite, request));
      },
    ),
    { numRuns: runs(1000) },
  );
});

/** Envoy: the longest prefix wins, letter by letter, and the rewrite takes its place. */
function emissarySends(mappings: readonly KubeObject[], request: string): string | undefined {
  const specs = mappings.map((each) => each['spec'] as { prefix: string; rewrite: string });
  const found = specs
    .filter(({ prefix }) => request.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)[0];
  if (found === undefined) return undefined;
  return found.rewrite === '' ? request : found.rewrite + request.slice(found.prefix.length);
}

test('Emissary sends a request where the prefix and the rewrite say', () => {
  fc.assert(
    fc.property(
      path,
      fc.option(plain, { nil: undefined }),
      fc.constantFrom('', '/', '/x', '/x/'),
      (prefix, rewrite, rest) => {
        const { objects, problems } = render({
          path: prefix,
          ...(rewrite === undefined ? {} : { rewrite }),
          auth: open,
          mapping: {},
        });
        expect(problems).toEqual([]);
        const request = prefix.replace(/\/$/, '') + rest || '/';
        // "/app/" does not match "/app" there, as the interface says.
        const want = prefix.endsWith('/') && `${request}/` === prefix ? undefined : meant(prefix, rewrite, request);
        const got = emissarySends(objects, request);
        expect(got).toBe(want);
      },
    ),
    { numRuns: runs(1000) },
  );
});

test('"/app" rewritten to "/" takes two Mappings', () => {
  const { objects } = render({ path: '/app', rewrite: '/', auth: open, mapping: {} });
  expect(objects.map((each) => [each.metadata.name, (each['spec'] as { prefix: string }).prefix])).toEqual([
    ['web', '/app'],
    ['web-below', '/app/'],
  ]);
});

test('every target has a route for whatever can be said, one object each but for the Mapping that takes two', () => {
  const all: Expose[] = [
    ...Object.values(valid).map(({ expose }) => expose),
    { ...everything, auth, ingress: nginx },
    { path: '/app', rewrite: '/', auth: open, mapping: {} },
    ...[0, 1, 999, 59_999, 3_600_000, 99_999 * 3_600_000].map((timeout): Expose => ({
      path: '/',
      timeout,
      auth: open,
      httpRoute: { parentRefs },
    })),
  ];
  expect(keep(all.flatMap((expose) => render(expose).objects)).length).toBe(all.length + 1);
});

test('a route leads to a port, whatever it is made with', () => {
  const problems = checkWorkload({
    kind: 'Service',
    name: 'web',
    containers: { web: { image: 'nginx:1.27' } },
    expose: { path: '/', auth: { bypass: true } },
  });
  expect(problems.map(({ code, severity, path }) => [severity, code, path])).toEqual([
    ['error', 'required', ['expose']],
  ]);
});

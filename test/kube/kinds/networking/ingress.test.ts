import { linesWith, onlyWith } from '../../rules/objects';

const backend = { service: { name: 'web', port: { number: 80 } } };
const rule = (path: object) =>
  linesWith('Ingress', { 'spec.rules': [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend, ...path }] } }] });
const H = 'spec.rules[0].http.paths';

test('there is somewhere to go', () => {
  expect(linesWith('Ingress', { spec: {} })).toEqual(['required spec.rules']);
  expect(linesWith('Ingress', { spec: { defaultBackend: backend } })).toEqual([]);
  expect(linesWith('Ingress', { spec: { rules: [{}, { http: {} }] } })).toEqual(['required spec.rules[1].http.paths']);
});

test('hosts', () => {
  const host = (value: string) => linesWith('Ingress', { 'spec.rules': [{ host: value }] });
  for (const good of ['', 'a', '*.com', 'localhost', 'a'.repeat(253), `*.${'a'.repeat(251)}`])
    expect(host(good)).toEqual([]);
  for (const bad of [
    '10.0.0.1',
    '::1',
    '*',
    'a.*',
    '*a.b',
    'A.b',
    'a_b',
    'a.b.',
    'a'.repeat(254),
    `*.${'a'.repeat(252)}`,
  ])
    expect(host(bad)).toEqual(['bad-name spec.rules[0].host']);
  expect(onlyWith('Ingress', { 'spec.rules': [{ host: 'https://Web.Example.com:8443/x' }] }).hint).toBe(
    'Did you mean "web.example.com"?',
  );
  expect(
    linesWith('Ingress', { 'spec.tls': [{ hosts: ['10.0.0.1', '', 'A.b'], secretName: 'Bad_Name' }, {}] }),
  ).toEqual(['bad-name spec.tls[0].hosts[1]', 'bad-name spec.tls[0].hosts[2]', 'bad-name spec.tls[0].secretName']);
});

test('paths', () => {
  expect(rule({ pathType: undefined })).toEqual([`required ${H}[0].pathType`]);
  expect(
    onlyWith('Ingress', { 'spec.rules': [{ http: { paths: [{ path: '/', pathType: 'prefix', backend }] } }] }).hint,
  ).toBe('Did you mean "Prefix"?');
  for (const path of ['/', '/ é?', '/a(/|$)(.*)', '/a..']) expect(rule({ path })).toEqual([]);
  expect(rule({ path: '' })).toEqual([`required ${H}[0].path`]);
  for (const path of ['a', '//', '/a/./b', '/../a', '/%2f', '/%2F', '/a/..', '/.'])
    expect(rule({ path })).toEqual([`bad-format ${H}[0].path`]);
  expect(rule({ path: '', pathType: 'ImplementationSpecific' })).toEqual([]);
  expect(rule({ path: '//', pathType: 'ImplementationSpecific' })).toEqual([]);
  expect(rule({ path: 'a', pathType: 'ImplementationSpecific' })).toEqual([`bad-format ${H}[0].path`]);
});

test('backends', () => {
  const to = (value: object) => rule({ backend: value }).map((each) => each.replace(`${H}[0].`, ''));
  expect(to({ resource: { apiGroup: 'a.b', kind: 'Bucket', name: 'c' } })).toEqual([]);
  expect(to({})).toEqual(['required backend']);
  expect(to({ ...backend, resource: { kind: 'A', name: 'b' } })).toEqual(['conflict backend']);
  expect(to({ service: {} })).toEqual(['required backend.service.name', 'required backend.service.port']);
  expect(to({ service: { name: '1web', port: { name: '80' } } })).toEqual([
    '?bad-name backend.service.name',
    'bad-name backend.service.port.name',
  ]);
  expect(to({ service: { name: 'web', port: { name: 'a', number: 1 } } })).toEqual(['conflict backend.service.port']);
  expect(to({ service: { name: 'web', port: { number: 65_536 } } })).toEqual([
    'out-of-range backend.service.port.number',
  ]);
  expect(to({ resource: { apiGroup: '', kind: 'a/b', name: '..' } })).toEqual([
    'bad-name backend.resource.apiGroup',
    'bad-name backend.resource.kind',
    'bad-name backend.resource.name',
  ]);
});

test('class', () => {
  const named = (annotation: string, ingressClassName: unknown) =>
    linesWith('Ingress', {
      'metadata.annotations': { 'kubernetes.io/ingress.class': annotation },
      'spec.ingressClassName': ingressClassName,
    });
  expect(named('a', 'a')).toEqual([]);
  expect(named('a', null)).toEqual(['?deprecated metadata.annotations["kubernetes.io/ingress.class"]']);
  expect(named('a', 'b')).toEqual(['conflict metadata.annotations["kubernetes.io/ingress.class"]']);
  expect(linesWith('Ingress', { 'spec.ingressClassName': '' })).toEqual(['bad-name spec.ingressClassName']);
});

import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const slice = (fields: object, kubernetes?: string) =>
  validateManifest(
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'a' },
      addressType: 'IPv4',
      ...fields,
    },
    { kubernetes },
  );
const lines = (fields: object, kubernetes?: string) => slice(fields, kubernetes).map(line);
const address = (addressType: string, ip: string, kubernetes?: string) =>
  slice({ addressType, endpoints: [{ addresses: [ip] }] }, kubernetes);

test('addresses are of the type of the slice', () => {
  expect(address('IPv4', '10.0.0.1')).toEqual([]);
  expect(address('IPv4', 'fd00::1')[0]?.message).toBe('must be an IPv4 address such as 10.0.0.1');
  expect(address('IPv6', '::ffff:10.0.0.1').map(line)).toEqual(['bad-format endpoints[0].addresses[0]']);
  expect(address('IPv4', '169.254.1.1').map(line)).toEqual(['forbidden endpoints[0].addresses[0]']);
  expect(lines({ addressType: 'ipv4' })).toEqual(['not-one-of addressType']);
});

test('IPv6 has one form since 1.33', () => {
  expect(address('IPv6', 'FD00::1', '1.32').map(line)).toEqual(['?refused-later endpoints[0].addresses[0]']);
  expect(address('IPv6', 'FD00::1', '1.33')).toMatchObject([
    { code: 'bad-format', severity: 'error', hint: 'Write fd00::1' },
  ]);
});

test('domains are deprecated', () => {
  expect(address('FQDN', 'a.example.com.').map(line)).toEqual(['?deprecated addressType']);
  expect(address('FQDN', 'a').map(line)).toEqual(['?deprecated addressType', 'bad-name endpoints[0].addresses[0]']);
  expect(address('FQDN', '10.0.0.1').map(line)).toContain('?suspicious endpoints[0].addresses[0]');
});

test('ports have names of their own', () => {
  expect(slice({ ports: [{}, { name: '' }] })[0]?.message).toBe('ports[0] has no name either');
  expect(lines({ ports: [{ protocol: '', port: 70_000 }] })).toEqual([
    'not-one-of ports[0].protocol',
    '?suspicious ports[0].port',
  ]);
});

test('hints, by the minors that keep them', () => {
  const hints = (fields: object) => ({ endpoints: [{ addresses: ['10.0.0.1'], hints: fields }] });
  expect(lines(hints({ forZones: [{ name: 'a' }, { name: 'a' }] }))).toEqual([
    'duplicate endpoints[0].hints.forZones[1].name',
  ]);
  const many = Array.from({ length: 9 }, (_, index) => ({ name: `a${index}` }));
  expect(lines(hints({ forZones: many }))).toEqual(['too-long endpoints[0].hints.forZones']);
  expect(lines(hints({ forNodes: many }), '1.33')).toEqual(['?dropped endpoints[0].hints.forNodes']);
  expect(lines(hints({ forNodes: many }), '1.34')).toEqual(['too-long endpoints[0].hints.forNodes']);
});

test('what v1 drops', () => {
  const endpoint = { addresses: ['10.0.0.1'], deprecatedTopology: { 'not a label': 'a' } };
  expect(lines({ endpoints: [endpoint] })).toEqual(['?dropped endpoints[0].deprecatedTopology']);
});

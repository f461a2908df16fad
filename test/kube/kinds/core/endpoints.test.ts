import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const endpoints = (subset: object, kubernetes = '1.32') =>
  validateManifest({ apiVersion: 'v1', kind: 'Endpoints', metadata: { name: 'a' }, subsets: [subset] }, { kubernetes });
const address = (ip: string, kubernetes?: string) => endpoints({ addresses: [{ ip }] }, kubernetes);

test('deprecated since 1.33', () => {
  expect(address('10.0.0.1', '1.32')).toEqual([]);
  expect(address('10.0.0.1', '1.33')).toMatchObject([
    { code: 'deprecated', path: ['kind'], hint: 'Write an EndpointSlice of discovery.k8s.io/v1' },
  ]);
});

test('addresses', () => {
  expect(address('127.0.0.1')).toMatchObject([{ code: 'forbidden', message: 'may not be in the loopback range' }]);
  expect(address('010.0.0.1').map(line)).toEqual(['?refused-later subsets[0].addresses[0].ip']);
  expect(address('010.0.0.1', '1.36').map(line)).toEqual(['?deprecated kind', 'bad-format subsets[0].addresses[0].ip']);
  expect(address('FD00::1')).toMatchObject([{ code: 'suspicious', hint: 'Write fd00::1' }]);
  expect(endpoints({}).map(line)).toEqual(['required subsets[0]']);
});

test('ports have names where there are more than one', () => {
  const addresses = [{ ip: '10.0.0.1' }];
  expect(endpoints({ addresses, ports: [{ port: 80 }] })).toEqual([]);
  expect(endpoints({ addresses, ports: [{ port: 80 }, { name: 'b' }] }).map(line)).toEqual([
    'required subsets[0].ports[0].name',
    'required subsets[0].ports[1].port',
  ]);
});

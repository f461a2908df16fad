import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const address = (name: string) =>
  validateManifest(
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IPAddress',
      metadata: { name },
      spec: { parentRef: { resource: 'services', namespace: 'a', name: 'b' } },
    },
    { kubernetes: '1.36' },
  );

test('the name is the address, in one form', () => {
  expect(address('fd00::1')).toEqual([]);
  expect(address('FD00::1')).toMatchObject([
    {
      path: ['metadata', 'name'],
      message: 'must be in the canonical form of IPv6 addresses',
      hint: 'Did you mean "fd00::1"?',
    },
  ]);
  expect(address('::ffff:10.0.0.1')).toMatchObject([
    { message: 'must not be an IPv4 address written as IPv6', hint: 'Did you mean "10.0.0.1"?' },
  ]);
});

test('ranges of Services: one of each family', () => {
  const ranges = (cidrs: string[]) =>
    validateManifest(
      { apiVersion: 'networking.k8s.io/v1', kind: 'ServiceCIDR', metadata: { name: 'a' }, spec: { cidrs } },
      { kubernetes: '1.36' },
    );
  expect(ranges(['10.0.0.0/24', 'fd00::/112'])).toEqual([]);
  expect(ranges([]).map(line)).toEqual(['required spec.cidrs']);
  expect(ranges(['10.0.0.0/24', '10.0.1.0/24'])).toMatchObject([
    { code: 'conflict', message: 'may have only one range of IPv4' },
  ]);
  expect(ranges(['10.0.0.1/24'])).toMatchObject([{ path: ['spec', 'cidrs', 0], hint: 'Write 10.0.0.0/24' }]);
});

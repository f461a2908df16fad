import { validateManifest } from '../../../../lib/kube/validate';
import { printProblems } from '../../../../lib/report/print';

const said = (spec: object, kubernetes = '1.36') =>
  printProblems(
    validateManifest(
      { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'a' }, spec },
      { kubernetes },
    ),
  );
const block = (cidr: string, ...except: string[]) => ({ ingress: [{ from: [{ ipBlock: { cidr, except } }] }] });

test('a range says what may be meant', () => {
  expect(said(block('10.1.2.3/8'))).toContain('must not have bits set behind the first 8');
  expect(said(block('10.1.2.3/8'))).toContain('rite 10.0.0.0/8 or 10.1.2.3/32');
  expect(said(block('10.0.0.1'))).toContain('rite 10.0.0.1/32');
  expect(said(block('FD00::/8'))).toContain('rite fd00::/8');
  // Taken, and no longer by newer servers.
  expect(said(block('010.0.0.0/8'), '1.33')).toMatch(/cidr: warning: must not have leading zeros for newer servers/);
});

test('what is left out must be a part of the range', () => {
  expect(said(block('10.0.0.0/8', '11.0.0.0/16'))).toContain('except[0]: must be a part of cidr, which is 10.0.0.0/8');
  expect(said(block('10.0.0.0/8', '10.0.0.0/8'))).toContain('must be less than all of cidr');
});

test('rules of a direction that the policy is not for', () => {
  expect(said({ policyTypes: ['Ingress'], egress: [{}] })).toContain('dd Egress to policyTypes');
  expect(said({ egress: [{}] })).toBe('');
});

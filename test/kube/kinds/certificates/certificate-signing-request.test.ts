import { validateManifest } from '../../../../lib/kube/validate';
import { printProblems } from '../../../../lib/report/print';
import { pemOf, request, unsigned } from '../../sets/certificate-requests';

const said = (spec: object, kubernetes?: string) =>
  printProblems(
    validateManifest(
      {
        apiVersion: 'certificates.k8s.io/v1',
        kind: 'CertificateSigningRequest',
        metadata: { name: 'a' },
        spec: { request: request('p256'), signerName: 'a.b/c', usages: ['client auth'], ...spec },
      },
      { kubernetes },
    ),
  );
const typed = (type: string) => Buffer.from(pemOf('p256', type)).toString('base64');

test('what stands there in place of a request is told, and not shown', () => {
  const key = typed('PRIVATE KEY');
  expect(said({ request: key })).toContain('private key');
  expect(said({ request: key })).not.toContain(key.slice(0, 20));
  expect(said({ request: typed('NEW CERTIFICATE REQUEST') })).toContain('in place of "NEW CERTIFICATE REQUEST"');
  expect(said({ request: request('p256', (pem) => Buffer.from(pem).toString('base64')) })).toContain('base64 twice');
  expect(said({ request: unsigned('p256') })).toContain('is not signed with the key that it is for');
});

test('short RSA keys are refused since 1.33', () => {
  expect(said({ request: request('rsa1023') }, '1.32')).toBe('');
  expect(said({ request: request('rsa1023') })).toMatch(/Kubernetes since 1\.33.*at least 1024 bits, not 1023/);
});

test('what the signers of Kubernetes do not sign', () => {
  const signerName = 'kubernetes.io/kubelet-serving';
  const usages = ['server auth', 'digital signature'];
  expect(said({ request: request('kubeletdns'), signerName, usages })).toBe('');
  expect(said({ request: request('kubelet'), signerName, usages })).toContain('names no host and no address');
  const client = { request: request('masters'), signerName: 'kubernetes.io/kube-apiserver-client' };
  expect(said(client)).toMatch(/spec\.request: must not be for the group system:masters.*\(forbidden\)/);
});

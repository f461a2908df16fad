import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (name: string, spec: object) =>
  validateManifest({
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name },
    spec: { version: 'v1beta1', group: 'metrics.k8s.io', groupPriorityMinimum: 1, versionPriority: 1, ...spec },
  });
const lines = (name: string, spec: object) => problems(name, spec).map(line);
const service = { name: 'a', namespace: 'b' };

test('the name is the version and the group', () => {
  expect(lines('v1beta1.metrics.k8s.io', { service })).toEqual([]);
  expect(problems('metrics', { service })).toMatchObject([
    { message: 'must be "v1beta1.metrics.k8s.io", the version and the group with a dot between them' },
  ]);
  expect(lines('v1.', { service, version: 'v1', group: undefined })).toEqual([]);
  expect(lines('v1beta1.', { service, group: '' })).toEqual(['required spec.group']);
  // Of a group that cannot be read, or of parts that are wrong, nothing follows.
  expect(lines('metrics', { service, version: 'V1' })).toEqual(['bad-name spec.version']);
  expect(lines('metrics', { service, group: 5 })).toEqual(['wrong-type spec.group']);
});

test('certificates are those of a service', () => {
  expect(lines('v1beta1.metrics.k8s.io', { insecureSkipTLSVerify: true, caBundle: 'YQ==' })).toEqual([
    'forbidden spec.caBundle',
    'forbidden spec.insecureSkipTLSVerify',
  ]);
  expect(lines('v1beta1.metrics.k8s.io', { service, insecureSkipTLSVerify: true, caBundle: 'YQ==' })).toEqual([
    'conflict spec.insecureSkipTLSVerify',
  ]);
  expect(lines('v1beta1.metrics.k8s.io', { service: { ...service, port: 0 } })).toEqual([
    'out-of-range spec.service.port',
  ]);
});

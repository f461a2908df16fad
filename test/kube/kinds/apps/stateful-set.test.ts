import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const template = (spec: object = {}) => ({
  metadata: { labels: { app: 'db' } },
  spec: { containers: [{ name: 'db', image: 'postgres' }], ...spec },
});
const problems = (spec: object, kubernetes = '1.36', name = 'db') =>
  validateManifest(
    {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name },
      spec: { serviceName: 'db', selector: { matchLabels: { app: 'db' } }, template: template(), ...spec },
    },
    { kubernetes },
  );
const lines = (spec: object, kubernetes?: string) => problems(spec, kubernetes).map(line);

test('what is wrong with a template is an error since 1.34, and before then of the pods made from it', () => {
  const spec = { template: template({ containers: [{ name: 'db' }] }) };
  expect(problems(spec, '1.33')).toMatchObject([
    {
      severity: 'warning',
      code: 'refused-later',
      path: ['spec', 'template', 'spec', 'containers', 0, 'image'],
      message: 'is taken, but the pods made from it are refused: is required',
    },
  ]);
  expect(lines(spec, '1.34')).toEqual(['required spec.template.spec.containers[0].image']);
});

test('a volume that a claim of the same name replaces is never seen', () => {
  const volumeClaimTemplates = [
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    },
  ];
  const volumes = [{ name: 'data', emptyDir: {} }];
  const volumeMounts = [{ name: 'data', mountPath: '/data' }];
  const containers = [{ name: 'db', image: 'postgres', volumeMounts }];
  expect(lines({ volumeClaimTemplates, template: template({ containers }) })).toEqual([]);
  expect(lines({ volumeClaimTemplates, template: template({ containers, volumes }) })).toEqual([
    '?no-effect spec.template.spec.volumes[0]',
  ]);
});

test('strategies, and pods that do not end', () => {
  expect(problems({ updateStrategy: { type: 'Recreate' }, podManagementPolicy: 'parallel' })).toMatchObject([
    { code: 'not-one-of', message: 'must be OrderedReady or Parallel', hint: 'Did you mean "Parallel"?' },
    { code: 'not-one-of', message: 'must be RollingUpdate or OnDelete', value: 'Recreate' },
  ]);
  expect(problems({ template: template({ restartPolicy: 'Never' }) })).toMatchObject([
    { message: 'must be Always in a StatefulSet', hint: 'Leave it out; for pods that end use a Job' },
  ]);
});

import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const labels = { app: 'web' };
const template = { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'nginx' }] } };

test.each([
  ['ReplicaSet', 'apps/v1', { matchLabels: labels }],
  ['ReplicationController', 'v1', labels],
])('%s: a number of pods that do not end', (kind, apiVersion, selector) => {
  const problems = (spec: object) =>
    validateManifest(
      { apiVersion, kind, metadata: { name: 'web' }, spec: { selector, template, ...spec } },
      { kubernetes: '1.36' },
    );
  expect(problems({})).toEqual([]);
  expect(problems({ replicas: -1, minReadySeconds: -1 }).map(line)).toEqual([
    'out-of-range spec.replicas',
    'out-of-range spec.minReadySeconds',
  ]);
  const ending = { ...template, spec: { ...template.spec, restartPolicy: 'OnFailure', activeDeadlineSeconds: 1 } };
  expect(problems({ template: ending })).toMatchObject([
    { message: `must be Always in a ${kind}`, hint: 'Leave it out; for pods that end use a Job' },
    { message: `may not be set in a ${kind}, whose pods do not end` },
  ]);
  const others = { ...template, metadata: { labels: { app: 'shop' } } };
  expect(problems({ template: others })).toMatchObject([
    { code: 'conflict', path: ['spec', 'template', 'metadata', 'labels'], hint: 'Add app: web' },
  ]);
});

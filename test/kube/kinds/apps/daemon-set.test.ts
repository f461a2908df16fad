import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (spec: object, kubernetes = '1.36') =>
  validateManifest(
    {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'agent' },
      spec: {
        selector: { matchLabels: { app: 'agent' } },
        template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'a', image: 'a' }] } },
        ...spec,
      },
    },
    { kubernetes },
  );

test('one more pod or one less, not both', () => {
  const rollingUpdate = (fields: object) => problems({ updateStrategy: { rollingUpdate: fields } });
  expect(rollingUpdate({ maxSurge: 1, maxUnavailable: 0 })).toEqual([]);
  expect(rollingUpdate({ maxSurge: 1 })).toMatchObject([
    {
      code: 'conflict',
      path: ['spec', 'updateStrategy', 'rollingUpdate', 'maxSurge'],
      message: 'may not be set beside maxUnavailable, which is 1 when it is not stated',
      hint: 'Set maxUnavailable to 0',
    },
  ]);
  expect(rollingUpdate({ maxSurge: 1, maxUnavailable: 1 })).toMatchObject([
    { message: 'may not be set beside maxUnavailable', hint: 'Set maxUnavailable to 0' },
  ]);
});

test('what is read only when pods are replaced one by one', () => {
  const updateStrategy = { type: 'OnDelete', rollingUpdate: { maxUnavailable: 1 } };
  expect(problems({ updateStrategy }).map(line)).toEqual(['?no-effect spec.updateStrategy.rollingUpdate']);
  expect(problems({ updateStrategy: { type: 'rollingUpdate' } })).toMatchObject([
    { code: 'not-one-of', hint: 'Did you mean "RollingUpdate"?' },
  ]);
});

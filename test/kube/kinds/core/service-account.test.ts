import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const account = (fields: object, kubernetes?: string) =>
  validateManifest({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'a' }, ...fields }, { kubernetes });

test('references to secrets: of some the name alone is kept', () => {
  expect(account({ secrets: [{ name: 'a' }], imagePullSecrets: [{ name: 'b' }] })).toEqual([]);
  const fields = { secrets: [{ name: 'a', namespace: 'b' }, {}], imagePullSecrets: [{}, { name: 'A' }] };
  expect(account(fields).map(line)).toEqual([
    '?dropped secrets[0].namespace',
    '?no-effect secrets[1].name',
    '?no-effect imagePullSecrets[0].name',
    '?suspicious imagePullSecrets[1].name',
  ]);
});

test('the annotation that is deprecated since 1.32', () => {
  const metadata = { name: 'a', annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } };
  expect(account({ metadata }, '1.31')).toEqual([]);
  expect(account({ metadata }, '1.32')).toMatchObject([{ code: 'deprecated', severity: 'warning' }]);
});

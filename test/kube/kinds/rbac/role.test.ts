import { validateManifest } from '../../../../lib/kube/validate';
import { printProblems } from '../../../../lib/report/print';

const said = (kind: string, fields: object) =>
  printProblems(
    validateManifest({ apiVersion: 'rbac.authorization.k8s.io/v1', kind, metadata: { name: 'a' }, ...fields }),
  );

test('rules that allow nothing', () => {
  const text = said('Role', { rules: [{ verbs: ['GET'], apiGroups: ['apps/v1'], resources: ['Pods'] }] });
  expect(text).toContain('rite "apps"');
  expect(text).toContain('Did you mean "get"?');
  expect(text).toContain('Did you mean "pods"?');
  expect(said('Role', { rules: [{ verbs: ['get'], nonResourceURLs: ['/a'] }] })).toContain('rite a ClusterRole');
});

test('subjects by their kind', () => {
  const roleRef = { kind: 'ClusterRole', name: 'view' };
  const subjects = [{ kind: 'ServiceAccount', name: 'a' }];
  expect(said('ClusterRoleBinding', { roleRef, subjects })).toContain('subjects[0].namespace: is required');
  expect(said('RoleBinding', { roleRef, subjects })).toBe('');
});

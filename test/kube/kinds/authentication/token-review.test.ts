import { validateManifest } from '../../../../lib/kube/validate';
import { printProblems } from '../../../../lib/report/print';

test('a token is never shown', () => {
  const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token: 12345678 } };
  const text = printProblems(validateManifest(review));
  expect(text).toContain('spec.token');
  expect(text).not.toContain('12345678');
});

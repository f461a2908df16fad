import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (kind: string, fields: object, kubernetes = '1.36') =>
  validateManifest({ apiVersion: 'authorization.k8s.io/v1', kind, ...fields }, { kubernetes });

test('a review is answered, not stored', () => {
  const spec = { user: 'a', resourceAttributes: { verb: 'get', resource: 'pods' } };
  expect(problems('SubjectAccessReview', { spec })).toEqual([]);
  expect(problems('SubjectAccessReview', { metadata: { name: 'a' }, spec })).toMatchObject([
    { code: 'forbidden', path: ['metadata'], hint: 'Remove name' },
  ]);
});

test('a review in a namespace asks about that namespace', () => {
  const review = (resourceAttributes: object) =>
    problems('LocalSubjectAccessReview', { metadata: { namespace: 'a' }, spec: { user: 'a', resourceAttributes } });
  expect(review({ namespace: 'a' })).toEqual([]);
  expect(review({ namespace: 'b' })).toMatchObject([
    { code: 'conflict', message: 'must be the same as metadata.namespace, a', value: 'b' },
  ]);
});

test('selectors are read since 1.32', () => {
  const resourceAttributes = {
    labelSelector: { rawSelector: 'a=b', requirements: [{ key: 'a', operator: 'Exists' }] },
  };
  const review = (kubernetes: string) =>
    problems('SelfSubjectAccessReview', { spec: { resourceAttributes } }, kubernetes).map(line);
  expect(review('1.31')).toEqual(['?dropped spec.resourceAttributes.labelSelector']);
  expect(review('1.32')).toEqual(['conflict spec.resourceAttributes.labelSelector.rawSelector']);
});

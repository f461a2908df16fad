import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (fields: object, kubernetes?: string) =>
  validateManifest(
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'a.b/C',
      ...fields,
    },
    { kubernetes },
  );
const lines = (fields: object, kubernetes?: string) => problems(fields, kubernetes).map(line);

test('who makes the volumes, and how', () => {
  expect(lines({ provisioner: 'A.B/c', reclaimPolicy: '' })).toEqual([]);
  expect(lines({ provisioner: 'a b', reclaimPolicy: 'Recycle', volumeBindingMode: '' })).toEqual([
    'bad-name provisioner',
    'not-one-of reclaimPolicy',
    'not-one-of volumeBindingMode',
  ]);
});

test('parameters', () => {
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, '']));
  expect(lines({ parameters: many(512) })).toEqual([]);
  expect(problems({ parameters: { ...many(512), '': '' } })).toMatchObject([
    { code: 'too-long', message: 'must have at most 512 parameters, not 513' },
  ]);
  expect(lines({ parameters: { '': 'a' } })).toEqual(['bad-name parameters[""]']);
  // Two bytes a letter; `kubectl apply` takes less than the server.
  expect(lines({ parameters: { a: 'é'.repeat(131_071) } })).toEqual(['?refused-later ']);
  expect(lines({ parameters: { a: 'é'.repeat(131_072) } })).toEqual(['?refused-later ', 'too-long parameters']);
});

test('topologies that mean the same', () => {
  const term = (...requirements: readonly (readonly [string, ...string[]])[]) => ({
    matchLabelExpressions: requirements.map(([key, ...values]) => ({ key, values })),
  });
  const of = (...allowedTopologies: object[]) =>
    problems({ allowedTopologies }).map((problem) => line(problem).replace('allowedTopologies', 't'));
  expect(of(term(['a', '1', '2'], ['b', '1']), term(['a', '1', '2']))).toEqual([]);
  expect(of(term(['a', '1', '2'], ['b', '1']), term(['b', '1'], ['a', '2', '1']))).toEqual([
    'duplicate t[1].matchLabelExpressions',
  ]);
  expect(of({}, term(['a', '1', '1'], ['a']))).toEqual([
    'required t[0].matchLabelExpressions',
    'duplicate t[1].matchLabelExpressions[0].values[1]',
    'required t[1].matchLabelExpressions[1].values',
    'duplicate t[1].matchLabelExpressions[1].key',
  ]);
  expect(of(term(['beta.kubernetes.io/os', 'linux']))).toEqual(['?deprecated t[0].matchLabelExpressions[0].key']);
});

import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

test('a pod and its node', () => {
  const binding = { apiVersion: 'v1', kind: 'Binding', metadata: {}, target: { kind: 'node' } };
  const problems = validateManifest(binding, { kubernetes: '1.36' });
  expect(problems.map(line)).toEqual(['required metadata.name', 'not-one-of target.kind', 'required target.name']);
  expect(problems).toMatchObject([
    { message: 'is required: the pod' },
    { message: 'must be Node', hint: 'Did you mean "Node"?' },
    { message: 'is required: the node' },
  ]);
});

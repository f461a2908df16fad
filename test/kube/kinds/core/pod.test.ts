import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

test('newer servers count the generations of pods', () => {
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a', generation: -1 },
    spec: { containers: [{ name: 'a', image: 'a:1' }] },
  };
  const lines = (kubernetes: string): string[] => validateManifest(pod, { kubernetes }).map(line);
  expect(lines('1.32')).toEqual(['out-of-range metadata.generation']);
  expect(lines('1.33')).toEqual([]);
});

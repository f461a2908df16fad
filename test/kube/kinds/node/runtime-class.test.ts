import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const runtime = (fields: object) =>
  validateManifest({
    apiVersion: 'node.k8s.io/v1',
    kind: 'RuntimeClass',
    metadata: { name: 'a' },
    handler: 'runsc',
    ...fields,
  });
const lines = (fields: object) => runtime(fields).map(line);

test('handler and overhead', () => {
  expect(lines({ handler: undefined })).toEqual(['required handler']);
  expect(lines({ handler: 'a.b' })).toEqual(['bad-name handler']);
  expect(lines({ overhead: { podFixed: { cpu: -1, gpu: 1 } } })).toEqual([
    'out-of-range overhead.podFixed.cpu',
    'not-one-of overhead.podFixed.gpu',
  ]);
});

test('scheduling', () => {
  const same = { key: 'a', operator: 'Exists', effect: 'NoExecute' };
  const tolerations = [same, { ...same, tolerationSeconds: 5 }, { ...same, effect: '' }];
  expect(lines({ scheduling: { nodeSelector: { a: 'a b' }, tolerations } })).toEqual([
    'bad-name scheduling.nodeSelector.a',
    'duplicate scheduling.tolerations[1]',
  ]);
  const [warning, ...rest] = runtime({ scheduling: { nodeSelector: { 'beta.kubernetes.io/os': 'linux' } } });
  expect(warning?.message).toContain('deprecated since');
  expect(rest).toEqual([]);
});

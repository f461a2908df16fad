import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const node = (fields: object, kubernetes?: string) =>
  validateManifest({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' }, ...fields }, { kubernetes });
const lines = (fields: object, kubernetes?: string) => node(fields, kubernetes).map(line);

test('taints', () => {
  const taint = { key: 'a', effect: 'NoSchedule' };
  expect(lines({ spec: { taints: [taint, { key: 'b', effect: 'noExecute' }, {}, { ...taint, value: 'b' }] } })).toEqual(
    [
      'not-one-of spec.taints[1].effect',
      'required spec.taints[2].key',
      'required spec.taints[2].effect',
      'duplicate spec.taints[3]',
    ],
  );
});

test('ranges of pods: one of each family, and podCIDR is the first', () => {
  expect(node({ spec: { podCIDR: '10.0.0.0/24', podCIDRs: ['10.0.0.0/24', 'fd00::/64'] } })).toEqual([]);
  expect(lines({ spec: { podCIDRs: ['10.0.0.0/24', '10.0.1.0/24'] } })).toEqual(['conflict spec.podCIDRs']);
  expect(lines({ spec: { podCIDR: '10.0.0.0/33', podCIDRs: ['x'] } })).toEqual([
    'bad-format spec.podCIDR',
    '?dropped spec.podCIDRs',
  ]);
  expect(lines({ spec: { podCIDRs: ['10.0.0.1/24'] } }, '1.35')).toEqual(['?refused-later spec.podCIDRs[0]']);
  expect(lines({ spec: { podCIDRs: ['10.0.0.1/24'] } }, '1.36')).toEqual(['bad-format spec.podCIDRs[0]']);
});

test('fields of features that are gone', () => {
  expect(lines({ spec: { configSource: {}, externalID: 'a' }, status: { config: {} } })).toEqual([
    '?dropped spec.configSource',
    '?deprecated spec.externalID',
    '?dropped status.config',
  ]);
});

test('the status is taken with the node', () => {
  expect(lines({ status: { capacity: { cpu: '1.5', pods: '1.5', 'a.com/b': -1 } } })).toEqual([
    'out-of-range status.capacity.pods',
    'out-of-range status.capacity["a.com/b"]',
  ]);
  const status = { nodeInfo: { swap: { capacity: 0 } } };
  expect(lines({ status }, '1.32')).toEqual(['unknown-field status.nodeInfo.swap']);
  expect(lines({ status }, '1.33')).toEqual(['out-of-range status.nodeInfo.swap.capacity']);
});

test('declared features are dropped, and judged once they are not', () => {
  const status = { declaredFeatures: ['b', 'B', 'B', 'A'] };
  expect(lines({ status }, '1.35')).toEqual(['?dropped status.declaredFeatures']);
  expect(lines({ status }, '1.36')).toEqual([
    'bad-name status.declaredFeatures[0]',
    'conflict status.declaredFeatures[1]',
    'duplicate status.declaredFeatures[2]',
    'conflict status.declaredFeatures[3]',
  ]);
});

test('annotations that the server still reads', () => {
  const annotated = (key: string, value: string) =>
    node({ metadata: { name: 'a', annotations: { [`scheduler.alpha.kubernetes.io/${key}`]: value } } });
  expect(annotated('taints', '[{"Key":"a","effect":"NoSchedule"}]')).toMatchObject([{ code: 'no-effect' }]);
  expect(annotated('taints', '[{"key":"a"}]')).toMatchObject([
    {
      code: 'bad-format',
      message: 'in its JSON, taints[0].effect is required: NoSchedule, PreferNoSchedule or NoExecute',
    },
  ]);
  expect(annotated('taints', '{')).toMatchObject([{ code: 'bad-format', message: 'must be JSON' }]);
  const avoid = (owner: object) => JSON.stringify({ preferAvoidPods: [{ podSignature: { podController: owner } }] });
  expect(annotated('preferAvoidPods', avoid({ controller: true }))).toMatchObject([{ code: 'no-effect' }]);
  // Of this one the server dies.
  expect(annotated('preferAvoidPods', avoid({}))[0]?.message).toBe(
    'in its JSON, preferAvoidPods[0].podSignature.podController.controller must be true',
  );
  for (const value of ['[]', '{"preferAvoidPods":{}}', '{"preferAvoidPods":[5]}', '"x"'])
    expect(annotated('preferAvoidPods', value).map(line)).toEqual([
      'bad-format metadata.annotations["scheduler.alpha.kubernetes.io/preferAvoidPods"]',
    ]);
});

import { linesWith, onlyWith } from '../../rules/objects';

const D = (fields: object) =>
  linesWith('Deployment', Object.fromEntries(Object.entries(fields).map(([path, value]) => [`spec.${path}`, value])));

test('selector and labels', () => {
  expect(D({ selector: undefined })).toEqual(['required spec.selector']);
  expect(D({ selector: {} })).toEqual(['required spec.selector']);
  expect(onlyWith('Deployment', { 'spec.selector': { matchLabels: { app: 'wbe', tier: 'a' } } })).toMatchObject({
    code: 'conflict',
    path: ['spec', 'template', 'metadata', 'labels'],
    hint: 'Add app: wbe, tier: a',
  });
  expect(D({ 'template.metadata': undefined })).toEqual(['conflict spec.template.metadata.labels']);
  // A selector that is itself wrong selects nothing that one could speak of.
  expect(D({ selector: { matchLabels: { app: 'a b' } } })).toEqual(['bad-name spec.selector.matchLabels.app']);
  expect(D({ selector: { app: 'web' } })).toEqual(['unknown-field spec.selector.app']);
});

test('pods run always', () => {
  expect(D({ 'template.spec.restartPolicy': 'Always' })).toEqual([]);
  expect(D({ 'template.spec.restartPolicy': 'Never' })).toEqual(['not-one-of spec.template.spec.restartPolicy']);
  expect(D({ 'template.spec.activeDeadlineSeconds': 5 })).toEqual([
    'forbidden spec.template.spec.activeDeadlineSeconds',
  ]);
});

test('numbers', () => {
  for (const field of ['replicas', 'minReadySeconds', 'revisionHistoryLimit']) {
    expect(D({ [field]: 0 })).toEqual([]);
    expect(D({ [field]: -1 })).toEqual([`out-of-range spec.${field}`]);
  }
});

describe('strategy', () => {
  const rolling = (rollingUpdate: unknown, type?: string) => D({ strategy: { type, rollingUpdate } });
  const R = 'spec.strategy.rollingUpdate';

  test('type', () => {
    expect(D({ strategy: { type: '' } })).toEqual([]);
    expect(D({ strategy: { type: 'Recreate' } })).toEqual([]);
    expect(onlyWith('Deployment', { 'spec.strategy': { type: 'rolling-update' } })).toMatchObject({
      code: 'not-one-of',
      path: ['spec', 'strategy', 'type'],
      hint: 'Did you mean "RollingUpdate"?',
    });
    expect(rolling({}, 'Recreate')).toEqual([`forbidden ${R}`]);
    expect(rolling(null, 'Recreate')).toEqual([]);
  });

  test('shares', () => {
    expect(rolling({ maxSurge: '200%', maxUnavailable: '100%' })).toEqual([]);
    expect(rolling({ maxSurge: 0, maxUnavailable: '00%' })).toEqual([`conflict ${R}.maxUnavailable`]);
    expect(rolling({ maxSurge: 0 })).toEqual([]);
    expect(rolling({ maxUnavailable: '101%' })).toEqual([`out-of-range ${R}.maxUnavailable`]);
    expect(rolling({ maxSurge: -1 })).toEqual([`out-of-range ${R}.maxSurge`]);
    for (const share of ['1', '0', '12.5%', '25 %', '', '%'])
      expect(rolling({ maxSurge: share })).toEqual([`bad-format ${R}.maxSurge`]);
    expect(onlyWith('Deployment', { 'spec.strategy': { rollingUpdate: { maxSurge: '1' } } }).hint).toBe(
      'Write 1 without quotes, or "1%"',
    );
    expect(onlyWith('Deployment', { 'spec.strategy': { rollingUpdate: { maxSurge: '25 %' } } }).hint).toBe(
      'Write "25%"',
    );
  });
});

test('the deadline, at the field that the user wrote', () => {
  expect(D({ minReadySeconds: 599 })).toEqual([]);
  expect(onlyWith('Deployment', { 'spec.minReadySeconds': 600 })).toMatchObject({
    code: 'conflict',
    path: ['spec', 'minReadySeconds'],
    hint: 'Add progressDeadlineSeconds with more than 600',
  });
  expect(D({ progressDeadlineSeconds: 0 })).toEqual(['conflict spec.progressDeadlineSeconds']);
  expect(D({ progressDeadlineSeconds: 10, minReadySeconds: 10 })).toEqual(['conflict spec.progressDeadlineSeconds']);
  expect(D({ progressDeadlineSeconds: 11, minReadySeconds: 10 })).toEqual([]);
  expect(D({ progressDeadlineSeconds: -1 })).toEqual(['out-of-range spec.progressDeadlineSeconds']);
});

test('a disk can be written by one pod only', () => {
  const disk = (replicas: number, readOnly?: boolean) =>
    D({ replicas, 'template.spec.volumes': [{ name: 'a', gcePersistentDisk: { pdName: 'b', readOnly } }] });
  expect(disk(1)).toEqual([]);
  expect(disk(2, true)).toEqual([]);
  expect(disk(2)).toEqual(['?conflict spec.template.spec.volumes[0].gcePersistentDisk.readOnly']);
});

test('a selector that names the version is good for one version', () => {
  const labels = { app: 'web', 'app.kubernetes.io/version': '1.0' };
  expect(
    linesWith('Deployment', { 'spec.selector.matchLabels': labels, 'spec.template.metadata.labels': labels }),
  ).toEqual(['?refused-later spec.selector.matchLabels["app.kubernetes.io/version"]']);
});

test('the revision to go back to is a number in an annotation', () => {
  const rollback = (revision: string) =>
    linesWith('Deployment', { 'metadata.annotations': { 'deprecated.deployment.rollback.to': revision } });
  expect(['', '0', '+5', '007'].flatMap(rollback)).toEqual([]);
  expect(rollback('-1')).toEqual(['out-of-range metadata.annotations["deprecated.deployment.rollback.to"]']);
  for (const wrong of ['x', '1.0', '9223372036854775808']) {
    expect(rollback(wrong)).toEqual(['bad-format metadata.annotations["deprecated.deployment.rollback.to"]']);
  }
});

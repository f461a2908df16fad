import { linesWith, onlyWith, problemsWith } from '../../rules/objects';

const P = 'spec.template.spec';
const L = 'spec.template.metadata.labels';

test('numbers are not negative, and may be 0', () => {
  const fields = ['parallelism', 'completions', 'activeDeadlineSeconds', 'backoffLimit', 'ttlSecondsAfterFinished'];
  for (const field of fields) {
    expect(linesWith('Job', { [`spec.${field}`]: 0 })).toEqual([]);
    expect(linesWith('Job', { [`spec.${field}`]: -1 })).toEqual([`out-of-range spec.${field}`]);
  }
});

test('restartPolicy must be stated and let the pod end', () => {
  expect(linesWith('Job', { [`${P}.restartPolicy`]: 'OnFailure' })).toEqual([]);
  for (const policy of [undefined, '', null])
    expect(linesWith('Job', { [`${P}.restartPolicy`]: policy })).toEqual([`required ${P}.restartPolicy`]);
  expect(onlyWith('Job', { [`${P}.restartPolicy`]: 'Always' })).toMatchObject({ code: 'not-one-of', value: 'Always' });
  expect(onlyWith('Job', { [`${P}.restartPolicy`]: 'never' })).toMatchObject({
    code: 'not-one-of',
    hint: 'Did you mean "Never"?',
  });
});

describe('indexed', () => {
  const indexed = (fields: object) => linesWith('Job', { 'spec.completionMode': 'Indexed', ...fields });

  test('needs completions beside parallelism', () => {
    expect(indexed({})).toEqual([]);
    expect(indexed({ 'spec.parallelism': 2 })).toEqual(['required spec.completions']);
    expect(indexed({ 'spec.completions': 2, 'spec.parallelism': 100_001 })).toEqual(['out-of-range spec.parallelism']);
    expect(linesWith('Job', { 'spec.completionMode': '' })).toEqual(['not-one-of spec.completionMode']);
    expect(onlyWith('Job', { 'spec.completionMode': 'indexed' }).hint).toBe('Did you mean "Indexed"?');
  });

  test('the name must leave room for the index', () => {
    const name = (length: number, completions: number) =>
      indexed({ 'metadata.name': 'a'.repeat(length), 'spec.completions': completions });
    expect(name(61, 10)).toEqual([]);
    expect(name(62, 10)).toEqual(['too-long metadata.name']);
    expect(name(60, 11)).toEqual([]);
    expect(name(61, 11)).toEqual(['too-long metadata.name']);
    expect(indexed({ 'metadata.name': 'a.b' })).toEqual(['bad-name metadata.name']);
    expect(
      onlyWith('Job', { 'metadata.name': 'a'.repeat(61), 'spec.completionMode': 'Indexed', 'spec.completions': 11 })
        .message,
    ).toMatch(/at most 60 characters in an indexed Job with 11 completions/);
  });
});

describe('selector', () => {
  test('is made by the server', () => {
    expect(linesWith('Job', { 'spec.selector': {} })).toEqual([]);
    expect(onlyWith('Job', { 'spec.selector': { matchLabels: { app: 'web' } } })).toMatchObject({
      code: 'forbidden',
      path: ['spec', 'selector'],
      hint: 'Leave it out',
    });
    expect(linesWith('Job', { 'spec.selector': { matchLabels: { 'job-name': 'sample' } } })).toEqual([]);
  });

  test('unless it is made by hand', () => {
    const manual = (selector: unknown, fields = {}) =>
      linesWith('Job', { 'spec.manualSelector': true, 'spec.selector': selector, ...fields });
    expect(manual({ matchLabels: { app: 'web' } })).toEqual([]);
    expect(manual({ matchLabels: { app: 'other' } })).toEqual([`conflict ${L}`]);
    expect(manual(undefined)).toEqual(['required spec.selector']);
    expect(manual({ matchLabels: { app: 'web' } }, { 'metadata.name': 'a'.repeat(64) })).toEqual([
      '?suspicious metadata.name',
    ]);
  });

  test('the labels for it belong to the server', () => {
    const labels = (key: string, value: string) => linesWith('Job', { [L]: { [key]: value } });
    expect(labels('job-name', 'sample')).toEqual([]);
    expect(labels('job-name', 'other')).toEqual([`conflict ${L}["job-name"]`.replace('["job-name"]', '.job-name')]);
    expect(labels('batch.kubernetes.io/job-name', '')).toEqual([`conflict ${L}["batch.kubernetes.io/job-name"]`]);
    expect(labels('controller-uid', 'x')).toEqual([`forbidden ${L}.controller-uid`]);
  });
});

describe('podFailurePolicy', () => {
  const rules = (...list: unknown[]) => linesWith('Job', { 'spec.podFailurePolicy': { rules: list } });
  const R = 'spec.podFailurePolicy.rules';
  const codes = (onExitCodes: object) =>
    rules({ action: 'FailJob', onExitCodes: { operator: 'In', values: [1], ...onExitCodes } });

  test('rules', () => {
    expect(rules({ action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget' }] })).toEqual([]);
    expect(rules({})).toEqual([`required ${R}[0].action`, `required ${R}[0]`]);
    expect(
      rules({ action: 'Fail', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [{ type: 'A' }] }),
    ).toEqual([`not-one-of ${R}[0].action`, `conflict ${R}[0]`]);
    const failIndex = { 'spec.podFailurePolicy': { rules: [{ action: 'FailIndex' }] } };
    expect(linesWith('Job', failIndex, '1.28')).toEqual([`?dropped ${R}[0]`]);
    expect(linesWith('Job', failIndex, '1.29')).toEqual([`conflict ${R}[0].action`, `required ${R}[0]`]);
    const rule = { action: 'Count', onPodConditions: [{ type: 'A' }] };
    expect(rules(...Array(20).fill(rule))).toEqual([]);
    expect(rules(...Array(21).fill(rule))).toEqual([`too-long ${R}`]);
    expect(linesWith('Job', { 'spec.podFailurePolicy': {}, [`${P}.restartPolicy`]: 'OnFailure' })).toEqual([
      `conflict ${P}.restartPolicy`,
    ]);
  });

  test('exit codes', () => {
    expect(codes({ values: [-1, 1, 300], containerName: 'init' })).toEqual([]);
    expect(codes({ operator: 'Out' })).toEqual([`not-one-of ${R}[0].onExitCodes.operator`]);
    expect(codes({ containerName: 'wbe' })).toEqual([`not-found ${R}[0].onExitCodes.containerName`]);
    expect(codes({ values: [] })).toEqual([`required ${R}[0].onExitCodes.values`]);
    expect(codes({ values: [0, 1] })).toEqual([`forbidden ${R}[0].onExitCodes.values[0]`]);
    expect(codes({ values: [0, 1], operator: 'NotIn' })).toEqual([]);
    expect(codes({ values: [1, 1] })).toEqual([`duplicate ${R}[0].onExitCodes.values[1]`]);
    expect(codes({ values: Array.from({ length: 256 }, (_, i) => i + 1) })).toEqual([
      `too-long ${R}[0].onExitCodes.values`,
    ]);
    const [problem] = problemsWith('Job', {
      'spec.podFailurePolicy': { rules: [{ action: 'Count', onExitCodes: { operator: 'In', values: [3, 1, 2] } }] },
    });
    expect(problem).toMatchObject({ code: 'bad-format', hint: 'Write [1, 2, 3]' });
  });

  test('conditions', () => {
    const conditions = (...list: unknown[]) => rules({ action: 'Count', onPodConditions: list });
    expect(conditions({ type: 'a b' }, {}, { type: 'A', status: 'true' })).toEqual([
      `bad-name ${R}[0].onPodConditions[0].type`,
      `required ${R}[0].onPodConditions[1].type`,
      `not-one-of ${R}[0].onPodConditions[2].status`,
    ]);
    expect(conditions(...Array(21).fill({ type: 'A' }))).toEqual([`too-long ${R}[0].onPodConditions`]);
  });
});

test('what is switched off is dropped, whatever it says', () => {
  const fields = {
    'spec.backoffLimitPerIndex': -1,
    'spec.maxFailedIndexes': -1,
    'spec.podReplacementPolicy': 'Nonsense',
  };
  expect(linesWith('Job', fields, '1.28')).toEqual(Object.keys(fields).map((path) => `?dropped ${path}`));
  expect(linesWith('Job', fields, '1.29')).toEqual([
    'out-of-range spec.backoffLimitPerIndex',
    'conflict spec.backoffLimitPerIndex',
    'out-of-range spec.maxFailedIndexes',
    'conflict spec.maxFailedIndexes',
    'not-one-of spec.podReplacementPolicy',
  ]);
});

describe('successPolicy', () => {
  const policy = (rules: unknown, fields: object = {}, kubernetes = '1.36') =>
    linesWith(
      'Job',
      { 'spec.completionMode': 'Indexed', 'spec.completions': 10, 'spec.successPolicy': { rules }, ...fields },
      kubernetes,
    );
  const R = 'spec.successPolicy.rules';

  test.each<[unknown, string[]]>([
    [[{ succeededIndexes: '0,2-4,9', succeededCount: 5 }], []],
    [[], [`required ${R}`]],
    [[{}], [`required ${R}[0]`]],
    [[{ succeededIndexes: '0-10' }], [`bad-format ${R}[0].succeededIndexes`]],
    [[{ succeededIndexes: '3,2' }], [`bad-format ${R}[0].succeededIndexes`]],
    [[{ succeededIndexes: '1-2-3' }], [`bad-format ${R}[0].succeededIndexes`]],
    [[{ succeededIndexes: '0-3', succeededCount: 5 }], [`out-of-range ${R}[0].succeededCount`]],
    [[{ succeededCount: 11 }], [`out-of-range ${R}[0].succeededCount`]],
    [[{ succeededCount: -1 }], [`out-of-range ${R}[0].succeededCount`]],
    [Array(21).fill({ succeededCount: 1 }), [`too-long ${R}`]],
  ])('%j', (rules, found) => expect(policy(rules)).toEqual(found));

  test('needs indexes', () => {
    expect(policy([{ succeededCount: 1 }], { 'spec.completionMode': 'NonIndexed' })).toEqual([
      'conflict spec.successPolicy',
    ]);
  });

  test('before it was there, and while it was off', () => {
    expect(policy([], {}, '1.29')).toEqual(['unknown-field spec.successPolicy']);
    expect(policy([], {}, '1.30')).toEqual(['?dropped spec.successPolicy']);
  });
});

test('managedBy is a domain and a path', () => {
  const by = (managedBy: string) => linesWith('Job', { 'spec.managedBy': managedBy }, '1.36');
  expect(by('example.com/job/manager')).toEqual([]);
  for (const wrong of ['', 'a', '/a', 'a/', 'A.b/c', 'a/é']) expect(by(wrong)).toEqual(['bad-name spec.managedBy']);
  expect(by(`a.b/${'c'.repeat(60)}`)).toEqual(['too-long spec.managedBy']);
});

import { linesWith, onlyWith } from '../../rules/objects';

const J = 'spec.jobTemplate.spec';

test('schedule', () => {
  for (const schedule of [undefined, '', null])
    expect(linesWith('CronJob', { 'spec.schedule': schedule })).toEqual(['required spec.schedule']);
  expect(onlyWith('CronJob', { 'spec.schedule': '0 0 * * 7' })).toMatchObject({
    code: 'bad-format',
    value: '0 0 * * 7',
    hint: 'Sunday is 0',
  });
  expect(onlyWith('CronJob', { 'spec.schedule': '0 0 31 2 *' })).toMatchObject({
    severity: 'warning',
    code: 'no-effect',
  });
  expect(onlyWith('CronJob', { 'spec.schedule': '@every -1h' })).toMatchObject({
    severity: 'warning',
    code: 'suspicious',
  });
});

test('time zones stand in the field, not in the schedule', () => {
  expect(linesWith('CronJob', { 'spec.timeZone': 'Europe/Paris' })).toEqual([]);
  expect(onlyWith('CronJob', { 'spec.timeZone': 'europe/paris' })).toMatchObject({
    code: 'bad-name',
    hint: 'Did you mean "Europe/Paris"?',
  });
  expect(onlyWith('CronJob', { 'spec.timeZone': '' }).message).toBe('must not be empty');
  expect(linesWith('CronJob', { 'spec.timeZone': 'Local' })).toEqual(['bad-name spec.timeZone']);
  const withZone = { 'spec.schedule': 'TZ=UTC 0 0 * * *' };
  expect(linesWith('CronJob', withZone, '1.28')).toEqual(['?refused-later spec.schedule']);
  expect(linesWith('CronJob', withZone, '1.29')).toEqual(['forbidden spec.schedule']);
  expect(linesWith('CronJob', withZone)).toEqual(['?refused-later spec.schedule', '?forbidden spec.schedule']);
  expect(linesWith('CronJob', { 'spec.schedule': 'TZ=UTC 0 0 * * *', 'spec.timeZone': 'UTC' })).toEqual([
    'conflict spec.schedule',
  ]);
});

test('the other fields', () => {
  expect(onlyWith('CronJob', { 'spec.concurrencyPolicy': 'allow' })).toMatchObject({
    code: 'not-one-of',
    hint: 'Did you mean "Allow"?',
  });
  expect(linesWith('CronJob', { 'spec.concurrencyPolicy': '' })).toEqual([]);
  for (const field of ['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit']) {
    expect(linesWith('CronJob', { [`spec.${field}`]: 0 })).toEqual([]);
    expect(linesWith('CronJob', { [`spec.${field}`]: -1 })).toEqual([`out-of-range spec.${field}`]);
  }
});

test('the Job has no defaults here', () => {
  expect(linesWith('CronJob', { [`${J}.completionMode`]: 'Indexed' })).toEqual([`required ${J}.completions`]);
  const condition = (status?: string) => ({
    [`${J}.podFailurePolicy`]: { rules: [{ action: 'Count', onPodConditions: [{ type: 'A', status }] }] },
  });
  expect(linesWith('CronJob', condition('True'))).toEqual([]);
  expect(linesWith('CronJob', condition(), '1.34')).toEqual([]);
  expect(linesWith('CronJob', condition(), '1.33')).toEqual([
    `required ${J}.podFailurePolicy.rules[0].onPodConditions[0].status`,
  ]);
  expect(linesWith('CronJob', { [`${J}.backoffLimitPerIndex`]: 1 })).toEqual([
    `?dropped ${J}.backoffLimitPerIndex`,
    `conflict ${J}.backoffLimitPerIndex`,
  ]);
  expect(linesWith('CronJob', { [`${J}.selector`]: {}, [`${J}.manualSelector`]: true })).toEqual([
    `forbidden ${J}.selector`,
    `forbidden ${J}.manualSelector`,
  ]);
});

test('warns of what its Jobs will be refused for', () => {
  expect(
    linesWith('CronJob', {
      'spec.jobTemplate.metadata': { labels: { a: 'b c' }, annotations: { 'd e': '' }, name: 'Not A Name' },
    }),
  ).toEqual([
    '?refused-later spec.jobTemplate.metadata.labels.a',
    '?refused-later spec.jobTemplate.metadata.annotations["d e"]',
  ]);
  expect(linesWith('CronJob', { [`${J}.template.metadata.labels`]: { 'job-name': 'x' } })).toEqual([
    `?refused-later ${J}.template.metadata.labels.job-name`,
  ]);
  const indexed = (length: number) =>
    linesWith('CronJob', {
      'metadata.name': 'a'.repeat(length),
      [`${J}.completionMode`]: 'Indexed',
      [`${J}.completions`]: 100,
    });
  expect(indexed(51)).toEqual([]);
  expect(indexed(52)).toEqual(['?refused-later metadata.name']);
});

// apiserver-rules.md, sections 6, 7 and 8: Job, CronJob, Deployment.
import { a, base, type Case, change, field, fieldOf, labelValue, plus, pod, qualifiedName } from './case';

const count = { takes: [0, 1, 2147483647, null], refuses: [-1] };
const jobs = ['Job', 'CronJob'] as const;
const indexed = (rest: object): unknown => plus({ completionMode: 'Indexed', ...rest });
const rules = (...list: unknown[]): object => ({ rules: list });
const exit = (rest: object): object =>
  rules({ action: 'Ignore', onExitCodes: { operator: 'In', values: [1], ...rest } });
const condition = (rest: object): object => ({ type: 'DisruptionTarget', status: 'True', ...rest });
const failIndex = rules({ action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } });
const succeeds = (...list: object[]): unknown => indexed({ completions: 2, successPolicy: rules(...list) });
const range = (from: number, length: number): number[] => Array.from({ length }, (_, i) => from + i);

/** Over 64 KiB, one more than may be. */
const longIndexes = range(0, 11_000)
  .map((index) => 10_000 + 2 * index)
  .join(',');

function named(name: string, completions: number, refused: boolean): Case {
  const job = change('Job', 'spec', indexed({ completions }));
  return {
    name: `Job ${name.length} long, ${completions} indexed: ${refused}`,
    object: { ...job, metadata: { name } },
    refused,
  };
}

const rollback = (revision: string): object => ({ 'deprecated.deployment.rollback.to': revision });

const job: Case[] = [
  ...['parallelism', 'completions', 'backoffLimit', 'activeDeadlineSeconds', 'ttlSecondsAfterFinished'].flatMap(
    (name) => field(jobs, `J.${name}`, count),
  ),
  ...field(jobs, 'J.suspend', { takes: [true, false, null], refuses: ['true'] }),
  ...field(jobs, 'J.completionMode', { takes: ['NonIndexed', null], refuses: ['', 'indexed', 'Other'] }),
  ...field('Job', 'spec', {
    takes: [
      indexed({}),
      indexed({ completions: 0 }),
      indexed({ completions: 2, parallelism: 100000 }),
      plus({ parallelism: 100001 }),
      plus({ completions: 100001 }),
    ],
    refuses: [indexed({ parallelism: 1 }), indexed({ completions: 2, parallelism: 100001 })],
  }),
  ...field('CronJob', 'J', {
    takes: [indexed({ completions: 2 }), indexed({ completions: 2, parallelism: 100000 })],
    refuses: [indexed({}), indexed({ parallelism: 1 }), indexed({ completions: 2, parallelism: 100001 })],
  }),
  named(a(61), 10, false),
  named(a(62), 10, true),
  named(a(60), 11, false),
  named(a(61), 11, true),
  named(a(60), 100, false),
  named(a(60), 101, true),
  named('a.b', 1, true),
  named('a.b', 0, false),
  ...field('Job', 'T.metadata.labels', {
    takes: [
      { 'job-name': 'sample' },
      { 'batch.kubernetes.io/job-name': 'sample' },
      { 'job-name': 'sample', 'batch.kubernetes.io/job-name': 'sample' },
      undefined,
    ],
    refuses: [
      { 'job-name': 'other' },
      { 'batch.kubernetes.io/job-name': 'other' },
      { 'job-name': '' },
      { 'controller-uid': 'a' },
      { 'batch.kubernetes.io/controller-uid': 'a' },
    ],
  }),
  ...field('CronJob', 'T.metadata.labels', { takes: [{ 'job-name': 'other' }, { 'controller-uid': 'a' }, undefined] }),
  ...field('Job', 'spec', {
    takes: [
      plus({ selector: {} }),
      plus({ manualSelector: true, selector: { matchLabels: { app: 'web' } } }),
      plus({ manualSelector: false }),
    ],
    refuses: [
      plus({ selector: { matchLabels: { app: 'web' } } }),
      plus({ manualSelector: false, selector: { matchLabels: { app: 'web' } } }),
      plus({ manualSelector: true }),
      plus({ manualSelector: true, selector: { matchLabels: { app: 'other' } } }),
    ],
  }),
  ...field('CronJob', 'J', {
    takes: [plus({ manualSelector: false }), plus({ selector: null })],
    refuses: [
      plus({ manualSelector: true }),
      plus({ selector: { matchLabels: { app: 'web' } } }),
      plus({ selector: {} }),
    ],
  }),
  ...field(jobs, 'J.podFailurePolicy', {
    takes: [
      rules(),
      {},
      ...['Ignore', 'Count', 'FailJob'].map((action) => rules({ action, onPodConditions: [condition({})] })),
      exit({}),
      exit({ operator: 'NotIn', values: [0] }),
      exit({ values: [-1, 1, 256, 1000] }),
      exit({ values: range(1, 255) }),
      exit({ containerName: 'web' }),
      exit({ containerName: 'init' }),
      rules(...range(0, 20).map(() => ({ action: 'Count', onPodConditions: [condition({})] }))),
      rules({ action: 'Count', onPodConditions: range(0, 20).map(() => condition({})) }),
      ...['True', 'False', 'Unknown'].map((status) =>
        rules({ action: 'Count', onPodConditions: [condition({ status })] }),
      ),
      rules({ action: 'Ignore', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [] }),
    ],
    refuses: [
      ...['ignore', 'Fail', '', undefined].map((action) => rules({ action, onPodConditions: [condition({})] })),
      rules({ action: 'Ignore' }),
      rules({ action: 'Ignore', onPodConditions: [] }),
      rules({ action: 'Ignore', onExitCodes: { operator: 'In', values: [1] }, onPodConditions: [condition({})] }),
      ...['in', '', undefined].map((operator) => exit({ operator })),
      ...['nobody', ''].map((containerName) => exit({ containerName })),
      ...[[], undefined, [0], [1, 1], [2, 1], range(1, 256)].map((values) => exit({ values })),
      rules(...range(0, 21).map(() => ({ action: 'Count', onPodConditions: [condition({})] }))),
      rules({ action: 'Count', onPodConditions: range(0, 21).map(() => condition({})) }),
      ...['a b', '', undefined].map((type) => rules({ action: 'Count', onPodConditions: [condition({ type })] })),
      ...['true', 'TRUE'].map((status) => rules({ action: 'Count', onPodConditions: [condition({ status })] })),
    ],
  }),
  ...field('Job', 'spec', {
    refuses: [
      plus({
        podFailurePolicy: { rules: [] },
        template: { spec: { restartPolicy: 'OnFailure', containers: [{ name: 'web', image: 'nginx' }] } },
      }),
    ],
  }),
  // The server sets a missing status in a Job; in a CronJob's template it does not.
  ...['', undefined, null].flatMap((status) => {
    const rule = { action: 'Count', onPodConditions: [condition({ status })] };
    return [
      ...field('Job', 'spec.podFailurePolicy', { takes: [rules(rule)] }),
      ...field('CronJob', 'J.podFailurePolicy', { refuses: [rules(rule)] }),
    ];
  }),
  // Off in 1.28. In a Job they are dropped before anyone looks at them; in a CronJob's template they are kept and checked.
  ...field('Job', 'spec', {
    takes: [plus({ podReplacementPolicy: 'x' }), plus({ backoffLimitPerIndex: -1 }), plus({ maxFailedIndexes: -1 })],
  }),
  ...field('Job', 'spec.podFailurePolicy', {
    takes: [rules({ action: 'FailIndex', onPodConditions: [condition({})] })],
  }),
  ...field('CronJob', 'J', {
    takes: [
      plus({ podReplacementPolicy: 'Failed' }),
      plus({ podReplacementPolicy: 'TerminatingOrFailed' }),
      plus({ podReplacementPolicy: 'Failed', podFailurePolicy: rules() }),
      indexed({ completions: 2, backoffLimitPerIndex: 0 }),
      indexed({ completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 2 }),
      indexed({ completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 0 }),
      indexed({ completions: 100001, backoffLimitPerIndex: 1, maxFailedIndexes: 10000, parallelism: 10000 }),
      indexed({ completions: 2, backoffLimitPerIndex: 1, podFailurePolicy: failIndex }),
    ],
    refuses: [
      plus({ podReplacementPolicy: 'x' }),
      plus({ podReplacementPolicy: '' }),
      plus({ podReplacementPolicy: 'TerminatingOrFailed', podFailurePolicy: rules() }),
      plus({ backoffLimitPerIndex: 1 }),
      plus({ backoffLimitPerIndex: -1 }),
      plus({ maxFailedIndexes: 1 }),
      indexed({ completions: 2, backoffLimitPerIndex: -1 }),
      indexed({ completions: 2, maxFailedIndexes: 1 }),
      indexed({ completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: -1 }),
      indexed({ completions: 2, backoffLimitPerIndex: 1, maxFailedIndexes: 3 }),
      indexed({ completions: 100001, backoffLimitPerIndex: 1 }),
      indexed({ completions: 100001, backoffLimitPerIndex: 1, maxFailedIndexes: 10001 }),
      indexed({ completions: 100001, backoffLimitPerIndex: 1, maxFailedIndexes: 10000, parallelism: 10001 }),
      indexed({ completions: 2, podFailurePolicy: failIndex }),
      plus({ podFailurePolicy: failIndex }),
    ],
  }),
  ...fieldOf(
    () => base('Job'),
    'spec',
    {
      takes: [
        succeeds({ succeededCount: 1 }),
        succeeds({ succeededIndexes: '' }),
        succeeds({ succeededIndexes: '0-1', succeededCount: 2 }),
        succeeds(...range(0, 20).map(() => ({ succeededIndexes: '0' }))),
      ],
      refuses: [
        plus({ successPolicy: rules({ succeededCount: 1 }) }),
        succeeds(),
        succeeds({}),
        succeeds({ succeededIndexes: '0-2' }),
        succeeds({ succeededIndexes: '0', succeededCount: 2 }),
        succeeds({ succeededCount: 3 }),
        succeeds({ succeededCount: -1 }),
        succeeds(...range(0, 21).map(() => ({ succeededIndexes: '0' }))),
        indexed({ completions: 100_000, successPolicy: rules({ succeededIndexes: longIndexes }) }),
        indexed({ completions: 200_000, backoffLimitPerIndex: 1, maxFailedIndexes: 100_001 }),
      ],
    },
    '1.36',
  ),
];

const schedules = {
  takes: [
    '* * * * *', '0 0 * * *', '*/5 * * * *', '0-30/5 1,2,3 1-15 JAN-dec sun-SAT', '? ? ? ? ?', ' 0 0 * * * ', '0\t0\n* * *', '\u00a00 0 * * *',
    '1,,3 * * * *', ', , , , ,', '*-7 * * * *', '5/15 * * * *', '0 0 31 2 *', '+1 01 001 * *', '0 0 * * 0', '*/9223372036854775807 * * * *',
    '59 23 31 12 6', '0 0 1 * ?', '5-5 * * * *', '*/100 * * * *',
    '@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly', '@every 1h', '@every 1h30m', '@every 1.5h', '@every -1h',
    '@every 5ms', '@every 0', '@every 1us', '@every 1µs', '@every 2562047h', '@every +1s',
    'TZ=UTC 0 0 * * *', 'CRON_TZ=Europe/Paris 0 0 * * *', 'TZ= 0 0 * * *', 'TZ=Local 0 0 * * *', 'TZ=UTC  @daily',
  ],
  refuses: [
    undefined, null, '', ' ', '* * * *', '* * * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '* * 32 * *', '* * * 0 *', '* * * 13 *',
    '0 0 * * 7', '5-0 * * * *', '* * * * FRI-SUN', '*/0 * * * *', '*/-1 * * * *', '*/9223372036854775808 * * * *', '1/2/3 * * * *',
    '1-2-3 * * * *', '-1 * * * *', 'a * * * *', '* * * JANUARY *', 'JAN * * * *', '* * * MON *', '* * L * *', '0 0 15W * *', '* * * * 5#2',
    'H * * * *', '* * * * */MON', '1.5 * * * *', '0x1 * * * *', '1_0 * * * *', '- * * * *', '/5 * * * *', '5- * * * *',
    '@reboot', '@Daily', '@daily ', '@every', '@every 1d', '@every 60', '@every  1h', '@every 2562048h', '@every', '@',
    'TZ=UTC', 'CRON_TZ=', 'TZ=Mars/Olympus 0 0 * * *', 'TZ=europe/paris 0 0 * * *', ' TZ=UTC 0 0 * * *', 'tz=UTC 0 0 * * *', 1, ['* * * * *'],
  ],
}; // prettier-ignore

const zones = {
  takes: ['UTC', 'Europe/Paris', 'US/Pacific', 'EST', 'EST5EDT', 'Zulu', 'Factory', 'Etc/GMT+5', 'GMT+0', 'GMT', 'America/Argentina/Buenos_Aires', null],
  refuses: [
    '', 'Local', 'local', 'LOCAL', 'europe/paris', 'Europe/paris', 'utc', 'PST', 'CEST', 'UTC+1', 'GMT+1', '+01:00', 'Mars/Olympus', '../UTC',
    '/UTC', 'Europe', 'Europe/', 'Europe//Paris', '.', '-', ' UTC', 'UTC ', 'Asia/Riyadh87', 1,
  ],
}; // prettier-ignore

const cronJob: Case[] = [
  ...field('CronJob', 'spec.schedule', schedules),
  ...field('CronJob', 'spec.timeZone', zones),
  ...field('CronJob', 'spec', {
    refuses: [
      plus({ timeZone: 'UTC', schedule: 'TZ=UTC 0 0 * * *' }),
      plus({ timeZone: 'UTC', schedule: 'CRON_TZ=UTC 0 0 * * *' }),
      plus({ timeZone: 'UTC', schedule: '0 0 * * TZ' }),
    ],
  }),
  ...field('CronJob', 'spec.concurrencyPolicy', {
    takes: ['Allow', 'Forbid', 'Replace', '', null],
    refuses: ['allow', 'Never'],
  }),
  ...['startingDeadlineSeconds', 'successfulJobsHistoryLimit', 'failedJobsHistoryLimit'].flatMap((name) =>
    field('CronJob', `spec.${name}`, count),
  ),
  ...field('CronJob', 'spec.suspend', { takes: [true, null], refuses: ['yes'] }),
  ...field('CronJob', 'spec.jobTemplate', { refuses: [undefined, {}, null] }),
];

const strategy = (rest: object): object => ({ rollingUpdate: rest });
const unlabelled = { containers: [{ name: 'web', image: 'nginx' }] };
const replicated = (replicas: number, readOnly: boolean): unknown =>
  plus({
    replicas,
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { ...unlabelled, volumes: [{ name: 'v', gcePersistentDisk: { pdName: 'a', readOnly } }] },
    },
  });

const deployment: Case[] = [
  ...field('Deployment', 'metadata.annotations', {
    takes: ['', '0', '-0', '+5', '007', '9223372036854775807'].map(rollback),
    refuses: ['x', '-1', '1.0', ' 1', '1_0', '9223372036854775808', '-9223372036854775809'].map(rollback),
  }),
  ...['replicas', 'revisionHistoryLimit'].flatMap((name) => field('Deployment', `spec.${name}`, count)),
  ...field('Deployment', 'spec.minReadySeconds', { takes: [0, 599, null], refuses: [-1, 600, 601] }),
  ...field('Deployment', 'spec.progressDeadlineSeconds', { takes: [1, 600, 2147483647, null], refuses: [0, -1] }),
  ...field('Deployment', 'spec', {
    takes: [
      plus({ minReadySeconds: 600, progressDeadlineSeconds: 601 }),
      plus({ paused: true }),
      replicated(1, false),
      replicated(2, true),
    ],
    refuses: [plus({ minReadySeconds: 5, progressDeadlineSeconds: 5 }), replicated(2, false)],
  }),
  ...field('Deployment', 'spec.selector', {
    takes: [
      { matchLabels: { app: 'web' } },
      { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] },
      { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
      { matchExpressions: [{ key: 'other', operator: 'DoesNotExist' }] },
      { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'other', operator: 'NotIn', values: ['a'] }] },
    ],
    refuses: [
      undefined,
      null,
      {},
      { matchLabels: {} },
      { app: 'web' },
      { matchLabels: { app: 'other' } },
      { matchLabels: { app: 'web', other: 'a' } },
      ...labelValue.refuses.map((value) => ({ matchLabels: { app: value } })),
      ...qualifiedName.refuses.map((key) => ({ matchLabels: { app: 'web', [key]: 'a' } })),
      { matchExpressions: [{ key: 'app', operator: 'In' }] },
      { matchExpressions: [{ key: 'app', operator: 'Exists', values: ['web'] }] },
      { matchExpressions: [{ key: 'app', operator: 'Gt', values: ['1'] }] },
      { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
      { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web'] }] },
    ],
  }),
  ...field('Deployment', 'T.metadata.labels', {
    takes: [{ app: 'web', more: 'a' }],
    refuses: [{}, { app: 'other' }, undefined, null],
  }),
  ...field('Deployment', 'spec.strategy', {
    takes: [
      {},
      null,
      { type: 'RollingUpdate' },
      { type: 'Recreate' },
      { type: '' },
      { type: 'Recreate', rollingUpdate: null },
      ...[0, 1, '0%', '25%', '200%', 5].map((maxSurge) => strategy({ maxSurge })),
      ...[1, '25%', '100%', '00%'].map((maxUnavailable) => strategy({ maxUnavailable })),
      strategy({ maxSurge: 1, maxUnavailable: 0 }),
      strategy({ maxSurge: '1%', maxUnavailable: '0%' }),
      strategy({ maxUnavailable: 0 }),
      strategy({ maxSurge: 0 }),
      strategy({}),
    ],
    refuses: [
      { type: 'rollingUpdate' },
      { type: 'BlueGreen' },
      { type: 'Recreate', rollingUpdate: {} },
      { type: 'Recreate', rollingUpdate: { maxSurge: 1 } },
      ...[-1, '-1%', '1', '0', '12.5%', '25 %', '', '%', 'a%', 1.5].map((maxSurge) => strategy({ maxSurge })),
      ...[-1, '101%', '1', ''].map((maxUnavailable) => strategy({ maxUnavailable })),
      ...[0, '0%', '00%'].map((maxUnavailable) => strategy({ maxSurge: 0, maxUnavailable })),
      strategy({ maxSurge: '0%', maxUnavailable: 0 }),
    ],
  }),
  ...field('Deployment', 'spec.template', { refuses: [undefined, null, {}] }),
  ...field('Deployment', 'spec', { refuses: [undefined, null, {}] }),
  ...pod('P', { refuses: [undefined, null, {}] }),
];

export const workload: Case[] = [...job, ...cronJob, ...deployment];

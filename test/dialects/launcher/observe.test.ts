import fc, { runs } from '../../property';
import { type LauncherObservation, observeJob } from '../../../lib/dialects/launcher/observe';
import { jobOperations, validForStatus } from '../../../lib/dialects/launcher/protocol/operation';
import { terminalStatus } from '../../../lib/dialects/launcher/protocol/status';

type Pod = NonNullable<LauncherObservation['pods']>[number];
type State = NonNullable<NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number]['state']>;

const started = { startTime: '2026-01-01T10:00:00Z', active: 1 };
const pod = (phase: string, state?: State, more: Partial<Pod> = {}): Pod => ({
  ...more,
  status: { phase, ...(state && { containerStatuses: [{ name: 'rs-launcher-container', state }] }), ...more.status },
});
const ended = (exitCode: number, more: object = {}): State => ({ terminated: { exitCode, reason: 'Error', ...more } });
const waiting = (reason: string): State => ({ waiting: { reason, message: 'because' } });
const running: State = { running: { startedAt: '2026-01-01T10:00:05Z' } };
const condition = (type: string, reason?: string) => ({ type, status: 'True', ...(reason && { reason }) });
/** Asked to go at 10:10:00, with 30 s grace. */
const going = { metadata: { deletionTimestamp: '2026-01-01T10:10:30Z', deletionGracePeriodSeconds: 30 } };

test.each<[string, LauncherObservation, object]>([
  ['just created', { job: {} }, { status: 'Pending' }],
  ['no pod yet', { job: { status: started }, pods: [] }, { status: 'Pending' }],
  [
    'image on its way',
    { job: { status: started }, pods: [pod('Pending', waiting('ContainerCreating'))] },
    { status: 'Pending' },
  ],
  ['runs', { job: { status: started }, pods: [pod('Running', running)] }, { status: 'Running' }],
  ['runs, seen in the Job alone', { job: { status: { ...started, ready: 1 } } }, { status: 'Running' }],
  [
    'ended well',
    { job: { status: started }, pods: [pod('Succeeded', ended(0, { reason: 'Completed' }))] },
    { status: 'Finished', exitCode: 0 },
  ],
  ['ended badly', { job: { status: started }, pods: [pod('Failed', ended(3))] }, { status: 'Finished', exitCode: 3 }],
  [
    'ended by SIGTERM from elsewhere',
    { job: { status: started }, pods: [pod('Failed', ended(143))] },
    { status: 'Finished', exitCode: 143 },
  ],
  [
    'complete, its pod is gone',
    { job: { status: { conditions: [condition('Complete')] } } },
    { status: 'Finished', exitCode: 0 },
  ],
  [
    'failed, its pod is gone',
    { job: { status: { conditions: [condition('Failed', 'BackoffLimitExceeded')] } } },
    { status: 'Finished', statusMessage: 'BackoffLimitExceeded' },
  ],
  ['killed', { job: { status: started }, pods: [pod('Failed', ended(137))] }, { status: 'Killed', exitCode: 137 }],
  [
    'killed, as a signal',
    { job: { status: started }, pods: [pod('Failed', ended(0, { signal: 9 }))] },
    { status: 'Killed', exitCode: 137 },
  ],
  [
    'out of memory',
    { job: { status: started }, pods: [pod('Failed', ended(137, { reason: 'OOMKilled' }))] },
    { status: 'Killed', statusMessage: 'OOMKilled', exitCode: 137 },
  ],
  [
    'image not there',
    { job: { status: started }, pods: [pod('Pending', waiting('ImagePullBackOff'))] },
    { status: 'Failed', statusMessage: 'ImagePullBackOff: because' },
  ],
  [
    'Secret not there',
    { job: { status: started }, pods: [pod('Pending', waiting('CreateContainerConfigError'))] },
    { status: 'Failed', statusMessage: 'CreateContainerConfigError: because' },
  ],
  [
    'command not found',
    { job: { status: started }, pods: [pod('Failed', ended(128, { reason: 'StartError', message: 'no such file' }))] },
    { status: 'Failed', statusMessage: 'StartError: no such file' },
  ],
  [
    'refused by the node',
    {
      job: { status: started },
      pods: [pod('Failed', undefined, { status: { phase: 'Failed', reason: 'OutOfcpu', message: 'no room' } })],
    },
    { status: 'Failed', statusMessage: 'OutOfcpu: no room' },
  ],
  [
    'no node fits',
    {
      job: { status: started },
      pods: [
        pod('Pending', undefined, {
          status: {
            phase: 'Pending',
            conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' }],
          },
        }),
      ],
    },
    { status: 'Pending', statusMessage: 'Unschedulable: 0/3 nodes' },
  ],
  [
    'no node fitted in time',
    { job: { status: { conditions: [condition('Failed', 'DeadlineExceeded')] } }, pods: [pod('Pending')] },
    { status: 'Failed', statusMessage: 'DeadlineExceeded' },
  ],
  [
    'ran too long',
    {
      job: { status: { conditions: [condition('Failed', 'DeadlineExceeded')] } },
      pods: [pod('Running', running, going)],
    },
    { status: 'Killed', statusMessage: 'DeadlineExceeded' },
  ],
  [
    'ran too long, and its end was seen',
    {
      job: { status: { conditions: [condition('Failed', 'DeadlineExceeded')] } },
      pods: [pod('Failed', ended(143), going)],
    },
    { status: 'Killed', statusMessage: 'DeadlineExceeded', exitCode: 143 },
  ],
  [
    'past its deadline, and still ending',
    {
      job: { status: { conditions: [condition('FailureTarget', 'DeadlineExceeded')] } },
      pods: [pod('Running', running, going)],
    },
    { status: 'Running' },
  ],
  [
    'past its deadline, and ended before the Job says so',
    {
      job: { status: { conditions: [condition('FailureTarget', 'DeadlineExceeded')] } },
      pods: [pod('Failed', ended(143), going)],
    },
    { status: 'Killed', statusMessage: 'DeadlineExceeded', exitCode: 143 },
  ],
  [
    'ended by itself just before its deadline',
    { job: { status: { conditions: [condition('Failed', 'DeadlineExceeded')] } }, pods: [pod('Failed', ended(3))] },
    { status: 'Finished', exitCode: 3 },
  ],
  [
    'suspended while it ran',
    { job: { spec: { suspend: true }, status: started }, pods: [pod('Failed', ended(143), going)] },
    { status: 'Suspended' },
  ],
  ['suspended, its pod is gone', { job: { spec: { suspend: true }, status: started } }, { status: 'Suspended' }],
  ['suspended by hand before it ran', { job: { spec: { suspend: true } } }, { status: 'Suspended' }],
  [
    'waits for Kueue',
    { job: { metadata: { labels: { 'kueue.x-k8s.io/queue-name': 'gpu' } }, spec: { suspend: true } } },
    { status: 'Pending', statusMessage: 'waits in its queue' },
  ],
  [
    'resumed, its old pod is going',
    { job: { spec: { suspend: false }, status: started }, pods: [pod('Failed', ended(143), going)] },
    { status: 'Pending' },
  ],
  [
    'deleted before it ran',
    { job: { status: started }, pods: [pod('Pending', waiting('ContainerCreating'))], deleted: true },
    { status: 'Canceled' },
  ],
  ['deleted without a pod', { job: {}, deleted: true }, { status: 'Canceled' }],
  [
    'being deleted before it ran',
    { job: { metadata: { deletionTimestamp: '2026-01-01T10:00:00Z' } } },
    { status: 'Canceled' },
  ],
  [
    'deleted while it ran',
    { job: { status: started }, pods: [pod('Running', running)], deleted: true },
    { status: 'Killed' },
  ],
  [
    'deleted while suspended',
    { job: { spec: { suspend: true }, status: started }, deleted: true },
    { status: 'Killed' },
  ],
  [
    'deleted while it ran, ended in its grace',
    {
      job: { status: started },
      pods: [pod('Failed', ended(0, { finishedAt: '2026-01-01T10:10:05Z' }), going)],
      deleted: true,
    },
    { status: 'Finished', exitCode: 0 },
  ],
  ...(
    [
      ['stopped', 'Stop', running, 'Finished', 143],
      ['stopped, and its end was seen', 'Stop', ended(143), 'Finished', 143],
      ['stopped, and its grace was not enough', 'Stop', ended(137), 'Finished', 137],
      ['stopped, and it cleaned up', 'Stop', ended(3), 'Finished', 3],
      ['killed by the operation', 'Kill', running, 'Killed', 137],
      ['killed by the operation, and its end was seen', 'Kill', ended(137), 'Killed', 137],
    ] as const
  ).map(([name, operation, state, status, exitCode]): [string, LauncherObservation, object] => [
    name,
    {
      job: { metadata: { annotations: { 'cdk8s-kam/launcher-operation': operation } }, status: started },
      pods: [pod('Running', state)],
      deleted: true,
    },
    { status, exitCode },
  ]),
  [
    'deleted after its end',
    {
      job: { status: started },
      pods: [pod('Failed', ended(1, { finishedAt: '2026-01-01T10:09:59Z' }), going)],
      deleted: true,
    },
    { status: 'Finished', exitCode: 1 },
  ],
  [
    'deleted after its end, its pod is gone',
    { job: { status: { conditions: [condition('Complete')] } }, deleted: true },
    { status: 'Finished', exitCode: 0 },
  ],
])('%s', (_name, seen, expected) => expect(observeJob(seen)).toEqual(expected));

test('the newest pod counts, and tells the host; the Job tells the submission time', () => {
  const old = pod('Failed', ended(1), {
    metadata: { creationTimestamp: '2026-01-01T10:00:00Z' },
    spec: { nodeName: 'a' },
  });
  const young = pod('Running', running, {
    metadata: { creationTimestamp: '2026-01-01T11:00:00Z' },
    spec: { nodeName: 'b' },
  });
  const job = { metadata: { creationTimestamp: new Date('2026-01-01T09:00:00Z') } };
  const expected = { status: 'Running', host: 'b', submissionTime: '2026-01-01T09:00:00.000Z' };
  expect(observeJob({ job, pods: [old, young] })).toEqual(expected);
  expect(observeJob({ job, pods: [young, old] })).toEqual(expected);
});

test("a sidecar's end is not the job's", () => {
  const containers = [
    { name: 'istio-proxy', state: ended(0) },
    { name: 'rs-launcher-container', state: running },
  ];
  const seen = { job: {}, pods: [{ status: { phase: 'Running', containerStatuses: containers } }] };
  expect(observeJob(seen)).toEqual({ status: 'Running' });
});

/** What a Job and its pod can look like, one thing chosen for each. */
const states = fc.record({
  suspend: fc.boolean(),
  startTime: fc.option(fc.constant('2026-01-01T10:00:00Z'), { nil: undefined }),
  deleted: fc.boolean(),
  pod: fc.constantFrom<Pod | undefined>(
    undefined,
    pod('Pending'),
    pod('Running', running),
    pod('Succeeded', ended(0)),
    pod('Failed', ended(2)),
    pod('Failed', ended(137)),
    pod('Pending', waiting('ErrImagePull')),
  ),
  end: fc.constantFrom(undefined, 'Complete', 'Failed'),
});

test('a deleted Job has a status that does not change; an operation fits at most the status it is for', () => {
  fc.assert(
    fc.property(states, ({ suspend, startTime, deleted, pod: seen, end }) => {
      const job = { spec: { suspend }, status: { startTime, conditions: end ? [condition(end)] : [] } };
      const { status } = observeJob({ job, pods: seen ? [seen] : [], deleted });
      if (deleted || end) expect(terminalStatus(status)).toBe(true);
      if (terminalStatus(status)) expect(jobOperations.filter((each) => validForStatus(each) === status)).toEqual([]);
    }),
    { numRuns: runs(2000) },
  );
});

import { type ObservedJob, type ObservedPod, callbacks, exception, refused } from '../../../lib/dialects/sqs/callback';
import { SqsCallback, sqsCallbackSchema } from '../../../lib/dialects/sqs/callback-schema';
import { ProblemError } from '../../../lib/report/problem-error';
import { shapeProblems } from '../../../lib/shape/shape';

const ID = '31a89a91-43d8-4786-a195-9b25cec28a44';
const metadata = { uid: '08c87282-97e8-4993-9da4-359f3e84fdfd', name: 'bb-fbe70e59' };
const startTime = '2024-05-01T10:00:00Z';
const job = (status: ObservedJob['status'] = {}): ObservedJob => ({ metadata, status: { startTime, ...status } });
const pod = (status: ObservedPod['status'], name = 'bb-fbe70e59-ww7g2'): ObservedPod => ({
  metadata: { uid: `uid-${name}`, name },
  status,
});

const created = { id: ID, status: 0, detail: { jobId: metadata.uid, jobName: 'bb-fbe70e59' } };
const running = { id: ID, status: 1, detail: { podId: 'uid-bb-fbe70e59-ww7g2', podName: 'bb-fbe70e59-ww7g2' } };
const ran = pod({ phase: 'Succeeded' });

function told(...args: Parameters<typeof callbacks> extends [string, ...infer Rest] ? Rest : never) {
  const bodies = callbacks(ID, ...args);
  for (const each of bodies) expect(SqsCallback.check(each)).toEqual([]);
  return bodies;
}

test('the bodies of the page', () => {
  const conditions = [{ type: 'Complete', status: 'True' }];
  expect(told(job())).toEqual([created]);
  expect(told(job(), [pod({ phase: 'Running' })])).toEqual([created, running]);
  expect(told(job({ conditions, completionTime: startTime }), [ran])).toEqual([
    created,
    running,
    { id: ID, status: 2, detail: { duration: 0 } },
  ]);
});

test('durations are whole seconds and never below 0', () => {
  const duration = (completionTime: string | Date) =>
    told(job({ conditions: [{ type: 'Complete', status: 'True' }], completionTime })).at(-1)?.detail;
  expect(duration('2024-05-01T10:00:31.900Z')).toEqual({ duration: 31 });
  expect(duration(new Date('2024-05-01T10:01:00Z'))).toEqual({ duration: 60 });
  expect(duration('2024-05-01T09:59:00Z')).toEqual({ duration: 0 });
});

test('a failed Job says why, pod by pod', () => {
  const conditions = [
    {
      type: 'Failed',
      status: 'True',
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
    },
  ];
  const failed = pod({
    phase: 'Failed',
    containerStatuses: [{ name: 'example', state: { terminated: { exitCode: 137, reason: 'OOMKilled' } } }],
  });
  expect(told(job({ conditions }), [failed])).toEqual([
    created,
    running,
    {
      id: ID,
      status: 3,
      detail: {
        error: {
          errorCode: 'A108',
          message:
            'BackoffLimitExceeded: Job has reached the specified backoff limit; pod bb-fbe70e59-ww7g2 container example: exit code 137 (OOMKilled)',
        },
      },
    },
  ]);
});

test('a condition that is not True does not count', () => {
  expect(told(job({ conditions: [{ type: 'Failed', status: 'False' }] }))).toEqual([created]);
});

test('a complete Job without times is A107', () => {
  expect(told({ metadata, status: { conditions: [{ type: 'Complete', status: 'True' }] } }).at(-1)).toMatchObject({
    status: 99,
    detail: { error: { errorCode: 'A107' } },
  });
});

test('a pod that cannot start is A104, one that is only being created is not', () => {
  const waiting = (reason: string) =>
    pod({ phase: 'Pending', containerStatuses: [{ name: 'example', state: { waiting: { reason } } }] });
  expect(told(job(), [waiting('ContainerCreating')])).toEqual([created]);
  expect(told(job(), [waiting('ImagePullBackOff')])).toEqual([
    created,
    exception(ID, 'A104', 'pod bb-fbe70e59-ww7g2 container example: ImagePullBackOff'),
  ]);
});

test('a pod that did not start in time is A105', () => {
  const limit = { podStartTimeoutSeconds: 60 };
  expect(told(job(), [], { now: '2024-05-01T10:01:00Z', ...limit })).toEqual([created]);
  expect(told(job(), [], { now: '2024-05-01T10:01:01Z', ...limit }).at(-1)).toMatchObject({
    status: 99,
    detail: { error: { errorCode: 'A105' } },
  });
  expect(told(job(), [pod({ phase: 'Running' })], { now: '2024-05-01T11:00:00Z', ...limit })).toEqual([
    created,
    running,
  ]);
});

test('a suspended Job has no pod that is late', () => {
  const limit = { now: '2024-05-02T10:00:00Z', podStartTimeoutSeconds: 60 };
  expect(told({ ...job(), spec: { suspend: true } }, [], limit)).toEqual([created]);
  expect(told({ ...job(), spec: { suspend: false } }, [], limit).at(-1)).toMatchObject({ status: 99 });
});

test('the first pod is told, whatever the order', () => {
  const at = (name: string, creationTimestamp: string): ObservedPod => ({
    metadata: { uid: name, name, creationTimestamp },
    status: { phase: 'Running' },
  });
  const pods = [at('b', '2024-05-01T10:00:02Z'), at('c', '2024-05-01T10:00:01Z')];
  expect(told(job(), pods)[1]).toMatchObject({ detail: { podName: 'c' } });
  expect(told(job(), pods.reverse())[1]).toMatchObject({ detail: { podName: 'c' } });
});

test('a Job that the server has not yet stored says nothing', () => {
  expect(callbacks(ID, { metadata: { name: 'x' } })).toEqual([]);
});

test.each([
  ['create', { reason: 'AlreadyExists', message: 'jobs.batch "bb" already exists' }, 'A102'],
  ['create', { reason: 'Forbidden' }, 'A103'],
  ['watch', { reason: 'Expired' }, 'A106'],
  ['detail', {}, 'A107'],
  ['get', { reason: 'AlreadyExists' }, 'A109'],
] as const)('%s refused with %j is %s', (step, status, errorCode) => {
  const body = refused(ID, step, status);
  expect(SqsCallback.check(body)).toEqual([]);
  expect(body).toMatchObject({ status: 99, detail: { error: { errorCode } } });
});

test('bodies are checked', () => {
  const wrong = [
    [{ id: ID, status: 4, detail: {} }, 'not-one-of status'],
    [{ id: '', status: 2, detail: { duration: 1 } }, 'required id'],
    [{ id: ID, status: 2, detail: { duration: 1.5 } }, 'wrong-type detail.duration'],
    [{ id: ID, status: 2, detail: { duration: -1 } }, 'out-of-range detail.duration'],
    [{ id: ID, status: 0, detail: { jobId: 'x', jobname: 'y' } }, 'unknown-key detail.jobname'],
    [
      { id: ID, status: 99, detail: { error: { errorCode: 'A101', message: '' } } },
      'not-one-of detail.error.errorCode',
    ],
    [null, 'wrong-type '],
  ] as const;
  for (const [body, expected] of wrong) {
    expect(SqsCallback.check(body).map(({ code, path }) => `${code} ${path.join('.')}`)).toContain(expected);
  }
  expect(() => SqsCallback.parse(null)).toThrow(ProblemError);
  expect(SqsCallback.parse(created)).toBe(created);
  expect(shapeProblems(sqsCallbackSchema, created)).toEqual([]);
});

test('the JSON Schema describes all bodies', () => {
  expect(JSON.stringify(SqsCallback.jsonSchema())).toContain('jobName');
});

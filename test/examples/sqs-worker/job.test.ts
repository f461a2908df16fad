// The patches, carried out as the API server does.
import {
  claimed,
  claimOf,
  failed,
  held,
  isActive,
  isHeld,
  isMessageDeleted,
  isSaidOfPods,
  type Job,
  type JsonPatch,
  messageDeleted,
  progressOf,
  released,
  roundsOf,
  told,
} from '../../../examples/sqs-worker/src/job';
import { exception } from '../../../lib/dialects/sqs/callback';
import type { SqsCallback } from '../../../lib/dialects/sqs/callback-schema';
import { SENT } from '../../../lib/dialects/sqs/due';

const manifest = {
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'a', annotations: { 'sqs/message-id': 'm1' } },
  spec: {},
};
const job: Job = held(manifest, 60);
const done: SqsCallback = { id: 'm1', status: 2, detail: { duration: 1 } };

/** The Job afterwards; undefined when a test does not hold. */
function patched(job: Job, patch: JsonPatch): Job | undefined {
  const copy = structuredClone(job) as Record<string, unknown>;
  for (const { op, path, value } of patch) {
    const keys = path
      .slice(1)
      .split('/')
      .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
    const last = keys.pop()!;
    const parent = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
    if (op === 'test' && parent[last] !== value) return undefined;
    if (op === 'add') parent[last] = value;
    if (op === 'remove') (parent as unknown as unknown[]).splice(Number(last), 1);
  }
  return copy as Job;
}

const after = (job: Job, ...patches: ((job: Job) => JsonPatch)[]): Job =>
  patches.reduce((at, patch) => {
    const next = patched(at, patch(at));
    if (next === undefined) throw new Error('a test does not hold');
    return next;
  }, job);
const sentOf = ({ metadata }: Job): string | undefined => metadata?.annotations?.[SENT];

test('one of two claims holds', () => {
  const mine = patched(job, claimed(job, 'me'))!;
  expect(claimOf(mine)).toBe('me');
  expect(patched(mine, claimed(job, 'you'))).toBeUndefined();
});

test('nobody claims a Job whose callbacks went on meanwhile', () => {
  const later = after(
    job,
    (each) => claimed(each, 'me'),
    (each) => told(each, done, true),
  );
  expect([claimOf(later), sentOf(later)]).toEqual(['', '2']);
  expect(patched(later, claimed(job, 'you'))).toBeUndefined();
});

test('who has lost the claim notes nothing', () => {
  const mine = after(job, (each) => claimed(each, 'me'));
  const yours = after(mine, (each) => claimed(each, 'you'));
  expect(patched(yours, told(mine, done, true))).toBeUndefined();
  expect(patched(yours, failed(mine))).toBeUndefined();
});

test('the claim stays until the last callback', () => {
  const one = after(
    job,
    (each) => claimed(each, 'me'),
    (each) => told(each, exception('m1', 'A104', ''), false),
  );
  expect([claimOf(one), sentOf(one)]).toEqual(['me', 'A104']);
});

test('rounds that fail are counted, until a callback was sent', () => {
  const round = [(each: Job) => claimed(each, 'me'), failed];
  const twice = after(job, ...round, ...round);
  expect([roundsOf(twice), claimOf(twice), sentOf(twice)]).toEqual([2, '', '']);
  const sent = after(
    twice,
    (each) => claimed(each, 'me'),
    (each) => told(each, done, true),
  );
  expect(roundsOf(sent)).toBe(0);
  expect(new Set([job, after(job, ...round), twice, sent].map(progressOf)).size).toBe(4);
});

test('what somebody else has written where the rounds are counted counts as none', () => {
  const annotations = { ...job.metadata?.annotations, 'sqs-worker/failed-rounds': 'many' };
  expect(roundsOf({ metadata: { ...job.metadata, annotations } })).toBe(0);
  expect(roundsOf({})).toBe(0);
});

test('what was given up is said', () => {
  const lost = after(
    job,
    (each) => claimed(each, 'me'),
    (each) => told(each, done, true, true),
  );
  expect(lost.metadata?.annotations).toMatchObject({ [SENT]: '2', 'sqs-worker/given-up': '2' });
});

test('the Job is let go, and others may hold it still', () => {
  expect([isHeld(job), isMessageDeleted(job)]).toEqual([true, false]);
  expect(isMessageDeleted(after(job, messageDeleted))).toBe(true);
  const free = after(job, released);
  expect(isHeld(free)).toBe(false);
  const both: Job = { metadata: { ...job.metadata, finalizers: ['other', ...job.metadata!.finalizers!] } };
  expect(after(both, released).metadata?.finalizers).toEqual(['other']);
  expect(patched(free, released(job))).toBeUndefined();
});

test('which Jobs are active', () => {
  const conditions = (type: string, status = 'True') => ({ status: { conditions: [{ type, status }] } });
  expect(isActive({})).toBe(true);
  expect(isActive({ spec: { suspend: true } })).toBe(false);
  expect(isActive(conditions('Complete'))).toBe(false);
  expect(isActive(conditions('Failed'))).toBe(false);
  expect(isActive(conditions('Failed', 'False'))).toBe(true);
  expect(isActive(conditions('Suspended'))).toBe(true);
});

test('what says that no pod has run', () => {
  const due = (...bodies: SqsCallback[]) => ({ id: 'm1', url: 'http://x', bodies, over: false });
  const pod: SqsCallback = { id: 'm1', status: 1, detail: { podId: 'u', podName: 'p' } };
  const created: SqsCallback = { id: 'm1', status: 0, detail: { jobId: 'u', jobName: 'a' } };
  expect(isSaidOfPods(job, due(done))).toBe(true);
  expect(isSaidOfPods(job, due(created))).toBe(false);
  expect(isSaidOfPods(job, due(created, pod, done))).toBe(false);
  expect(
    isSaidOfPods(
      after(job, (each) => told(each, pod, true)),
      due(done),
    ),
  ).toBe(false);
});

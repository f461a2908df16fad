import { type ObservedJob, type ObservedPod } from '../../../lib/dialects/sqs/callback';
import { due, SENT, withSent } from '../../../lib/dialects/sqs/due';

const url = 'https://example.com/hook';
const deletionTimestamp = '2024-05-01T10:00:30Z';

function job(sent: string, status: ObservedJob['status'] = {}, more: ObservedJob['metadata'] = {}): ObservedJob {
  const annotations = { 'sqs/message-id': 'm1', 'sqs/webhook-url': url, ...(sent !== '' && { [SENT]: sent }) };
  return { metadata: { uid: 'u', name: 'bb-1', annotations, ...more }, status };
}

const waiting: ObservedPod = {
  metadata: { uid: 'p', name: 'bb-1-x' },
  status: { phase: 'Pending', containerStatuses: [{ state: { waiting: { reason: 'ErrImagePull' } } }] },
};
const running: ObservedPod = { metadata: { uid: 'p', name: 'bb-1-x' }, status: { phase: 'Running' } };
const done = (type: string): ObservedJob['status'] => ({
  startTime: '2024-05-01T10:00:00Z',
  completionTime: '2024-05-01T10:00:05Z',
  conditions: [{ type, status: 'True' }],
});

/** Status, or code of a 99, of what is due. */
function told(...args: Parameters<typeof due>): string {
  const { bodies = [], over } = due(...args) ?? {};
  const words = bodies.map((body) => (body.status === 99 ? body.detail.error.errorCode : String(body.status)));
  return [...words, ...(over ? ['over'] : [])].join(' ');
}

test.each([
  ['nothing yet', '', {}, [], '0'],
  ['0 and a pod', '0', {}, [running], '1'],
  ['all at once', '', done('Complete'), [running], '0 1 2'],
  ['the end', '0 1', done('Failed'), [], '3'],
  ['a pod that cannot start', '0', {}, [waiting], 'A104'],
  ['one that has been told', '0 A104', {}, [waiting], ''],
  ['a pod that starts after all', '0 A104', {}, [running], '1'],
  ['a later pod that cannot start', '0 1', {}, [waiting], ''],
  ['after the end', '0 1 2', done('Complete'), [running], 'over'],
  ['after another end than is seen', '0 A109', done('Complete'), [running], 'over'],
  ['after A107', '0 1 A107', done('Complete'), [], 'over'],
] as const)('%s', (_, sent, status, pods, expected) => {
  expect(told(job(sent, status), pods)).toBe(expected);
});

test('a pod that is late is told once, and never after one that ran', () => {
  const limit = { now: '2024-05-01T10:10:00Z', podStartTimeoutSeconds: 60 };
  const status = { startTime: '2024-05-01T10:00:00Z' };
  expect(told(job('0', status), [], limit)).toBe('A105');
  expect(told(job('0 A105', status), [waiting], limit)).toBe('');
  expect(told(job('0 A104', status), [], limit)).toBe('');
  expect(told(job('0 1', status), [], limit)).toBe('');
});

test('a Job that is deleted before its end is A109, one that had ended is told as it ended', () => {
  expect(told(job('0', {}, { deletionTimestamp }), [])).toBe('A109');
  expect(told(job('', {}, { deletionTimestamp }), [running])).toBe('0 1 A109');
  expect(told(job('0 1', done('Complete'), { deletionTimestamp }), [])).toBe('2');
});

test('who is told', () => {
  const annotations = { 'sqs/message-id': 'm1' };
  const silent = { metadata: { uid: 'u', name: 'bb-1', annotations } };
  expect(due(silent, [running])).toEqual({ id: 'm1', url: undefined, bodies: [], over: true });
  expect(due({ metadata: { uid: 'u', name: 'other' } })).toBeUndefined();
  expect(due(job(''))).toMatchObject({ id: 'm1', url });
});

test('what was sent is noted, and is due no more', () => {
  let seen = job('', done('Complete'));
  const sent: string[] = [];
  for (let [body] = due(seen, [running])!.bodies; body !== undefined; [body] = due(seen, [running])!.bodies) {
    const value = withSent(seen, body);
    sent.push(value);
    seen = job(value, done('Complete'));
  }
  expect(sent).toEqual(['0', '0 1', '0 1 2']);
  expect(due(seen, [running])!.over).toBe(true);
});

import { podStartLimit, untilLate } from '../../../examples/sqs-worker/src/pod-start';
import { due } from '../../../lib/dialects/sqs/due';

const job = {
  metadata: {
    name: 'a',
    uid: 'u',
    creationTimestamp: '2026-11-22T00:00:00Z',
    annotations: { 'sqs/message-id': 'm1', 'sqs/webhook-url': 'https://hooks.example/a', 'sqs/callbacks-sent': '0' },
  },
};

/** Of a Job without pods: what is told at a time, and when it is to be looked at again. */
function look(started: number, now: number) {
  const start = { started, now, seconds: 4 };
  return { bodies: due(job, [], podStartLimit(job, start))!.bodies, again: untilLate(start) };
}

const LATE = { id: 'm1', status: 99, detail: { error: expect.objectContaining({ errorCode: 'A105' }) } };

test.each([0, 0.3, 0.999, 8_123.7])('a pod that is late is told of, or looked at again: from %d on', (started) => {
  expect(look(started, started + 3000)).toEqual({ bodies: [], again: 1001 });
  for (let fraction = 0; fraction < 3; fraction += 0.1) {
    const { bodies, again } = look(started, started + 4000 + fraction);
    expect(bodies).toEqual(again === undefined ? [LATE] : []);
  }
  expect(look(started, started + 4003)).toEqual({ bodies: [LATE], again: undefined });
});

test('while the server has given the Job no time, no pod is late', () => {
  expect(podStartLimit({}, { started: 0, now: 1e9, seconds: 4 })).toBeUndefined();
});

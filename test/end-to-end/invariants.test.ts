// A judge that never finds anything is none: each history here is broken in one way.
import { broken } from './invariants';
import { History } from './history';

type Given = readonly [who: 'api' | 'queue' | 'webhook', what: string, body: object, status?: number, answer?: object];

function historyOf(...given: readonly Given[]): History {
  const history = new History();
  for (const [who, what, body, status = 200, answer = {}] of given) {
    const exchange = history.begin({
      who,
      method: who === 'api' ? 'POST' : what,
      path: who === 'api' ? what : '/',
      query: new URLSearchParams(),
      operation: who === 'queue' ? what : undefined,
      body: JSON.stringify(body),
    });
    if (status !== 0) history.end(exchange, status, JSON.stringify(answer));
  }
  return history;
}

const body = JSON.stringify({ id: 'a' });
const received: Given = ['queue', 'ReceiveMessage', {}, 200, { Messages: [{ Body: body, ReceiptHandle: 'r' }] }];
const job = { metadata: { annotations: { 'sqs/message-id': 'a' } } };
const created: Given = ['api', '/apis/batch/v1/namespaces/n/jobs', job, 201];
const deleted: Given = ['queue', 'DeleteMessage', { ReceiptHandle: 'r' }];
const kept: Given = ['queue', 'SendMessage', { MessageBody: body }];
const told = (status: number, code = 200): Given => ['webhook', 'POST', { id: 'a', status, detail: {} }, code];
const sound = [received, created, deleted, told(0), told(1), told(2)];

test.each<[string, readonly Given[], string[]]>([
  ['nothing is wrong', sound, []],
  ['a callback that is repeated', [received, created, deleted, told(0), told(0), told(1), told(2)], []],
  ['a callback that was not taken at first', [received, created, deleted, told(0, 500), told(0), told(1), told(2)], []],
  ['a message that is lost', [received, told(0), told(1), told(2)], ['a: lost']],
  ['a Job that the server refused', [received, ['api', created[1], job, 500], told(0), told(1), told(2)], ['a: lost']],
  ['a Job that is made twice', [...sound, created], ['a: started 2 times']],
  ['a callback too few', [received, created, deleted, told(0), told(2)], ['a: told 0,2 instead of 0,1,2']],
  ['an old callback after a newer', [...sound, told(0)], ['a: told 0,1,2,0 instead of 0,1,2']],
  [
    'deleted too early',
    [received, deleted, created, told(0), told(1), told(2)],
    [`deleted before its Job was there: ${body}`],
  ],
  ['deleted when it was kept elsewhere', [received, kept, deleted, told(0), told(1), told(2)], []],
  ['an unknown message', [created, deleted, told(0), told(1), told(2)], ['a message was deleted that nobody received']],
  ['forbidden', [...sound, ['api', '/api/v1/pods', {}, 403]], ['forbidden: POST /api/v1/pods']],
])('%s', (_name, given, found) => {
  expect(broken(historyOf(...given), { a: ['0', '1', '2'] })).toEqual(found);
});

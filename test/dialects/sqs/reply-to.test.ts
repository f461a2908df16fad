import { replyTo } from '../../../lib/dialects/sqs/reply-to';

const webhook = { url: 'https://example.com/hook' };
const expected = { id: 'm1', url: webhook.url };

test('of a message with nothing else in it', () => {
  expect(replyTo(JSON.stringify({ id: 'm1', webhook }))).toEqual(expected);
  expect(replyTo(JSON.stringify({ id: 'm1', job: 7, webhook, more: null }))).toEqual(expected);
  expect(replyTo(Buffer.from(JSON.stringify({ webhook })))).toEqual({ url: webhook.url });
});

test('of a message in an SNS envelope', () => {
  const Message = JSON.stringify({ id: 'm1', webhook });
  expect(replyTo(JSON.stringify({ Type: 'Notification', MessageId: 'x', TopicArn: 'arn', Message }))).toEqual(expected);
});

test.each([
  '',
  'no JSON',
  '{"id": "m1"',
  '[]',
  'null',
  '7',
  '"text"',
  '{"id": "", "webhook": {"url": ""}}',
  '{"id": 7, "webhook": "https://example.com"}',
  '{"webhook": {"url": "ftp://example.com"}}',
  '{"webhook": {"url": "https://"}}',
  '{"__proto__": {"id": "m1"}}',
])('of %s', (text) => {
  expect(replyTo(text)).toEqual({});
});

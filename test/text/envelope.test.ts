import { unwrap } from '../../lib/text/envelope';

const message = { id: '1', service: 's', job: { prefixName: 'p', image: 'i' } };
const body = JSON.stringify(message);
const notification = (text: unknown, type = 'Notification') => ({
  Type: type,
  MessageId: 'm',
  TopicArn: 'arn:aws:sns:eu-west-1:1:t',
  Message: text,
});

test.each([
  [
    'a Lambda event of SQS',
    {
      Records: [
        { messageId: 'a', body },
        { messageId: 'b', body },
      ],
    },
    [
      ['Records', 0, 'body'],
      ['Records', 1, 'body'],
    ],
  ],
  [
    'an answer of ReceiveMessage',
    { Messages: [{ MessageId: 'a', ReceiptHandle: 'r', Body: body }] },
    [['Messages', 0, 'Body']],
  ],
  ['one SQS message', { MessageId: 'a', Body: body }, [['Body']]],
  ['one record', { messageId: 'a', receiptHandle: 'r', body }, [['body']]],
  ['an SNS notification', notification(body), [['Message']]],
  [
    'a Lambda event of SNS',
    { Records: [{ EventSource: 'aws:sns', Sns: notification(body) }] },
    [['Records', 0, 'Sns', 'Message']],
  ],
  [
    'SNS in SQS',
    { Records: [{ messageId: 'a', body: JSON.stringify(notification(body)) }] },
    [['Records', 0, 'body', 'Message']],
  ],
])('%s', (_, document, paths) => {
  expect(unwrap(document)).toEqual({ messages: paths.map((path) => ({ value: message, path })), problems: [] });
});

test.each([message, {}, [], null, 'x', 1, { Records: [{ s3: {} }] }, { Messages: 'x' }, { body }, { Message: body }])(
  '%j is no envelope',
  (document) => {
    expect(unwrap(document)).toBeUndefined();
  },
);

test('an empty answer has no messages', () => {
  expect(unwrap({ Messages: [] })).toEqual({ messages: [], problems: [] });
});

test('what is wrong in one body does not hide the others', () => {
  const records = [
    { messageId: 'a', body: '{\n"id": 1,}' },
    { messageId: 'b', body },
    { messageId: 'c', body: { id: '1' } },
    { other: true },
    { messageId: 'd', body: '{} {}' },
    { messageId: 'e', body: '' },
    { messageId: 'f', body: '{"id":"1","id":"2"}' },
  ];
  const opened = unwrap({ Records: records });
  expect(opened?.messages).toEqual([{ value: message, path: ['Records', 1, 'body'] }]);
  expect(opened?.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
    expect.stringMatching(/^bad-json Records\.0\.body/),
    'wrong-type Records.2.body',
    'wrong-type Records.3',
    'bad-json Records.4.body',
    'bad-json Records.5.body',
    'duplicate-key Records.6.body.id',
  ]);
  expect(opened?.problems[0]?.message).toMatch(/line 2, column 8 of this text/);
  expect(opened?.problems.every((problem) => problem.source === undefined)).toBe(true);
});

test('a subscription to be confirmed is told as such', () => {
  const opened = unwrap(notification('You have chosen to subscribe', 'SubscriptionConfirmation'));
  expect(opened?.problems).toEqual([
    expect.objectContaining({ code: 'not-one-of', path: ['Type'], value: 'SubscriptionConfirmation' }),
  ]);
});

test('bodies have the size of SQS bodies', () => {
  const large = JSON.stringify({ ...message, id: 'ä'.repeat(600_000) });
  expect(unwrap({ MessageId: 'a', Body: large })?.problems).toEqual([
    expect.objectContaining({ code: 'too-large', path: ['Body'] }),
  ]);
});

test('envelopes in envelopes come to an end', () => {
  let text = body;
  for (let layer = 0; layer < 8; layer++) text = JSON.stringify({ MessageId: 'm', Body: text });
  expect(unwrap(JSON.parse(text))?.messages).toHaveLength(1);
  expect(unwrap({ MessageId: 'm', Body: text })?.problems).toEqual([expect.objectContaining({ code: 'too-large' })]);
});

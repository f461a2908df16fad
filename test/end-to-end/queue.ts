// A queue of a server that speaks the protocol of SQS, as the tests use it: not through what records and fails.
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/

export interface Queue {
  /** The address below which `QUEUE_URL` is found: the server's path of the queue. */
  readonly path: string;
  send(bodies: readonly string[]): Promise<string[]>;
  /** How many messages it has, visible or not. */
  count(): Promise<number>;
  /** The bodies of the messages that are visible; they stay. */
  read(): Promise<string[]>;
}

export async function createQueue(
  server: string,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
): Promise<Queue> {
  const call = async <T>(operation: string, body: object): Promise<T> => {
    const headers = { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${operation}` };
    const answer = await fetch(server, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${operation}: ${answer.status} ${text}`);
    return (text === '' ? {} : JSON.parse(text)) as T;
  };
  const { QueueUrl } = await call<{ QueueUrl: string }>('CreateQueue', { QueueName: name, Attributes: attributes });
  return {
    path: new URL(QueueUrl).pathname,
    async send(bodies) {
      const ids: string[] = [];
      for (let start = 0; start < bodies.length; start += 10) {
        const entries = bodies.slice(start, start + 10).map((MessageBody, i) => ({ Id: String(i), MessageBody }));
        const { Successful } = await call<{ Successful: { Id: string; MessageId: string }[] }>('SendMessageBatch', {
          QueueUrl,
          Entries: entries,
        });
        if (Successful.length < entries.length) throw new Error('the queue has not taken all messages');
        ids.push(...Successful.sort((a, b) => Number(a.Id) - Number(b.Id)).map(({ MessageId }) => MessageId));
      }
      return ids;
    },
    async count() {
      const { Attributes } = await call<{ Attributes: Record<string, string> }>('GetQueueAttributes', {
        QueueUrl,
        AttributeNames: ['All'],
      });
      return (
        Number(Attributes['ApproximateNumberOfMessages']) + Number(Attributes['ApproximateNumberOfMessagesNotVisible'])
      );
    },
    async read() {
      const bodies: string[] = [];
      for (;;) {
        const { Messages = [] } = await call<{ Messages?: { Body: string }[] }>('ReceiveMessage', {
          QueueUrl,
          MaxNumberOfMessages: 10,
          VisibilityTimeout: 30,
        });
        if (Messages.length === 0) return bodies;
        bodies.push(...Messages.map(({ Body }) => Body));
      }
    },
  };
}

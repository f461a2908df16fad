// How long the worker waits: for the API server, holding messages so that nobody else gets them, and for a webhook that never takes a callback.
import { setTimeout as sleep } from 'node:timers/promises';
import { missingTools } from './elasticmq';
import { toldBy } from './fixtures';
import { taken } from './invariants';
import { openScene, openStage, type Scene, type Stage, until, VISIBILITY } from './scene';

const suite = missingTools === undefined ? describe : describe.skip;

suite('the worker', () => {
  let stage: Stage;
  let scene: Scene;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    scene = await openScene(stage);
  });
  afterEach(() => scene?.close());
  afterAll(() => stage?.close());

  async function complete(id: string): Promise<void> {
    const { cluster } = scene;
    const job = await scene.jobOf(id);
    await cluster.sync(job);
    const [pod] = await cluster.pods(job);
    await cluster.run(pod!);
    await cluster.end(pod!, { exitCode: 0 });
    await cluster.sync(job);
  }

  const told = (id: string): string => (taken(scene.history.exchanges).get(id) ?? []).map(toldBy).join(' ');

  test('holds messages that cannot be Jobs yet, and nobody else gets them', async () => {
    scene.api.fault = ({ method, path }) =>
      method === 'POST' && path.endsWith('/jobs') ? { status: 503, body: '{"kind":"Status","code":503}' } : undefined;
    await Promise.all([scene.start(), scene.start()]);
    await scene.jobs.send(['a', 'b', 'c'].map((id) => scene.message(id)));
    await sleep(2.5 * VISIBILITY * 1000);
    scene.api.fault = () => undefined;
    await until('the last callback', async () => {
      const open = (await scene.cluster.jobs()).filter(({ status }) => status?.conditions === undefined);
      for (const { metadata } of open) await complete(metadata.annotations!['sqs/message-id']!);
      return ['a', 'b', 'c'].every((id) => told(id) === '0 1 2');
    });
    const received = scene.history.exchanges
      .filter(({ operation, answer }) => operation === 'ReceiveMessage' && answer?.status === 200)
      .flatMap(({ answer }) => (JSON.parse(answer!.body) as { Messages?: { MessageId: string }[] }).Messages ?? []);
    expect(received.length).toBe(new Set(received.map(({ MessageId }) => MessageId)).size);
  });

  test('gives a callback up that is never taken, says so, and goes on with the next', async () => {
    scene.webhook.behave = ({ body }) => (body.includes('"status":0') ? { status: 500 } : undefined);
    await scene.start({ BACKOFF_MILLISECONDS: '2' });
    await scene.jobs.send([scene.message('a')]);
    await complete('a');
    await until('the last callback', () => told('a') === '1 2');
    const name = await scene.jobOf('a');
    // Noted after it was sent.
    await until('the note of it', async () => {
      const { annotations } = (await scene.cluster.job(name)).metadata;
      return annotations?.['sqs/callbacks-sent'] === '0 1 2';
    });
    expect((await scene.cluster.job(name)).metadata.annotations).toMatchObject({ 'sqs-worker/given-up': '0' });
    const tries = scene.history.exchanges.filter(({ who, body }) => who === 'webhook' && body.includes('"status":0'));
    expect(tries.length).toBe(31 * 3);
  });
});

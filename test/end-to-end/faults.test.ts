// Whatever goes wrong: nothing is lost, nothing is started twice, every callback comes at least once and in order, and a message is deleted only when
// its Job is there. Asserted over the whole history of requests.
import { setTimeout as sleep } from 'node:timers/promises';
import { STEPS } from '../../examples/sqs-worker/src/steps';
import { missingTools } from './elasticmq';
import type { Exchange } from './history';
import type { Fault } from './recorder';
import { openScene, openStage, type Scene, type Stage, until } from './scene';
import { everything, judge, many, over, type Play, playAll, type Trial } from './trial';

const suite = missingTools === undefined ? describe : describe.skip;

suite('the worker', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  /** A trial in a scene of its own: the messages are sent, the Jobs played, what is to happen happens, and then all must come right. */
  async function trial(
    messages: (scene: Scene) => Trial,
    happen: (scene: Scene, trial: Trial, play: Play) => Promise<void>,
    seconds?: number,
  ): Promise<string[]> {
    const scene = await openScene(stage);
    const sent = messages(scene);
    const play = playAll(scene, sent);
    try {
      await happen(scene, sent, play);
      return [...(await over(scene, sent, seconds)), ...(await judge(scene, sent))];
    } finally {
      await scene.close();
      await play.stop();
    }
  }

  const send = ({ jobs }: Scene, trial: Trial): Promise<string[]> =>
    jobs.send(Object.values(trial).map(({ body }) => body));

  /** A fault of the first requests of a kind. */
  const first = (count: number, is: (exchange: Exchange) => boolean, fault: Fault) => {
    let left = count;
    return (exchange: Exchange): Fault | undefined => (is(exchange) && left-- > 0 ? fault : undefined);
  };
  const isWatch = ({ query }: Exchange): boolean => query.has('watch');

  /** The webhook of `sour` does not take the first callbacks. */
  const sour = ({ webhook }: Scene): void => {
    let left = 4;
    webhook.behave = ({ path }) => (path === '/sour' && left-- > 0 ? { status: 500 } : undefined);
  };

  test('dies between any two steps, and the next one goes on', async () => {
    const waiting = [...STEPS];
    const found: Record<string, string[]> = {};
    const one = async (): Promise<void> => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
        const at = step;
        found[at] = await trial(everything, async (scene, messages) => {
          sour(scene);
          await send(scene, messages);
          await send(scene, { good: messages['good']! });
          const worker = await scene.start({ KILL_AT: at });
          expect([at, await worker.ended]).toEqual([at, 'SIGKILL']);
          await scene.start();
        });
      }
    };
    await Promise.all([one(), one(), one(), one()]);
    expect(found).toEqual(Object.fromEntries(STEPS.map((step) => [step, []])));
  }, 300_000);

  test('loses the answer to each kind of request once', async () => {
    const found = await trial(everything, async (scene, messages) => {
      const lost = new Set<string>();
      const lose = ({ who, method, path, operation, query }: Exchange): Fault | undefined => {
        const kind = `${who} ${operation ?? `${method} ${path.split('/').at(-1)} ${query.has('watch')}`}`;
        if (lost.has(kind)) return undefined;
        lost.add(kind);
        return 'lose';
      };
      [scene.api.fault, scene.queue.fault] = [lose, lose];
      sour(scene);
      await send(scene, messages);
      await send(scene, { good: messages['good']! });
      await scene.start();
    });
    expect(found).toEqual([]);
  });

  test('the API server is gone for a while, and Jobs go on meanwhile', async () => {
    const found = await trial(everything, async (scene, messages) => {
      await send(scene, { good: messages['good']! });
      await scene.start();
      await scene.jobOf('good');
      scene.api.fault = () => 'refuse';
      scene.api.cut();
      await send(scene, { ...messages, good: messages['good']! });
      await sleep(3000);
      scene.api.fault = first(20, () => true, { status: 503, body: '{"kind":"Status","code":503}' });
    });
    expect(found).toEqual([]);
  });

  test('watches are cut again and again, and what they were at is gone', async () => {
    const gone =
      '{"kind":"Status","apiVersion":"v1","status":"Failure","code":410,"reason":"Expired","message":"too old"}';
    const found = await trial(
      (scene) => ({ ...everything(scene), ...many(scene, 20) }),
      async (scene, messages) => {
        await scene.start();
        await send(scene, messages);
        for (let i = 0; i < 20; i++) {
          if (i % 4 === 1)
            scene.api.fault = first(2, isWatch, { status: 200, body: `{"type":"ERROR","object":${gone}}\n` });
          if (i % 4 === 3) scene.api.fault = first(2, isWatch, { status: 410, body: gone });
          await sleep(150);
          scene.api.cut();
        }
      },
    );
    expect(found).toEqual([]);
  });

  test('the queue is gone for a while', async () => {
    const found = await trial(everything, async (scene, messages) => {
      await send(scene, messages);
      let seen = 0;
      // From the first message on: as it is to be deleted, the queue is gone.
      scene.queue.fault = ({ operation }) => (operation === 'ReceiveMessage' && seen++ === 0 ? undefined : 'refuse');
      await scene.start();
      await scene.jobOf('good');
      await sleep(3000);
      scene.queue.fault = first(10, () => true, { status: 503, body: '{}' });
    });
    expect(found).toEqual([]);
  });

  test('webhooks are slow, broken, redirect and answer 500', async () => {
    const found = await trial(
      (scene) => many(scene, 12),
      async (scene, messages) => {
        const { webhook } = scene;
        let nth = 0;
        const behaviours = [
          { status: 500 },
          'reset',
          { delay: 600 },
          'none',
          { status: 302, location: `${webhook.url}/secret` },
          { status: 404 },
        ] as const;
        webhook.behave = () => (nth++ % 3 === 2 ? undefined : behaviours[nth % behaviours.length]);
        await send(scene, messages);
        await scene.start();
        await until('callbacks', () => nth > 60);
        webhook.behave = () => undefined;
        await over(scene, messages);
        expect(scene.history.exchanges.filter(({ path }) => path === '/secret')).toEqual([]);
      },
    );
    expect(found).toEqual([]);
  });

  test('calls no host that it is not told of, and no private address that it is not told by name', async () => {
    const [others, any] = await Promise.all([openScene(stage), openScene(stage)]);
    try {
      await Promise.all([others.start({ CALLBACK_HOSTS: 'hooks.example.com' }), any.start({ CALLBACK_HOSTS: '*' })]);
      await others.jobs.send([others.message('a')]);
      await any.jobs.send([any.message('a'), any.message('b').replace('127.0.0.1', 'localhost')]);
      for (const { deadLetters } of [others, any])
        await until('the refusal', async () => (await deadLetters.count()) === 1);
      // Whether a name is that of a private address is seen when it is called.
      await any.jobOf('b');
      await until('a callback that fails', () => any.logs().includes('private'));
      expect([others, any].flatMap(({ history }) => history.exchanges.filter(({ who }) => who === 'webhook'))).toEqual(
        [],
      );
    } finally {
      await Promise.all([others.close(), any.close()]);
    }
  });

  test('two workers and messages that come twice, in another order', async () => {
    const found = await trial(
      (scene) => ({ ...everything(scene), ...many(scene, 40) }),
      async (scene, messages) => {
        const bodies = Object.values(messages).map(({ body }) => body);
        // Long enough that none takes the other for dead.
        const patient = { WEBHOOK_TIMEOUT_SECONDS: '10' };
        await Promise.all([scene.start(patient), scene.start(patient)]);
        await scene.jobs.send([...bodies, ...bodies.toReversed()]);
        await over(scene, messages);
        // Nobody has died: then nobody says a thing twice, but for a message that is refused twice.
        const heard = scene.history.exchanges.filter(({ who, path }) => who === 'webhook' && path !== '/wrong');
        expect(heard.length).toBe(new Set(heard.map(({ body }) => body)).size);
      },
    );
    expect(found).toEqual([]);
  });

  test('a name that is taken by another Job', async () => {
    const found = await trial(
      (scene) => ({ a: { body: scene.message('a'), told: ['99 A102'], refused: true } }),
      async (scene, messages) => {
        await scene.cluster.createJob('a-ca978112');
        await send(scene, messages);
        await scene.start();
      },
    );
    expect(found).toEqual([]);
  });

  test('1,000 messages at once, of which so many are Jobs at a time as is said', async () => {
    let most = 0;
    const found = await trial(
      (scene) => many(scene, 1000),
      async (scene, messages, play) => {
        await send(scene, messages);
        await scene.start({ MAX_ACTIVE_JOBS: '50', VISIBILITY_SECONDS: '30' });
        await until(
          'callbacks',
          () => scene.history.exchanges.filter(({ who }) => who === 'webhook').length >= 3000,
          400,
        );
        most = play.most();
      },
    );
    expect(found).toEqual([]);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(50);
  }, 500_000);

  test.each([3600, -3600])('its clock is %d seconds wrong', async (SKEW_SECONDS) => {
    const found = await trial(everything, async (scene, messages) => {
      await send(scene, messages);
      await scene.start({ SKEW_SECONDS: String(SKEW_SECONDS), POD_START_SECONDS: '30' });
    });
    expect(found).toEqual([]);
  });

  test('is asked to stop while it has work, and the next one goes on', async () => {
    const found = await trial(
      (scene) => ({ ...everything(scene), ...many(scene, 30) }),
      async (scene, messages) => {
        const worker = await scene.start({ MAX_ACTIVE_JOBS: '5' });
        await send(scene, messages);
        await until('some callbacks', () => scene.history.exchanges.filter(({ who }) => who === 'webhook').length > 10);
        expect(await worker.stop()).toBe(0);
        await scene.start();
      },
    );
    expect(found).toEqual([]);
  });
});

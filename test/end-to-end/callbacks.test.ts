// Each fixture, from the message in the queue to what its webhook hears, by the example's worker as it would run in a cluster.
import type { Callback } from '../../lib/dialects/sqs/api';
import { SqsCallback } from '../../lib/dialects/sqs/callback-schema';
import { fixtures, type Told, toldBy } from './fixtures';
import { broken, type Expected, taken } from './invariants';
import { missingTools } from './elasticmq';
import { granted, needed } from './rights';
import { openScene, openStage, type Scene, type Stage, until } from './scene';

if (missingTools !== undefined) process.stderr.write(`SKIPPED: no ${missingTools}; with it the worker is tested\n`);
const suite = missingTools === undefined ? describe : describe.skip;

suite('the worker tells', () => {
  let stage: Stage;
  let scene: Scene;
  const expected: Record<string, readonly Told[]> = {};
  beforeAll(async () => {
    stage = await openStage();
    scene = await openScene(stage);
    await scene.start({ POD_START_SECONDS: '4' });
  });
  afterAll(async () => {
    await scene?.close();
    await stage?.close();
  });

  test.each(Object.entries(fixtures))('%s', async (name, fixture) => {
    const { cluster, history } = scene;
    const id = name.replaceAll(' ', '-');
    const heard = (): readonly Callback[] => taken(history.exchanges).get(id) ?? [];
    // As a cluster's own admission may write another spec than was asked for.
    scene.api.fault = ({ method, body }) => {
      if (method !== 'POST' || fixture.spec === undefined) return undefined;
      const job = JSON.parse(body) as { spec: object };
      return { send: JSON.stringify({ ...job, spec: { ...job.spec, ...fixture.spec } }) };
    };
    await scene.jobs.send([scene.message(id, fixture.job)]);
    const job = await scene.jobOf(id);
    const told: Told[] = [];
    for await (const moment of fixture.play(cluster, job)) {
      for (const callback of moment.callbacks) if (!told.includes(callback)) told.push(callback);
      await until(`${told.join()} of ${id}, heard ${heard().map(toldBy).join()}`, () => heard().length >= told.length);
      if (moment.says)
        expect(heard().at(-1)).toMatchObject({ detail: { error: { message: expect.stringMatching(moment.says) } } });
    }
    expected[id] = told;
    expect(heard().map(toldBy)).toEqual(told);
    expect(heard().flatMap((body) => SqsCallback.check(body))).toEqual([]);
    expect(heard()[0]).toMatchObject({ detail: { jobName: job } });
  });

  test('a message that comes once more when its Job is over', async () => {
    scene.api.fault = () => undefined;
    const before = scene.history.exchanges.length;
    await scene.jobs.send([scene.message('success')]);
    await until('the message is gone', async () => (await scene.jobs.count()) === 0);
    const heard = scene.history.exchanges.slice(before).filter(({ who }) => who === 'webhook');
    expect(heard).toEqual([]);
  });

  test('with exactly the rights that its manifests give', async () => {
    expect(needed(scene.history)).toEqual(await granted(stage.kubernetes, scene.namespace));
  });

  test('in the whole history nothing is broken', () => {
    expect(broken(scene.history, expected as Expected)).toEqual([]);
  });
});

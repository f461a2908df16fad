import { setTimeout as sleep } from 'node:timers/promises';
import { Turns } from '../../../examples/sqs-worker/src/turns';

/** Turns whose runs end when they are told to. */
function turns(atOnce = 2, again: () => number | undefined = () => undefined) {
  const begun: string[] = [];
  const failed: string[] = [];
  const open = new Map<string, { end: () => void; fail: (error: Error) => void }>();
  const all = new Turns({
    atOnce,
    run: (name) => {
      begun.push(name);
      if (open.has(name)) throw new Error(`${name} runs twice`);
      return new Promise((resolve, reject) => {
        const over = (settle: () => void) => () => {
          open.delete(name);
          settle();
        };
        open.set(name, { end: over(() => resolve(again())), fail: (error) => over(() => reject(error))() });
      });
    },
    onFailure: (name) => {
      failed.push(name);
      return 1;
    },
  });
  const end = async (name: string): Promise<void> => {
    open.get(name)!.end();
    await sleep(0);
  };
  return { all, begun, failed, open, end };
}

test('so many run at once, and the others in their order', async () => {
  const { all, begun, end } = turns();
  for (const name of ['a', 'b', 'c', 'd']) all.add(name);
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  expect(begun).toEqual(['a', 'b', 'c']);
});

test('who is added while it runs runs once more, however often', async () => {
  const { all, begun, end } = turns();
  all.add('a');
  all.add('a');
  all.add('a');
  all.add('b');
  expect(begun).toEqual(['a', 'b']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'a']);
  await end('a');
  expect(begun).toEqual(['a', 'b', 'a']);
});

test('who asks for it is looked at later', async () => {
  let left = 2;
  const { all, begun, end } = turns(1, () => (left-- > 0 ? 1 : undefined));
  all.add('a');
  await end('a');
  await sleep(20);
  expect(begun).toEqual(['a', 'a']);
  await end('a');
  await sleep(20);
  await end('a');
  await sleep(20);
  expect(begun).toEqual(['a', 'a', 'a']);
  await all.stop();
});

test('who fails is looked at later, and the others go on', async () => {
  const { all, begun, failed, open } = turns(1);
  all.add('a');
  all.add('b');
  open.get('a')!.fail(new Error('no'));
  await sleep(0);
  expect([begun, failed]).toEqual([['a', 'b'], ['a']]);
  open.get('b')!.end();
  await sleep(20);
  expect(begun).toEqual(['a', 'b', 'a']);
  open.get('a')!.end();
  await all.stop();
});

test('at a stop what runs ends, and nothing is begun', async () => {
  const { all, begun, end } = turns(1);
  all.add('a');
  all.add('b');
  let stopped = false;
  const stop = all.stop().then(() => (stopped = true));
  await sleep(5);
  expect(stopped).toBe(false);
  await end('a');
  await stop;
  all.add('c');
  expect(begun).toEqual(['a']);
});

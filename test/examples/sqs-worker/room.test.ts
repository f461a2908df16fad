import { setTimeout as sleep } from 'node:timers/promises';
import { Room } from '../../../examples/sqs-worker/src/room';

const { signal } = new AbortController();
const nowhere = (): boolean => false;

test('there is room for so many, and who waits gets it when somebody leaves', async () => {
  let active = 1;
  const room = new Room(3, () => active);
  expect(room.left).toBe(2);
  const leave = await room.enter(signal, nowhere);
  await room.enter(signal, nowhere);
  expect(room.left).toBe(0);
  let entered = false;
  const waiting = room.enter(signal, nowhere).then(() => (entered = true));
  await sleep(300);
  expect(entered).toBe(false);
  leave();
  await waiting;
  active = 0;
  expect(room.left).toBe(1);
});

test('nobody enters while it is not known how many there are', async () => {
  let active: number | undefined = undefined as number | undefined;
  const room = new Room(3, () => active);
  expect(room.left).toBe(0);
  let entered = false;
  const waiting = room.enter(signal, nowhere).then(() => (entered = true));
  await sleep(300);
  expect(entered).toBe(false);
  active = 2;
  await waiting;
});

test('whose Job is there needs no room', async () => {
  await new Room(1, () => 1).enter(signal, () => true);
});

test('who waits when the worker stops is let go', async () => {
  const stopping = new AbortController();
  const room = new Room(1, () => 1);
  const waiting = room.enter(stopping.signal, nowhere);
  stopping.abort();
  await expect(waiting).rejects.toThrow('aborted');
  expect(room.left).toBe(0);
});

import { Seen } from '../../lib/cli/seen';

const keyOf = (index: number): string => JSON.stringify(['', 'Job', 'é', `job-${index}`]);
const LONG = 'folder/'.repeat(20);

test('tells where each was seen first, of a few and of more than memory is for', () => {
  const seen = new Seen();
  const count = 60_000;
  const placeOf = (index: number): string => `${LONG}${index}.json:1`;
  const early = Array.from({ length: count }, (_, index) => seen.first(keyOf(index), placeOf(index)));
  expect(early.every((place) => place === undefined)).toBe(true);
  for (let index = 0; index < count; index += 997) expect(seen.first(keyOf(index), 'again')).toBe(placeOf(index));
  expect(seen.first(keyOf(count), 'new')).toBeUndefined();
  expect(seen.first(keyOf(count), 'again')).toBe('new');
  expect(seen.first(keyOf(count - 1), 'again')).toBe(placeOf(count - 1));
  seen.close();
});

test('keys with the same hash are told apart', () => {
  const seen = new Seen();
  const [one, other] = ['["","Job","","job-422789"]', '["","Job","","job-639192"]'];
  expect(seen.first(one, 'one')).toBeUndefined();
  expect(seen.first(other, 'other')).toBeUndefined();
  expect(seen.first(one, '')).toBe('one');
  expect(seen.first(other, '')).toBe('other');
});

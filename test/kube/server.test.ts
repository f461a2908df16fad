import { ALL, type Minor, MINORS } from '../../lib/kube/api/minors';
import { between, offAt, type Server, serverOf, since, until } from '../../lib/kube/server';
import { ProblemError } from '../../lib/report/problem-error';

const minorsOf = (mask: number): readonly Minor[] => MINORS.filter((_, index) => mask & (1 << index));

test('sets of minors', () => {
  expect(minorsOf(since('1.35'))).toEqual(MINORS.slice(MINORS.indexOf('1.35')));
  expect(minorsOf(until('1.29'))).toEqual(['1.28', '1.29']);
  expect(minorsOf(between('1.30', '1.32'))).toEqual(['1.30', '1.31', '1.32']);
  expect(minorsOf(ALL)).toEqual(MINORS);
  expect(minorsOf(offAt('SidecarContainers'))).toEqual(['1.28']);
  expect(offAt('NoSuchGate')).toBe(0);
});

test.each([
  ['1.34', ['1.34']],
  ['1.34-1.34', ['1.34']],
  ['1.30-1.32', ['1.30', '1.31', '1.32']],
  ['>=1.35', MINORS.slice(MINORS.indexOf('1.35'))],
])('%s is stated', (text, minors) => {
  const server = serverOf(text);
  expect([minorsOf(server.all), server.stated]).toEqual([minors, true]);
});

test('nothing stated is all that we know', () => {
  expect([serverOf(undefined).all, serverOf(undefined).stated]).toEqual([ALL, false]);
});

test.each<[unknown, string | undefined]>([
  ['v1.34', 'Did you mean "1.34"?'],
  ['1.34.2', 'Did you mean "1.34"?'],
  ['>= 1.32', 'Did you mean ">=1.32"?'],
  ['1.32+', 'Did you mean ">=1.32"?'],
  ['<=1.30', 'Did you mean "1.28-1.30"?'],
  ['1.34-1.30', 'Did you mean "1.30-1.34"?'],
  ['1.30..1.33', 'Did you mean "1.30-1.33"?'],
  ['1.27', 'The oldest that we know is 1.28'],
  ['1.99', `The newest that we know is ${MINORS.at(-1)}`],
  ['134', 'Did you mean "1.34"?'],
  [1.34, 'Write it in quotes: "1.34"'],
  [1.3, 'Write it in quotes: "1.30"'],
  ['', undefined],
  ['latest', undefined],
  [null, undefined],
  [{ __proto__: null }, undefined],
])('%j is a problem', (text, hint) => {
  let problems: readonly unknown[] = [];
  try {
    serverOf(text as string);
  } catch (error) {
    expect(error).toBeInstanceOf(ProblemError);
    ({ problems } = error as ProblemError);
  }
  expect(problems).toMatchObject([{ code: 'bad-format', path: ['kubernetes'] }]);
  expect((problems[0] as { hint?: string }).hint).toBe(hint);
});

test.each([
  [undefined, until('1.28'), 'Kubernetes before 1.29'],
  [undefined, since('1.33'), 'Kubernetes since 1.33'],
  [undefined, between('1.30', '1.31'), 'Kubernetes 1.30 to 1.31'],
  [undefined, between('1.30', '1.30'), 'Kubernetes 1.30'],
  [undefined, until('1.28') | between('1.35', '1.35'), 'Kubernetes 1.28, 1.35'],
  [undefined, ALL, 'Kubernetes'],
  ['1.30-1.34', between('1.30', '1.31'), 'Kubernetes until 1.31'],
  ['1.30-1.34', between('1.33', '1.34'), 'Kubernetes since 1.33'],
  ['1.30-1.34', between('1.30', '1.34'), 'Kubernetes 1.30 to 1.34'],
  ['1.34', between('1.34', '1.34'), 'Kubernetes 1.34'],
])('of %s, a part in words', (stated, part, words) => {
  const server: Server = serverOf(stated);
  expect(server.words(part)).toBe(words);
});

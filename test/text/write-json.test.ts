import { ProblemError } from '../../lib/report/problem-error';
import { writeJson, writeJsonDocuments } from '../../lib/text/write-json';

test('two spaces, undefined left out', () => {
  expect(writeJson({ b: [1, -0], a: undefined, c: {} })).toBe('{\n  "b": [\n    1,\n    0\n  ],\n  "c": {}\n}\n');
});

test('several values are the items of a List', () => {
  expect(JSON.parse(writeJsonDocuments([{ a: 1 }]))).toEqual({ a: 1 });
  expect(JSON.parse(writeJsonDocuments([{ a: 1 }, { b: 2 }]))).toEqual({
    apiVersion: 'v1',
    kind: 'List',
    items: [{ a: 1 }, { b: 2 }],
  });
  expect(JSON.parse(writeJsonDocuments([]))).toEqual({ apiVersion: 'v1', kind: 'List', items: [] });
});

test.each([
  [{ a: NaN }],
  [[undefined]],
  [{ a: new Date(0) }],
  [{ a: '\ud800' }],
  [{ a: 1n }],
  [() => 1],
  [{ toJSON: () => 1 }],
])('what JSON would change is refused: %#', (value) => expect(() => writeJson(value)).toThrow(ProblemError));

test('a circle and endless depth are refused', () => {
  const circle: unknown[] = [];
  circle.push({ circle });
  expect(() => writeJson(circle)).toThrow('[0].circle: contains itself');
  let deep: unknown = 1;
  for (let i = 0; i < 100_000; i++) deep = { deep };
  expect(() => writeJson(deep)).toThrow('nested more than 1000 levels');
});

import { isGoJsonObject } from '../../../lib/kube/values/go-json';

test.each([
  ['{}', true],
  ['null', true],
  [' {"a":1} ', true],
  ['[]', false],
  ['"a"', false],
  ['', false],
  ['\ufeff{}', false],
  ['{"a":1e999}', false],
  ['{"a":-1e999}', false],
  [`${'{"a":'.repeat(9_999)}{}${'}'.repeat(9_999)}`, true],
  [`${'{"a":'.repeat(10_000)}{}${'}'.repeat(10_000)}`, false],
])('JSON object to Go: %.20s', (text, expected) => expect(isGoJsonObject(text)).toBe(expected));

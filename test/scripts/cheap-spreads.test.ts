import { execFileSync } from 'node:child_process';
import { withCheapSpreads } from '../../scripts/cheap-spreads';

test.each([
  ['x = { ...a, b }', 'x = { ...null, ...a, b }'],
  ['x = { ...a, ...b }', 'x = { ...null, ...a, ...b }'],
  ['x = { ...{ ...a, b }, c: { ...d, e } }', 'x = { ...null, ...{ ...null, ...a, b }, c: { ...null, ...d, e } }'],
  [
    'f(`${{ ...a, b }}`, ({ ...c }) => ({ ...c, d() {} }))',
    'f(`${{ ...null, ...a, b }}`, ({ ...c }) => ({ ...null, ...c, d() {} }))',
  ],
])('%s', (code, expected) => {
  expect(withCheapSpreads(code)).toBe(expected);
});

test.each([
  'x = { ...a }',
  'x = { b, ...a }',
  'x = [...a, b]',
  'f(...a, b)',
  'const { a, ...b } = c',
  'x = "{ ...a, b }"',
])('stays: %s', (code) => {
  expect(withCheapSpreads(code)).toBe(code);
});

test('the program does the same, and its objects share a hidden class', () => {
  const program = withCheapSpreads(`
    const made = (n) => ({ ...(n > 0 && { ['__proto__']: n }), ...{ b: n }, ...(n > 1 && { c: n }) });
    console.log(JSON.stringify([0, 1, 2].map(made)), HaveSameMap(made(3), made(4)));
  `).replace('HaveSameMap', '%HaveSameMap');
  const args = ['--allow-natives-syntax', '-e', program];
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe(
    '[{"b":0},{"__proto__":1,"b":1},{"__proto__":2,"b":2,"c":2}] true\n',
  );
});

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

/** What a program says when it was written again. */
function said(program: string): string {
  const args = ['--allow-natives-syntax', '-e', withCheapSpreads(program).replace('HaveSameMap', '%HaveSameMap')];
  return execFileSync(process.execPath, args, { encoding: 'utf8' });
}

test('the program does the same', () => {
  const program = `
    const made = (n) => ({ ...(n > 0 && { ['__proto__']: n }), ...{ b: n }, ...(n > 1 && { c: n }) });
    console.log(JSON.stringify([0, 1, 2].map(made)));
  `;
  expect(said(program)).toBe('[{"b":0},{"__proto__":1,"b":1},{"__proto__":2,"b":2,"c":2}]\n');
});

test('its objects share a hidden class, also when V8 knows the function well', () => {
  const program = `
    const made = (n) => ({ ...{ a: n }, b: n });
    for (let time = 0; time < 1000; time++) made(time);
    console.log(HaveSameMap(made(1), made(2)));
  `;
  expect(said(program)).toBe('true\n');
});

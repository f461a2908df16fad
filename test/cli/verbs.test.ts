// The verbs as they are declared: words alone, so that the help of one verb does not load what another does.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { VERBS } from '../../lib/cli/verbs';

const folder = resolve(__dirname, '../../lib/cli/verbs');
const importsOf = (path: string): string[] =>
  [...readFileSync(path, 'utf8').matchAll(/^import (?!type\b).* from '(.*)';$/gm)].map(([, from]) => from!);

/** Where lists of words stand. */
const LISTS = ['../../dialects/dialect', '../../kube/api/minors'];

test.each(readdirSync(folder))('%s loads nothing but words', (file) => {
  const light = importsOf(join(folder, file)).filter((from) => !from.startsWith('./'));
  expect(light.filter((from) => !LISTS.includes(from))).toEqual([]);
});

test.each(LISTS)('%s loads little', (path) => {
  expect(importsOf(resolve(folder, `${path}.ts`)).filter((from) => !from.startsWith('../report/'))).toEqual([]);
});

test('each verb has a name, and each flag of a verb, once', () => {
  const names = VERBS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { flags } of VERBS) {
    const spellings = flags.flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]);
    expect(spellings).toEqual([...new Set(spellings)]);
    expect(spellings).not.toContain('--help');
  }
});

test('each example calls its own verb', () => {
  for (const { name, examples } of VERBS) for (const [line] of examples) expect(line).toContain(`cdk8s-kam ${name} `);
});

// examples/mistakes: what people get wrong, a file each, and what we say. README.md there is written from them (UPDATE=1) and from found-by.json, which
// `npx tsx scripts/compare-mistakes.ts` writes: what other tools find.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import foundBy from '../examples/mistakes/found-by.json';
import { run } from './cli/run';

const folder = resolve(__dirname, '../examples/mistakes');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort();
const tools = Object.keys(foundBy.tools) as (keyof typeof foundBy.tools)[];
const found: Readonly<Record<string, readonly string[]>> = foundBy.found;

/** What `validate` says of a mistake, a line a problem or hint. */
async function said(name: string): Promise<string[]> {
  const { out } = await run(['validate', `${name}.yaml`], { cwd: folder });
  return out.trim().split('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

async function page(): Promise<string> {
  const rows = await Promise.all(
    names.map(async (name) => {
      const [, what] = /^# (.*)\n/.exec(readFileSync(join(folder, `${name}.yaml`), 'utf8'))!;
      const lines = (await said(name)).map((line) => cell(line.replace(`${name}.yaml:`, '').trim()));
      const marks = tools.map((tool) => (found[name]?.includes(tool) ? '✓' : ''));
      return `| [${what}](${name}.yaml) | ${lines.join('<br>')} | ${marks.join(' | ')} |`;
    }),
  );
  const total = (tool: string): number => names.filter((name) => found[name]?.includes(tool)).length;
  return `# A hundred mistakes

Manifests with one mistake each, of the kind that people make, and what \`cdk8s-kam validate\` says of it, with line and column. ✓ is what other
tools find of them, in any words. [found-by.json](found-by.json) says how they were asked, ${foundBy.date}.

| tool | finds | asked |
| --- | --- | --- |
| **cdk8s-kam** | ${names.length} | offline |
${tools.map((tool) => `| ${tool} | ${total(tool)} | ${foundBy.tools[tool]} |`).join('\n')}

| mistake | what we say | ${tools.join(' | ')} |
| --- | --- | ${tools.map(() => ':-:').join(' | ')} |
${rows.join('\n')}
`;
}

test('there are a hundred, and others were asked about each', () => {
  expect(names).toHaveLength(100);
  expect(Object.keys(found).sort()).toEqual(names);
});

test.each(names)('%s is found, at a line of it', async (name) => {
  const [first] = await said(name);
  expect(first).toMatch(new RegExp(`^${name}\\.yaml:[0-9]+:[0-9]+[: ]`));
});

test('the page says what we say', async () => {
  const file = join(folder, 'README.md');
  const text = await page();
  if (process.env['UPDATE'] === '1') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
});

// The site: it is built, the same twice, and everything in it leads somewhere.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix, resolve } from 'node:path';

const root = resolve(__dirname, '..');
const temporary = mkdtempSync(join(tmpdir(), 'site-'));
const site = join(temporary, 'one');

/** In a process of its own: esbuild does not run inside of jest. */
function build(folder: string): void {
  const tsx = join(root, 'node_modules/.bin/tsx');
  const { status, stderr } = spawnSync(tsx, [join(root, 'scripts/site/main.ts'), folder], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
const textOf = (file: string): string => readFileSync(join(site, file), 'utf8');

let files: string[];
let pages: string[];
beforeAll(() => {
  build(site);
  files = filesIn(site);
  pages = files.filter((file) => file.endsWith('.html'));
});
afterAll(() => rmSync(temporary, { recursive: true }));

test('has a page for each file of Markdown that is for readers, and for each example', () => {
  const markdown = filesIn(join(root, 'docs')).filter((file) => file.endsWith('.md'));
  const examples = readdirSync(join(root, 'examples')).filter((name) => !name.includes('.'));
  const expected = [
    ...['index.html', 'API.html', 'CONTRIBUTING.html', 'playground.html', 'examples/index.html'],
    ...markdown.map((file) => `docs/${file.replace(/\.md$/, '.html')}`),
    ...examples.map((name) => `examples/${name}.html`),
  ];
  expect(pages).toEqual(expected.sort());
});

test('the menu has every guide', () => {
  const guides = readdirSync(join(root, 'docs')).filter((file) => file.endsWith('.md'));
  const [menu = ''] = /<nav [^]*<\/nav>/.exec(textOf('index.html')) ?? [];
  expect(guides.filter((file) => !menu.includes(`href="docs/${file.replace(/md$/, 'html')}"`))).toEqual([]);
});

test('is the same when it is built again', () => {
  const other = join(temporary, 'two');
  build(other);
  expect(filesIn(other)).toEqual(files);
  expect(files.filter((file) => textOf(file) !== readFileSync(join(other, file), 'utf8'))).toEqual([]);
});

test('every link and every anchor leads somewhere, without a server', () => {
  const ids = new Map(
    pages.map((page) => [page, [...textOf(page).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!)] as const),
  );
  const broken = pages.flatMap((page) =>
    [...textOf(page).matchAll(/ (?:href|src)="([^"]*)"/g)].flatMap(([, link]) => {
      if (/^(?:https?|data):/.test(link!)) return [];
      const [path = '', anchor] = link!.split('#');
      const target = path === '' ? page : posix.normalize(posix.join(posix.dirname(page), decodeURI(path)));
      const isThere = files.includes(target) && (anchor === undefined || ids.get(target)?.includes(anchor) === true);
      return isThere ? [] : [`${page}: ${link}`];
    }),
  );
  expect(broken).toEqual([]);
  const twice = [...ids].filter(([, all]) => new Set(all).size !== all.length).map(([page]) => page);
  expect(twice).toEqual([]);
});

test('code has colours: its words are as they were, and what the style has colours for is there', () => {
  const blocks = pages.flatMap((page) => [
    ...textOf(page).matchAll(/<code class="(?:ts|json|yaml|sh)">([^]*?)<\/code>/g),
  ]);
  const html = blocks.map(([, inner]) => inner!);
  expect(html.filter((inner) => inner.includes('<span class="hljs-')).length).toBeGreaterThan(300);
  const told = new Set([...html.join('').matchAll(/<span class="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')));
  const coloured = [...textOf('style.css').matchAll(/\.(hljs-\w+)/g)].map(([, name]) => name!);
  expect(coloured.length).toBeGreaterThan(9);
  expect(coloured.filter((name) => !told.has(name))).toEqual([]);
  const [readme] = /^```ts\n([^]*?)^```/m.exec(readFileSync(join(root, 'README.md'), 'utf8'))!.slice(1);
  const shown = html.map((inner) =>
    inner.replace(/<[^>]*>/g, '').replace(/&(?:#x27|quot|lt|gt|amp);/g, (each) => MEANT[each]!),
  );
  expect(shown).toContain(readme);
});

const MEANT: Readonly<Record<string, string>> = {
  '&#x27;': "'",
  '&quot;': '"',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
};

test('loads nothing from elsewhere', () => {
  const loads = pages.flatMap((page) => [
    ...textOf(page).matchAll(/<(?:script|link|img|iframe)\b[^>]* (?:src|href)="(?:https?:)?\/\/[^"]*"/g),
  ]);
  expect(loads).toEqual([]);
  expect(textOf('style.css')).not.toMatch(/url\(|@import/);
});

test('the search knows every page and finds its sections', () => {
  const window: { searchIndex?: [path: string, anchor: string, ...texts: string[]][] } = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- as a page does it
  (new Function('window', textOf('search-index.js')) as (of: object) => void)(window);
  const index = window.searchIndex!;
  expect([...new Set(index.map(([path]) => path))].sort()).toEqual(
    pages.filter((page) => page !== 'playground.html').sort(),
  );
  const lost = index.filter(([path, anchor]) => !textOf(path).includes(` id="${anchor}"`));
  expect(lost).toEqual([]);
  expect(index.some(([path, , , , text]) => path === 'docs/problems/bad-format.html' && /512MB/.test(text!))).toBe(
    true,
  );
});

test('the library in the playground asks nothing of Node', () => {
  expect(textOf('library.js').match(/.{0,40}(?:\bBuffer\b|\brequire\(").{0,40}/g)).toBeNull();
});

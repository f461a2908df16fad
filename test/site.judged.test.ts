// The site in a real browser: the playground takes every dialect, marks what is wrong at its place and fetches nothing; the search finds; all of it can be
// read, in the light and in the dark, wide and narrow. Debian's package `chromium`; CHROMIUM names another one.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

// What runs in the page; the DOM's types stay out of everything else.
declare const document: { readonly documentElement: { readonly scrollWidth: number } };

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there)
  process.stderr.write(`SKIPPED: no ${executablePath}; \`apt-get install chromium\` and the site is tested\n`);

const root = resolve(__dirname, '..');
const site = mkdtempSync(join(tmpdir(), 'site-'));
const urlOf = (path: string): string => pathToFileURL(join(site, path)).href;
const example = (file: string): string => readFileSync(join(root, 'examples', file), 'utf8');
let browser: Browser;

interface Look {
  readonly width?: number;
  readonly dark?: boolean;
}

/** A page of which nothing goes wrong in silence. */
async function open(
  path: string,
  { width = 1400, dark = false }: Look = {},
): Promise<{ page: Page; trouble: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' });
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('dialog', (dialog) => trouble.push(`says ${dialog.message()}`));
  page.on('request', (request) => {
    const isOurs = request.url().startsWith(pathToFileURL(site).href) || /^(?:data|about):/.test(request.url());
    if (!isOurs) trouble.push(`fetches ${request.url()}`);
  });
  await page.goto(urlOf(path));
  return { page, trouble };
}

/** When the playground has looked at all that it was given. */
async function looked(page: Page): Promise<void> {
  await page.waitForSelector('main[aria-busy=false]', { state: 'attached' });
}

/** What the playground shows of a text. */
async function pasted(page: Page, text: string): Promise<{ yaml: string; explained: string; sum: string }> {
  await page.fill('#text', text);
  await looked(page);
  const [yaml, explained, sum] = await Promise.all(
    ['#yaml', '#explain', '#sum'].map((selector) => page.$eval(selector, (element) => element.textContent)),
  );
  return { yaml, explained, sum };
}

(there ? describe : describe.skip)('in Chromium', () => {
  beforeAll(async () => {
    const tsx = join(root, 'node_modules/.bin/tsx');
    const { status, stderr } = spawnSync(tsx, [join(root, 'scripts/site/main.ts'), site], { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(site, { recursive: true });
  });

  test.each([
    [
      'a manifest.json',
      example('from-manifest/cronjob/manifest.json'),
      /^kind: CronJob$/m,
      /schedule +mapped +CronJob/,
    ],
    ['an SQS message', example('from-sqs/message.json'), /^kind: Job$/m, /job\.prefixName/],
    ['Launcher jobs', example('from-launcher/job.json'), /^kind: Job$/m, /resourceLimits/],
    ['a KAM source', example('from-kam/probe.k'), /^kind: Deployment$/m, /startupProbe/],
    [
      'a KAM document',
      'name: web\ncontainers:\n  web: { image: "nginx:1.27" }\nports:\n  - port: 80\n',
      /^kind: Service$/m,
      /ports/,
    ],
    ['a manifest', example('kam/kam.k8s.yaml'), /Kubernetes takes it as it is/, /Kubernetes takes it as it is/],
  ])('%s becomes what the library makes of it', async (_, text, yaml, explained) => {
    const { page, trouble } = await open('playground.html');
    const shown = await pasted(page, text);
    expect(shown.sum).toMatch(/^0 errors, /);
    expect(shown.yaml).toMatch(yaml);
    expect(shown.explained).toMatch(explained);
    await page.click('#tab-graph');
    await page.frameLocator('#graph').locator('body', { hasText: /\S/ }).waitFor();
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('what is wrong has a caret at its place, and leads there and to its page', async () => {
    const { page, trouble } = await open('playground.html');
    const shown = await pasted(
      page,
      '{\n  "type": "job", "name": "gstogs", "labels": "app:gstogs",\n  "image-source": "busybox:1.36",\n  "cpu-limit": "0,20"\n}\n',
    );
    expect(shown.sum).toBe('1 error, 0 warnings');
    expect(shown.yaml).toBe('Nothing becomes of it while it has errors.\n');
    const carets = await page.$$eval('.marks i', (list) =>
      list.map((caret) => [caret.textContent, caret.className, caret.style.top, caret.style.left]),
    );
    expect(carets).toEqual([['^', 'error', '75px', '2ch']]);
    const problem = page.locator('.problems li');
    expect(await problem.innerText()).toContain('Write 0.20');
    await problem.locator('button').click();
    expect(await page.$eval('#text', (field) => (field as unknown as { selectionStart: number }).selectionStart)).toBe(
      97,
    );
    await problem.locator('a').click();
    await page.waitForURL(/bad-format\.html/);
    expect(await page.locator('h1').innerText()).toBe('bad-format');
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('the minor that is chosen judges', async () => {
    const { page, trouble } = await open('playground.html');
    const text =
      'name: a\nschedule: "0 5 * * *"\nmanagedBy: example.com/queue\ncontainers:\n  main: { image: "busybox:1.36" }\n';
    expect((await pasted(page, text)).sum).toBe('0 errors, 2 warnings');
    await page.selectOption('#kubernetes', '1.28');
    await looked(page);
    expect(await page.locator('#sum').innerText()).toBe('1 error, 0 warnings');
    await page.selectOption('#kubernetes', '1.36');
    await looked(page);
    expect(await page.locator('#sum').innerText()).toBe('0 errors, 0 warnings');
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('the link holds the text and the minor', async () => {
    const { page } = await open('playground.html');
    const text = 'name: "ü & # %"\ncontainers:\n  main: { image: "busybox:1.36" }\n';
    await pasted(page, text);
    await page.selectOption('#kubernetes', '1.30');
    await looked(page);
    const link = page.url();
    await page.close();
    const other = await browser.newPage();
    await other.goto(link);
    expect(await other.inputValue('#text')).toBe(text);
    expect(await other.inputValue('#kubernetes')).toBe('1.30');
    await other.close();
  });

  test('a text that is too long for an address is looked at all the same', async () => {
    const { page, trouble } = await open('playground.html');
    const { sum } = await pasted(
      page,
      `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: ${'x'.repeat(100_000)} }\n`,
    );
    expect(sum).toBe('0 errors, 0 warnings');
    expect(page.url()).toMatch(/#$/);
    expect(await page.locator('#copied').innerText()).toBe('The text is too long for a link.');
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('no value of a Secret is shown but where it was pasted', async () => {
    const { page, trouble } = await open('playground.html');
    const text = `web:
  workload:
    schedule: "0 5 * *"
    containers: { web: { image: "nginx:1.27", env: { PASSWORD: "secret://db/password" } } }
    secrets: { db: { type: basic, data: { username: s3cr3t-name, password: s3cr3t-value } } }
`;
    const sound = text.replace('0 5 * *', '0 5 * * *');
    for (const each of [text, sound, text.replace('basic', 'bas1c')]) {
      const { yaml } = await pasted(page, each);
      if (each === sound) expect(yaml).toMatch(/^ {2}password: not shown here$/m);
      const shown = await page.$eval('main', (main) => main.innerHTML);
      expect(shown).not.toContain('s3cr3t');
      expect(await page.$eval('#graph', (frame) => (frame as unknown as { srcdoc: string }).srcdoc)).not.toContain(
        's3cr3t',
      );
    }
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('what is no document, or means ill, is told and breaks nothing', async () => {
    const { page, trouble } = await open('playground.html');
    const evil = `{"kind": "<img src=x onerror=alert(1)>", "apiVersion": "</script><script>alert(2)</script>", "metadata": {"name": "<b>"}}`;
    const texts = [
      '',
      ' ',
      '{',
      'a: [',
      '\ud83d',
      '{"__proto__": {"a": 1}}',
      '['.repeat(50_000),
      evil,
      '\u0000',
      'import a\nb = c(1)\n',
    ];
    for (const text of texts) {
      const { sum } = await pasted(page, text);
      expect(sum).toMatch(/^\d+ errors?, \d+ warnings?$/);
    }
    expect(await page.$$('main img')).toEqual([]);
    expect(trouble).toEqual([]);
    await page.close();
  });

  test('the search finds a section and goes there', async () => {
    const { page, trouble } = await open('docs/problems/bad-format.html');
    await page.fill('.search input', 'open-route');
    await page.locator('.found a').first().click();
    await page.waitForURL(/docs\/problems\/open-route\.html#open-route$/);
    expect(await page.locator('h1').innerText()).toBe('open-route');
    expect(trouble).toEqual([]);
    await page.close();
  });

  const PAGES = [
    'index.html',
    'playground.html',
    'API.html',
    'docs/problems.html',
    'docs/problems/bad-mode.html',
    'examples/mistakes.html',
  ];
  test.each([1400, 380])('at a width of %i nothing is wider than the window', async (width) => {
    for (const path of PAGES) {
      const { page, trouble } = await open(path, { width });
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
      expect(trouble).toEqual([]);
      await page.close();
    }
  });

  const axe = require.resolve('axe-core');
  test.each([false, true])('axe has nothing against it (dark: %s)', async (dark) => {
    for (const path of ['index.html', 'playground.html', 'docs/problems/bad-mode.html', 'docs/testing.html']) {
      const { page } = await open(path, { dark });
      if (path === 'playground.html') await looked(page);
      await page.addScriptTag({ path: axe });
      const faults = await page.evaluate(async () => {
        const { axe: judge } = globalThis as unknown as {
          axe: { run: (context: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
        };
        const { violations } = await judge.run({ exclude: [['#graph']] });
        return violations.map(({ id, nodes }) => [id, ...nodes.slice(0, 3).map(({ html }) => html)]);
      });
      expect([path, faults]).toEqual([path, []]);
      await page.close();
    }
  });
});

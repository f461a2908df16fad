// The page of `graph --html` in a real browser: nothing is fetched, nothing overlaps, nothing runs that a name has brought.
// Debian's package `chromium`; CHROMIUM names another one.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { folderWith, run } from './run';
import { SHOP, SHOP_TEXT } from './shop';

// What runs in the page; the DOM's types stay out of everything else.
declare const document: {
  readonly documentElement: { readonly scrollWidth: number };
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
};
declare function getComputedStyle(element: unknown): { readonly color: string; readonly backgroundColor: string };
interface Element {
  readonly parentElement: Element | null;
}

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there)
  process.stderr.write(`SKIPPED: no ${executablePath}; \`apt-get install chromium\` and the page is tested\n`);

const folder = folderWith({});
let browser: Browser;

async function open(name: string, stdin: string, options: { width?: number; dark?: boolean } = {}): Promise<Page> {
  const { out } = await run(['graph', '--html'], { stdin });
  const file = join(folder, `${name}.html`);
  writeFileSync(file, out);
  const { width = 1400, dark = false } = options;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' });
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => trouble.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) trouble.push(`fetches ${request.url()}`);
  });
  page.on('dialog', (dialog) => trouble.push(`says ${dialog.message()}`));
  await page.goto(pathToFileURL(file).href);
  expect(trouble).toEqual([]);
  return page;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const boxes = (page: Page, selector: string): Promise<Box[]> =>
  page.$$eval(selector, (elements) =>
    elements.map((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { left, right, top, bottom };
    }),
  );

/** How many pairs lie on each other. */
const overlapping = (list: readonly Box[]): number =>
  list.flatMap((a, index) =>
    list
      .slice(index + 1)
      .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
  ).length;

(there ? describe : describe.skip)('in Chromium', () => {
  jest.setTimeout(120_000);
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  const long = JSON.stringify({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'a'.repeat(52), namespace: 'n'.repeat(63) },
    spec: {
      schedule: '* * * * *',
      jobTemplate: {
        spec: { template: { spec: { containers: [{ name: 'x', image: `r.example.com/${'i'.repeat(200)}:1` }] } } },
      },
    },
  });

  test.each([1400, 900, 860, 400])('at a width of %i nothing overlaps and nothing is cut off', async (width) => {
    const page = await open('wide', SHOP_TEXT + long, { width });
    expect(overlapping(await boxes(page, '.card'))).toBe(0);
    expect(overlapping(await boxes(page, '.card > *, .label, .track, h1, h2, h3'))).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const cut = await page.$$eval('.card, .card *, .label', (elements) =>
      elements
        .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
        .map((element) => element.textContent),
    );
    expect(cut).toEqual([]);
    await page.close();
  });

  test('each reference is a line between its cards', async () => {
    const page = await open('lines', SHOP_TEXT);
    const lines = await page.$$eval('.edges path', (paths) =>
      paths.map((path) => [path.getAttribute('d'), path.querySelector('title')?.textContent]),
    );
    expect(lines.map(([, label]) => label)).toEqual(['env', 'env', 'volume', 'runs as', 'selects', 'routes to', 'TLS']);
    const titles = await page.$$eval('.card h4', (elements) => elements.map((element) => element.textContent));
    expect(titles).toEqual(expect.arrayContaining(['api', 'front', 'db', 'settings', 'tls', 'api-data', 'robot']));
    // The line of the Service ends at the edge of its Deployment.
    const [service, deployment] = await page.$$eval('.card', (cards) => {
      const of = (kind: string) =>
        cards.find((card) => card.querySelector('.kind')?.textContent?.startsWith(kind))!.getBoundingClientRect();
      return [of('Service'), of('Deployment')].map(({ left, right }) => ({ left, right }));
    });
    const { left } = (await boxes(page, '.columns'))[0]!;
    const [x1, x2] = [...lines[4]![0]!.matchAll(/(?:^M|\s)([\d.]+),/g)]
      .map(([, x]) => Number(x) + left)
      .filter((_, index, all) => index === 0 || index === all.length - 1);
    expect(x1).toBeCloseTo(service!.right, 0);
    expect(x2).toBeCloseTo(deployment!.left, 0);
    await page.close();
  });

  test('the lines follow the layout', async () => {
    const page = await open('follow', SHOP_TEXT);
    const first = () => page.$eval('.edges path', (path) => path.getAttribute('d'));
    const before = await first();
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.waitForFunction((old) => document.querySelector('.edges path')?.getAttribute('d') !== old, before);
    expect(await first()).not.toBe(before);
    await page.close();
  });

  test('a card under the pointer shows its own lines', async () => {
    const page = await open('hover', SHOP_TEXT);
    await page.locator('.card', { has: page.locator('h4', { hasText: 'front' }) }).hover();
    expect(await page.$$eval('.edges path.on title', (titles) => titles.map(({ textContent }) => textContent))).toEqual(
      ['routes to', 'TLS'],
    );
    await page.mouse.move(0, 0);
    expect(await page.$$('.edges path.on')).toEqual([]);
    await page.close();
  });

  test('problems stand in the cards of their objects, and no secret', async () => {
    const page = await open('problems', SHOP_TEXT);
    const text = (name: string) =>
      page
        .locator('.card', { has: page.locator('h4', { hasText: new RegExp(`^${name}$`) }) })
        .first()
        .innerText();
    expect(await text('settings')).toContain('found a space at character 4');
    expect(await page.locator('.card.workload.warning').innerText()).toContain('Did you mean "password"?');
    expect(await page.locator('.summary').innerText()).toContain('1 error');
    expect(await page.content()).not.toContain('s3cr3t');
    await page.close();
  });

  test('the timeline has a tick for each run', async () => {
    const page = await open('timeline', SHOP_TEXT);
    const ticks = await page.$$eval('.tick', (paths) =>
      paths.map((path) => (path.getAttribute('d') ?? '').split('M').length - 1),
    );
    expect(ticks).toEqual([4, 48, 0]);
    expect(await page.locator('.overlaps').innerText()).toContain('shop/cleanup, shop/report');
    await page.close();
  });

  test('no name becomes markup or a script', async () => {
    const evil = `"'><img src=x onerror=alert(1)><script>alert(2)</script></script>`;
    const objects = [
      { ...SHOP[0], metadata: { name: evil, namespace: evil } },
      { kind: evil, apiVersion: evil, metadata: { name: evil } },
    ];
    const page = await open('evil', objects.map((object) => JSON.stringify(object)).join('\n') + '\n{"broken": <b>}');
    expect(await page.$$('img')).toEqual([]);
    expect(await page.$$('body script')).toHaveLength(1);
    expect(await page.locator('h4').first().innerText()).toBe(evil);
    await page.close();
  });

  test.each([false, true])('text can be read (dark: %s)', async (dark) => {
    const page = await open('contrast', SHOP_TEXT, { dark });
    const contrasts = await page.$$eval(
      '.card *, .label *, .summary *, .legend li, .overlaps *, h2, h3',
      (elements) => {
        const rgb = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
        const light = ([r, g, b]: number[]): number => {
          const [x, y, z] = [r, g, b].map((each) =>
            each! / 255 <= 0.03928 ? each! / 255 / 12.92 : ((each! / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
        };
        return elements
          .filter((element) => element.textContent !== '' && element.closest('.suspended, .uses') === null)
          .map((element) => {
            let behind: Element | null = element;
            while (behind !== null && rgb(getComputedStyle(behind).backgroundColor)[3] === 0)
              behind = behind.parentElement;
            const [a, b] = [
              light(rgb(getComputedStyle(element).color)),
              light(rgb(getComputedStyle(behind!).backgroundColor)),
            ];
            return { text: element.textContent, contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) };
          });
      },
    );
    expect(contrasts.length).toBeGreaterThan(30);
    expect(contrasts.filter(({ contrast }) => contrast < 4.5)).toEqual([]);
    await page.close();
  });

  test('a screenshot to look at', async () => {
    const page = await open('screenshot', SHOP_TEXT);
    const image = await page.screenshot({ fullPage: true });
    expect(image.length).toBeGreaterThan(20_000);
    const reports = join(__dirname, '../../reports');
    mkdirSync(reports, { recursive: true });
    writeFileSync(join(reports, 'graph.png'), image);
    await page.close();
  });
});

// The page of `graph --html` in a real browser: nothing is fetched, nothing overlaps, nothing runs that a name has brought.
// Debian's package `chromium`; CHROMIUM names another one.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { fleet, jobs } from './fleet';
import { folderWith, run } from './run';
import { SHOP, SHOP_TEXT } from './shop';

// What runs in the page; the DOM's types stay out of everything else.
declare const document: {
  readonly documentElement: { readonly scrollWidth: number; readonly scrollHeight: number };
  querySelector(selector: string): { getAttribute(name: string): string | null } | null;
};
declare function getComputedStyle(element: unknown): { readonly color: string; readonly backgroundColor: string };
interface Element {
  readonly parentElement: Element | null;
}
interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}
declare const axe: { run(): Promise<{ readonly violations: readonly Violation[] }> };

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const there = existsSync(executablePath);
if (!there)
  process.stderr.write(`SKIPPED: no ${executablePath}; \`apt-get install chromium\` and the page is tested\n`);

const folder = folderWith({});
let browser: Browser;
/** By their input. */
const pages = new Map<string, string>();

async function open(
  name: string,
  stdin: string,
  options: { width?: number; dark?: boolean; scripts?: boolean } = {},
): Promise<Page> {
  const out = pages.get(stdin) ?? (await run(['graph', '--html'], { stdin })).out;
  pages.set(stdin, out);
  const file = join(folder, `${name}.html`);
  writeFileSync(file, out);
  const { width = 1400, dark = false, scripts = true } = options;
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: scripts,
  });
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

  /** Nothing lies on other things, nothing sticks out, nothing is cut off. */
  const isWellLaid = async (page: Page, width: number): Promise<void> => {
    expect(overlapping(await boxes(page, '.card, .item:not(.open) .toggle, .item:not(.open) .line'))).toBe(0);
    expect(
      overlapping(
        await boxes(page, '.card > *:not(.uses), .badges, .label, .track, .day-name, h1, h2:not(.unseen), h3'),
      ),
    ).toBe(0);
    expect(overlapping(await boxes(page, 'header > *, .tools > *, .group, .timeline, footer'))).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const cut = await page.$$eval(
      '.card, .card *:not(.uses, .uses *), .label, .line *, .toggle, .tools *, .days *',
      (elements) =>
        elements
          .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
          .filter(({ tagName }) => tagName !== 'INPUT' && tagName !== 'SELECT')
          .map((element) => element.outerHTML),
    );
    expect(cut).toEqual([]);
  };

  const isAccessible = async (page: Page): Promise<void> => {
    await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const { violations } = await page.evaluate(() => axe.run());
    expect(violations.map(({ id, nodes: [first] }) => [id, first!.html, first!.failureSummary])).toEqual([]);
  };

  test.each([1400, 900, 860, 400])('at a width of %i nothing overlaps and nothing is cut off', async (width) => {
    const page = await open('wide', SHOP_TEXT + long, { width });
    await isWellLaid(page, width);
    await page.close();
  });

  const text = (objects: readonly object[]): string => objects.map((object) => JSON.stringify(object)).join('\n');
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  /** The rows come with the event of the unfolding, which is later than the click. */
  const unfold = async (page: Page): Promise<void> => {
    await page.locator('summary').click();
    await page.locator('.row').first().waitFor();
  };
  /** The lines are drawn when the layout is known, which may be later than the loading. */
  const linesDrawn = (page: Page) => page.waitForSelector('.edges path', { state: 'attached' });

  describe.each([5, 300, 1000])('%i workloads', (number) => {
    test.each([
      [1600, false],
      [1600, true],
      [400, false],
      [400, true],
    ])('at a width of %i (dark: %s)', async (width, dark) => {
      const began = Date.now();
      const page = await open(`fleet-${number}`, text(fleet(number)), { width, dark });
      expect(Date.now() - began).toBeLessThan(60_000);
      await isWellLaid(page, width);
      await isAccessible(page);
      // An overview: a few screens, whatever the number.
      const height = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight);
      expect(await height()).toBeLessThan(width === 400 ? 9000 : 4000);
      if (number > 5) {
        await page.locator('.group .toggle').first().click();
        await page.locator('.item .toggle').first().click();
        expect(await page.locator('.card').count()).toBeGreaterThan(0);
        await unfold(page);
        await isWellLaid(page, width);
        await isAccessible(page);
        await press(page, 'Open all');
        expect(await page.locator('.item').count()).toBeLessThanOrEqual(8 * 50);
      }
      await page.close();
    });
  });

  describe('a reader of 300 workloads', () => {
    let page: Page;
    beforeAll(async () => {
      page = await open('reader', text(fleet(300)), { width: 1600 });
    });
    afterAll(() => page.close());
    const names = (): Promise<string[]> => page.locator('.item-name').allInnerTexts();
    const found = async (said: string | RegExp): Promise<void> => {
      await page.locator('.found', { hasText: said }).waitFor();
    };

    test('sees groups first, and chooses by what', async () => {
      expect(await page.locator('.group h2').allInnerTexts()).toEqual([
        'accounts',
        'catalogue',
        'checkout',
        'delivery',
        'mail',
        'payments',
        'reports',
        'search',
      ]);
      expect(await names()).toEqual([]);
      await page.getByRole('combobox', { name: 'Group by', exact: true }).selectOption('kind');
      expect(await page.locator('.group h2').allInnerTexts()).toEqual(
        expect.arrayContaining(['CronJob', 'Deployment', 'Secret', 'StatefulSet']),
      );
      await page.getByRole('combobox', { name: 'Group by', exact: true }).selectOption('namespace');
    });

    test('searches', async () => {
      await page.getByLabel('Search').fill('mailer-38 cronjob');
      await found('1 of');
      expect(await names()).toEqual(['mailer-38 CronJob']);
      await page.getByLabel('Search').fill('nowhere');
      await found('0 of');
      expect(await page.locator('.nothing').innerText()).toContain('Nothing is found');
      await page.getByLabel('Search').fill('');
      await found(/^\d+ rows$/);
    });

    test('filters by kind and by problems', async () => {
      await page.getByLabel('only with problems').check();
      const wrong = await names();
      expect(wrong).toHaveLength(12);
      await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('CronJob');
      expect((await names()).length).toBeLessThan(wrong.length);
      await page.getByLabel('only with problems').uncheck();
      await page.getByRole('combobox', { name: 'Kind', exact: true }).selectOption('');
    });

    test('goes from problem to problem, by the keyboard', async () => {
      await page.getByRole('button', { name: 'Next problem' }).focus();
      await page.keyboard.press('Enter');
      const focused = (): Promise<string> => page.locator(':focus').innerText();
      const first = await focused();
      expect(await page.locator('.item.open .problems').count()).toBe(1);
      expect(await page.locator('.found').innerText()).toBe('problem 1 of 12');
      await press(page, 'Next problem');
      expect(await focused()).not.toBe(first);
      await press(page, 'Previous problem');
      expect(await focused()).toBe(first);
      await page.keyboard.press('Space');
      expect(await page.locator(':focus').getAttribute('aria-expanded')).toBe('false');
      await press(page, 'Close all');
    });

    test('sees what uses a shared thing, from its chip', async () => {
      await page.getByLabel('Search').fill('mailer-38');
      await found('1 of');
      expect(await page.locator('.line .chip').allInnerTexts()).toEqual([
        'NetworkPolicy no-way-in',
        'Secret database',
        'ConfigMap settings',
        'ServiceAccount runner',
        'Role reads-pods',
      ]);
      await page.getByLabel('Search').fill('');
      await found(/^\d+ rows$/);
      await page.locator('.group .toggle').first().click();
      await page.locator('.line .chip', { hasText: 'database' }).first().click();
      expect(await page.locator(':focus').innerText()).toContain('beside Secret database');
      expect(await page.locator('.found').innerText()).toMatch(/^39 of/);
      await page.keyboard.press('Enter');
      expect(await page.locator('.token').isVisible()).toBe(false);
      await press(page, 'Close all');
    });

    test('finds a workload from its square and from its schedule', async () => {
      await page.locator('.squares .error').first().click();
      expect(await page.locator('.item.open.error .card.error').count()).toBe(1);
      await unfold(page);
      const schedule = page.locator('.row button').first();
      const name = await schedule.innerText();
      await schedule.click();
      expect(name).toMatch(new RegExp(`/${(await page.locator(':focus').innerText()).split(' ')[0]}$`));
    });
  });

  test('policies and rights stand beside their workload', async () => {
    const page = await open('policies', text(fleet(1)));
    const drawn = page.locator('.item', { hasText: 'api-0' }).first();
    expect(await drawn.locator('.heading').allInnerTexts()).toContain('SERVICES AND POLICIES');
    expect(await drawn.locator('.card.policy h4').allInnerTexts()).toEqual(['no-way-in', 'api-0', 'api-0']);
    expect(await drawn.locator('.card').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('2 to 10 replicas'), expect.stringContaining('get, list: pods')]),
    );
    await page.close();
  });

  test('a thousand jobs of each minute are a strip, and rows when they are asked for', async () => {
    const page = await open('minutely', text(jobs(1000, () => '* * * * *')));
    expect(await page.$$('#timeline svg rect')).toEqual([]);
    expect(await page.$$('#timeline svg')).toHaveLength(8);
    expect(await page.locator('.large .note').innerText()).toBe(
      'Monday: 1440000 starts, at most 1000 at once, first at 00:00',
    );
    await unfold(page);
    expect(await page.$$('.row')).toHaveLength(100);
    await press(page, 'show 100 more (900 left)');
    expect(await page.$$('.row')).toHaveLength(200);
    await isAccessible(page);
    await page.close();
  });

  test('prints without its controls, in light colours', async () => {
    const page = await open('print', text(fleet(300)), { dark: true });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.tools').isVisible()).toBe(false);
    expect(await page.$eval('body', (body) => getComputedStyle(body).color)).toBe('rgb(29, 37, 48)');
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.close();
  });

  test('without scripts it is a list', async () => {
    const page = await open('plain', SHOP_TEXT, { scripts: false });
    expect(await page.locator('#list li').allInnerTexts()).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Ingress shop/front'),
        expect.stringContaining('found a space at character 4'),
      ]),
    );
    expect(await page.locator('.tools').count()).toBe(0);
    expect(await page.locator('.peaks').innerText()).toContain('shop/cleanup, shop/report');
    await page.close();
  });

  test('each reference is a line between its cards', async () => {
    const page = await open('lines', SHOP_TEXT);
    await linesDrawn(page);
    const lines = await page.$$eval('.edges path', (paths) =>
      paths.map((path) => [path.getAttribute('d'), path.querySelector('title')?.textContent]),
    );
    expect(lines.map(([, label]) => label)).toEqual(['env', 'env', 'volume', 'runs as', 'selects', 'routes to', 'TLS']);
    await isAccessible(page);
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
    await linesDrawn(page);
    const first = () => page.$eval('.edges path', (path) => path.getAttribute('d'));
    const before = await first();
    await page.setViewportSize({ width: 1000, height: 900 });
    await page.waitForFunction((old) => document.querySelector('.edges path')?.getAttribute('d') !== old, before);
    expect(await first()).not.toBe(before);
    await page.close();
  });

  test('a card under the pointer shows its own lines', async () => {
    const page = await open('hover', SHOP_TEXT);
    await linesDrawn(page);
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
    expect(ticks).toEqual([48, 4, 0]);
    expect(await page.locator('.peaks').innerText()).toContain('shop/cleanup, shop/report');
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
    expect(await page.$$('body script')).toHaveLength(2);
    expect(await page.locator('h4').first().innerText()).toBe(evil);
    await page.close();
  });

  test.each([false, true])('text can be read (dark: %s)', async (dark) => {
    const page = await open('contrast', SHOP_TEXT, { dark });
    const contrasts = await page.$$eval(
      '.card *, .label *, .summary *, .toggle *, .peaks *, h1, h2, h3, footer li',
      (elements) => {
        const rgb = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
        const light = ([r, g, b]: number[]): number => {
          const [x, y, z] = [r, g, b].map((each) =>
            each! / 255 <= 0.03928 ? each! / 255 / 12.92 : ((each! / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * x! + 0.7152 * y! + 0.0722 * z!;
        };
        return elements
          .filter((element) => element.textContent !== '' && element.closest('.uses') === null)
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

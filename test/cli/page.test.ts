// graph --html as text: how large it is, what it depends on, what a reader without scripts has. How it looks is tested in a browser (page.judged.test.ts).
import ts from 'typescript';
import { graphOf } from '../../lib/cli/graph-model';
import { chosenOf, groupingsOf } from '../../lib/cli/groups';
import { itemsOf } from '../../lib/cli/items';
import { page } from '../../lib/cli/page';
import type { PageData } from '../../lib/cli/page-data';
import { SCRIPT } from '../../lib/cli/page-script';
import { TIMELINE_SCRIPT } from '../../lib/cli/page-timeline';
import { fleet, jobs } from './fleet';
import { run } from './run';
import { SHOP_TEXT } from './shop';

const lines = (objects: readonly object[]): string => objects.map((object) => JSON.stringify(object)).join('\n');
const pageOf = async (stdin: string): Promise<string> => (await run(['graph', '--html'], { stdin })).out;
const dataOf = (html: string): PageData =>
  JSON.parse(/<script type="application\/json" id="data">(.*)<\/script>/.exec(html)![1]!) as PageData;

const entriesOf = (objects: readonly object[]) =>
  objects.map((object, document) => ({ object, document, source: () => ({ file: 'a.yaml', line: document + 1 }) }));
const graph = (objects: readonly object[]) => graphOf(entriesOf(objects), []);
const MEGABYTE = 1_000_000;

describe('is no larger than', () => {
  test.each([
    ['mixed workloads', fleet(1000), 1],
    ['hourly jobs', jobs(1000, (index) => `${index % 60} * * * *`), 0.5],
    ['jobs each minute', jobs(1000, () => '* * * * *'), 0.5],
    [
      'jobs at times of their own',
      jobs(1000, (index) => `${index % 60},${(index * 7) % 60} */${1 + (index % 5)} * * ${index % 7}`),
      1,
    ],
  ])('a thousand %s', async (_, objects, megabytes) => {
    expect(Buffer.byteLength(await pageOf(lines(objects)))).toBeLessThan(megabytes * MEGABYTE);
  });

  test('a thousand with long names, ten problems each', async () => {
    const objects = jobs(1000, (index) => `${index} nonsense`).map((object, index) => ({
      ...object,
      metadata: {
        name: `${'x'.repeat(40)}-${index}`,
        namespace: 'n'.repeat(60),
        labels: { [`Wrong Key ${index}`]: 'a b' },
      },
      spec: {
        ...(object['spec'] as object),
        suspend: 'maybe',
        parallelism: -1,
        startingDeadlineSeconds: `in ${index}`,
        successfulJobsHistoryLimit: -index - 1,
        concurrencyPolicy: `Sometimes${index}`,
      },
    }));
    const html = await pageOf(lines(objects));
    expect(dataOf(html).problems.length).toBeGreaterThan(1000);
    expect(Buffer.byteLength(html)).toBeLessThan(2 * MEGABYTE);
  });
});

test('depends on nothing but the input: no clock, no order of the machine', () => {
  const objects = fleet(30);
  const first = page(graph(objects), entriesOf(objects));
  jest.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') });
  expect(page(graph(objects), entriesOf(objects))).toBe(first);
  jest.useRealTimers();
});

test('fetches nothing', async () => {
  const html = await pageOf(lines(fleet(20)));
  expect(html).toContain("default-src 'none'");
  expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|src=|@import|url\(/);
});

test('without scripts a list: what is wrong, and everything with what it refers to', async () => {
  const [, list = ''] = /<noscript>([\s\S]*)<\/noscript>/.exec(await pageOf(SHOP_TEXT))!;
  expect(list.replaceAll(/<[^>]*>/g, '\n')).toMatch(/Did you mean &#34;password&#34;\?/);
  expect(list).toContain('<li>Deployment shop/api · 1 problem · api:1 · env Secret db · env ConfigMap settings');
  expect(list).toContain('<li>Secret shop/tls · not in the input</li>');
  expect(list).toContain('<small>ConfigMap shop/settings · data[');
  expect(list).not.toContain('s3cr3t');
});

describe('items', () => {
  const { items, shared } = itemsOf(graph(fleet(30)));
  const titles = items.map(({ nodes }) => nodes.map(({ kind, name }) => `${kind} ${name}`));

  test('what many use stands alone, an account with what it may do', () => {
    expect(titles).toContainEqual(['Secret database']);
    expect(titles).toContainEqual(['ServiceAccount runner', 'Role reads-pods', 'RoleBinding runner-reads-pods']);
    expect(new Set([...shared].map(({ name }) => name))).toEqual(
      new Set(['database', 'settings', 'runner', 'no-way-in', 'wildcard']),
    );
  });

  test('a workload has what is its own', () => {
    expect(titles).toContainEqual([
      'Deployment api-0',
      'ConfigMap api-0-own',
      'Service api-0',
      'Ingress api-0',
      'HorizontalPodAutoscaler api-0',
      'PodDisruptionBudget api-0',
    ]);
  });

  test('workloads first', () => {
    const first = titles.findIndex(([title]) => title!.startsWith('Secret'));
    expect(titles.slice(first).filter(([title]) => /Deployment|CronJob|StatefulSet/.test(title!))).toEqual([]);
  });

  test('a chain of things that two share each does not become one drawing', () => {
    const chain = Array.from({ length: 40 }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `p${index}` },
      spec: { containers: [{ envFrom: [index, index + 1].map((at) => ({ secretRef: { name: `s${at}` } })) }] },
    }));
    const sizes = itemsOf(graph(chain)).items.map(({ nodes }) => nodes.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2);
  });
});

describe('groups', () => {
  const heads = (objects: readonly object[]) => itemsOf(graph(objects)).items.map(({ nodes: [head] }) => head!);

  test('all ways that tell items apart, the namespace first', () => {
    const ways = groupingsOf(heads(fleet(30)));
    expect(ways.map(({ by }) => by)).toEqual(
      ['namespace', 'file', 'label app.kubernetes.io/part-of', 'kind', 'nothing'].filter((by) =>
        ways.some((way) => way.by === by),
      ),
    );
    expect(ways[0]!.by).toBe('namespace');
    expect(ways.at(-1)!.by).toBe('nothing');
    expect(chosenOf(ways).by).toBe('namespace');
  });

  test('few need none, one namespace is none', () => {
    expect(chosenOf(groupingsOf(heads(fleet(5)))).by).toBe('nothing');
    expect(groupingsOf(heads(jobs(50, () => '@daily'))).map(({ by }) => by)).toEqual(['nothing']);
  });
});

test('the script has the types that a browser gives it', () => {
  const name = 'page.js';
  const source = `(() => {${SCRIPT}${TIMELINE_SCRIPT}})();`;
  const options = {
    allowJs: true,
    checkJs: true,
    noEmit: true,
    strict: false,
    skipLibCheck: true,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    target: ts.ScriptTarget.ES2022,
  };
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (file, ...rest) =>
    file === name ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : read(file, ...rest);
  const program = ts.createProgram([name], options, host);
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ start = 0, messageText }) =>
        `${source.slice(start, start + 60)}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  // What is added to objects on the way is not of their first type.
  expect(found.filter((each) => !/does not exist on type '\{|Element'|HTMLElement'/.test(each))).toEqual([]);
});

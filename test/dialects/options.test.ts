// What is said beside documents: everybody's options, and those of a dialect under its name; anything else is refused at every door.
import { App, Chart } from 'cdk8s';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importText } from '../../lib/constructs/imported-text';
import { DIALECTS } from '../../lib/dialects';
import { optionProblems } from '../../lib/dialects/options';
import { read, type ReadOptions } from '../../lib/read';
import { shapeOf } from '../../lib/shape/schema';
import { run } from '../cli/run';

const found = (options: unknown): unknown[] =>
  optionProblems(options).map(({ code, path, hint }) => [path.join('.'), code, hint]);

test.each<[unknown, unknown[]]>([
  [{}, []],
  [
    {
      namespace: 'a',
      name: 'b',
      labels: { __proto__: null, c: 'd' },
      onLoss: 'warn',
      dialect: 'sqs',
      manifest: { svcAccount: 'serviceAccountName', expose: { mapping: {} } },
      sqs: { nameSuffix: 'e' },
      launcher: { queue: 'kueue' },
      kam: { project: 'f', app: 'g', kind: 'Job' },
    },
    [],
  ],
  [{ nameSuffix: 'a' }, [['nameSuffix', 'unknown-key', '`nameSuffix` is an option of sqs: write sqs: { nameSuffix }']]],
  [{ expos: {} }, [['expos', 'unknown-key', '`expose` is an option of manifest: write manifest: { expose }']]],
  [
    { manifest: { queue: 'kueue' } },
    [['manifest.queue', 'unknown-key', '`queue` is an option of launcher: write launcher: { queue }']],
  ],
  [
    { kam: { labels: {} } },
    [['kam.labels', 'unknown-key', '`labels` is an option of all dialects: write it beside `kam`']],
  ],
  [{ namespce: 'a' }, [['namespce', 'unknown-key', 'Did you mean "namespace"?']]],
  [{ sqs: { namesufix: 'a' } }, [['sqs.namesufix', 'unknown-key', 'Did you mean "nameSuffix"?']]],
  [
    { sqs: 'a', name: 1 },
    [
      ['name', 'wrong-type', 'Put it in quotes: "1"'],
      ['sqs', 'wrong-type', 'Its fields are nameSuffix'],
    ],
  ],
  [{ kubernetes: '1.30-1.34' }, []],
  [{ kubernetes: 1.3 }, [['kubernetes', 'bad-format', expect.stringMatching(/^write it in quotes: "1.30"$/i)]]],
  [{ kubernetes: 'v1.34' }, [['kubernetes', 'bad-format', expect.stringMatching(/^did you mean "?1.34"?\?$/i)]]],
  [{ dialect: 'kan' }, [['dialect', 'not-one-of', 'Did you mean "kam"?']]],
])('%j', (options, problems) => expect(found(options)).toEqual(problems));

const job = JSON.stringify({ containers: { a: { image: 'a:1' } }, schedule: '@daily' });
const wrong = { name: 'a', nameSuffix: 'b' } as ReadOptions;
const message = 'is not a known key';

test('read tells of it and reads nothing', () => {
  const { workloads, problems } = read(job, wrong);
  expect(workloads).toEqual([]);
  expect(problems).toMatchObject([{ code: 'unknown-key', path: ['options', 'nameSuffix'], message }]);
});

test('importText tells of it at synth', () => {
  const imported = importText(new Chart(new App(), 'a'), 'b', job, wrong);
  expect(imported.node.validate().join()).toContain('options.nameSuffix: is not a known key (unknown-key)');
});

test('the command tells of it at its line', async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'options-'));
  try {
    writeFileSync(join(cwd, 'o.yaml'), 'name: a\nnameSuffix: b\n');
    writeFileSync(join(cwd, 'a.json'), job);
    const { code, out, err } = await run(['convert', 'a.json', '--options', 'o.yaml'], { cwd });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('o.yaml:2:1 nameSuffix: is not a known key (unknown-key)');
  } finally {
    rmSync(cwd, { recursive: true });
  }
});

test('so does the compiler', () => {
  // @ts-expect-error -- an option of sqs
  const ofAnother: ReadOptions = { manifest: { nameSuffix: 'a' } };
  // @ts-expect-error -- under sqs
  const flat: ReadOptions = { nameSuffix: 'a' };
  expect([ofAnother, flat].map((options) => optionProblems(options).length)).toEqual([1, 1]);
});

test('no dialect has an option that everybody has', () => {
  const everybodys = ['namespace', 'name', 'labels', 'onLoss', 'dialect', 'file', ...DIALECTS.map(({ name }) => name)];
  const own = DIALECTS.flatMap(({ options }) => Object.keys(options));
  expect(own.filter((key) => everybodys.includes(key))).toEqual([]);
  expect(new Set(own).size).toBe(own.length);
});

test('every key of a dialect has a fate', () => {
  for (const { name, schema, fates } of DIALECTS) {
    const { def } = shapeOf(schema());
    if (def.type === 'object')
      expect([name, Object.keys(fates).sort()]).toEqual([name, Object.keys(def.fields).sort()]);
    else expect(Object.keys(fates).length).toBeGreaterThan(0);
  }
});

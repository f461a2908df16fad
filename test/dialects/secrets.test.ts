// Whatever stands where a secret may stand, and however wrongly it is written, no message, hint, value or note repeats it: not in the text of
// a problem, not in JSON, not in SARIF.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DialectName } from '../../lib/dialects/dialect';
import { read } from '../../lib/read';
import { printProblems } from '../../lib/report/print';
import { run } from '../cli/run';
import { changed, type Place } from './mutate';

const MARK = 'hunter2';

/** The marker as text and as parts of other shapes that people write by mistake. */
const wrongs: readonly unknown[] = [
  MARK,
  `DB_PASSWORD=${MARK}`,
  [MARK],
  [`DB_PASSWORD=${MARK}`],
  [[MARK]],
  { DB_PASSWORD: MARK },
  { DB_PASSWORD: [MARK] },
  { DB_PASSWORD: { value: [MARK] } },
  { DB_PASSWORD: { valueFrom: MARK } },
  [{ name: 'DB_PASSWORD', value: [MARK] }],
  [{ name: 'DB_PASSWORD', valeu: MARK }],
  [{ DB_PASSWORD: MARK }],
  { value: MARK },
  { valueFrom: MARK },
];

const message = JSON.parse(readFileSync(join(__dirname, '../../examples/from-sqs/message.json'), 'utf8')) as object;
const documents: Readonly<Record<DialectName, object>> = {
  manifest: { type: 'job', name: 'a', labels: 'a:b', 'image-source': 'a:1', env: [{ name: 'A', value: 'b' }] },
  sqs: message,
  launcher: {
    id: '1',
    command: 'x',
    container: { image: 'a:1' },
    environment: [{ name: 'A', value: 'b' }],
    config: [{ name: 'secret', value: 'a:b:C' }],
  },
  kam: {
    name: 'a',
    containers: { main: { image: 'a:1', env: { A: { valueFrom: {} } } } },
    secrets: { s: { data: {} } },
  },
};

/** Where a value may be one that nobody else should see. */
const fields: readonly (readonly [DialectName, Place])[] = [
  ['manifest', ['env']],
  ['manifest', ['env', 0]],
  ['manifest', ['env', 0, 'value']],
  ['sqs', ['job', 'env']],
  ['sqs', ['webhook']],
  ['sqs', ['webhook', 'url']],
  ['launcher', ['environment']],
  ['launcher', ['environment', 0]],
  ['launcher', ['environment', 0, 'value']],
  ['launcher', ['config']],
  ['launcher', ['config', 0]],
  ['launcher', ['config', 0, 'value']],
  ['launcher', ['stdin']],
  ['kam', ['containers', 'main', 'env']],
  ['kam', ['containers', 'main', 'env', 'A']],
  ['kam', ['containers', 'main', 'env', 'A', 'valueFrom']],
  ['kam', ['secrets']],
  ['kam', ['secrets', 's']],
  ['kam', ['secrets', 's', 'data']],
];

/** With the field, where the document lacks it. */
const withField = (document: unknown, [key, ...rest]: Place, value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(document)) return changed(document, [key, ...rest], () => value);
  const map = (document ?? {}) as Record<string, unknown>;
  return { ...map, [key]: withField(map[key], rest, value) };
};

test.each(fields)('%s %j', (dialect, place) => {
  let wrong = 0;
  for (const value of wrongs) {
    const { problems, notes } = read(JSON.stringify(withField(documents[dialect], place, value)), { dialect });
    wrong += problems.length;
    // A key may be a name that is shown: it is no value.
    expect(printProblems(problems)).not.toContain(MARK);
    expect(JSON.stringify([problems, notes])).not.toContain(MARK);
  }
  expect(wrong).toBeGreaterThan(0);
});

test.each(['text', 'json', 'sarif', 'github'])('the report %s', async (report) => {
  const cwd = mkdtempSync(join(tmpdir(), 'secrets-'));
  try {
    const wrong = { ...documents.launcher, environment: [`DB_PASSWORD=${MARK}`], config: MARK };
    writeFileSync(join(cwd, 'a.json'), JSON.stringify(wrong));
    const { code, out, err } = await run(['validate', 'a.json', '--report', report, '--from', 'launcher'], { cwd });
    expect(code).toBe(1);
    expect(out + err).toContain('environment');
    expect(out + err).not.toContain(MARK);
  } finally {
    rmSync(cwd, { recursive: true });
  }
});

// What a person sees on a terminal and a program does not: the line that a problem is about, colours, progress; and never a secret.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { folderWith, manifest, NOW, put, run, runShown } from './run';

const nightly = `apiVersion: batch/v1
kind: CronJob
metadata:
  name: nightly # not hunter2
spec:
  schedule: "0 5 * * 7"
  concurrencyPolicy: forbid
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: main
              image: busybox:1.36
              resources: { limits: { cpu: 1, memory: 512MB } }
`;

/** What a terminal shows, without colours. */
async function shown(
  files: Readonly<Record<string, string | object>>,
  verb: 'validate' | 'convert' = 'validate',
  columns = 120,
): Promise<string> {
  const cwd = folderWith(files);
  const { all } = await runShown([verb, ...Object.keys(files), '--no-color'], { cwd, tty: true, columns });
  return all;
}

test('the line of a document stands below its problem, with a mark', async () => {
  const text = await shown({ 'a.yaml': nightly });
  expect(text).toContain(`(bad-format)
     6 |   schedule: "0 5 * * 7"
       |             ^^^^^^^^^^^
    Sunday is 0
`);
  expect(text).toContain(`(not-one-of)
     7 |   concurrencyPolicy: forbid
       |                      ^^^^^^
    Did you mean "Forbid"?
`);
  expect(text).toContain(`(required)
    11 |         spec:
       |         ^^^^
`);
  // Of the other value the message says nothing.
  expect(text).toContain(`
    15 |               resources: { limits: { cpu: …, memory: 512MB } }
       |                                                      ^^^^^
`);
});

test('for programs nothing changes', async () => {
  const cwd = folderWith({ 'a.yaml': nightly });
  const { all } = await runShown(['validate', 'a.yaml', '--color'], { cwd });
  expect(all).not.toContain('6 |');
  expect(all).toContain('\u001b[31ma.yaml:6:3');
  expect((await runShown(['validate', 'a.yaml'], { cwd, tty: true, env: { TERM: 'dumb' } })).all).toBe(
    (await runShown(['validate', 'a.yaml'], { cwd })).all,
  );
});

test.each([
  [{}, [], true],
  [{ NO_COLOR: '1' }, [], false],
  [{ NO_COLOR: '' }, [], true],
  [{ NO_COLOR: '1' }, ['--color'], true],
  [{ FORCE_COLOR: '1' }, ['--no-color'], false],
  [{ FORCE_COLOR: '0' }, [], false],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, [], true],
])('colours on a terminal with %j %j: %j', async (env, flags, coloured) => {
  const { all } = await runShown(['validate', ...flags], { stdin: '{"a":1', tty: true, env });
  expect(all.includes('\u001b[31m')).toBe(coloured);
});

test('FORCE_COLOR colours a pipe', async () => {
  const { all } = await runShown(['validate'], { stdin: '{"a":1', env: { FORCE_COLOR: '1' } });
  expect(all).toContain('\u001b[31m');
});

describe('no secret is in a frame', () => {
  const secret = 'hunter2';
  const cases: Readonly<Record<string, Readonly<Record<string, string | object>>>> = {
    'data of a Secret in YAML': {
      'a.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: db }\ndata: { password: ${secret}, n: 1 }\nstringData: { other: 1, more: ${secret} }\n`,
    },
    'a Secret in one line of JSON': {
      'a.json': {
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'Db' },
        stringData: { a: secret, b: 3 },
        x: secret,
      },
    },
    'a text of many lines': {
      'a.yaml': `apiVersion: v1\nkind: Secret\nmetadata: { name: Db }\nstringData:\n  a: |\n    ${secret}: x\n    b\n  b: 1\n  c: "${secret}\n    ${secret}"\n  d: 2\n`,
    },
    'a value beside the one that is wrong': {
      'a.yaml': `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec: { containers: [{ name: A, image: 'a:1', env: [{ name: P, value: ${secret} }, { name: Q, value: 7 }] }] }\n`,
    },
    'a comment, a tag and an anchor': {
      'a.yaml': `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  a: &${secret} 1 # ${secret}\n  b: *${secret}\n`,
    },
    'a text that cannot be read and speaks of a secret': {
      'a.yaml': `kind: Secret\nstringData:\n  a: b: ${secret}\n`,
    },
    'a text that cannot be read': {
      'a.json': `{ "env": { "A": "${secret}" "B": "${secret}" } }`,
    },
    'a document of a dialect': {
      'a.json': manifest('a', { env: { A: secret, B: 1 }, volumes: 3 }),
    },
    'an envelope': {
      'a.json': { Messages: [{ MessageId: 'a', Body: JSON.stringify({ env: { A: secret }, image: 3 }) }] },
    },
    'a secret of the model': {
      'a.yaml': `_type: Job\nname: a\nsecrets: { db: { type: basic, data: { password: ${secret}, username: 3 } } }\ncontainers: { main: { image: 'a:1', env: { A: ${secret}, B: 1 } } }\n`,
    },
    KCL: { 'a.k': `schema = 3\nname = "a"\ncontainers = { main = { image = 3, env = { A = "${secret}" } } }\n` },
  };
  test.each(Object.entries(cases))('%s', async (_, files) => {
    for (const verb of ['validate', 'convert'] as const) {
      const text = await shown(files, verb);
      expect(text).toMatch(/error/);
      expect(text).not.toContain(secret);
    }
  });

  test('though the line is there', async () => {
    const text = await shown(cases['a Secret in one line of JSON']!, 'validate', 400);
    expect(text).toContain('"kind":…,"metadata":{"name":"Db"}');
    expect(await shown(cases['a text that cannot be read']!)).toContain(`
     1 | { "env": { "…": "…" "…": "…" } }
       |                    ^
`);
  });
});

test('a long line is shown where it is wrong', async () => {
  const data = Object.fromEntries(Array.from({ length: 200 }, (_, nth) => [`key-${nth}`, nth === 150 ? 3 : 'x']));
  const text = await shown(
    { 'a.json': { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data } },
    'validate',
    80,
  );
  const [, line, mark] = /\n(.*\|.*)\n(.*\|.*\^.*)\n/.exec(text) as unknown as [string, string, string];
  expect(line.length).toBeLessThanOrEqual(80);
  expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('3');
});

test('nothing in a line tells the terminal anything', async () => {
  const text = await shown({
    'a.yaml':
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { "\u001b]0;x\u0007\u202e": 3, \u001b[2J: 4 }\n',
  });
  expect(text).toContain('^');
  expect(text.replace(/\n/g, '')).not.toMatch(/[\u0000-\u001f\u202e]/);
});

test('wide characters and tabs keep the mark in its place', async () => {
  const text = await shown({
    'a.json': '{\t"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "a"}, "data": {"鍵": 3} }',
  });
  const [, line, mark] = /\n(.*\|.*)\n(.*\|.*\^.*)\n/.exec(text) as unknown as [string, string, string];
  // Two columns for the one character before it.
  expect(line[mark.indexOf('^') - 1]).toBe('3');
});

test('long work says how far it is, and leaves nothing of it behind', async () => {
  const cwd = folderWith({});
  put(cwd, Object.fromEntries(Array.from({ length: 20 }, (_, nth) => [`${nth}.json`, manifest(`a${nth}`)])));
  const clock = (): (() => Date) => {
    let calls = 0;
    return () => new Date(NOW.getTime() + 150 * calls++);
  };
  const line = '\r\u001b[K';
  const validated = await run(['validate', '.'], { cwd, tty: true, now: clock() });
  expect(validated.err).toContain(`${line}checked 7 objects, 1 s${line}`);
  expect(validated.err).toMatch(/\r\u001b\[K20 objects checked/);
  const converted = await run(['convert', '.', '-o', 'out/'], { cwd, tty: true, now: clock() });
  expect(converted.err).toContain(`${line}converted 7 workloads, 1 s${line}`);
  expect(converted.err).toMatch(/\r\u001b\[Kwrote 20 files to out\/\n$/);
  expect((await run(['validate', '.'], { cwd, now: clock() })).err).not.toContain('\r');
});

const hasScript = spawnSync('script', ['--version']).status === 0;

(hasScript ? test : test.skip)('on a real terminal', () => {
  const cwd = folderWith({ 'a.yaml': nightly });
  const command = `${join(resolve(__dirname, '../..'), 'node_modules/.bin/tsx')} ${resolve(__dirname, '../../lib/cli/bin.ts')} validate a.yaml`;
  const env = { ...process.env, TERM: 'xterm', NO_COLOR: '' };
  const text = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, env, encoding: 'utf8' }).stdout;
  expect(text).toContain('schedule: "0 5 * * 7"\r\n');
  expect(text).toContain('\u001b[31m^^^^^^^^^^^\u001b[39m');
});

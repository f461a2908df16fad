// How the command is called: help, version, wrong usage.
import { version } from '../../package.json';
import { MINORS } from '../../lib/kube/api/minors';
import { VERBS } from '../../lib/cli/verbs';
import { folderWith, run } from './run';

const names = VERBS.map(({ name }) => name);

test('--version', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
});

test('--help names every verb', async () => {
  const { code, out, err } = await run(['--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  for (const name of names) expect(out).toContain(`\n  ${name} `);
});

test('without a verb the help is an error', async () => {
  const { code, out, err } = await run([]);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('Usage: cdk8s-kam VERB');
});

test.each(names)('%s --help has each flag with an example, and examples', async (name) => {
  const { code, out } = await run([name, '--help']);
  expect(await run(['help', name])).toMatchObject({ code: 0, out });
  const verb = VERBS.find((each) => each.name === name)!;
  expect(code).toBe(0);
  expect(verb.examples.length).toBeGreaterThan(0);
  for (const { name: flag, example } of verb.flags) {
    expect(out).toContain(`--${flag}`);
    expect(out).toContain(`e.g. ${example}`);
  }
  for (const line of out.split('\n').filter((each) => !/^ {2}\S/.test(each))) expect(line.length).toBeLessThan(82);
});

test('each example of the help is understood', async () => {
  const folder = folderWith({});
  for (const { name, flags } of VERBS) {
    for (const { example, name: flag } of flags) {
      const { err } = await run([name, ...example.split(' '), '/no/such/file'], { cwd: folder, stdin: '' });
      expect({ flag, usage: /there is no flag|needs a value|is one of/.test(err) }).toEqual({ flag, usage: false });
    }
  }
});

test.each([
  [['cnvert'], 'there is no verb "cnvert"\n    Did you mean "convert"?'],
  [['frobnicate'], 'There is convert, import, validate, explain, schema, init, graph, completion'],
  [['--verison'], 'there is no flag --verison\n    Did you mean "--version"?'],
  [['convert', '--fromat', 'yaml'], 'cdk8s-kam convert: there is no flag --fromat\n    Did you mean "--format"?'],
  [['convert', '-x'], 'there is no flag -x\n    Flags: --output, --format'],
  [['convert', '--format'], '--format needs a value: FORMAT\n    Like this: --format kyaml'],
  [['convert', '--format', 'ymal'], '--format is one of yaml, json, kyaml, not "ymal"\n    Did you mean "yaml"?'],
  [['convert', '--from', 'kma'], 'Did you mean "kam"?'],
  [
    ['validate', 'x', '--kubernetes', 'v1.34'],
    `--kubernetes must be a minor from 1.28 to ${MINORS.at(-1)}, or a range such as 1.30-1.34 or >=1.32, not "v1.34"\n    Did you mean "1.34"?`,
  ],
  [['convert', 'x', '--kubernetes', '1.2'], 'The oldest that we know is 1.28'],
  [['graph', 'x', '--kubernetes', '1.34..1.30'], '1.30-1.34'],
  [
    ['explain', 'x', '--kubernetes', ''],
    '--kubernetes needs a value: MINOR or RANGE\n    Like this: --kubernetes 1.34',
  ],
  [['graph', '--html=yes'], '--html takes no value'],
  [['convert'], 'needs a file, a folder, a glob in quotes, or - for standard input'],
  [['validate', '-', '-'], 'standard input can be read only once'],
  [['convert', 'x', '--split', 'workload'], '--split is for a folder'],
  [['schema', 'job', 'x'], 'takes at most 1: x'],
  [['schema', 'manifst'], 'there is no schema "manifst"\n    Did you mean "manifest"?'],
  [['completion'], 'needs one of bash, zsh, fish'],
  [['completion', 'bsh'], 'Did you mean "bash"?'],
])('%j is wrong usage', async (argv, message) => {
  const { code, out, err } = await run(argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(message);
  expect(err).toContain('--help');
  expect(err).not.toContain('    at ');
});

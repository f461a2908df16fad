// completion: scripts that the shells take, and what bash makes of them.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { MINORS } from '../../lib/kube/api/minors';
import { VERBS } from '../../lib/cli/verbs';
import { folderWith, run } from './run';

const has = (shell: string): boolean => spawnSync(shell, ['-c', 'true']).status === 0;
/** Shells that this machine lacks cannot be asked; bash is everywhere. */
const shells = ['bash', 'zsh', 'fish'].filter((shell) => shell === 'bash' || has(shell));

test.each(shells)('%s reads its script', async (shell) => {
  const { code, out } = await run(['completion', shell]);
  expect(code).toBe(0);
  const checked = spawnSync(shell, ['-n', join(folderWith({ script: out }), 'script')], { encoding: 'utf8' });
  expect({ status: checked.status, stderr: checked.stderr }).toEqual({ status: 0, stderr: '' });
});

test.each(['bash', 'zsh', 'fish'])('%s knows every verb and flag', async (shell) => {
  const { out } = await run(['completion', shell]);
  for (const { name, flags } of VERBS) {
    expect(out).toContain(name);
    for (const flag of flags) expect(out).toContain(shell === 'fish' ? `-l ${flag.name}` : `--${flag.name}`);
  }
});

test.each([
  [['cdk8s-kam', 'val'], ['validate']],
  [['cdk8s-kam', 'convert', '--form'], ['--format']],
  [
    ['cdk8s-kam', 'convert', '--format', ''],
    ['yaml', 'json', 'kyaml'],
  ],
  [['cdk8s-kam', 'convert', '-f', 'k'], ['kyaml']],
  [['cdk8s-kam', 'validate', '--report', 's'], ['sarif']],
  [['cdk8s-kam', 'validate', '--kubernetes', '1.3'], MINORS.filter((minor) => minor.startsWith('1.3'))],
  [['cdk8s-kam', 'schema', 'Con'], ['Container']],
  [
    ['cdk8s-kam', 'completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
])('bash completes %j', async (words, expected) => {
  const { out } = await run(['completion', 'bash']);
  const line = words.map((word) => `'${word}'`).join(' ');
  const script = `${out}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _cdk8s_kam; printf '%s\\n' "\${COMPREPLY[@]}"`;
  expect(execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n')).toEqual(expected);
});

const [fish] = shells.filter((shell) => shell === 'fish');
(fish === undefined ? test.skip : test).each([
  ['cdk8s-kam val', ['validate']],
  ['cdk8s-kam convert --format k', ['kyaml']],
  ['cdk8s-kam schema Con', ['Container']],
])('fish completes %j', async (line, expected) => {
  const script = join(folderWith({ script: (await run(['completion', 'fish'])).out }), 'script');
  const answer = execFileSync(fish!, ['-c', `source ${script}; complete -C '${line}'`], { encoding: 'utf8' });
  const words = answer
    .trim()
    .split('\n')
    .map((each) => each.split('\t')[0]);
  expect(words).toEqual(expected);
});

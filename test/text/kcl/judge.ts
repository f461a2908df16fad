// KCL itself as a judge of what its sources mean: the library kcl-lib of PyPI, asked in a process of its own.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cached } from '../../tools/build';

const LIBRARY = 'kcl-lib==0.13.2';
const program = join(__dirname, 'judge.py');

/** What KCL prints as JSON, or why it prints nothing. */
export type KclVerdict = { readonly json: string } | { readonly error: string };

const python = (folder: string): string => join(folder, 'bin', 'python');

/** The Python that has the library; a folder of its own, whose links stay where it was made. */
export function kclPython(): string {
  const folder = cached('kcl', [LIBRARY], (made) => {
    const run = (command: string, args: readonly string[]): void => {
      execFileSync(command, args, { stdio: ['ignore', 2, 2] });
    };
    run('python3', ['-m', 'venv', made]);
    run(python(made), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', LIBRARY]);
  });
  return python(folder);
}

/** What KCL makes of each stack of sources. What its library says of its own panics, a page each, is shown when no answer comes. */
export function judgeKcl(stacks: readonly (readonly string[])[]): KclVerdict[] {
  const input = stacks.map((sources) => `${JSON.stringify(sources)}\n`).join('');
  const { status, signal, error, stdout, stderr } = spawnSync(kclPython(), [program], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program} ended with ${signal ?? status}\n${stderr}`, { cause: error });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as KclVerdict);
}

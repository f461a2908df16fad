// The client of the judge of admission: what the API server has against pods and claims because of what else is in their namespace.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oracleFlags } from '../oracle/oracle';
import { cached, go, goInputs, release, type Version } from '../tools/build';

export type Question =
  | {
      readonly op: 'security';
      readonly pod: object;
      readonly standards: readonly { readonly level: string; readonly version: string }[];
    }
  | { readonly op: 'limits'; readonly pod?: object; readonly claim?: object; readonly limits: readonly object[] }
  | { readonly op: 'usage'; readonly pod: object; readonly required: readonly string[] };

export interface Answer {
  /** Of each standard, a reason for each check that the pod does not pass. */
  readonly reasons?: readonly (readonly string[])[];
  readonly errors?: readonly string[];
  /** What a pod counts as in a quota. */
  readonly usage?: Readonly<Record<string, string>>;
}

const server = join(__dirname, 'server');
const modfileOf = (version: Version): string => join(__dirname, `../oracle/server/modules/${version}.mod`);

/** Asks all questions at once. Builds the judge on first use: a minute or two, when the oracle is built already. */
export function judge(version: Version, questions: readonly Question[]): Answer[] {
  const modfile = modfileOf(version);
  const inputs = [...goInputs(server), readFileSync(modfile, 'utf8')];
  const folder = cached(`admission-judge-${release[version]}`, inputs, (target) => {
    const flags = ['-trimpath', '-buildvcs=false', '-p=2', ...oracleFlags(version)];
    go(server, ['build', ...flags, '-o', join(target, 'judge'), '.']);
  });
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const output = execFileSync(join(folder, 'judge'), { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
}

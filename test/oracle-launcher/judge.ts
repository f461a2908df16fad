// The client of the launcher's judge: what Go and the kubelet make of texts, many at a time.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, go, goInputs } from '../tools/build';

export type Question =
  | { readonly op: 'int' | 'absolute' | 'time'; readonly text: string }
  /** `text`: the separator, a space, and what is split. */
  | { readonly op: 'split'; readonly text: string }
  | { readonly op: 'expand'; readonly text: string; readonly variables: Readonly<Record<string, string>> };

export interface Answer {
  readonly ok: boolean;
  readonly text?: string;
  readonly parts?: readonly string[];
}

const server = join(__dirname, 'server');
/** The modules of Kubernetes 1.28, as the oracle has them. */
const modules = join(__dirname, '../oracle/server/modules/1.28.mod');

/** Asks all questions at once. Builds the judge on first use. */
export function judge(questions: readonly Question[]): Answer[] {
  const folder = cached('launcher-judge', [...goInputs(server), readFileSync(modules, 'utf8')], (target) => {
    go(server, ['build', '-trimpath', '-buildvcs=false', `-modfile=${modules}`, '-o', join(target, 'judge'), '.']);
  });
  const input = questions.map((question) => `${JSON.stringify(question)}\n`).join('');
  const output = execFileSync(join(folder, 'judge'), { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
}

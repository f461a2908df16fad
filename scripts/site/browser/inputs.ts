// lib/cli/inputs.ts for a browser: what was pasted is all that there is.
import type { Input } from '../../../lib/cli/inputs';
import type { Io } from '../../../lib/cli/io';
import { utf8Bytes } from './bytes';

/** A statement or a typed map of KCL; neither JSON nor YAML has such lines. */
const KCL = /^(?:import [\w.]+(?: as \w+)?|\w+\s*[:=]\s*[A-Za-z_][\w.]*\s*\{)\s*$/m;

export async function* readInputs(_: unknown, io: Io): AsyncGenerator<{ readonly input: Input }> {
  let text = '';
  for await (const chunk of io.stdin) text += chunk as string;
  yield { input: { file: KCL.test(text) ? 'pasted.k' : '-', named: true, bytes: utf8Bytes(text) } };
}

/** There are no files that it could be, or leave out. */
export const refuseInput = (): void => undefined;
export const excludeOf = (): undefined => undefined;
export const nothingRead = (): string => 'no document there, so that nothing was written\n';

// How documents are read: the flags of a verb, and the file of --options with what flags are too small for.
import type { DialectName } from '../dialects/dialect';
import type { Options } from '../dialects/options';
import { serverOf } from '../kube/server';
import { printValue } from '../report/print';
import { ProblemError } from '../report/problem-error';
import { capital } from '../report/suggest';
import type { Io } from './io';
import { type Args, UsageError } from './verb';

/**
 * The options that flags and the options file state; a flag wins.
 * @throws UsageError for a flag, ProblemError for a file that has something else in it
 */
export function readOptions({ flags }: Args, io: Io): Options {
  const { from, namespace, 'on-loss': onLoss, kubernetes, options: file } = flags;
  if (kubernetes !== undefined) checkServer(kubernetes);
  return {
    ...(file !== undefined && optionsIn(file, io)),
    ...(from !== undefined && { dialect: from as DialectName }),
    ...(namespace !== undefined && { namespace }),
    ...(onLoss !== undefined && { onLoss: onLoss as 'error' | 'warn' }),
    ...(kubernetes !== undefined && { kubernetes }),
  };
}

/** @throws UsageError for what names no server */
function checkServer(text: string): void {
  try {
    serverOf(text);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { message, hint } = error.problems[0]!;
    throw new UsageError(`--kubernetes ${message}, not ${printValue(text)}`, hint && capital(hint));
  }
}

/** Its shapes take time to make: only for who has such a file. */
const optionsIn = (file: string, io: Io): Options =>
  (require('./options-file') as typeof import('./options-file')).optionsIn(file, io);

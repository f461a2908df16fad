// How documents are read: the flags of a verb, and the file of --options with what flags are too small for.
import type { DialectName } from '../dialects/dialect';
import type { Options } from '../dialects/options';
import type { Io } from './io';
import type { Args } from './verb';

/**
 * The options that flags and the options file state; a flag wins.
 * @throws ProblemError when the file has something else in it
 */
export function readOptions({ flags }: Args, io: Io): Options {
  const { from, namespace, 'on-loss': onLoss, options: file } = flags;
  return {
    ...(file !== undefined && optionsIn(file, io)),
    ...(from !== undefined && { dialect: from as DialectName }),
    ...(namespace !== undefined && { namespace }),
    ...(onLoss !== undefined && { onLoss: onLoss as 'error' | 'warn' }),
  };
}

/** Its shapes take time to make: only for who has such a file. */
const optionsIn = (file: string, io: Io): Options =>
  (require('./options-file') as typeof import('./options-file')).optionsIn(file, io);

// The process of the command: its arguments and streams in, its exit code out.
import { cli } from '.';
import { processIo } from './io';

/** Runs the command as this process was called. */
export function main(): void {
  void cli(process.argv.slice(2), processIo(process)).then(
    (code) => {
      process.exitCode = code;
    },
    () => {
      // Not even the error could be written.
      process.exitCode = 1;
    },
  );
}

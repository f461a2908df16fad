#!/usr/bin/env node
// The command `cdk8s-kam`: the lines which call it.
import { cli } from '.';
import { processIo } from './io';

// A reader that has seen enough (`| head`) is not an error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
}

void cli(process.argv.slice(2), processIo(process)).then((code) => {
  process.exitCode = code;
});

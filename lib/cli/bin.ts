#!/usr/bin/env node
// The command `cdk8s-kam`: the lines which call it.
import { cli } from '.';
import { processIo } from './io';

void cli(process.argv.slice(2), processIo(process)).then(
  (code) => {
    process.exitCode = code;
  },
  () => {
    // Not even the error could be written.
    process.exitCode = 1;
  },
);

// An ES module, for the build.
export {};

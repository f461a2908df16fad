#!/usr/bin/env node
// The command `cdk8s-kam`. What node compiles of it is kept for the next run, in the folder for temporary files, where node can do that (from 22.1
// on) and the folder can be written. https://nodejs.org/api/module.html#moduleenablecompilecachecachedir
import { accessSync, constants } from 'node:fs';
import { tmpdir } from 'node:os';

const modules = require('node:module') as { readonly enableCompileCache?: () => unknown };
if (modules.enableCompileCache !== undefined && isWritable(tmpdir())) modules.enableCompileCache();
(require('./main') as typeof import('./main')).main();

/** node itself would wait forever for a folder in /proc. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

// An ES module, for the build.
export {};

// The files that documents come in: where they are, and what is in them. For the constructs and the command, which read files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize, resolve } from 'node:path';
import type { Problem } from '../report/problem';

/** What a file holds, or why it cannot be read. */
export function readDocumentFile(file: string, cwd: string): { bytes: Uint8Array } | { problem: Problem } {
  try {
    return { bytes: readFileSync(resolve(cwd, file)) };
  } catch (error) {
    return { problem: unreadable(file, error) };
  }
}

const DOCUMENT = /\.(?:json|jsonl|ndjson|yaml|yml)$/i;

/** The documents that a path means: a file, all of a folder, or those of a glob, by name; relative paths are those of `cwd`. Never throws. */
export function filesOf(path: string, cwd: string): { files: string[]; problem?: Problem } {
  try {
    const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false });
    if (stat?.isDirectory()) return someOf(path, documentsIn(path, cwd));
    if (stat !== undefined) return { files: [path] };
    if (/[*?[{]/.test(path)) return someOf(path, glob(path, cwd));
    return { files: [], problem: noFile(path, 'no such file or folder') };
  } catch (error) {
    return { files: [], problem: unreadable(path, error) };
  }
}

const someOf = (path: string, files: string[]): { files: string[]; problem?: Problem } =>
  files.length > 0 ? { files: files.sort() } : { files, problem: noFile(path, 'no document is there') };

/** All documents below a folder; not those in folders of packages or hidden ones, which nobody means. */
function documentsIn(folder: string, cwd: string): string[] {
  const found: string[] = [];
  const visit = (inner: string): void => {
    for (const entry of readdirSync(resolve(cwd, inner), { withFileTypes: true })) {
      const path = inner === '.' ? entry.name : join(inner, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) visit(path);
      } else if (DOCUMENT.test(entry.name)) found.push(path);
    }
  };
  visit(normalize(folder).replace(/(?<=.)\/$/, ''));
  return found;
}

function glob(pattern: string, cwd: string): string[] {
  // Loaded only where there is a glob.
  const { globSync } = require('tinyglobby') as typeof import('tinyglobby');
  return globSync(pattern, { cwd, onlyFiles: true, expandDirectories: false });
}

const noFile = (path: string, message: string): Problem => ({
  code: 'no-file',
  severity: 'error',
  path: [],
  message,
  source: { file: path },
});

const unreadable = (file: string, error: unknown): Problem =>
  noFile(file, `cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown reason'}`);

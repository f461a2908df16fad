// The kcl.yaml of a stack: the sources that it is made of, in their order.
// https://www.kcl-lang.io/docs/user_docs/support/faq-cli
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import type { Code } from '../report/codes';
import type { Path, Problem } from '../report/problem';
import { didYouMean, nearest } from '../report/suggest';
import { isMap, kindOf } from '../shape/shape';
import { type ParsedDocument, parseText, sourceOf } from './parse';

/** What a kcl.yaml says; undefined when it names no sources. */
export type Stack = { readonly files: readonly [string, ...string[]] } | { readonly problems: readonly Problem[] };

/** Reads a kcl.yaml that is there. `known` are sources nearby, for what may have been meant. */
export function readStack(file: string, cwd: string, known: readonly string[]): Stack | undefined {
  const { documents, problems } = parseText(readFileSync(resolve(cwd, file)), { file });
  if (problems.length > 0) return { problems };
  const [document] = documents;
  const settings = document?.value;
  const config = isMap(settings) ? settings.kcl_cli_configs : undefined;
  if (document === undefined || !isMap(config)) return undefined;
  const key = Object.hasOwn(config, 'files') ? 'files' : 'file';
  const path = ['kcl_cli_configs', key];
  const given = config[key] ?? [];
  if (!Array.isArray(given)) {
    return {
      problems: [problemAt(document, path, 'wrong-type', `expected a list of KCL sources, not ${kindOf(given)}`)],
    };
  }
  const folder = dirname(file);
  const wrong = given.flatMap((source: unknown, index) => {
    const found = faultOf(source, folder, cwd, known);
    return found === undefined ? [] : [{ ...problemAt(document, [...path, index], ...found), value: source }];
  });
  if (wrong.length > 0) return { problems: wrong };
  const [first, ...others] = (given as string[]).map((source) => join(folder, source));
  return first === undefined ? undefined : { files: [first, ...others] };
}

/** Why a path names no source of the stack. */
function faultOf(
  source: unknown,
  folder: string,
  cwd: string,
  known: readonly string[],
): [code: Code, message: string, hint?: string] | undefined {
  if (typeof source !== 'string') return ['wrong-type', `expected the path of a KCL source, not ${kindOf(source)}`];
  if (isAbsolute(source)) {
    const here = relative(resolve(cwd, folder), source);
    return ['no-file', 'leaves the project: expected a path that begins at the folder of this file', `Write ${here}`];
  }
  if (!/\.k$/i.test(source)) return ['no-file', 'is no KCL source: expected the path of a .k file'];
  if (statSync(resolve(cwd, folder, source), { throwIfNoEntry: false })?.isFile()) return undefined;
  return [
    'no-file',
    'no such file',
    didYouMean(
      nearest(
        source,
        known.map((each) => relative(folder, each)),
      ),
    ),
  ];
}

const problemAt = (document: ParsedDocument, path: Path, code: Code, message: string, hint?: string): Problem => ({
  code,
  severity: 'error',
  path,
  message,
  ...(hint !== undefined && { hint }),
  source: sourceOf(document, path),
});

// How documents are read: the flags of a verb, and the file of --options with what flags are too small for.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DialectName } from '../dialects/dialect';
import { errorsOf, type Problem, ProblemError } from '../problem';
import type { ReadOptions } from '../read';
import { dict, expecting, shapeProblems } from '../shape';
import { type ParsedDocument, parseText } from '../text/parse';
import { exposeTargetSchema } from '../workload/expose';
import * as z from '../zod';
import type { Io } from './io';
import type { Args } from './verb';

/**
 * The options that flags and the options file state; a flag wins.
 * @throws ProblemError when the file has something else in it
 */
export function readOptions({ flags }: Args, io: Io): ReadOptions {
  const { from, namespace, 'on-loss': onLoss, options: file } = flags;
  return {
    ...(file !== undefined && optionsIn(file, io)),
    ...(from !== undefined && { dialect: from as DialectName }),
    ...(namespace !== undefined && { namespace }),
    ...(onLoss !== undefined && { onLoss: onLoss as 'error' | 'warn' }),
  };
}

const text = z.optional(z.string());

/** What `importFile` takes, under the same names. */
const schema = z.strictObject({
  namespace: text,
  name: text,
  labels: z.optional(dict(z.string())),
  onLoss: z.optional(z.enum(['error', 'warn'])),
  dialect: z.optional(z.enum(['manifest', 'sqs', 'launcher', 'kam'])),
  expose: z.optional(exposeTargetSchema),
  svcAccount: z.optional(
    expecting(
      '"serviceAccountName" or { mountPath, key, env }',
      z.union([z.literal('serviceAccountName'), z.strictObject({ mountPath: text, key: text, env: text })]),
    ),
  ),
  nameSuffix: text,
  queue: z.optional(z.enum(['kueue'])),
  project: text,
  app: text,
  kind: z.optional(z.enum(['Job', 'Service'])),
});

function optionsIn(file: string, io: Io): ReadOptions {
  const { documents, problems } = parseText(readFileSync(resolve(io.cwd, file)), { file });
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ProblemError(errors);
  const [document] = documents;
  if (document === undefined) return {};
  const wrong = errorsOf(shapeProblems(schema, document.value)).map((problem) => located(problem, document));
  if (wrong.length > 0) throw new ProblemError(wrong);
  return document.value as ReadOptions;
}

function located(problem: Problem, document: ParsedDocument): Problem {
  const place = document.locate(problem.path) ?? document.locate(problem.path.slice(0, -1));
  return { ...problem, source: { file: document.file, ...place } };
}

// The file of --options: what `importFile` takes, under the same names.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ReadOptions } from '../read';
import { errorsOf, type Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { dict, expecting, shapeProblems } from '../shape/shape';
import * as z from '../shape/zod';
import { type ParsedDocument, parseText } from '../text/parse';
import { exposeTargetSchema } from '../workload/model/expose';
import type { Io } from './io';

const text = z.optional(z.string());

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

/**
 * The options that a file states.
 * @throws ProblemError when the file has something else in it
 */
export function optionsIn(file: string, io: Io): ReadOptions {
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

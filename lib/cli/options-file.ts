// The file of --options: what `importFile` takes, under the same names.
import { optionProblems, type Options } from '../dialects/options';
import { errorsOf, type Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { readDocumentFiles } from '../text/files';
import { type ParsedDocument, parseText } from '../text/parse';
import type { Io } from './io';

/**
 * The options that a file states.
 * @throws ProblemError when the file has something else in it
 */
export function optionsIn(file: string, io: Io): Options {
  const read = readDocumentFiles([file], io.cwd);
  if ('problem' in read) throw new ProblemError([read.problem]);
  const { documents, problems } = parseText(read.sources[0].text, { file });
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ProblemError(errors);
  const [document] = documents;
  if (document === undefined) return {};
  const wrong = optionProblems(document.value).map((problem) => located(problem, document));
  if (wrong.length > 0) throw new ProblemError(wrong);
  return document.value as Options;
}

function located(problem: Problem, document: ParsedDocument): Problem {
  const place = document.places.locate(problem.path) ?? document.places.locate(problem.path.slice(0, -1));
  return { ...problem, source: { file: document.file, ...place } };
}

// Inputs parsed one after the other, long ones piece by piece.
import type { Problem } from '../report/problem';
import { MAX_PROBLEMS } from '../text/json-scan';
import { type ParsedDocument, type ParsedText, parseParts, parseStack, tooLarge, tooManyProblems } from '../text/parse';
import { isBeginning } from '../text/pieces';
import type { TextStore } from '../text/stored';
import type { Input } from './inputs';

/** Parses inputs; the pieces of a text must come in their order. */
export class Blocks {
  /** Of the text that is being read: its documents and problems so far. */
  private documents = 0;
  private problems = 0;

  /** @param store - Keeps the texts, where documents live longer than they are read. */
  constructor(private readonly store?: TextStore) {}

  /** What an input holds, in parts that need not be kept. Documents are numbered from the beginning of their text. */
  *parse(input: Input): Generator<ParsedText> {
    const { file, bytes, others, start, tooLarge: size } = input;
    if (others !== undefined) {
      yield parseStack([{ file, text: bytes }, ...others]);
      return;
    }
    if (isBeginning(input)) [this.documents, this.problems] = [0, 0];
    const before = this.documents;
    const parts =
      size === undefined ? parseParts(bytes, { file, start, store: this.store }) : [onlyProblem(tooLarge(file, size))];
    for (const { documents, problems } of parts) {
      if (this.problems >= MAX_PROBLEMS) return;
      const told = before === 0 ? problems : problems.map((problem) => movedProblem(problem, before));
      for (const { index } of documents) this.documents = Math.max(this.documents, before + index + 1);
      for (const { source } of told) this.documents = Math.max(this.documents, (source?.document ?? -1) + 1);
      const left = MAX_PROBLEMS - this.problems;
      this.problems += told.length;
      yield {
        documents: before === 0 ? documents : documents.map((document) => moved(document, before)),
        problems: told.length < left ? told : [...told.slice(0, left), tooManyProblems(file)],
      };
    }
  }
}

const onlyProblem = (problem: Problem): ParsedText => ({ documents: [], problems: [problem] });

const moved = (document: ParsedDocument, before: number): ParsedDocument => ({
  ...document,
  index: document.index + before,
});

const movedProblem = (problem: Problem, before: number): Problem =>
  problem.source?.document === undefined
    ? problem
    : { ...problem, source: { ...problem.source, document: problem.source.document + before } };

// JSON lines of any length, read a block of lines at a time, so that they need no more memory than a block.
import type { Problem } from '../report/problem';
import { type ParsedDocument, parseParts, type ParsedText, parseStack, parseText } from '../text/parse';
import type { Input } from './inputs';

const BLOCK = 1024 * 1024;
const NEWLINE = 10;

/** As {@link parseInput}, the documents of YAML one by one. */
export function* parseInputParts(input: Input): Generator<ParsedText> {
  const { file, bytes, others } = input;
  if (others !== undefined || isLong(input)) yield* parseInput(input);
  else yield* parseParts(bytes, { file });
}

/** The text in parts that can be read by themselves; anything but long JSON lines is one part. */
export function* parseInput(input: Input): Generator<ParsedText> {
  const { file, bytes, others } = input;
  if (others !== undefined) {
    yield parseStack([{ file, text: bytes }, ...others]);
    return;
  }
  if (!isLong(input)) {
    yield parseText(bytes, { file });
    return;
  }
  let lines = 0;
  let documents = 0;
  for (let start = 0; start < bytes.length;) {
    const newline = bytes.indexOf(NEWLINE, start + BLOCK);
    const end = newline === -1 ? bytes.length : newline + 1;
    const block = bytes.subarray(start, end);
    const parsed = parseText(block, { file });
    // A value may have lines of its own, across the end of the block: then the rest is read as a whole.
    const whole = parsed.problems.length > 0;
    const part = whole ? parseText(bytes.subarray(start), { file }) : parsed;
    yield {
      documents: part.documents.map((each) => moved(each, lines, documents)),
      problems: part.problems.map((each) => movedProblem(each, lines, documents)),
    };
    if (whole) return;
    for (let at = block.indexOf(NEWLINE); at !== -1; at = block.indexOf(NEWLINE, at + 1)) lines++;
    documents += part.documents.length;
    start = end;
  }
}

const isLong = ({ file, bytes }: Input): boolean => /\.(?:jsonl|ndjson)$/i.test(file) && bytes.length > BLOCK;

function moved(document: ParsedDocument, lines: number, documents: number): ParsedDocument {
  const { locate } = document;
  return {
    ...document,
    index: document.index + documents,
    locate: (path, what) => {
      const place = locate(path, what);
      return place && { ...place, line: place.line + lines };
    },
  };
}

function movedProblem(problem: Problem, lines: number, documents: number): Problem {
  const { source } = problem;
  if (source === undefined) return problem;
  const line = source.line === undefined ? {} : { line: source.line + lines };
  return { ...problem, source: { ...source, ...line, document: (source.document ?? 0) + documents } };
}

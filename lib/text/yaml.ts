// YAML texts, read the way kubectl reads them: documents split at `---`, YAML 1.1 words and numbers, keys that are always strings.
// js-yaml finds the structure and its offsets; what it means is decided here. https://yaml.org/spec/1.1/

import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Problem } from '../report/problem';
import type { CommentSpot } from './comments';
import { MAX_DEPTH, MAX_PROBLEMS, type Origin } from './json-scan';
import type { Spot } from './positions';
import { commentsIn } from './yaml-comments';
import { type Chunk, type Composed, Composer, problemAt, TEMPLATE } from './yaml-compose';

/** One document found in a YAML text. */
export interface YamlValue {
  readonly value: unknown;
  /** 0-based number of the document, those with problems counted and empty ones not. */
  readonly index: number;
  /** Reads the document again, with the places of everything in it. */
  readonly spots: DocumentSpots;
  /** Reads the text again for the comments of the document; those behind `---` alone are of the next one, or of the last. */
  readonly comments: () => readonly CommentSpot[];
}

/** All documents of a YAML text and everything that is wrong with it. */
interface YamlText {
  readonly values: YamlValue[];
  readonly problems: readonly Problem[];
}

/** Reads a text as YAML. */
export function readYaml(origin: Origin): YamlText {
  const values: YamlValue[] = [];
  const problems: Problem[] = [];
  const read: ReadChunk[] = [];
  let comments: readonly (readonly CommentSpot[])[] | undefined;
  for (const part of chunksRead(origin)) {
    problems.push(...part.problems);
    if (part.chunk !== undefined) read.push(part);
    for (const document of part.documents) {
      const position = values.length;
      values.push({ ...document, comments: () => (comments ??= commentsOf(read))[position]! });
    }
  }
  return { values, problems };
}

/** As {@link readYaml}, each part of the text by itself: what came before it can be forgotten. */
export function* readYamlParts(origin: Origin): Generator<YamlText> {
  let count = 0;
  let whole: YamlText | undefined;
  for (const { documents, problems } of chunksRead(origin)) {
    const first = count;
    const values = documents.map((document, nth) => ({
      ...document,
      comments: () => (whole ??= readYaml(origin)).values[first + nth]!.comments(),
    }));
    count += documents.length;
    yield { values, problems };
  }
}

/** A part of the text, read. */
interface ReadChunk {
  /** Absent where there is something wrong with it. */
  readonly chunk?: Chunk;
  readonly documents: readonly Omit<YamlValue, 'comments'>[];
  readonly problems: readonly Problem[];
}

function* chunksRead(origin: Origin): Generator<ReadChunk> {
  const outside: Problem[] = [];
  let index = 0;
  let wrong = 0;
  for (const chunk of chunksOf(origin, outside)) {
    if (wrong >= MAX_PROBLEMS) break;
    const { documents, problems } = compose(origin, chunk, index, false);
    wrong += problems.length;
    if (problems.length > 0) {
      index++;
      yield { documents: [], problems };
      continue;
    }
    const first = index;
    index += documents.length;
    yield {
      chunk,
      documents: documents.map(({ value }, nth) => ({
        value,
        index: first + nth,
        spots: new DocumentSpots(origin, chunk, nth, nth === documents.length - 1),
      })),
      problems,
    };
  }
  if (outside.length > 0) yield { documents: [], problems: outside };
}

/** Where one of the documents of a chunk is: it is read again when somebody asks. Often kept without the document, so that it holds nothing more. */
class DocumentSpots {
  private readonly start: number;
  private readonly size: number;

  constructor(
    private readonly origin: Origin,
    { start, text }: Chunk,
    private readonly nth: number,
    private readonly isLast: boolean,
  ) {
    this.start = start;
    this.size = text.length;
  }

  spot(): Spot {
    const { start, size, origin, nth } = this;
    return compose(origin, { start, text: origin.text.slice(start, start + size) }, 0, true).documents[nth]!.spot!;
  }

  /** Where the document ends with all that belongs to it. */
  end(): number {
    return this.isLast ? this.start + this.size : this.spot().end;
  }
}

/** The comments of each document. */
function commentsOf(read: readonly ReadChunk[]): CommentSpot[][] {
  const documents = read.flatMap((part) => part.documents);
  const found = documents.map((): CommentSpot[] => []);
  const ends = documents.map(({ spots }) => spots.end());
  let nth = 0;
  for (const comment of read.flatMap(({ chunk }) => commentsIn(chunk!))) {
    while (nth < documents.length - 1 && ends[nth]! <= comment.start) nth++;
    found[nth]!.push(comment);
  }
  return found;
}

/** Splits at every line that begins with `---`, as kubectl does. What else stands on that line belongs to the document. */
function* chunksOf(origin: Origin, problems: Problem[]): Generator<Chunk> {
  const { text } = origin;
  const odd = /[\u0085\u2028\u2029]/.exec(text);
  if (odd !== null) {
    const name = `U+${text.charCodeAt(odd.index).toString(16).toUpperCase().padStart(4, '0')}`;
    const message = `has the character ${name}, which YAML readers take for a line break or not, each in its own way`;
    const escape = { '\u0085': '\\N', '\u2028': '\\L', '\u2029': '\\P' }[odd[0]]!;
    problems.push(
      problemAt(origin, 0, 'bad-yaml', odd.index, message, `Write it as \`${escape}\` in a string in double quotes.`),
    );
    return;
  }
  let start = 0;
  for (let at = text.startsWith('---') ? 0 : text.indexOf('\n---') + 1; at > 0 || text.startsWith('---', at);) {
    if (at > start) yield { start, text: text.slice(start, at) };
    const after = text.charCodeAt(at + 3);
    if (after === after && after !== 32 && after !== 9 && after !== 10 && after !== 13) {
      const message = 'begins with `---`, which kubectl takes for the start of a document';
      problems.push(
        problemAt(origin, 0, 'bad-yaml', at, message, 'Put the text in quotes, or a line break after the `---`.'),
      );
      return;
    }
    start = at + 3;
    const next = text.indexOf('\n---', at);
    if (next === -1) break;
    at = next + 1;
  }
  if (start < text.length) yield { start, text: text.slice(start) };
}

function compose(origin: Origin, chunk: Chunk, index: number, located: boolean): Composed {
  let events: Event[];
  try {
    events = parseEvents(chunk.text, { maxDepth: MAX_DEPTH + 2 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { documents: [], problems: [syntaxProblem(origin, chunk, index, error.reason, error.mark?.position ?? 0)] };
  }
  const composer = new Composer(origin, chunk, index, located);
  composer.run(events);
  return composer;
}

function syntaxProblem(origin: Origin, chunk: Chunk, index: number, reason: string, position: number): Problem {
  const at = chunk.start + position;
  if (reason.startsWith('nesting exceeded')) {
    return problemAt(origin, index, 'too-deep', at, `is nested more than ${MAX_DEPTH} levels deep`);
  }
  return problemAt(origin, index, 'bad-yaml', at, `is not YAML: ${reason}`, syntaxHint(chunk.text, reason, position));
}

function syntaxHint(text: string, reason: string, position: number): string | undefined {
  const lineStart = text.lastIndexOf('\n', position - 1) + 1;
  const line = text.slice(lineStart, (text.indexOf('\n', position) + 1 || text.length + 1) - 1);
  if (/^ *\t/.test(line)) return 'YAML is indented with spaces; a tab does not count.';
  if (line.startsWith('%') || reason.startsWith('directives end'))
    return 'kubectl takes no `%` directives; remove the line.';
  if (line.includes('{{')) return TEMPLATE;
  if (reason.includes('escape sequence')) {
    return 'In double quotes a backslash begins an escape: write it twice, or put the text in single quotes.';
  }
  if (reason.includes('alias')) {
    const value = /^[^'"#]*?: +(\*[^'"#]*?) *(?:#|$)/.exec(line)?.[1];
    return `Text that begins with \`*\` must stand in quotes${value === undefined ? '.' : `: "${value}"`}`;
  }
  if (/tab char/.test(reason)) return 'YAML is indented with spaces; a tab does not count.';
  const before = text.slice(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart);
  if (/^\s*(- )?[\w.-]+:[^\s/]/m.test(before + line)) return 'A space is missing after the `:` of a key.';
  if (/: [^'"#]*: /.test(line)) return 'Text with `: ` in it must stand in quotes.';
  if (/[@`%]/.test(text[position] ?? '')) return 'Text that begins with this character must stand in quotes.';
  return undefined;
}

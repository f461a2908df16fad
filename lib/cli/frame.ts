// The line of a document that a problem is about, with a mark below it, for terminals. Of the line are shown the keys, and the one value that the
// message shows too; any other may be a secret, whatever it is called, and is an ellipsis.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Problem } from '../report/problem';
import { parseText } from '../text/parse';
import { type Mark, marksIn } from '../text/marks';
import type { Paint } from './colour';

/** A file that is longer is not read again for a line of it. */
const LONGEST_FILE = 4 * 1024 * 1024;
/** In a text that cannot be read, nobody knows what is a value: where one of these is named, nothing of it is shown. */
const SECRETIVE = /secret|token|passw|credential|private/i;

/** A text as frames need it. */
interface Opened {
  readonly file: string;
  readonly lines: readonly string[];
  /** Where each line begins. */
  readonly starts: readonly number[];
  readonly marks: readonly Mark[];
  /** Whether some of it could not be read. */
  readonly broken: boolean;
  readonly secretive: boolean;
}

/** A piece of a line as it is shown. */
interface Piece {
  readonly at: number;
  readonly text: string;
  /** It stands for what is not shown. */
  readonly hidden?: true;
}

/** Frames for problems; those of one file come one after the other, so that one file is kept open. */
export class Frames {
  private opened: Opened | undefined;

  constructor(
    private readonly cwd: string,
    private readonly width: number,
    private readonly paint: Paint,
  ) {}

  /** Two lines, or none where there is nothing to show. */
  of({ source, severity, value }: Problem): string[] {
    const { file, line, column } = source ?? {};
    if (file === undefined || file === '-' || line === undefined || column === undefined) return [];
    const text = this.open(file);
    const written = text?.lines[line - 1];
    if (text === undefined || written === undefined) return [];
    const start = text.starts[line - 1]!;
    const at = start + column - 1;
    const inside = text.marks.filter((mark) => mark.end > start && mark.start < start + written.length);
    const isReadable = !text.broken || inside.length > 0;
    if (!isReadable && text.secretive) return [];
    const meant = inside.find(
      (mark) =>
        mark.at === at && mark.value !== undefined && mark.value === value && written[mark.start - start] !== ALIAS,
    );
    const target = meant ?? inside.find((mark) => mark.start === at);
    const pieces = isReadable ? piecesOf(written, start, inside, meant) : roughly(written, start);
    const number = String(line).padStart(6);
    const [shown, before, length] = cropped(pieces, at, target, this.width - number.length - 3);
    const mark = this.paint(severity === 'error' ? 'red' : 'yellow', '^'.repeat(length));
    const [bar, gutter] = [this.paint('blue', `${number} |`), this.paint('blue', `${' '.repeat(number.length)} |`)];
    return [`${bar} ${shown}`, `${gutter} ${' '.repeat(before)}${mark}`];
  }

  private open(file: string): Opened | undefined {
    if (this.opened?.file === file) return this.opened;
    const path = resolve(this.cwd, file);
    try {
      if (statSync(path).size > LONGEST_FILE) return undefined;
      const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '');
      const { documents, problems } = parseText(text, { file });
      const marks = documents.flatMap((document) => marksIn(document, text).marks).sort((a, b) => a.start - b.start);
      const lines = text.split('\n');
      const starts: number[] = [];
      lines.reduce((start, line) => (starts.push(start), start + line.length + 1), 0);
      const broken = problems.length > 0;
      return (this.opened = { file, lines, starts, marks, broken, secretive: SECRETIVE.test(text) });
    } catch {
      return undefined;
    }
  }
}

/** Keys, the value that is meant, and what stands between them. */
function piecesOf(line: string, start: number, marks: readonly Mark[], meant: Mark | undefined): Piece[] {
  const pieces: Piece[] = [];
  let at = start;
  const end = start + line.length;
  for (const mark of marks) {
    if (mark.start < at && mark.start >= start) continue;
    pieces.push(...between(line, start, at, Math.max(at, mark.start)));
    const [from, to] = [Math.max(mark.start, start), Math.min(mark.end, end)];
    if (mark.value === undefined || mark === meant)
      pieces.push({ at: from, text: line.slice(from - start, to - start) });
    else pieces.push({ at: from, text: ELLIPSIS, hidden: true });
    at = to;
  }
  return [...pieces, ...between(line, start, at, end)];
}

const ELLIPSIS = '…';
/** Its name may say anything. */
const ALIAS = '*';

/** Punctuation; a comment, an anchor or a tag may say anything. */
function between(line: string, start: number, from: number, to: number): Piece[] {
  return [
    ...line.slice(from - start, to - start).matchAll(/#.*|[\s\-?:,[\]{}=|>&*!'"]+|[^\s\-?:,[\]{}=|>&*!'"#]+/g),
  ].map(({ index, 0: text }): Piece =>
    /^[\s\-?:,[\]{}=|>&*!'"]/.test(text)
      ? { at: from + index, text }
      : { at: from + index, text: ELLIPSIS, hidden: true },
  );
}

/** A line of a text that cannot be read: its first key, and punctuation. */
function roughly(line: string, start: number): Piece[] {
  const first = /^[\s\-{]*(["']?)[\w.$-]+\1(?=\s*[:=])/.exec(line)?.[0] ?? '';
  return [{ at: start, text: first }, ...between(line, start, start + first.length, start + line.length)];
}

/** What makes a terminal do something else than show a character. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;

/** What is shown of the line, how far from its beginning the mark is, and how long. */
function cropped(
  pieces: readonly Piece[],
  at: number,
  target: Mark | undefined,
  room: number,
): [shown: string, before: number, length: number] {
  let text = '';
  let from = 0;
  let to = 0;
  for (const piece of pieces) {
    const clean = piece.text.replace(CONTROL, ' ');
    const end = piece.at + (piece.hidden === true ? 1 : piece.text.length);
    if (piece.at <= at) from = text.length + (piece.hidden === true ? 0 : Math.min(at, end) - piece.at);
    if (target !== undefined && piece.at <= target.start && target.start < end) {
      from = text.length + target.start - piece.at;
      to = text.length + (piece.hidden === true ? 1 : Math.min(target.end, end) - piece.at);
    }
    text += clean;
  }
  text = text.trimEnd();
  const length = Math.max(1, to - from);
  const left = from + length <= room ? 0 : Math.max(0, from - Math.floor(room / 2));
  const shown = `${left > 0 ? ELLIPSIS : ''}${text.slice(left + (left > 0 ? 1 : 0), left + room)}`;
  const wide = (part: string): number => part.length + (part.match(WIDE)?.length ?? 0);
  return [shown, wide(shown.slice(0, from - left)), Math.min(length, Math.max(1, room - (from - left)))];
}

// Certain fixes, put into a text: each changes its own stretch, so that comments, order and formatting stay.
import type { Problem } from '../report/problem';
import { type Mark, marksIn } from './marks';
import { type ParsedDocument, parseText } from './parse';
import { resolvePlain } from './yaml-scalar';

/** A stretch of a text that becomes another one. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly problem: Problem;
}

/** A text that was mended, and of which problems. */
export interface Fixed {
  readonly text: string;
  readonly problems: readonly Problem[];
}

/**
 * Mends the problems of a JSON or YAML text that have a certain fix; others, and what stands for several places by an alias, are left alone.
 *
 * @param text - Without byte order mark.
 */
export function fixText(text: string, file: string, problems: readonly Problem[]): Fixed {
  const parsed = parseText(text, { file });
  const starts = lineStarts(text);
  const edits = new Map<number, Edit>();
  const taken = new Map<object, Set<string>>();
  for (const document of parsed.documents) {
    if (document.format === 'kcl') continue;
    const { marks, shared } = marksIn(document, text);
    if (shared) continue;
    const byPlace = grouped(marks);
    for (const problem of problems) {
      const { line, column } = problem.source ?? {};
      if (problem.fix === undefined || line === undefined || column === undefined) continue;
      const here = byPlace.get((starts[line - 1] ?? 0) + column - 1) ?? [];
      const edit = here.map((mark) => editOf(mark, problem, text, document, taken)).find((each) => each !== undefined);
      if (edit !== undefined && !edits.has(edit.start)) edits.set(edit.start, edit);
    }
  }
  const all = [...edits.values()].sort((one, other) => other.start - one.start);
  const mended = all.reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text);
  const again = all.length === 0 ? parsed : parseText(mended, { file });
  const isSound =
    again.documents.length === parsed.documents.length && again.problems.length === parsed.problems.length;
  return isSound ? { text: mended, problems: all.map(({ problem }) => problem).reverse() } : { text, problems: [] };
}

function grouped(marks: readonly Mark[]): Map<number, Mark[]> {
  const groups = new Map<number, Mark[]>();
  for (const mark of marks) {
    const before = groups.get(mark.at);
    if (before === undefined) groups.set(mark.at, [mark]);
    else before.push(mark);
  }
  return groups;
}

function editOf(
  mark: Mark,
  problem: Problem,
  text: string,
  { format }: ParsedDocument,
  taken: Map<object, Set<string>>,
): Edit | undefined {
  const { fix, path, value } = problem;
  const { start, end } = mark;
  const raw = text.slice(start, end);
  const isKey = mark.value === undefined;
  if (fix === undefined || String(path.at(-1)) !== String(mark.step)) return undefined;
  if ('rename' in fix) {
    const renamed = taken.get(mark.owner) ?? new Set();
    if (!isKey || mark.step !== fix.rename || Object.hasOwn(mark.owner, fix.to) || renamed.has(fix.to))
      return undefined;
    taken.set(mark.owner, renamed.add(fix.to));
    return { start, end, text: wordLike(raw, fix.to, format), problem };
  }
  if (isKey || /^[*&!|>]/.test(raw) || /!\S*[ \t]+$/.test(text.slice(text.lastIndexOf('\n', start) + 1, start)))
    return undefined;
  if ('quote' in fix) {
    const isWritten = typeof mark.value !== 'string' && /^[\w.+:-]{1,40}$/.test(raw);
    return isWritten ? { start, end, text: `"${raw}"`, problem } : undefined;
  }
  if (value === undefined || mark.value !== value) return undefined;
  const put = typeof fix.value === 'string' ? wordLike(raw, fix.value, format) : String(fix.value);
  return { start, end, text: put, problem };
}

/** A word with the quotes of the one in its place. */
function wordLike(raw: string, word: string, format: ParsedDocument['format']): string {
  const isPlain = /^[A-Za-z][\w./-]*$/.test(word) && resolvePlain(word) === word;
  if (format !== 'json' && isPlain) {
    if (raw.startsWith("'")) return `'${word}'`;
    if (!raw.startsWith('"')) return word;
  }
  return JSON.stringify(word);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

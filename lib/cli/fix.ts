// --fix: certain fixes, written into the files that were named, and into nothing else.
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { printPath, printSource, quote } from '../report/print';
import type { Problem } from '../report/problem';
import { decode } from '../text/encoding';
import { fixText } from '../text/fix';
import type { Io } from './io';
import type { Args } from './verb';
import { writeWhole } from './write-file';

/** Mends the files of problems and says what was mended; resolves to how many problems that were. */
export async function fixFiles(problems: readonly Problem[], args: Args, io: Io): Promise<number> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const file = problem.source?.file;
    if (problem.fix === undefined || problem.severity === 'note' || file === undefined || !isOurs(file, args, io))
      continue;
    const before = files.get(file);
    if (before === undefined) files.set(file, [problem]);
    else before.push(problem);
  }
  let count = 0;
  for (const [file, own] of files) {
    const bytes = readFileSync(resolve(io.cwd, file));
    const decoded = decode(bytes, file);
    if ('problem' in decoded) continue;
    const mark = bytes[0] === 0xef ? '\ufeff' : '';
    const { text, problems: mended } = fixText(decoded.text, file, own);
    if (mended.length === 0) continue;
    await writeWhole(file, io, (output) => output.write(mark + text));
    await io.stderr.write(mended.map((problem) => `fixed ${changeOf(problem)}\n`).join(''));
    count += mended.length;
  }
  return count;
}

/** A file that was named, or one that lies in a named folder: not what a link in it leads to elsewhere. */
function isOurs(file: string, { operands }: Args, { cwd }: Io): boolean {
  if (operands.includes(file)) return true;
  const real = realpathSync(resolve(cwd, file));
  return operands.some((operand) => {
    const folder = resolve(cwd, /[*?[{]/.test(operand) ? dirname(operand.replace(/[*?[{].*$/s, 'x')) : operand);
    try {
      return real.startsWith(`${realpathSync(folder)}${sep}`);
    } catch {
      return false;
    }
  });
}

/** `a.yaml:7:3 spec.concurrencyPolicy: "forbid" → "Forbid"`; no value that the problem does not show. */
function changeOf({ source, path, value, fix }: Problem): string {
  const place = `${printSource(source)} ${printPath(path)}`;
  if (fix === undefined || 'quote' in fix) return `${place}: put in quotes`;
  if ('rename' in fix) return `${place}: now ${fix.to}`;
  const words = [value, fix.value].map((each) => (typeof each === 'string' ? quote(each) : String(each)));
  return `${place}: ${words.join(' → ')}`;
}

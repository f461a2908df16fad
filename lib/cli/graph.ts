// graph: workloads, what they become and what they refer to, as Mermaid or as one page.
import { graphOf } from './graph-model';
import { readInputs, refuseInput } from './inputs';
import { mermaid } from './mermaid';
import { type Entry, Objects } from './objects';
import { readOptions } from './options';
import { count, printProblems } from './print-problems';
import type { Run } from './verb';
import { writeWhole } from './write-file';

export const graph: Run = async (args, io) => {
  const { output = '-', html } = args.flags;
  refuseInput(output, args, io);
  const entries: Entry[] = [];
  const byPosition: Entry[] = [];
  const objects = new Objects(readOptions(args, io), (entry, position) => {
    entries.push(entry);
    byPosition[position] = entry;
  });
  for await (const found of readInputs(args, io)) {
    if ('problem' in found) objects.unread(found.problem);
    else objects.add(found.input);
  }
  const findings = objects.check();
  const drawing = graphOf(entries, findings, objects.sets && clustersIn(objects.sets(), byPosition));
  const text = html === undefined ? mermaid(drawing) : page(drawing, entries);
  if (output === '-') await io.stdout.write(text);
  else {
    await writeWhole(output, io, (file) => file.write(text));
    await io.stderr.write(`wrote ${output}\n`);
  }
  const problems = findings.map(({ problem }) => problem).filter(({ severity }) => severity !== 'note');
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  await printProblems(problems, io.stderr, io);
  if (errors > 0) await io.stderr.write(`${count(errors, 'error')}, which the graph shows in place\n`);
  return errors > 0 ? 1 : 0;
};

function* clustersIn(sets: Iterable<readonly number[]>, byPosition: readonly Entry[]): Generator<readonly Entry[]> {
  for (const set of sets) yield set.map((position) => byPosition[position]!);
}

function page(...args: Parameters<typeof import('./page').page>): string {
  return (require('./page') as typeof import('./page')).page(...args);
}

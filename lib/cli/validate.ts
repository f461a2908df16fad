// validate: what API servers would refuse, in documents of the dialects and in plain manifests, one by one and together.
import type { Problem } from '../report/problem';
import { readInputs } from './inputs';
import type { Io } from './io';
import { Objects } from './objects';
import { readOptions } from './options';
import { count, printProblems } from './print-problems';
import { type Finding, findingOf, github, sarif } from './reports';
import type { Args, Run } from './verb';

/** What a report is made of. */
export interface Checked {
  /** How many objects there were. */
  readonly checked: number;
  readonly findings: readonly Finding[];
}

export const validate: Run = async (args, io) => {
  const result = await check(args, io);
  const errors = result.findings.filter(({ problem }) => problem.severity === 'error').length;
  const report = (args.flags['report'] ?? 'text') as ReportFormat;
  if (report === 'text') await printText(result, errors, io);
  else await io.stdout.write(REPORT[report](result, errors === 0));
  return errors === 0 ? 0 : 1;
};

async function check(args: Args, io: Io): Promise<Checked> {
  const objects = new Objects(readOptions(args, io));
  for await (const found of readInputs(args.operands, io)) {
    if ('problem' in found) objects.unread(found.problem);
    else objects.add(found.input);
  }
  return { checked: objects.count, findings: objects.check() };
}

const REPORT = {
  json: ({ checked, findings }: Checked, ok: boolean): string =>
    `${JSON.stringify({ ok, checked, problems: findings.map(findingOf) }, null, 2)}\n`,
  sarif: ({ findings }: Checked): string => `${JSON.stringify(sarif(findings), null, 2)}\n`,
  github: ({ findings }: Checked): string => findings.map(github).join(''),
} as const;

export type ReportFormat = 'text' | keyof typeof REPORT;

async function printText({ checked, findings }: Checked, errors: number, io: Io): Promise<void> {
  const problems = findings.map(({ problem }) => problem);
  await printProblems(
    problems.filter(({ severity }) => severity !== 'note'),
    io.stdout,
    io,
  );
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const unknown = new Set(problems.filter(({ code }) => code === 'not-checked').map(({ value }) => value as string));
  const left = new Set(problems.filter(isLeftOut).map(({ source }) => source?.file ?? '-'));
  const others = left.size === 0 ? '' : `; left out, as neither manifests nor documents: ${shortList([...left])}`;
  const kinds = unknown.size === 0 ? '' : `; the values of ${[...unknown].join(', ')} were not checked`;
  await io.stderr.write(
    `${count(checked, 'object')} checked: ${count(errors, 'error')}, ${count(warnings, 'warning')}${kinds}${others}\n`,
  );
}

const isLeftOut = ({ code, severity }: Problem): boolean => code === 'unknown-dialect' && severity === 'note';

const shortList = (names: readonly string[]): string =>
  names.length > 6 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');

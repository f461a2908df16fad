// validate: what API servers would refuse, in documents of the dialects and in plain manifests, one by one and together.
import { refOf } from '../kube/set/identity';
import type { Problem } from '../report/problem';
import { type Asked, askedBy, ignoredLine, leftOutLine } from './asked';
import { excludeOf, readInputs } from './inputs';
import type { Io } from './io';
import type { Case } from './junit';
import { type Entry, Objects } from './objects';
import { readOptions } from './options';
import { count, printProblems } from './print-problems';
import { Progress } from './progress';
import { type Finding, findingOf, github, sarif } from './reports';
import { type Args, type Run, UsageError } from './verb';

/** What a report is made of. */
export interface Checked {
  /** How many objects of each kind there were. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly findings: readonly Finding[];
  /** All objects, for a report that names those in which nothing was found. */
  readonly cases: readonly Case[];
  /** How many files --exclude left out. */
  readonly excluded: number;
  /** What was asked of objects that there are not, in words. */
  readonly unmet: readonly string[];
}

export const validate: Run = (args, io) =>
  args.flags['watch'] === undefined ? once(args, io) : watching(args, io, () => once(args, io));

const watching = (...call: Parameters<typeof import('./watch').watching>): Promise<number> =>
  (require('./watch') as typeof import('./watch')).watching(...call);

async function once(args: Args, io: Io): Promise<number> {
  const asked = askedBy(args);
  const result = args.flags['fix'] === undefined ? await check(args, io, asked) : await mended(args, io, asked);
  const ok = !result.findings.some(({ problem }) => asked.fails(problem));
  const report = (args.flags['report'] ?? 'text') as ReportFormat;
  if (report === 'text') await printText(result, io);
  else await io.stdout.write(REPORT[report](result, asked));
  return ok ? 0 : 1;
}

/** Mends what can be mended, which may show more; then what is left. */
async function mended(args: Args, io: Io, asked: Asked): Promise<Checked> {
  if (args.operands.length === 0 || args.operands.includes('-'))
    throw new UsageError('--fix mends files, and standard input is none', 'Like this: validate manifests/ --fix');
  const { fixFiles } = require('./fix') as typeof import('./fix');
  for (let rounds = 0; ; rounds++) {
    const result = await check(args, io, asked);
    const problems = result.findings.map(({ problem }) => problem);
    if (rounds === MOST_ROUNDS || (await fixFiles(problems, args, io)) === 0) return result;
  }
}

/** What is mended can show something else that can be, hardly more often than this. */
const MOST_ROUNDS = 10;

async function check(args: Args, io: Io, asked: Asked): Promise<Checked> {
  const cases: Case[] = [];
  const keep = ({ object, document, source }: Entry): void => {
    cases.push({ file: source().file ?? '-', document, object: refOf(object) });
  };
  const { unmet } = asked;
  const takers = [
    ...(args.flags['report'] === 'junit' ? [keep] : []),
    ...(unmet === undefined ? [] : [({ object }: Entry): void => unmet.meet(refOf(object))]),
  ];
  const objects = new Objects(readOptions(args, io), (entry) => takers.forEach((take) => take(entry)));
  const exclude = excludeOf(args.flags);
  const progress = new Progress(io, 'checked');
  try {
    for await (const found of readInputs(args, io, exclude)) {
      if ('problem' in found) objects.unread(found.problem);
      else objects.add(found.input);
      const soFar = total(objects.kinds);
      io.onDocuments?.(soFar);
      await progress.at(soFar, 'objects');
    }
    const findings = objects.check().map((finding): Finding => {
      const { problem, object } = finding;
      return { ...finding, problem: asked.take(problem, problem.object ?? refOf(object)) };
    });
    return { kinds: objects.kinds, findings, cases, excluded: exclude?.count ?? 0, unmet: unmet?.lines() ?? [] };
  } finally {
    await progress.clear();
    objects.close();
  }
}

const REPORT = {
  json: ({ kinds, findings }: Checked, { fails }: Asked): string => {
    const ok = !findings.some(({ problem }) => fails(problem));
    const report = { ok, checked: total(kinds), kinds: Object.fromEntries(kinds), problems: findings.map(findingOf) };
    return `${JSON.stringify(report, null, 2)}\n`;
  },
  sarif: ({ findings }: Checked): string => `${JSON.stringify(sarif(findings), null, 2)}\n`,
  github: ({ findings }: Checked): string => findings.map(github).join(''),
  junit: (checked: Checked, { fails }: Asked): string =>
    (require('./junit') as typeof import('./junit')).junit(checked, fails),
} as const;

export type ReportFormat = 'text' | keyof typeof REPORT;

const total = (kinds: ReadonlyMap<string, number>): number => [...kinds.values()].reduce((sum, each) => sum + each, 0);

async function printText({ kinds, findings, excluded, unmet }: Checked, io: Io): Promise<void> {
  const problems = findings.map(({ problem }) => problem);
  await printProblems(
    problems.filter(({ severity }) => severity !== 'note'),
    io.stdout,
    io,
  );
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const checked = total(kinds);
  const each = checked < 2 ? '' : ` (${listed(kinds)})`;
  const lines = [
    `${count(checked, 'object')} checked${each}: ${count(errors, 'error')}, ${count(warnings, 'warning')}`,
  ];
  for (const [why, unchecked] of notChecked(problems)) lines.push(`not checked: ${listed(unchecked)} (${why})`);
  const left = new Set(problems.filter(isLeftOut).map(({ source }) => source?.file ?? '-'));
  if (left.size > 0) lines.push(`left out, as neither manifests nor documents: ${shortList([...left])}`);
  for (const { message } of problems.filter(isOfClusters)) lines.push(message);
  lines.push(...[ignoredLine(problems), leftOutLine(excluded)].filter((line) => line !== undefined), ...unmet);
  await io.stderr.write(`${lines.join('\n')}\n`);
}

/** The kinds that were not checked whole, by the reason. */
function notChecked(problems: readonly Problem[]): Map<string, Map<string, number>> {
  const reasons = new Map<string, Map<string, number>>();
  for (const { code, message, value } of problems) {
    if (code !== 'not-checked') continue;
    const kinds = reasons.get(message) ?? new Map<string, number>();
    kinds.set(value as string, (kinds.get(value as string) ?? 0) + 1);
    reasons.set(message, kinds);
  }
  return reasons;
}

/** That files were taken for different clusters. */
const isOfClusters = ({ code, severity }: Problem): boolean => code === 'duplicate' && severity === 'note';

const isLeftOut = ({ code, severity }: Problem): boolean => code === 'unknown-dialect' && severity === 'note';

/** `4 Deployment, 3 Service`, the most frequent ones first. */
const listed = (kinds: ReadonlyMap<string, number>): string =>
  shortList(
    [...kinds]
      .sort(([, one], [, other]) => other - one)
      .map(([kind, number]) => (kind === 'document' ? count(number, kind) : `${number} ${kind}`)),
  );

const shortList = (names: readonly string[]): string =>
  names.length > 12 ? `${names.slice(0, 11).join(', ')} and ${names.length - 11} more` : names.join(', ');

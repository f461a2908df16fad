// The command `cdk8s-kam` as a function: arguments in, exit code out.
import { didYouMean, nearest } from '../report/suggest';
import { ProblemError } from '../report/problem-error';
import { readArgs } from './args';
import { withColour } from './colour';
import type { Io } from './io';
import { printProblems } from './print-problems';
import { UsageError, type Verb } from './verb';
import { VERBS } from './verbs';

/**
 * Runs the command.
 * @param argv what stands after the command's name
 * @returns the exit code: 0 fine, 1 invalid input, 2 wrong usage
 */
export async function cli(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv;
  let hands = io;
  try {
    if (name === undefined) {
      await io.stderr.write(help());
      return 2;
    }
    if (name === '--version' || name === '-V') {
      await io.stdout.write(`${packageVersion()}\n`);
      return 0;
    }
    if (name === '--help' || name === '-h' || name === 'help') {
      await io.stdout.write(help(rest[0] === undefined ? undefined : verbOf(rest[0])));
      return 0;
    }
    const verb = verbOf(name);
    const [options] = splitAtEnd(rest);
    if (options.includes('--help') || options.includes('-h')) {
      await io.stdout.write(help(verb));
      return 0;
    }
    const args = readArgs(verb, rest);
    hands = withColour(io, args.flags);
    return await verb.run(args, hands, VERBS);
  } catch (error) {
    return await failed(error, name, hands);
  }
}

async function failed(error: unknown, name: string | undefined, io: Io): Promise<number> {
  if (error instanceof UsageError) {
    const verb = VERBS.some((each) => each.name === name) ? ` ${name}` : '';
    const hint = error.hint === undefined ? '' : `    ${error.hint}\n`;
    await io.stderr.write(`cdk8s-kam${verb}: ${error.message}\n${hint}    See cdk8s-kam${verb} --help\n`);
    return 2;
  }
  if (error instanceof ProblemError) await printProblems(error.problems, io.stderr, io);
  else await io.stderr.write(`${printFault(error)}\n`);
  return 1;
}

function verbOf(name: string): Verb {
  const verb = VERBS.find((each) => each.name === name);
  if (verb !== undefined) return verb;
  const names = name.startsWith('-') ? ['--help', '--version'] : VERBS.map((each) => each.name);
  const meant = nearest(name, names);
  const hint = didYouMean(meant, `There is ${names.join(', ')}`);
  throw new UsageError(
    name.startsWith('-') ? `there is no flag ${name}` : `there is no verb ${JSON.stringify(name)}`,
    hint,
  );
}

/** What stands before `--`, and after it. */
function splitAtEnd(argv: readonly string[]): [readonly string[], readonly string[]] {
  const end = argv.indexOf('--');
  return end === -1 ? [argv, []] : [argv.slice(0, end), argv.slice(end + 1)];
}

const help = (verb?: Verb): string => (require('./help') as typeof import('./help')).help(VERBS, verb);
const printFault = (error: unknown): string => (require('./fault') as typeof import('./fault')).printFault(error);
const packageVersion = (): string =>
  (require('./package-json') as typeof import('./package-json')).packageJson().version;

// The command line of one verb, read by its declaration. Node's own reader does the work: another one takes longer to load than a document
// takes to convert.
import { didYouMean } from '../report/suggest';
import { parseArgs } from 'node:util';
import { nearest } from '../report/suggest';
import { type Args, type Flag, flagsOf, UsageError, type Verb } from './verb';

/**
 * Reads what follows the verb.
 * @throws UsageError for a flag or operand that the verb does not have
 */
export function readArgs(verb: Verb, argv: readonly string[]): Args {
  const options = Object.fromEntries(flagsOf(verb).map(optionOf));
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const operands: string[] = [];
  const flags: Record<string, string | undefined> = {};
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const flag = flagsOf(verb).find(({ name }) => name === token.name);
    if (flag === undefined) throw unknownFlag(verb, token.rawName);
    const value = valueOf(flag, token.rawName, token.value);
    const before = flag.many === true ? flags[flag.name] : undefined;
    flags[flag.name] = before === undefined ? value : `${before}\n${value}`;
  }
  const { most = Infinity } = verb;
  if (operands.length > most) {
    throw new UsageError(`takes ${most === 0 ? 'no operand' : `at most ${most}`}: ${operands.slice(most).join(' ')}`);
  }
  return { operands, flags };
}

const optionOf = ({ name, short, value }: Flag): [string, { type: 'string' | 'boolean'; short?: string }] => [
  name,
  { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) },
];

function unknownFlag(verb: Verb, raw: string): UsageError {
  const known = flagsOf(verb).map(({ name }) => `--${name}`);
  const meant = nearest(raw, known);
  const hint = didYouMean(meant, `Flags: ${known.join(', ')}`);
  return new UsageError(`there is no flag ${raw}`, hint);
}

function valueOf({ name, value, choices, example }: Flag, raw: string, given: string | undefined): string {
  if (value === undefined) {
    if (given !== undefined) throw new UsageError(`${raw} takes no value`);
    return '';
  }
  if (given === undefined || given === '')
    throw new UsageError(`${raw} needs a value: ${value}`, `Like this: ${example}`);
  if (choices !== undefined && !choices.includes(given)) {
    const meant = nearest(given, choices);
    const hint = didYouMean(meant);
    throw new UsageError(`--${name} is one of ${choices.join(', ')}, not ${JSON.stringify(given)}`, hint);
  }
  return given;
}

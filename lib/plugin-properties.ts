// What stands in cdk8s.yaml under `properties` of the validation plugin, and what is wrong with it.
import { serverOf } from './kube/server';
import { readSkip } from './kube/skip';
import type { CheckOptions } from './kube/validate';
import { kindOf } from './report/data';
import { type Ignore, readIgnores, type WrongIgnore } from './report/ignore';
import type { Path, Problem } from './report/problem';
import { ProblemError } from './report/problem-error';
import { didYouMean, nearest } from './report/suggest';

/** What stands in cdk8s.yaml under `properties`. */
export interface PluginProperties extends CheckOptions {
  /** Problems that do not count: `no-effect`, or of some object alone `bad-format:CronJob/nightly`. */
  readonly ignore?: readonly string[];
  /** Kinds whose objects are not judged; they are still there for the others. */
  readonly skip?: readonly string[];
  /** What fails the synth. Default: `error`. */
  readonly failOn?: 'error' | 'warning';
}

/** The properties, read. */
export interface ReadProperties {
  readonly ignores: readonly Ignore[];
  /** What is wrong with them. */
  readonly problems: readonly Problem[];
}

/** Reads properties as they come from YAML. Never throws: cdk8s-cli would show the stack. */
export function readProperties(properties: PluginProperties): ReadProperties {
  const { ignores, problems } = ignoresIn(properties);
  const all = [...wrongProperties(properties), ...problems];
  return { ignores, problems: all.map((problem) => ({ ...problem, path: ['properties', ...problem.path] })) };
}

const PROPERTIES: Readonly<Record<keyof PluginProperties, true>> = {
  kubernetes: true,
  ignore: true,
  skip: true,
  failOn: true,
};

function ignoresIn({ ignore, skip }: PluginProperties): { ignores: readonly Ignore[]; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const ignores: Ignore[] = [];
  const refuse = (path: Path, { given, message, hint }: WrongIgnore): void => {
    problems.push({
      code: 'not-one-of',
      severity: 'error',
      path,
      value: given,
      message,
      ...(hint !== undefined && { hint }),
    });
  };
  for (const [nth, text] of textsIn(ignore, 'ignore', problems)) {
    const read = readIgnores(text);
    ignores.push(...read.ignores);
    for (const wrong of read.wrong) refuse(['ignore', nth], wrong);
  }
  for (const [nth, text] of textsIn(skip, 'skip', problems)) {
    const read = readSkip(text);
    if ('message' in read) refuse(['skip', nth], read);
    else ignores.push(read);
  }
  return { ignores, problems };
}

/** The texts of a list, with their numbers. */
function textsIn(value: unknown, key: string, problems: Problem[]): (readonly [number, string])[] {
  if (value === undefined) return [];
  const wrong = (path: Path, message: string): [] => {
    problems.push({ code: 'wrong-type', severity: 'error', path, message });
    return [];
  };
  if (!Array.isArray(value)) return wrong([key], `expected a list of texts, not ${kindOf(value)}`);
  return value.flatMap((text: unknown, nth): (readonly [number, string])[] =>
    typeof text === 'string' ? [[nth, text]] : wrong([key, nth], `expected a text, not ${kindOf(text)}`),
  );
}

/** cdk8s-cli would show the stack of what is thrown. */
function wrongProperties(properties: PluginProperties): Problem[] {
  const known = Object.keys(PROPERTIES);
  const unknown = Object.keys(properties).filter((key) => !known.includes(key));
  const message = `is no property of this validation, which has ${known.join(', ')}`;
  const problems = unknown.map((key): Problem => {
    const hint = didYouMean(nearest(key, known));
    return { code: 'unknown-key', severity: 'error', path: [key], message, ...(hint !== undefined && { hint }) };
  });
  const { failOn } = properties as { readonly failOn?: unknown };
  if (failOn !== undefined && failOn !== 'error' && failOn !== 'warning') {
    const text = 'must be error or warning';
    problems.push({ code: 'not-one-of', severity: 'error', path: ['failOn'], value: failOn, message: text });
  }
  try {
    serverOf(properties.kubernetes);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    problems.push(...error.problems);
  }
  return problems;
}

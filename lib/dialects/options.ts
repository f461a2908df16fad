// What a caller may say beside documents: everybody's options, and those of one dialect under its name. Whatever else stands there is refused.
import { serverOf } from '../kube/server';
import { isPlainObject } from '../report/data';
import type { Path, Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { nearest } from '../report/suggest';
import { dict, type Schema, shapeProblems } from '../shape/shape';
import * as z from '../shape/schema';
import { defaultsProblems } from '../workload/check-defaults';
import { type Defaults, defaultsSchema } from '../workload/model/defaults';
import { DIALECTS, type OwnOptions } from '.';
import { DIALECT_NAMES, type DialectName, type DialectOptions, type OptionShapes } from './dialect';

/** How documents are read. */
export interface Options extends DialectOptions, OwnOptions {
  /** The dialect of all documents. Default: recognised from each document's shape. */
  readonly dialect?: DialectName;
  /**
   * The Kubernetes by which objects are judged: a minor such as `1.34`, or a range such as `1.30-1.34` or `>=1.32`. Default: all that we know;
   * what only some of them refuse is a warning then.
   */
  readonly kubernetes?: string;
  /** What workloads get that do not state it. */
  readonly defaults?: Defaults;
}

const text = z.optional(z.string());

const EVERYBODYS: OptionShapes<Omit<Options, keyof OwnOptions>> = {
  namespace: text,
  name: text,
  labels: z.optional(dict(z.string())),
  onLoss: z.optional(z.enum(['error', 'warn'])),
  dialect: z.optional(z.enum(DIALECT_NAMES)),
  // Its own reader says what is wrong with it.
  kubernetes: z.optional(z.unknown() as Schema<string>),
  defaults: z.optional(defaultsSchema),
};

let schema: Schema | undefined;

/** The shape of {@link Options}; made when it is first asked for. */
const optionsSchema = (): Schema =>
  (schema ??= z.strictObject({
    ...EVERYBODYS,
    ...Object.fromEntries(DIALECTS.map(({ name, options }) => [name, z.optional(z.strictObject(options))])),
  }));

/** Everything that is wrong with options. */
export function optionProblems(options: unknown, base: Path = []): Problem[] {
  const wrong = [...shapeProblems(optionsSchema(), options), ...serverProblems(options)];
  return (wrong.length > 0 ? wrong : problemsOfDefaults(options as Options)).map((problem) => {
    const hint = problem.code === 'unknown-key' ? elsewhere(problem.path) : undefined;
    return { ...problem, path: [...base, ...problem.path], ...(hint !== undefined && { hint }) };
  });
}

function serverProblems(options: unknown): readonly Problem[] {
  if (!isPlainObject(options)) return [];
  try {
    serverOf(options['kubernetes'] as string | undefined);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
    throw error;
  }
}

/** The sound defaults that were looked at last, as text: the same ones come with each of many messages. */
let sound: string | undefined;

function problemsOfDefaults({ defaults, kubernetes }: Options): readonly Problem[] {
  if (defaults === undefined) return [];
  const text = textOf([defaults, kubernetes]);
  if (text !== undefined && text === sound) return [];
  const problems = defaultsProblems(defaults, { kubernetes });
  if (problems.length === 0) sound = text;
  return problems.map((problem) => ({ ...problem, path: ['defaults', ...problem.path] }));
}

/** Undefined for what JSON cannot hold. */
function textOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Where an option belongs that stands among those of another, or is near to one there. */
function elsewhere(path: Path): string | undefined {
  if (path[0] === 'defaults') return undefined;
  const given = String(path.at(-1));
  const dialect = path.length > 1 ? path[0] : undefined;
  const here = dialect === undefined ? [...Object.keys(EVERYBODYS), ...DIALECT_NAMES] : optionsOf(dialect);
  if (nearest(given, here) !== undefined) return undefined;
  const others = DIALECTS.filter(({ name }) => name !== dialect);
  const known = [...others.flatMap(({ options }) => Object.keys(options)), ...Object.keys(EVERYBODYS)];
  const meant = known.find((key) => key === given) ?? nearest(given, known);
  if (meant === undefined) return undefined;
  const owner = others.find(({ options }) => Object.hasOwn(options, meant))?.name;
  return owner === undefined
    ? `\`${meant}\` is an option of all dialects: write it beside \`${dialect}\``
    : `\`${meant}\` is an option of ${owner}: write ${owner}: { ${meant} }`;
}

const optionsOf = (dialect: string | number): readonly string[] =>
  Object.keys(DIALECTS.find(({ name }) => name === dialect)?.options ?? {});

// Where a construct was written: file, line and column of its `new Job(…)`. The stack is taken when it is made, which costs some microseconds, and
// turned into a place only when something is said of it. https://v8.dev/docs/stack-trace-api
import type { IConstruct } from 'constructs';
import { isAbsolute, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printSource } from '../report/print';
import type { Problem, Source } from '../report/problem';
import { type Position, written } from './source-map';

/** So deep are those who call us looked through for one that is no package. */
const MOST_FRAMES = 5;

/** A stack, which the engine puts into words when it is asked for them: then those who map sources have their say. */
interface Stack {
  readonly stack?: unknown;
}

/** A function or class, as the engine looks for it in a stack. */
type Maker = ((...args: never[]) => unknown) | (abstract new (...args: never[]) => unknown);

const stacks = new WeakMap<IConstruct, Stack>();
const places = new WeakMap<Stack, Source | undefined>();

/**
 * Keeps who called `maker`, a class or function of ours, to make a construct. Nothing is kept where nobody wants stacks: with
 * `Error.stackTraceLimit = 0`, or node's `--stack-trace-limit=0`.
 */
export function keepPlace(construct: IConstruct, maker: Maker): void {
  const limit = Error.stackTraceLimit;
  if (!(limit > 0)) return;
  const kept: Stack = {};
  Error.stackTraceLimit = Math.min(limit, MOST_FRAMES);
  Error.captureStackTrace(kept, maker);
  Error.stackTraceLimit = limit;
  stacks.set(construct, kept);
}

/** The class of a construct that lies directly below one of ours: what users call, or what their own classes call. */
export function classBelow(base: object, made: object): Maker {
  let maker = made.constructor as Maker;
  for (;;) {
    const above = Object.getPrototypeOf(maker) as Maker | null;
    if (above === base || above === null) return maker;
    maker = above;
  }
}

/** Problems of a construct: what is at no line of a document is where the construct was written. */
export function placed(problems: readonly Problem[], construct: IConstruct): readonly Problem[] {
  if (problems.every(hasLine)) return problems;
  const place = placeOf(construct);
  return place === undefined ? problems : problems.map((each) => (hasLine(each) ? each : placedAt(place, each)));
}

const hasLine = ({ source }: Problem): boolean => source?.line !== undefined;

/** What is said of a file as a whole, such as that it is not there, names it. */
const placedAt = (place: Source, { source, message, ...problem }: Problem): Problem => ({
  ...problem,
  message: source === undefined ? message : `${printSource(source)}: ${message}`,
  source: place,
});

/** The nearest place that is known: what an import has made stands where the import does. */
function placeOf(construct: IConstruct): Source | undefined {
  const scope = construct.node.scopes.reverse().find((each) => stacks.has(each));
  if (scope === undefined) return undefined;
  const kept = stacks.get(scope)!;
  if (!places.has(kept)) places.set(kept, userPlace(kept));
  return places.get(kept);
}

function userPlace({ stack }: Stack): Source | undefined {
  if (typeof stack !== 'string') return undefined;
  const frames = stack.split('\n').flatMap((line) => positionOf(line) ?? []);
  const frame = frames.find(({ file }) => !/[\\/]node_modules[\\/]/.test(file)) ?? frames[0];
  return frame && { ...frame, file: relative('', frame.file) };
}

/** Of `    at new Pipeline (/app/main.ts:3:5)`; undefined for what is in no file. */
function positionOf(line: string): Position | undefined {
  const [, where, row, column] = /^ +at (?:.*? \()?(.+):(\d+):(\d+)\)?$/.exec(line) ?? [];
  if (where === undefined) return undefined;
  const file = where.startsWith('file:') ? fileURLToPath(where) : where;
  return isAbsolute(file) ? written({ file, line: Number(row), column: Number(column) }) : undefined;
}

// Whether an expression compiles as the server compiles it when it is new.
import type { At } from '../../report/place';
import type { Report } from '../../report/report';
import { ALL } from '../api/minors';
import { alternatives } from '../rules/checks';
import { check } from './check';
import { constantFlaws } from './constants';
import { type Environment, Release } from './environment';
import { BASE_MACROS, OPTIONALS } from './functions';
import { parse } from './parse';
import { type Flaw, type Offset, SyntaxFlaw } from './tree';
import { DYN, isSame, type Type, typeText } from './types';
import { TooMuch } from './unify';

/** What came of an expression for some minors. */
export interface Compiled {
  readonly minors: number;
  /** `dyn` when there are flaws. */
  readonly type: Type;
  readonly flaws: readonly Flaw[];
}

/** The expression by all of these minors, the newest first; those that see no difference in it are together. */
export function compile(expression: string, environment: Environment, minors = ALL): readonly Compiled[] {
  const compiled = new Map<string, Compiled>();
  for (let left = minors; left !== 0;) {
    const release = new Release(2 ** (31 - Math.clz32(left)), left);
    const { type, flaws } = compileFor(expression, environment, release);
    const key = JSON.stringify([typeText(type), flaws.map(({ message, at, hint }) => [message, at, hint])]);
    compiled.set(key, { type, flaws, minors: (compiled.get(key)?.minors ?? 0) | release.same });
    left &= ~release.same;
  }
  return [...compiled.values()];
}

function compileFor(expression: string, environment: Environment, release: Release): Omit<Compiled, 'minors'> {
  try {
    const macros = (key: string): boolean => {
      const minors = BASE_MACROS.get(key) ?? environment.macros?.get(key);
      return minors !== undefined && release.has(minors);
    };
    const tree = parse(expression, { macros, optionals: () => release.has(OPTIONALS) });
    const checked = check(tree, environment, release);
    const found = checked.flaws.length > 0 ? checked.flaws : constantFlaws(tree, checked, release);
    const flaws = found.toSorted((one, other) => one.at - other.at);
    return { type: flaws.length > 0 ? DYN : checked.type, flaws };
  } catch (error) {
    if (error instanceof SyntaxFlaw) return { type: DYN, flaws: [error] };
    // The server may well run out of memory over it.
    if (error instanceof TooMuch) return { type: DYN, flaws: [] };
    throw error;
  }
}

/** What expressions may refer to, by some minors. */
export interface Edition {
  readonly environment: Environment;
  readonly minors: number;
}

/**
 * Says what is wrong with an expression that stands at this place.
 *
 * @param environment - By all minors, or by each; what several of them say is said once.
 * @param results - The types that it may have; none for any. `dyn` is not among `bool`, for the server either.
 * @returns The type that it has, by the newest minor that compiles it.
 */
export function checkExpression(
  expression: string,
  environment: Environment | readonly Edition[],
  results: readonly Type[],
  place: At,
  report: Report,
): Type {
  const editions = 'variables' in environment ? [{ environment, minors: ALL }] : environment;
  const said = new Map<string, Said>();
  let type: Type | undefined;
  for (const each of editions) {
    for (const compiled of compile(expression, each.environment, report.variants.all & each.minors)) {
      if (compiled.flaws.length === 0) type ??= compiled.type;
      for (const { message, hint } of sayings(expression, compiled, results)) {
        const key = JSON.stringify([message, hint]);
        said.set(key, { message, hint, where: (said.get(key)?.where ?? 0) | compiled.minors });
      }
    }
  }
  for (const { message, hint, where } of said.values()) {
    report.error(place, 'bad-expression', message, { value: expression, hint, where });
  }
  return type ?? DYN;
}

interface Said {
  readonly message: string;
  readonly hint?: string | undefined;
  readonly where: number;
}

function sayings(expression: string, { type, flaws }: Compiled, results: readonly Type[]): Omit<Said, 'where'>[] {
  if (flaws.length > 0) {
    return flaws
      .slice(0, MOST)
      .map(({ message, at, hint }) => ({ message: `${placeIn(expression, at)}: ${message}`, hint }));
  }
  if (results.length === 0 || results.some((result) => isSame(result, type))) return [];
  const wanted = alternatives(results.map(typeText));
  const given = typeText(type);
  return [{ message: `must be of type ${wanted}, and this is ${given}`, hint: resultHint(wanted, given) }];
}

/** Flaws of one expression that are said. */
const MOST = 5;

/** Where in the expression it is wrong, by what stands there. */
function placeIn(expression: string, at: Offset): string {
  const rest = expression.slice(at);
  const piece = rest.split('\n', 1)[0]!.trim();
  if (piece === '') return rest.trim() === '' ? 'does not compile at its end' : 'does not compile';
  const line = expression.slice(0, at).split('\n').length;
  const inLine = expression.includes('\n') ? ` in line ${line}` : '';
  return `does not compile at "${piece.length > SHOWN ? `${piece.slice(0, SHOWN - 1)}…` : piece}"${inLine}`;
}

const SHOWN = 30;

function resultHint(wanted: string, given: string): string | undefined {
  if (wanted === 'bool' && given === 'dyn') return 'write == true after it: nobody knows the types of objects here';
  if (wanted === 'Object') return 'write Object{…}';
  if (wanted === 'list(JSONPatch)') return 'write [JSONPatch{op: "add", path: "/…", value: …}]';
  if (wanted === 'string' && ['dyn', 'int', 'uint', 'double', 'bool'].includes(given))
    return 'write string(…) around it';
  return undefined;
}

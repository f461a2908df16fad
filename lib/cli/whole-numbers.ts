// `3.0` and `3e0` in JSON: a number like 3 for JavaScript, and none for the API server where a field takes whole numbers. In YAML it is taken.
import { latin1Text } from '../text/bytes';
import { validateManifest } from '../kube/validate';
import { errorsOf, type Path, type Problem } from '../report/problem';
import type { ParsedDocument } from '../text/parse';

/** A number with a point or exponent somewhere in the text; may be inside a string, so that a closer look follows. */
const SUSPECT = /[0-9](?:\.0|0*[eE])/;

/** What the server has against whole numbers that are written with a point or exponent. */
export function wholeNumberProblems(document: ParsedDocument, bytes: Uint8Array): Problem[] {
  if (document.format !== 'json' || !SUSPECT.test(textOf(bytes))) return [];
  const written = new Map<string, string>();
  // Made a fraction, such a number is refused exactly where a whole one is expected.
  const fractions = withFractions(document.value, [], (path) => {
    const raw = document.places.rawAt(path);
    if (raw === undefined || /^-?\d+$/.test(raw)) return false;
    written.set(JSON.stringify(path), raw);
    return true;
  });
  if (written.size === 0) return [];
  return errorsOf(validateManifest(fractions)).flatMap((problem): Problem[] => {
    const raw = written.get(JSON.stringify(problem.path));
    if (raw === undefined || problem.code !== 'wrong-type') return [];
    const { value: _, ...rest } = problem;
    const message = `expected a whole number, not one written as ${raw}, which the API server does not take in JSON`;
    return [{ ...rest, message, hint: `Write ${Number(raw)}` }];
  });
}

const texts = new WeakMap<Uint8Array, string>();

function textOf(bytes: Uint8Array): string {
  let text = texts.get(bytes);
  if (text === undefined) texts.set(bytes, (text = latin1Text(bytes)));
  return text;
}

function withFractions(value: unknown, path: Path, isWritten: (path: Path) => boolean): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) && isWritten(path) ? value + 0.5 : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => withFractions(item, [...path, index], isWritten));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withFractions(item, [...path, key], isWritten)]),
  );
}

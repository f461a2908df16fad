// For the tests of the rules of whole objects: a valid object with fields changed, and what is found in it, one short line each.
import { validateManifest } from '../../../lib/kube/validate';
import type { Problem } from '../../../lib/report/problem';
import { base, type Kind } from '../../oracle/corpus/case';
import { line } from './pod';

type Fields = Record<string, unknown>;

/** The valid object of the corpus with the fields at these dotted paths (numbers are list indexes) set; undefined removes. */
export function objectWith(kind: Kind, fields: Fields = {}): Fields {
  const object = base(kind);
  for (const [path, value] of Object.entries(fields)) {
    const steps = path.split('.');
    const last = steps.pop() as string;
    let at = object;
    for (const step of steps) at = (at[step] ??= {}) as Fields;
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return object;
}

export const problemsWith = (kind: Kind, fields: Fields, kubernetes?: string): Problem[] =>
  validateManifest(objectWith(kind, fields), { kubernetes });

/** `code path`, with `?` before the code of a warning. */
export const linesWith = (kind: Kind, fields: Fields, kubernetes?: string): string[] =>
  problemsWith(kind, fields, kubernetes).map(line);

/** The only problem. */
export function onlyWith(kind: Kind, fields: Fields): Problem {
  const problems = problemsWith(kind, fields);
  expect(problems).toHaveLength(1);
  return problems[0] as Problem;
}

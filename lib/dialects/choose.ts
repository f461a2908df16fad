// Which dialect a document is of.
import type { Problem } from '../report/problem';
import { didYouMean, nearest } from '../report/suggest';
import { isMap } from '../shape/shape';
import { DIALECTS } from '.';
import type { Dialect, DialectName } from './dialect';

/** The dialect that was named, or else the one whose documents look like this; a problem when there is none or more than one. */
export function chooseDialect(value: unknown, name: DialectName | undefined): Dialect | Problem {
  if (name !== undefined) return DIALECTS.find((each) => each.name === name) ?? notADialect(name);
  const found = DIALECTS.filter((dialect) => dialect.detect(value));
  const [only, other] = found;
  if (only === undefined) return unrecognised(value);
  if (other === undefined) return only;
  const message = `could be ${found.map((dialect) => dialect.name).join(' or ')}`;
  return problem('ambiguous-dialect', message, `Name the dialect: ${naming(only.name)}`);
}

function notADialect(name: string): Problem {
  const names = DIALECTS.map((dialect) => dialect.name);
  const guess = nearest(name, names);
  const hint = didYouMean(guess, `Dialects: ${names.join(', ')}`);
  return problem('unknown-dialect', `there is no dialect ${JSON.stringify(name)}`, hint);
}

function unrecognised(value: unknown): Problem {
  if (isMap(value) && typeof value.apiVersion === 'string' && typeof value.kind === 'string') {
    const message = `is a Kubernetes ${value.kind} already, not a document that becomes one`;
    return problem('unknown-dialect', message, 'It can be applied as it is; `cdk8s-kam validate` checks it');
  }
  const sought = DIALECTS.map((dialect) => `${dialect.name}: ${dialect.looksLike}`).join('; ');
  const hint = `Looked for ${sought}. Name the dialect if it is one of these: ${naming(DIALECTS[0]!.name)}`;
  return problem('unknown-dialect', 'is of no dialect that we know', hint);
}

/** How a dialect is named, in a program and to the command. */
const naming = (name: DialectName): string => `{ dialect: '${name}' }, or --from ${name}`;

const problem = (code: 'unknown-dialect' | 'ambiguous-dialect', message: string, hint: string): Problem => ({
  code,
  severity: 'error',
  path: [],
  message,
  hint,
});

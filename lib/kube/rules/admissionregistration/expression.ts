// Expressions of admission: there must be one, and it must compile.
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { checkExpression } from '../../cel/compile';
import type { Environment } from '../../cel/environment';
import { DYN, type Type } from '../../cel/types';

const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const OUTER_SPACE = new RegExp(`^${SPACE}|${SPACE}$`, 'g');

/** Without the space around it, as the server takes it away. */
export const trimmed = (text: string): string => text.replace(OUTER_SPACE, '');

/**
 * @param results - The types that it may have; none for any.
 * @returns The type that it has.
 */
export function checkAdmissionExpression(
  expression: string | undefined,
  environment: Environment,
  results: readonly Type[],
  place: At,
  report: Report,
): Type {
  const bare = trimmed(expression ?? '');
  if (bare !== '') return checkExpression(bare, environment, results, place, report);
  report.error(place, 'required', expression === undefined ? 'is required' : 'must not be empty');
  return DYN;
}

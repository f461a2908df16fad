// Expressions of admission: there must be one, and it must compile.
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { checkExpression } from '../../cel/compile';
import type { Environment } from '../../cel/environment';
import { DYN, type Type } from '../../cel/types';
import { trimGoSpace } from '../../values/go-space';

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
  const bare = trimGoSpace(expression ?? '');
  if (bare !== '') return checkExpression(bare, environment, results, place, report);
  report.error(place, 'required', expression === undefined ? 'is required' : 'must not be empty');
  return DYN;
}

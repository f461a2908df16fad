// A document through one dialect alone, with what its report holds in the end.
import type { Converted, Dialect, DialectOptions } from '../../lib/dialects/dialect';
import type { Problem } from '../../lib/report/problem';
import { Report } from '../../lib/report/report';

export function convertWith<Own extends object>(
  dialect: Dialect<Own>,
  document: unknown,
  options: DialectOptions & Own,
): Converted & { readonly problems: readonly Problem[] } {
  const report = new Report();
  return { ...dialect.convert(document, options, report, true), problems: report.problems };
}

// The shape of a workload: what does not fit is reported and left out, so that the rest can be rendered and judged in the same run.
import { placeOf, ROOT } from '../report/place';
import { printValue } from '../report/print';
import type { Problem } from '../report/problem';
import type { Report } from '../report/report';
import { fits, misspeltKeys, prune, type Schema, shapeProblems } from '../shape/shape';
import { isTextOrNumber, workloadAsText } from './model/certain-text';
import { jobSchema } from './model/job';
import { type SecretSpec, secretSpecSchema } from './model/secret';
import { serviceSchema } from './model/service';
import { type Workload, workloadSchema } from './model/workload';
import type { WorkloadBase } from './model/workload-base';

/** A workload, as far as it fits. */
export interface Fitting {
  readonly kind: Workload['kind'];
  readonly fields: WorkloadBase;
}

/** What fits of something that should be a workload; undefined where not even its kind can be told. */
export function fitWorkload(value: unknown, report: Report): Fitting | undefined {
  const fields = fit<WorkloadBase>(workloadSchema, value, report);
  const kind = (value as { kind?: unknown } | null | undefined)?.kind;
  return kind === 'Job' || kind === 'Service' ? { kind, fields: fields ?? NOTHING } : undefined;
}

/** What fits of the props of a construct, which know their kind. */
export const fitProps = (kind: Workload['kind'], props: unknown, report: Report): Fitting => ({
  kind,
  fields: fit<WorkloadBase>(kind === 'Job' ? jobSchema : serviceSchema, props, report) ?? NOTHING,
});

/** What fits of a Secret by itself. */
export const fitSecret = (spec: unknown, report: Report): SecretSpec =>
  fit<SecretSpec>(secretSpecSchema, spec, report) ?? { type: 'opaque' };

/** Of a number it is said why it is no text here. */
function uncertain(problem: Problem, root: unknown): Problem {
  const given = problem.path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], root);
  if (typeof given !== 'number') return problem;
  const message = `expected text, or a number that has one text alone: whole and exact, or a fraction of at most 15 digits, not ${printValue(given)}`;
  return {
    ...problem,
    message: Object.is(given, -0) ? message.replace(/0$/, '-0') : message,
    hint: 'Write the text that is meant, in quotes',
  };
}

const NOTHING: WorkloadBase = { containers: {} };

function fit<T>(schema: Schema, value: unknown, report: Report): T | undefined {
  if (fits(schema, value)) return value as T;
  const problems = shapeProblems(schema, workloadAsText(value));
  if (problems.length === 0) return value as T;
  for (const path of misspeltKeys(problems, value)) report.silence(placeOf(path));
  for (const problem of problems) report.take(isTextOrNumber(problem.path) ? uncertain(problem, value) : problem);
  report.settle();
  const fitting = prune(value, problems);
  if (fitting === undefined) report.silence(ROOT);
  return fitting as T | undefined;
}

// One application of a KAM document while it is being put together.
import type { Note, Path, Problem } from '../../report/problem';
import { prune, type Schema, shapeProblems } from '../../shape/shape';
import type { JobProps } from '../../workload/model/job';
import type { Port } from '../../workload/model/port';
import type { ServiceProps } from '../../workload/model/service';
import type { DialectOptions, Trace } from '../dialect';

/** What a caller may say beside a KAM document. */
export interface KamOptions extends DialectOptions {
  /** The Kusion project. Becomes the label `app.kubernetes.io/part-of`. */
  readonly project?: string;
  /**
   * The application's name, where the document does not say it: it then names the workload, too. With it, or with `project`, the labels that
   * Kusion writes are the selector.
   */
  readonly app?: string;
  /** What a workload is that says neither `_type` nor `schedule`. Default `Service`. */
  readonly kind?: 'Job' | 'Service';
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What has been read of an application. */
export interface Draft {
  readonly options: KamOptions;
  kind: 'Job' | 'Service';
  /** The workload's props, as far as they are right. */
  readonly props: Mutable<Partial<Omit<JobProps & ServiceProps, 'ports'>>>;
  readonly ports: Port[];
  readonly trace: Trace[];
  readonly notes: Note[];
  readonly problems: Problem[];
}

/** The value without what is wrong with its shape, which is reported; an unknown key is a loss. */
export function checked(schema: Schema, value: unknown, path: Path, draft: Draft): unknown {
  const found = shapeProblems(schema, value);
  for (const problem of found) {
    const severity = problem.code === 'unknown-key' ? lossOf(draft.options) : problem.severity;
    draft.problems.push({ ...problem, severity, path: [...path, ...problem.path] });
  }
  return prune(value, found);
}

/** Reports a setting that neither the model nor Kubernetes can say. */
export function loss(draft: Draft, path: Path, message: string, hint?: string): void {
  draft.problems.push({
    code: 'loss',
    severity: lossOf(draft.options),
    path,
    message,
    ...(hint === undefined ? {} : { hint }),
  });
}

const lossOf = ({ onLoss }: KamOptions): Problem['severity'] => (onLoss === 'warn' ? 'warning' : 'error');

/** Reports what is simply wrong. */
export function error(draft: Draft, code: string, path: Path, message: string, more: Partial<Problem> = {}): void {
  draft.problems.push({ code, severity: 'error', path, message, ...more });
}

/** Notes where a key went, for `explain` and for finding the way back. */
export function went(draft: Draft, source: Path, model: Path, message?: string): void {
  draft.trace.push({ model, source });
  draft.notes.push({ fate: 'mapped', path: source, to: model, ...(message === undefined ? {} : { message }) });
}

// A text form that cannot be read, as one problem.
import { ProblemError } from '../../../report/problem-error';

/** The five reasons for which the vendor's SDK refuses a text form. */
export type TextFormCode =
  'invalid-env-spec' | 'invalid-mount-spec' | 'invalid-mount-path' | 'invalid-port-spec' | 'invalid-port';

/** The error of a text form; `value` only where it cannot be a secret. */
export const refusal = (code: TextFormCode, message: string, value?: string): ProblemError =>
  new ProblemError([{ code, severity: 'error', path: [], message, ...(value !== undefined && { value }) }]);

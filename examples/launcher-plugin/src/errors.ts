// What the Launcher is told when something cannot be done: an error by code.
import { launcher, printProblems, ProblemError } from 'cdk8s-kam/core';

/** The name of a code of the protocol. */
export type ErrorCode = keyof typeof launcher.errorCodes;

/** Something that cannot be done, in the protocol's words. */
export class LauncherError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message);
  }
}

/** An answer of the API server other than a success. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Any error as one of the protocol; what nobody foresaw has no code of its own. */
export function protocolError(error: unknown): launcher.ProtocolError {
  const of = (code: ErrorCode, message: string): launcher.ProtocolError => ({
    code: launcher.errorCodes[code],
    message,
  });
  if (error instanceof LauncherError) return of(error.code, error.message);
  if (error instanceof ProblemError) return of('InvalidRequest', printProblems(error.problems).trim());
  if (error instanceof Refused) {
    const wrong = error.status === 400 || error.status === 422;
    return of(wrong ? 'InvalidRequest' : 'Unknown', `the API server: ${error.message}`);
  }
  if (!(error instanceof Error)) return of('Unknown', String(error));
  const late = error.name === 'TimeoutError' || error.name === 'AbortError';
  return late ? of('Timeout', 'the API server did not answer in time') : of('Unknown', error.message);
}

// Errors of the Launcher plugin protocol. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#ErrCode

/** The error codes of the protocol. */
export const errorCodes = {
  /** For a reason that is not known, or of no other code. */
  Unknown: 0,
  /** The plugin does not support the request. */
  RequestNotSupported: 1,
  /** The request is malformed. */
  InvalidRequest: 2,
  /** The scheduler has no such job. */
  JobNotFound: 3,
  /** The plugin had to restart. */
  PluginRestarted: 4,
  /** The scheduler did not answer in time. */
  Timeout: 5,
  /** The job exists and is not running. */
  JobNotRunning: 6,
  /** The job has no output. */
  JobOutputNotFound: 7,
  /** The job's state does not allow what was asked. */
  InvalidJobState: 8,
  /** Controlling the job failed. */
  JobControlFailure: 9,
  /** The plugin does not support the Launcher's version of the API. */
  UnsupportedVersion: 10,
} as const;

const texts: readonly string[] = [
  'an error occurred',
  'not supported',
  'invalid request',
  'job not found',
  'plugin is restarting',
  'timeout',
  'job not running',
  'job output not found',
  'invalid job state',
  'job control failure',
  'unsupported version',
];

/** The text of an error code; that of `Unknown` for any other number. */
export const errorCodeText = (code: number): string => texts[code] ?? texts[0]!;

/** An error of the protocol. */
export interface ProtocolError {
  readonly code: number;
  /** What went wrong; "" leaves it to the code. */
  readonly message: string;
}

/** The error's message, else the text of its code. */
export const errorText = ({ code, message }: ProtocolError): string => message || errorCodeText(code);

/** Whether two errors are the same: of one code, and of one message where both have one. So an error without a message stands for all of its code. */
export const sameError = (a: ProtocolError, b: ProtocolError): boolean =>
  a.code === b.code && (a.message === '' || b.message === '' || a.message === b.message);

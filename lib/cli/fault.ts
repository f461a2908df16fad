// What nobody expected, in words: what the system refuses is for the user to mend, anything else is a fault of ours.
import { types } from 'node:util';
import { printProblem } from '../report/print';
import { packageJson } from './package-json';

/** Lines for an error that is no problem of the input. */
export function printFault(error: unknown): string {
  return isRefusal(error) ? refusal(error) : fault(error);
}

/** Errors of the system carry its call and number; those of Node itself (`ERR_…`) do not: we have called it wrongly. */
const isRefusal = (error: unknown): error is NodeJS.ErrnoException =>
  types.isNativeError(error) && 'syscall' in error && 'errno' in error;

function refusal({ message, path }: NodeJS.ErrnoException): string {
  // `EACCES: permission denied, open '/etc/shadow'`
  const reason = /^E[A-Z0-9]+: ([^,]*)/.exec(message)?.[1] ?? message;
  if (path === undefined) return `cdk8s-kam: ${reason}`;
  return printProblem({ code: 'no-file', severity: 'error', path: [], message: reason, source: { file: path } });
}

/** Which error and where; not its message, which may hold a value, and values may be secret. */
function fault(error: unknown): string {
  const lines = types.isNativeError(error) ? [nameOf(error), ...framesOf(error)] : [typeof error];
  const about = `cdk8s-kam ${packageJson().version}, Node.js ${process.version}, ${process.platform}`;
  return [
    'cdk8s-kam: a fault of cdk8s-kam itself, not of the input. Please report it, with these lines:',
    ...[about, ...lines].map((line) => `    ${line}`),
  ].join('\n');
}

const nameOf = (error: Error & { code?: unknown }): string =>
  typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;

/** The innermost calls. The message stands before them, and may have lines of any look. */
function framesOf({ stack = '', message }: Error): string[] {
  const calls = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return calls
    .filter((line) => /^ {4}at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}

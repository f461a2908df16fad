// Which jobs are wanted. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#JobFilter
import { ProblemError } from '../../../report/problem-error';
import type { LauncherJob } from '../schema';
import { instant } from './time';

/** Conditions for a job, all of them optional. */
export interface JobFilter {
  /** Tags that the job must have, all of them. */
  readonly tags?: readonly string[] | null;
  /** The earliest submission time, RFC 3339. */
  readonly startTime?: string | null;
  /** The latest submission time, RFC 3339. */
  readonly endTime?: string | null;
  /** The statuses of which the job must have one. */
  readonly statuses?: readonly string[] | null;
  /** The fields of the jobs that are wanted; see `withFields`. */
  readonly fields?: readonly string[] | null;
}

/**
 * Whether a job meets all conditions. A job that was not submitted meets none on its time.
 * @throws ProblemError when a time of the filter is none
 */
export function includes(filter: JobFilter, job: LauncherJob): boolean {
  const start = timeOf(filter, 'startTime');
  const end = timeOf(filter, 'endTime');
  if (start !== undefined || end !== undefined) {
    const submitted = job.submissionTime ? instant(job.submissionTime) : undefined;
    if (submitted === undefined) return false;
    if ((start !== undefined && submitted < start) || (end !== undefined && submitted > end)) return false;
  }
  const { statuses, tags } = filter;
  if (statuses && statuses.length > 0 && !statuses.includes(job.status ?? '')) return false;
  return !tags || tags.every((tag) => job.tags?.includes(tag));
}

function timeOf(filter: JobFilter, key: 'startTime' | 'endTime'): bigint | undefined {
  const text = filter[key];
  if (text === undefined || text === null) return undefined;
  const time = instant(text);
  if (time !== undefined) return time;
  const message = 'expected a time as in RFC 3339';
  throw new ProblemError([{ code: 'bad-format', severity: 'error', path: [key], message, value: text }]);
}

// A job with some of its fields only. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#Job.WithFields
import type { LauncherJob } from '../schema';

/** The protocol's one field name that is not the document's key. */
const KEYS: ReadonlyMap<string, string> = new Map([['env', 'environment']]);

/**
 * A copy of the job with `id` and the given fields. Without fields it is the job itself. Fields are named like the keys of the document,
 * except `env` for `environment`, as in the vendor's SDK; other names are passed over.
 */
export function withFields(job: LauncherJob, fields: readonly string[]): LauncherJob {
  if (fields.length === 0) return job;
  const keys = new Set([
    'id',
    ...fields.filter((field) => field !== 'environment').map((field) => KEYS.get(field) ?? field),
  ]);
  return Object.fromEntries(Object.entries(job).filter(([key]) => keys.has(key))) as unknown as LauncherJob;
}

// A line of JSON for each thing worth knowing. Bodies of messages and callbacks, and more of a URL than its host, are never among the fields.

export type Level = 'info' | 'warn' | 'error';
export type Log = (level: Level, event: string, fields?: Readonly<Record<string, unknown>>) => void;

export const jsonLog: Log = (level, event, fields = {}) => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
};

/** What may be said of an error: its name and message. Errors of the API server: see `kube.ts`. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { name, message, cause } = error;
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return `${name}: ${message}${why}`.slice(0, 500);
}

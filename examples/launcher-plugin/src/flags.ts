// The flags that the Launcher starts every plugin with. Those that mean nothing here are taken and not looked at.
import { parseArgs } from 'node:util';

export interface Flags {
  /** The name that the Launcher knows this plugin by: the `cluster` of its jobs. */
  readonly pluginName: string;
  /** How long a job that has ended is told of. */
  readonly jobExpiryHours: number;
  readonly debug: boolean;
}

/** @throws Error when a value is none */
export function readFlags(args: string[]): Flags {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    strict: false,
    options: { 'plugin-name': text, 'job-expiry-hours': text, 'enable-debug-logging': text },
  });
  const expiry = values['job-expiry-hours'] ?? '24';
  if (typeof expiry !== 'string' || !/^[1-9]\d{0,4}$/.test(expiry)) {
    throw new Error(`--job-expiry-hours: expected hours, 1 to 99999, got ${JSON.stringify(expiry)}`);
  }
  const debug = values['enable-debug-logging'] ?? '0';
  return {
    pluginName: typeof values['plugin-name'] === 'string' ? values['plugin-name'] : 'Kubernetes',
    jobExpiryHours: Number(expiry),
    debug: debug === true || debug === '' || debug === '1' || debug === 'true',
  };
}

// `env=var`: an environment variable as text. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#Env
import { refusal } from './refusal';
import type { LauncherEnv } from '../schema';

/**
 * Reads `name=value`. As in the vendor's SDK there is exactly one `=`; the name and the value may be empty.
 * @throws ProblemError `invalid-env-spec`, without the text, which may hold a secret
 * @example parseEnv('MODE=prod') // { name: 'MODE', value: 'prod' }
 */
export function parseEnv(text: string): LauncherEnv {
  const [name, value, ...more] = text.split('=', 3);
  if (name === undefined || value === undefined || more.length > 0) {
    throw refusal('invalid-env-spec', `expected "name=value" with one "="${more.length > 0 ? ', not several' : ''}`);
  }
  return { name, value };
}

/** Writes `name=value`. */
export const printEnv = ({ name, value }: LauncherEnv): string => `${name}=${value}`;

// The dialects, in the order in which a document's shape is compared with them.
import type { Dialect, DialectName, DialectOptions } from './dialect';
import { kam } from './kam';
import type { KamOptions } from './kam/convert';
import { launcher } from './launcher';
import type { LauncherOptions } from './launcher/convert';
import { manifest } from './manifest';
import type { ManifestOptions } from './manifest/convert';
import { sqs } from './sqs';
import type { SqsOptions } from './sqs/convert';

/** Everything that a caller may say to the dialects; each reads what concerns it. */
export type AllDialectOptions = DialectOptions & ManifestOptions & SqsOptions & LauncherOptions & KamOptions;

/** All dialects. To add one: a folder, a line here, a folder of cases, a row in README. */
export const DIALECTS: readonly Dialect<AllDialectOptions>[] = [manifest, sqs, launcher, kam];

/** The dialect of a name. */
export const dialectOf = (name: DialectName): Dialect<AllDialectOptions> | undefined =>
  DIALECTS.find((dialect) => dialect.name === name);

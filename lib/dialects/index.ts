// The dialects, in the order in which a document's shape is compared with them.
import { type Dialect, DIALECT_NAMES, type DialectName } from './dialect';
import { kam } from './kam';
import type { KamOptions } from './kam/options';
import { launcher } from './launcher';
import type { LauncherOptions } from './launcher/options';
import { manifest } from './manifest';
import type { ManifestOptions } from './manifest/options';
import { sqs } from './sqs';
import type { SqsOptions } from './sqs/options';

/** What only documents of one dialect are asked, under its name. */
export interface OwnOptions {
  /** For manifest.json documents. */
  readonly manifest?: ManifestOptions;
  /** For SQS job messages. */
  readonly sqs?: SqsOptions;
  /** For Launcher jobs. */
  readonly launcher?: LauncherOptions;
  /** For KAM documents. */
  readonly kam?: KamOptions;
}

const BY_NAME: { readonly [Name in DialectName]: Dialect<NonNullable<OwnOptions[Name]>> } = {
  manifest,
  sqs,
  launcher,
  kam,
};

/** All dialects. To add one: CONTRIBUTING.md. */
export const DIALECTS: readonly Dialect[] = DIALECT_NAMES.map((name) => BY_NAME[name]);

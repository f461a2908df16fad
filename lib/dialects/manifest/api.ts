// The public names of the manifest dialect: `import { manifest } from 'cdk8s-kam'`.
import { manifest } from './index';

export type { ManifestOptions } from './convert';
export type { SvcAccount } from './draft';
export type { Manifest, ManifestEnv, ManifestPublished, ManifestToleration, ManifestVolume } from './schema';

/** The JSON Schema (draft-07) of a manifest.json. */
export const jsonSchema = (): object => manifest.jsonSchema();

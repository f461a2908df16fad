// The public names of the manifest dialect: `import { manifest } from 'cdk8s-kam'`.
import { jsonSchemaOf } from '../../shape/json-schema';
import { manifestSchema } from './schema';

export type { ManifestOptions as Options, SvcAccount } from './options';
export type {
  Manifest as Document,
  ManifestEnv as Env,
  ManifestPublished as Published,
  ManifestToleration as Toleration,
  ManifestVolume as Volume,
} from './schema';

/** The JSON Schema (draft-07) of a manifest.json. */
export const jsonSchema = (): object => jsonSchemaOf(manifestSchema);

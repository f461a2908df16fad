// The manifest dialect: manifest.json of the datatask platform. spec: dialects.md, "manifest"
import { jsonSchemaOf } from '../../shape/json-schema';
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { convertManifest } from './convert';
import type { ManifestOptions } from './draft';
import { manifestSchema } from './schema';

const TYPES: readonly unknown[] = ['job', 'deployment', 'service'];

/** manifest.json of the datatask platform. */
export const manifest: Dialect<ManifestOptions> = {
  name: 'manifest',
  looksLike: 'a map with "type" and "labels", or with "image-source" or "image-destination"',
  detect: (document) => {
    if (!isMap(document)) return false;
    const has = (key: string): boolean => Object.hasOwn(document, key);
    if (has('image-source') || has('image-destination')) return true;
    return has('type') && (TYPES.includes(document['type']) || (has('name') && typeof document['labels'] === 'string'));
  },
  convert: convertManifest,
  jsonSchema: (draft) => jsonSchemaOf(manifestSchema, draft),
};

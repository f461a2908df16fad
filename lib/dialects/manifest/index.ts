// The manifest dialect: manifest.json of the datatask platform. spec: dialects.md, "manifest"
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { convertManifest, FATES } from './convert';
import { manifestOptions, type ManifestOptions } from './options';
import { type Manifest, manifestSchema } from './schema';

const TYPES: readonly unknown[] = ['job', 'deployment', 'service'];

/** manifest.json of the datatask platform. */
export const manifest: Dialect<ManifestOptions> = {
  name: 'manifest',
  looksLike: 'a map with "type" and "labels", or with "image-source" or "image-destination"',
  schema: () => manifestSchema,
  example: {
    type: 'job',
    name: 'gstogs',
    labels: 'app:gstogs',
    'image-source': 'quay.io/example/gstogs:1.4',
    schedule: '0 5 * * *',
    env: [{ name: 'MODE', value: 'prod' }],
    'memory-limit': '512Mi',
  } satisfies Manifest,
  options: manifestOptions,
  fates: FATES,
  detect: (document) => {
    if (!isMap(document)) return false;
    const has = (key: string): boolean => Object.hasOwn(document, key);
    if (has('image-source') || has('image-destination')) return true;
    return has('type') && (TYPES.includes(document['type']) || (has('name') && typeof document['labels'] === 'string'));
  },
  convert: convertManifest,
};

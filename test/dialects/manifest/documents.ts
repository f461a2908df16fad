// Manifests for the property tests: the bytes of the published ones.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../examples/from-manifest');
export const seeds = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => readFileSync(join(folder, name, 'manifest.json')));

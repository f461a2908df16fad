// The launcher dialect: jobs of the Posit Launcher. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api
import { jsonSchemaOf } from '../../shape/json-schema';
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { convertJob } from './convert';
import type { LauncherOptions } from './draft';
import { jobSchema } from './schema';

/** Keys that only a Launcher job has at its root, besides `command` as text. */
const OWN_KEYS = [
  'container',
  'exe',
  'workingDirectory',
  'environment',
  'placementConstraints',
  'exposedPorts',
  'mounts',
  'resourceLimits',
  'resourceProfile',
  'queues',
  'submissionTime',
];

/** Jobs of the Posit Launcher, plugin API 3.5.0. */
export const launcher: Dialect<LauncherOptions> = {
  name: 'launcher',
  looksLike: 'a map with "id", "command" or "exe", and "container"',
  detect: (document) => {
    if (!isMap(document)) return false;
    const command = typeof document['command'] === 'string' && Object.hasOwn(document, 'command');
    const own = OWN_KEYS.filter((key) => Object.hasOwn(document, key)).length + (command ? 1 : 0);
    return own > 1 || (own === 1 && Object.hasOwn(document, 'id'));
  },
  convert: convertJob,
  jsonSchema: (draft) => jsonSchemaOf(jobSchema, draft),
};

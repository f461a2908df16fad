// The launcher dialect: jobs of the Posit Launcher. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { convertJob, FATES } from './convert';
import { launcherOptions, type LauncherOptions } from './options';
import { jobSchema, type LauncherJob } from './schema';

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
  schema: () => jobSchema,
  example: {
    id: '52',
    name: 'Fit model',
    user: 'jane',
    command: 'Rscript fit.R',
    container: { image: 'rocker/r-ver:4.4.1' },
  } satisfies LauncherJob,
  options: launcherOptions,
  fates: FATES,
  detect: (document) => {
    if (!isMap(document)) return false;
    const command = typeof document['command'] === 'string' && Object.hasOwn(document, 'command');
    const own = OWN_KEYS.filter((key) => Object.hasOwn(document, key)).length + (command ? 1 : 0);
    return own > 1 || (own === 1 && Object.hasOwn(document, 'id'));
  },
  convert: convertJob,
};

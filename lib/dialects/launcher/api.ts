// The public names of the launcher dialect: `import { launcher } from 'cdk8s-kam'`.
import { launcher } from './index';

export type { LauncherOptions } from './convert';
export { parseEnv, printEnv } from './env';
export { errorCodeText, errorText, launcherErrorCodes, type LauncherError, sameError } from './protocol/errors';
export { withFields } from './protocol/fields';
export { includes, type JobFilter } from './protocol/filter';
export { parseMount, printMount } from './protocol/mount';
export { type LauncherNode, nodeOnline } from './protocol/node';
export {
  type LauncherObservation,
  type LauncherObservedCondition,
  type LauncherObservedContainer,
  type LauncherObservedJob,
  type LauncherObservedPod,
  type LauncherObservedTermination,
  type LauncherObservedTime,
  type LauncherState,
  observeJob,
} from './observe';
export {
  jobOperation,
  jobOperations,
  type JobOperation,
  type KubeRequest,
  operationRequests,
  validForStatus,
} from './protocol/operation';
export { jobOutput, jobOutputs, type JobOutput } from './protocol/output';
export { parsePort, printPort } from './protocol/port';
export type {
  LauncherAzureFileMount,
  LauncherCephFsMount,
  LauncherConfig,
  LauncherContainer,
  LauncherEnv,
  LauncherGlusterFsMount,
  LauncherHostMount,
  LauncherJob,
  LauncherMount,
  LauncherMountSource,
  LauncherNfsMount,
  LauncherPassthroughMount,
  LauncherPlacementConstraint,
  LauncherPort,
  LauncherResourceLimit,
  LauncherStatus,
} from './schema';
export { terminalStatus } from './protocol/status';
export { launcherApiVersion, type LauncherVersion } from './protocol/version';

/** The JSON Schema (draft-07) of a Launcher job. */
export const jsonSchema = (): object => launcher.jsonSchema();

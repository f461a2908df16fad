// The public names of the launcher dialect: `import { launcher } from 'cdk8s-kam'`.
import { jsonSchemaOf } from '../../shape/json-schema';
import { jobSchema } from './schema';

export type { LauncherOptions as Options } from './options';
export { parseEnv, printEnv } from './protocol/env';
export { errorCodes, errorCodeText, errorText, type ProtocolError, sameError } from './protocol/errors';
export { withFields } from './protocol/fields';
export { includes, type JobFilter } from './protocol/filter';
export { parseMount, printMount } from './protocol/mount';
export { type LauncherNode as Node, nodeOnline } from './protocol/node';
export {
  type LauncherObservation as Observation,
  type LauncherObservedCondition as ObservedCondition,
  type LauncherObservedContainer as ObservedContainer,
  type LauncherObservedJob as ObservedJob,
  type LauncherObservedPod as ObservedPod,
  type LauncherObservedTermination as ObservedTermination,
  type LauncherObservedTime as ObservedTime,
  type LauncherState as State,
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
  LauncherAzureFileMount as AzureFileMount,
  LauncherCephFsMount as CephFsMount,
  LauncherConfig as Config,
  LauncherContainer as Container,
  LauncherEnv as Env,
  LauncherGlusterFsMount as GlusterFsMount,
  LauncherHostMount as HostMount,
  LauncherJob as Job,
  LauncherMount as Mount,
  LauncherMountSource as MountSource,
  LauncherNfsMount as NfsMount,
  LauncherPassthroughMount as PassthroughMount,
  LauncherPlacementConstraint as PlacementConstraint,
  LauncherPort as Port,
  LauncherResourceLimit as ResourceLimit,
} from './schema';
export { type LauncherStatus as Status, terminalStatus } from './protocol/status';
export { apiVersion, type LauncherVersion as Version } from './protocol/version';

/** The JSON Schema (draft-07) of a Launcher job. */
export const jsonSchema = (): object => jsonSchemaOf(jobSchema);

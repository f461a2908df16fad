// The public names of the sqs dialect: `import { sqs } from 'cdk8s-kam'`.
import { sqs } from './index';

export {
  type ObservedJob,
  type ObservedPod,
  type ObservedTime,
  type PodStartLimit,
  sqsCallbacks,
  sqsException,
  sqsRefused,
  type SqsStep,
} from './callback';
export {
  SqsCallback,
  type SqsErrorCode,
  type SqsErrorDetail,
  type SqsJobComplete,
  type SqsJobFailed,
  type SqsJobStarted,
  type SqsPodStarted,
} from './callback-schema';
export type { SqsOptions } from './convert';
export type {
  SqsEnv,
  SqsEnvRef,
  SqsJob,
  SqsMessage,
  SqsNodeSelector,
  SqsQuantities,
  SqsResources,
  SqsToleration,
  SqsVolume,
  SqsWebhook,
} from './schema';

/** The JSON Schema (draft-07) of an SQS job message. */
export const jsonSchema = (): object => sqs.jsonSchema();

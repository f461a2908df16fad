// The public names of the sqs dialect: `import { sqs } from 'cdk8s-kam'`.
import { jsonSchemaOf } from '../../shape/json-schema';
import { sqsMessageSchema } from './schema';

export {
  callbacks,
  exception,
  type ObservedJob,
  type ObservedPod,
  type ObservedTime,
  type PodStartLimit,
  refused,
  type SqsStep as Step,
} from './callback';
export {
  SqsCallback as Callback,
  type SqsErrorCode as ErrorCode,
  type SqsErrorDetail as ErrorDetail,
  type SqsJobComplete as JobComplete,
  type SqsJobFailed as JobFailed,
  type SqsJobStarted as JobStarted,
  type SqsPodStarted as PodStarted,
} from './callback-schema';
export { due, type SqsDue as Due, SENT, withSent } from './due';
export type { SqsOptions as Options } from './options';
export { replyTo, type SqsReplyTo as ReplyTo } from './reply-to';
export type {
  SqsEnv as Env,
  SqsEnvRef as EnvRef,
  SqsJob as Job,
  SqsMessage as Message,
  SqsNodeSelector as NodeSelector,
  SqsQuantities as Quantities,
  SqsResources as Resources,
  SqsToleration as Toleration,
  SqsVolume as Volume,
  SqsWebhook as Webhook,
} from './schema';

/** The JSON Schema (draft-07) of an SQS job message. */
export const jsonSchema = (): object => jsonSchemaOf(sqsMessageSchema);

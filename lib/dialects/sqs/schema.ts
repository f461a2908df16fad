// The SQS job message, in its own spellings. spec: dialects.md, "sqs"
// https://github.com/rayselfs/aws-sqs-k8s-job-worker
import { expecting, forEditors, hidden, named, type Schema, secretText } from '../../shape/shape';
import * as z from '../../shape/schema';
import { spelled } from '../../workload/model/fields';
import { orEmpty, QUANTITY } from '../../workload/model/spelling';

/** A message that asks for one run of a Job. Of the optional keys, null and "" mean *not set*. */
export interface SqsMessage {
  /**
   * Unique id of the message. The Job's name is made from it, so that a message delivered twice names the same Job.
   * Becomes the annotation `sqs/message-id` and the label `jobId`.
   */
  readonly id: string;
  /** The service that asks. Becomes the container's name and the label `app.kubernetes.io/name`. */
  readonly service: string;
  /** What is to run. */
  readonly job: SqsJob;
  /** Who wants to hear how it went. */
  readonly webhook?: SqsWebhook | null;
}

/** The Job of a message. */
export interface SqsJob {
  /** First part of the Job's name, at most 54 characters; the second is made from the message's id. */
  readonly prefixName: string;
  /** metadata.namespace. Default: the caller's option `namespace`. */
  readonly namespace?: string | null;
  /** The container's image. */
  readonly image: string;
  /** The command with its arguments. Not run in a shell. */
  readonly command?: readonly string[] | null;
  /** Arguments after `command`, or of the image's own entry point. */
  readonly args?: readonly string[] | null;
  /** The pod's service account. */
  readonly serviceAccount?: string | null;
  /** Seconds after which the finished Job is deleted, ≥ 60. */
  readonly ttlSecondsAfterFinished?: number | null;
  /** Retries before the Job has failed, ≥ 0. */
  readonly backoffLimit?: number | null;
  /** Seconds after which the Job has failed, ≥ 0. */
  readonly activeDeadlineSeconds?: number | null;
  /** CPU and memory. */
  readonly resources?: SqsResources | null;
  /** The one node label that a node must have. */
  readonly nodeSelector?: SqsNodeSelector | null;
  /** The one taint that is tolerated. */
  readonly toleration?: SqsToleration | null;
  /** A persistent volume claim and where it is mounted. */
  readonly volume?: SqsVolume | null;
  /** `volume`, as the page's sample misspells it. Read with a warning. */
  readonly 'volume:'?: SqsVolume | null;
  /** Environment variables, taken literally. */
  readonly env?: readonly SqsEnv[] | null;
  /** ConfigMaps and Secrets, all of whose keys become environment variables. */
  readonly envRef?: readonly SqsEnvRef[] | null;
  /** Asks for NVIDIA GPUs, one such pod on a node. Default false. */
  readonly gpuEnable?: boolean | null;
  /** How many GPUs, ≥ 1. Default 1. Only with `gpuEnable`. */
  readonly gpuNumber?: number | null;
}

/** Requests and limits of the container. */
export interface SqsResources {
  readonly limits?: SqsQuantities | null;
  readonly requests?: SqsQuantities | null;
}

/** Kubernetes quantities. */
export interface SqsQuantities {
  /** E.g. `500m` or `1`. */
  readonly cpu?: string | null;
  /** E.g. `512Mi`. */
  readonly memory?: string | null;
}

/** Becomes `nodeSelector: { <matchKey>: <matchValue> }`. */
export interface SqsNodeSelector {
  readonly matchKey: string;
  readonly matchValue: string;
}

/** Becomes a toleration with operator Equal and effect NoSchedule. */
export interface SqsToleration {
  readonly key: string;
  readonly value: string;
}

/** A persistent volume claim in the container. */
export interface SqsVolume {
  /** Name of the claim, in the Job's namespace. */
  readonly pvc: string;
  /** Where it is mounted. A relative path counts from `/`. */
  readonly mountPath: string;
}

/** One environment variable. */
export interface SqsEnv {
  readonly name: string;
  readonly value: string;
}

/** A ConfigMap or Secret as environment variables. */
export interface SqsEnvRef {
  /** metadata.name, in the Job's namespace. */
  readonly name: string;
  /** `configMap` or `secret`, in any letter case. */
  readonly type: string;
}

/** Where the callbacks go. */
export interface SqsWebhook {
  /** `http://` or `https://` URL. Becomes the annotation `sqs/webhook-url`; nothing is sent by this library. */
  readonly url: string;
}

/** Optional, and null counts as left out. */
const maybe = <S extends Schema>(schema: S) => z.optional(z.nullable(schema));

/** Text that says something. */
const filled = z.string().check(({ value, issues }) => {
  if (value === '') {
    issues.push({ code: 'custom', input: value, message: 'must not be empty', params: { code: 'required' } });
  }
});

const whole = z.int();
const natural = forEditors({ minimum: 0 }, z.int());

const quantity = maybe(spelled(orEmpty(QUANTITY)));
const quantities = named('SqsQuantities', z.strictObject({ cpu: quantity, memory: quantity }));

const volume = named('SqsVolume', z.strictObject({ pvc: filled, mountPath: filled }));

const jobSchema = named(
  'SqsJob',
  z.strictObject({
    prefixName: filled,
    namespace: maybe(z.string()),
    image: filled,
    command: maybe(z.array(z.string())),
    args: maybe(z.array(z.string())),
    serviceAccount: maybe(z.string()),
    ttlSecondsAfterFinished: maybe(whole),
    backoffLimit: maybe(natural),
    activeDeadlineSeconds: maybe(natural),
    resources: maybe(named('SqsResources', z.strictObject({ limits: maybe(quantities), requests: maybe(quantities) }))),
    nodeSelector: maybe(named('SqsNodeSelector', z.strictObject({ matchKey: filled, matchValue: z.string() }))),
    toleration: maybe(named('SqsToleration', z.strictObject({ key: filled, value: z.string() }))),
    volume: maybe(volume),
    'volume:': maybe(volume),
    env: maybe(hidden(z.array(hidden(named('SqsEnv', z.strictObject({ name: filled, value: secretText() })))))),
    envRef: maybe(z.array(named('SqsEnvRef', z.strictObject({ name: filled, type: z.string() })))),
    gpuEnable: maybe(z.boolean()),
    gpuNumber: maybe(whole),
  }),
);

/** The shape of {@link SqsMessage}. */
export const sqsMessageSchema = expecting(
  'an SQS job message: a map with `id`, `service` and `job`',
  named(
    'SqsMessage',
    z.strictObject({
      id: filled,
      service: filled,
      job: jobSchema,
      webhook: maybe(hidden(named('SqsWebhook', z.strictObject({ url: hidden(z.string()) })))),
    }),
  ),
);

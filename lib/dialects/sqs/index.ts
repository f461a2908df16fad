// The dialect of SQS job messages. spec: dialects.md, "sqs"
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { type SqsCallback, sqsCallbackSchema } from './callback-schema';
import { convertMessage, FATES } from './convert';
import { sqsOptions, type SqsOptions } from './options';
import { type SqsMessage, sqsMessageSchema } from './schema';

/** An SQS job message → a Job. */
export const sqs: Dialect<SqsOptions> = {
  name: 'sqs',
  looksLike: 'an SQS job message: a map with `id`, `service` and a map `job` with `prefixName`',
  schema: () => sqsMessageSchema,
  example: {
    id: '31a89a91-43d8-4786-a195-9b25cec28a44',
    service: 'example',
    job: { prefixName: 'bb', namespace: 'default', image: 'busybox:1.28', command: ['/bin/sh', '-c', 'echo hello'] },
  } satisfies SqsMessage,
  options: sqsOptions,
  fates: FATES,
  more: {
    'sqs-callback': {
      schema: () => sqsCallbackSchema,
      example: {
        id: '31a89a91-43d8-4786-a195-9b25cec28a44',
        status: 1,
        detail: { podId: '0d9a2c1e', podName: 'bb-1a2b3c4d-x7k2p' },
      } satisfies SqsCallback,
    },
  },
  detect: (document) =>
    isMap(document) &&
    isMap(document.job) &&
    (Object.hasOwn(document.job, 'prefixName') ||
      (Object.hasOwn(document, 'id') && Object.hasOwn(document, 'service'))),
  convert: convertMessage,
};

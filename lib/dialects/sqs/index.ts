// The dialect of SQS job messages. spec: dialects.md, "sqs"
import { jsonSchemaOf } from '../../shape/json-schema';
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { convert } from './convert';
import type { SqsOptions } from './draft';
import { sqsMessageSchema } from './schema';

/** An SQS job message → a Job. */
export const sqs: Dialect<SqsOptions> = {
  name: 'sqs',
  looksLike: 'an SQS job message: a map with `id`, `service` and a map `job` with `prefixName`',
  detect: (document) =>
    isMap(document) &&
    isMap(document.job) &&
    (Object.hasOwn(document.job, 'prefixName') ||
      (Object.hasOwn(document, 'id') && Object.hasOwn(document, 'service'))),
  convert,
  jsonSchema: (draft) => jsonSchemaOf(sqsMessageSchema, draft),
};

// Requests and limits. https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/

import { dict, named, oneOfByKey } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type Dict, text } from './fields';

/** Requests and limits by resource name, in Kubernetes' own form. */
export interface ResourceRequirements {
  readonly requests?: Dict<string>;
  readonly limits?: Dict<string>;
}
export const resourcesSchema = oneOfByKey(
  'quantities by resource name, or { requests, limits }',
  {
    requests: named(
      'ResourceRequirements',
      z.strictObject({ requests: z.optional(dict(text)), limits: z.optional(dict(text)) }),
    ),
    limits: named(
      'ResourceRequirements',
      z.strictObject({ requests: z.optional(dict(text)), limits: z.optional(dict(text)) }),
    ),
  },
  dict(text),
);

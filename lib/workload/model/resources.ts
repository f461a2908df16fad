// Requests and limits. https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/

import { dict, named, oneOfByKey } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type Dict, text } from './fields';

/** A quantity: `500m`, `1Gi`; a number of the unit itself (CPUs, bytes, pieces), where its text is certain. */
export type Amount = string | number;
/** Requests and limits by resource name, in Kubernetes' own form. */
export interface ResourceRequirements {
  readonly requests?: Dict<Amount>;
  readonly limits?: Dict<Amount>;
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

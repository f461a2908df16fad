// Requests and limits. https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/

import { dict, named, oneOfByKey } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type Dict, spelled } from './fields';
import { QUANTITIES, QUANTITY } from './spelling';

/** A quantity: `500m`, `1Gi`; a number of the unit itself (CPUs, bytes, pieces), where its text is certain. */
export type Amount = string | number;
/** Requests and limits by resource name, in Kubernetes' own form. */
export interface ResourceRequirements {
  readonly requests?: Dict<Amount>;
  readonly limits?: Dict<Amount>;
}
const quantities = dict(spelled(QUANTITY));
const longForm = named(
  'ResourceRequirements',
  z.strictObject({ requests: z.optional(quantities), limits: z.optional(quantities) }),
);
export const resourcesSchema = oneOfByKey(
  'quantities by resource name, or { requests, limits }',
  { requests: longForm, limits: longForm },
  dict(spelled(QUANTITIES)),
);

// Lifecycle: actions around the life of a container. KAM v1/workload/container/lifecycle/lifecycle.k

import { named } from '../../shape/shape';
import * as z from '../../shape/zod';
import { handlerSchema, type LifecycleHandler } from './handler';

/**
 * Actions around the life of a container; at least one. Becomes a Kubernetes Lifecycle. (KAM schema Lifecycle)
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export interface Lifecycle {
  /** Right after the container was created. */
  readonly postStart?: LifecycleHandler;
  /** Before the container is terminated. */
  readonly preStop?: LifecycleHandler;
}
export const lifecycleSchema = named(
  'Lifecycle',
  z.strictObject({ postStart: z.optional(handlerSchema), preStop: z.optional(handlerSchema) }),
);

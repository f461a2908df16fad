// Lifecycle: actions around the life of a container. KAM v1/workload/container/lifecycle/lifecycle.k

import { named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { text } from './fields';
import { hookSchema, type LifecycleHandler } from './handler';

/**
 * Actions around the life of a container; at least one. Becomes a Kubernetes Lifecycle. (KAM schema Lifecycle)
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export interface Lifecycle {
  /** Right after the container was created. */
  readonly postStart?: LifecycleHandler;
  /** Before the container is terminated. */
  readonly preStop?: LifecycleHandler;
  /**
   * The signal that ends the container, e.g. `SIGUSR1`; needs `pod.os`. Default: the image's. Since Kubernetes 1.33; the server drops it unless the
   * feature gate ContainerStopSignals is on, which it is not by default.
   */
  readonly stopSignal?: string;
}
export const lifecycleSchema = named(
  'Lifecycle',
  z.strictObject({
    postStart: z.optional(hookSchema),
    preStop: z.optional(hookSchema),
    stopSignal: z.optional(text),
  }),
);

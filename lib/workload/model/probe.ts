// Probe: a health check of a container. KAM v1/workload/container/probe/probe.k

import { knowingWhere, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { elsewhereOfProbe } from './elsewhere';
import { count } from './fields';
import { handlerSchema, type ProbeHandler } from './handler';

/**
 * A health check of a container. Becomes a Kubernetes Probe. (KAM schema Probe)
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes
 */
export interface Probe {
  /** What is done: exactly one of {@link Exec}, {@link Http}, {@link Tcp}, {@link Grpc}. */
  readonly probeHandler: ProbeHandler;
  /** Seconds before the first check, ≥ 0. Kubernetes' default: 0. */
  readonly initialDelaySeconds?: number;
  /** Seconds between checks, ≥ 0. Kubernetes' default: 10. */
  readonly periodSeconds?: number;
  /** Seconds after which a check has failed, ≥ 0. Kubernetes' default: 1. */
  readonly timeoutSeconds?: number;
  /** Successes in a row that make it healthy again, ≥ 0; 1 on liveness and startup. Kubernetes' default: 1. */
  readonly successThreshold?: number;
  /** Failures in a row that make it unhealthy, ≥ 0. Kubernetes' default: 3. */
  readonly failureThreshold?: number;
  /** Seconds to end gracefully after the probe failed, > 0. Becomes `terminationGracePeriodSeconds`; refused on a readiness probe. */
  readonly terminationGracePeriod?: number;
}
export const probeSchema = knowingWhere(
  elsewhereOfProbe,
  named(
    'Probe',
    z.strictObject({
      probeHandler: handlerSchema,
      initialDelaySeconds: z.optional(count),
      periodSeconds: z.optional(count),
      timeoutSeconds: z.optional(count),
      successThreshold: z.optional(count),
      failureThreshold: z.optional(count),
      terminationGracePeriod: z.optional(count),
    }),
  ),
);

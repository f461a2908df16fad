// Service: a workload that runs all the time. KAM v1/workload/service.k; https://kubernetes.io/docs/concepts/workloads/controllers/deployment/

import type * as k8s from '../../kube/api/written';
import { dict, knowingWhere, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { elsewhereOfService } from './elsewhere';
import { type Expose, exposeSchema } from './expose';
import { count, type Dict, flag, kubernetes, text } from './fields';
import { base, type WorkloadBase } from './workload-base';

/**
 * A workload that runs all the time: an apps/v1 Deployment, and Services for its ports. (KAM schema Service)
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/
 */
export interface ServiceProps extends WorkloadBase {
  /** The Deployment's and Services' selector. Default `{ app.kubernetes.io/name: <name> }`. Its labels are put on the pods. */
  readonly selector?: Dict<string>;
  /** As in Kubernetes, whose default is a rolling update 25%/25%. */
  readonly strategy?: k8s.DeploymentStrategy;
  /** Seconds that a new pod must be ready, ≥ 0. */
  readonly minReadySeconds?: number;
  /** Old ReplicaSets that are kept, ≥ 0. Kubernetes' default: 10. */
  readonly revisionHistoryLimit?: number;
  /** Seconds after which a rollout has failed, > minReadySeconds. Kubernetes' default: 600. */
  readonly progressDeadlineSeconds?: number;
  /** Stops rolling out what changes. */
  readonly paused?: boolean;
  /** A route from outside the cluster: Ingress, HTTPRoute or Emissary Mapping. */
  readonly expose?: Expose;
}
export const service = {
  ...base,
  selector: z.optional(dict(text)),
  strategy: z.optional(kubernetes<NonNullable<ServiceProps['strategy']>>()),
  minReadySeconds: z.optional(count),
  revisionHistoryLimit: z.optional(count),
  progressDeadlineSeconds: z.optional(count),
  paused: z.optional(flag),
  expose: z.optional(exposeSchema),
};

/** Props of a Service. */
export const serviceSchema = knowingWhere(elsewhereOfService, named('ServiceProps', z.strictObject(service)));

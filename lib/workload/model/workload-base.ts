// What Job and Service have in common. KAM v1/workload

import { dict, forEditors, hidden } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type Container, containerSchema } from './container';
import { count, type Dict, spelled, text } from './fields';
import { type Pod, podSchema } from './pod';
import { type Port, portSchema } from './port';
import { type SecretSpec, secretSpecSchema } from './secret';
import { LABEL, SUBDOMAIN } from './spelling';

/** What Job and Service have in common. */
export interface WorkloadBase {
  /** metadata.name. Constructs take the default from their path; documents and `toManifests` need it. */
  readonly name?: string;
  /** metadata.namespace. Constructs take the default from the Chart. */
  readonly namespace?: string;
  /** Labels of the object and of its pods. */
  readonly labels?: Dict<string>;
  /** Annotations of the object and of its pods. */
  readonly annotations?: Dict<string>;
  /** Name (a DNS-1123 label) → container; at least one. */
  readonly containers: Dict<Container>;
  /** Containers that run to their end, one by one, before the others start. Names as in `containers`. */
  readonly initContainers?: Dict<Container>;
  /** Name → Secret, created beside the workload as `<workload>-<name>`; used as `secret://<name in this map>/<key>`. */
  readonly secrets?: Dict<SecretSpec>;
  /** Service: number of pods. Job: `parallelism` and `completions`. ≥ 0. */
  readonly replicas?: number;
  /** Ports under which the pods are reached → Services. */
  readonly ports?: readonly Port[];
  /** Everything of the pod that is not a container, in Kubernetes' own words. */
  readonly pod?: Pod;
}
export const base = {
  name: z.optional(spelled(SUBDOMAIN)),
  namespace: z.optional(spelled(LABEL)),
  labels: z.optional(dict(text)),
  annotations: z.optional(dict(text)),
  containers: forEditors({ minProperties: 1, propertyNames: { pattern: LABEL } }, dict(containerSchema)),
  initContainers: z.optional(forEditors({ propertyNames: { pattern: LABEL } }, dict(containerSchema))),
  secrets: z.optional(hidden(dict(hidden(secretSpecSchema)))),
  replicas: z.optional(count),
  ports: z.optional(z.array(portSchema)),
  pod: z.optional(podSchema),
};

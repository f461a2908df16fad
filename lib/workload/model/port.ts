// Port: under what a workload is reached. KAM v1/network/port; https://kubernetes.io/docs/concepts/services-networking/service/

import { dict, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { flag, portNumber, portNumberOrName, text } from './fields';

/**
 * A port under which a workload is reached.
 * @example { port: 80, targetPort: 8080, public: true }
 */
export interface Port {
  /** The Service's port, 1–65535. */
  readonly port: number;
  /** The container's port: a number, or the name of a container port. Default: `port`. */
  readonly targetPort?: number | string;
  /** Default `TCP`. */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** Name of the port. Required by Kubernetes when a Service has two or more ports. */
  readonly name?: string;
  /**
   * Who reaches it: `false` (default) → the ClusterIP Service named like the workload; `true` → the LoadBalancer Service `<name>-public`.
   * (KAM network.Port)
   */
  readonly public?: boolean;
  /** Opens the port on every node → the NodePort Service `<name>-node`. Not together with `public`. */
  readonly node?: boolean;
  /** Annotations of the Service that the port goes to, e.g. a cloud's load balancer settings. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Labels of the Service that the port goes to. */
  readonly labels?: Readonly<Record<string, string>>;
}
/** The name of the Service that a port goes to. */
export const serviceNameOf = (workload: string, { public: open, node }: Pick<Port, 'public' | 'node'>): string =>
  open === true ? `${workload}-public` : node === true ? `${workload}-node` : workload;
export const portSchema = named(
  'Port',
  z.strictObject({
    port: portNumber,
    targetPort: z.optional(portNumberOrName),
    protocol: z.optional(z.enum(['TCP', 'UDP', 'SCTP'])),
    name: z.optional(text),
    public: z.optional(flag),
    node: z.optional(flag),
    annotations: z.optional(dict(text)),
    labels: z.optional(dict(text)),
  }),
);

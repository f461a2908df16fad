// Ports of a workload: the Services that lead to its pods. KAM v1/network/port; https://kubernetes.io/docs/concepts/services-networking/service/

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

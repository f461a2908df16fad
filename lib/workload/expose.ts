// A route to a workload from outside the cluster: Ingress, HTTPRoute or Emissary Mapping. spec: dialects.md, "published"

/** A route from outside the cluster to the workload's Service. */
export interface Expose {
  /** The path prefix, e.g. `/app/`. */
  readonly path: string;
}

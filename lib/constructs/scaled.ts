// What cdk8s-plus asks of a workload that its HorizontalPodAutoscaler scales, and of pods that its Services, NetworkPolicies and schedulings select.
// Its classes for these have private parts, so that TypeScript takes nothing else for them: what stands in their place is typed `never`, which fits
// everywhere, and has the members that are asked for when it runs. https://cdk8s.io/docs/latest/plus/
import type { KubeObject } from '../kube/object';

/** The pods of a workload, as cdk8s-plus takes them: its PodSelectorConfig. */
export interface PodSelection {
  readonly labelSelector: never;
  readonly namespaces?: { readonly names: string[] };
}

/** What is scaled, as cdk8s-plus takes it: its ScalingTarget. */
export interface Scaled {
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly containers: never[];
  readonly replicas?: number;
}

/** The Deployment of a workload, as far as it matters here. */
interface Deployment extends KubeObject {
  readonly spec: {
    readonly replicas?: number;
    readonly selector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly template: { readonly spec: { readonly containers?: readonly DeployedContainer[] } };
  };
}

interface DeployedContainer {
  readonly resources?: { readonly requests?: Quantities; readonly limits?: Quantities };
}

type Quantities = Readonly<Record<string, string>>;

/** The labels by which the pods of a Deployment are found. */
export const labelsOf = (deployment: KubeObject): Readonly<Record<string, string>> =>
  (deployment as Deployment).spec.selector.matchLabels;

/** The pods with these labels, in a namespace when one is known. */
export const selection = (
  matchLabels: Readonly<Record<string, string>>,
  namespace: string | undefined,
): PodSelection => ({
  labelSelector: { isEmpty: () => false, _toKube: () => ({ matchLabels }) } as never,
  ...(namespace !== undefined && { namespaces: { names: [namespace] } }),
});

/** A Deployment as the target of an autoscaler, which wants requests or limits, and no fixed number of replicas. */
export function scaled(deployment: KubeObject, name: string): Scaled {
  const { apiVersion, kind, spec } = deployment as Deployment;
  const containers = (spec.template.spec.containers ?? []).map(({ resources: { requests, limits } = {} }) => {
    const amounts = (resource: string): object => ({ request: requests?.[resource], limit: limits?.[resource] });
    return { resources: { cpu: amounts('cpu'), memory: amounts('memory') } } as never;
  });
  return { apiVersion, kind, name, containers, ...(spec.replicas !== undefined && { replicas: spec.replicas }) };
}

// The Service construct. KAM v1/workload/service.k
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { KubeObject } from '../kube/object';
import type { ServiceProps } from '../workload/model/service';
import type { ManifestObject } from './manifest-object';
import { labelsOf, type PodSelection, type Scaled, scaled, selection } from './scaled';
import { type From, WorkloadConstruct } from './workload-construct';

/**
 * A workload that runs all the time: an apps/v1 Deployment, Services for its ports and, with `expose`, a route from outside.
 *
 * Whatever is wrong with the props is reported at `synth`, together with everything else that is wrong in the app.
 * @example
 * new Service(chart, 'web', {
 *   replicas: 2,
 *   ports: [{ port: 80, targetPort: 8080 }],
 *   containers: { web: { image: 'nginx:1.27' } },
 * });
 */
export class Service extends WorkloadConstruct {
  /** Whether an autoscaler of cdk8s-plus scales it. */
  hasAutoscaler = false;

  constructor(scope: Construct, id: string, props: ServiceProps);
  /** @internal */
  constructor(scope: Construct, id: string, props: ServiceProps, from?: From);
  constructor(scope: Construct, id: string, props: ServiceProps, from?: From) {
    super(scope, id, 'Service', props, from);
  }

  /** The Deployment. */
  get deployment(): ApiObject {
    return this.apiObject;
  }

  /** The labels by which its pods are found: for a PodDisruptionBudget, a NetworkPolicy, a Service. */
  get matchLabels(): Readonly<Record<string, string>> {
    return labelsOf(this.rendered);
  }

  /** As the target of cdk8s-plus' HorizontalPodAutoscaler. */
  toScalingTarget(): Scaled {
    return scaled(this.rendered, this.name);
  }

  /** Called by cdk8s-plus' HorizontalPodAutoscaler. */
  markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** Its pods, where cdk8s-plus selects some: in a Service, a NetworkPolicy, the scheduling of other pods. */
  toPodSelectorConfig(): PodSelection {
    return selection(this.matchLabels, this.apiObject.metadata.namespace);
  }

  /** Its pods as a peer of a NetworkPolicy of cdk8s-plus. */
  toNetworkPolicyPeerConfig(): { readonly podSelector: PodSelection } {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** Its pods as a peer of a NetworkPolicy of cdk8s-plus. */
  toPodSelector(): this {
    return this;
  }

  private get rendered(): KubeObject {
    return (this.apiObject as ManifestObject).rendered;
  }
}

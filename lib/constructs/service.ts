// The Service construct. KAM v1/workload/service.k
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ServiceProps } from '../workload/model/service';
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
}

// The Job construct. KAM v1/workload/job.k
import type { Construct } from 'constructs';
import type { JobProps } from '../workload/model/job';
import { type From, WorkloadConstruct } from './workload-construct';

/**
 * A workload that runs to its end: a batch/v1 Job, or a CronJob when it has a `schedule`.
 *
 * Whatever is wrong with the props is reported at `synth`, together with everything else that is wrong in the app.
 * @example
 * new Job(chart, 'echo', {
 *   schedule: '0 * * * *',
 *   containers: { busybox: { image: 'busybox:1.28', command: ['/bin/sh', '-c', 'echo hello'] } },
 * });
 */
export class Job extends WorkloadConstruct {
  constructor(scope: Construct, id: string, props: JobProps);
  /** @internal */
  constructor(scope: Construct, id: string, props: JobProps, from?: From);
  constructor(scope: Construct, id: string, props: JobProps, from?: From) {
    super(scope, id, 'Job', props, from);
  }
}

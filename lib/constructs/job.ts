// The Job construct. KAM v1/workload/job.k
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { renderJobProps } from '../workload/manifests';
import type { JobProps } from '../workload/model/job';
import { WorkloadConstruct } from './workload-construct';

/** The longest name of a CronJob: the controller appends 11 characters. */
const CRON_JOB_NAME = 52;
const JOB_NAME = 63;

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
  constructor(scope: Construct, id: string, props: JobProps) {
    super(scope, id, props, props?.schedule ? CRON_JOB_NAME : JOB_NAME, renderJobProps);
  }

  /** The Job or CronJob. */
  get job(): ApiObject {
    return this.apiObject;
  }
}

// A job that is submitted becomes a Job, and a Service where it exposes ports: what the library makes of it, with what brings it back.
import { type KubeObject, type launcher, readManifests } from 'cdk8s-kam/core';
import { LauncherError } from './errors.js';
import { DESCRIPTION } from './jobs.js';

/** How a job went: nothing that a job to be run can say. */
const STATE = ['status', 'statusMessage', 'statusCode', 'pid', 'exitCode', 'submissionTime', 'lastUpdateTime'];

export interface Submission {
  readonly id: string;
  readonly username: string;
  readonly cluster: string;
  readonly namespace: string;
  /** Seconds after its end in which the Job stays. */
  readonly timeToLive: number;
}

/** @throws LauncherError or ProblemError when it is no job that Kubernetes can run */
export function objectsOf(job: unknown, submission: Submission): { job: KubeObject; others: KubeObject[] } {
  const description = describe(job, submission);
  const { namespace, timeToLive } = submission;
  const text = textOf(description);
  const objects = readManifests(text, { file: 'job.json', dialect: 'launcher', namespace });
  const made = objects.find(({ kind }) => kind === 'Job');
  if (made === undefined) throw new LauncherError('InvalidRequest', 'job: expected one job');
  const { metadata, spec } = made;
  return {
    job: {
      ...made,
      metadata: { ...metadata, annotations: { ...metadata?.annotations, [DESCRIPTION]: text } },
      spec: { ...(spec as object), ttlSecondsAfterFinished: timeToLive },
    },
    others: objects.filter((object) => object !== made),
  };
}

/** What the Launcher is told of the job from now on: what it said, with what it left to us. */
function describe(job: unknown, { id, username, cluster }: Submission): launcher.Job {
  if (typeof job !== 'object' || job === null || Array.isArray(job)) {
    throw new LauncherError('InvalidRequest', 'job: expected a map');
  }
  if ('stdin' in job && job.stdin) {
    const message =
      'job.stdin: nothing is fed to a standard input here, and the job would wait for it: write it into "command"';
    throw new LauncherError('RequestNotSupported', message);
  }
  const { user, ...given } = Object.fromEntries(Object.entries(job).filter(([key]) => !STATE.includes(key)));
  const owner: unknown = user || (username === '*' ? undefined : username);
  if (owner === undefined) throw new LauncherError('InvalidRequest', 'job.user: is required');
  if (username !== '*' && owner !== username) {
    throw new LauncherError('InvalidRequest', `job.user: expected ${JSON.stringify(username)}, who submits it`);
  }
  return { resourceProfile: 'custom', cluster, ...given, user: owner as string, id };
}

function textOf(description: launcher.Job): string {
  try {
    return JSON.stringify(description);
  } catch {
    throw new LauncherError('InvalidRequest', 'job: is nested too deep');
  }
}

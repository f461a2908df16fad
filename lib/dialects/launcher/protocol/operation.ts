// What can be done to a job, and the requests to the Kubernetes API that do it.
// https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#JobOperation
import type { LauncherStatus } from './status';

/** The operations, in the order of their numbers in the protocol (from 0). */
export const jobOperations = ['Suspend', 'Resume', 'Stop', 'Kill', 'Cancel'] as const;

/** Something that is done to a job: SIGSTOP, SIGCONT, SIGTERM, SIGKILL, or taken back before it runs. */
export type JobOperation = (typeof jobOperations)[number];

/** The operation of a number of the protocol; as in the vendor's SDK `Cancel` for any other number. */
export const jobOperation = (number: number): JobOperation => jobOperations[number] ?? 'Cancel';

const statuses: Readonly<Record<JobOperation, LauncherStatus>> = {
  Suspend: 'Running',
  Resume: 'Suspended',
  Stop: 'Running',
  Kill: 'Running',
  Cancel: 'Pending',
};

/** The status that a job must have for the operation. */
export const validForStatus = (operation: JobOperation): LauncherStatus => statuses[operation];

/** A request to the Kubernetes API, as plain data. */
export interface KubeRequest {
  readonly method: 'PATCH' | 'DELETE';
  /** Path and query below the API server's address. */
  readonly path: string;
  readonly contentType: 'application/merge-patch+json' | 'application/json';
  readonly body: Readonly<Record<string, unknown>>;
}

/** The annotation of a Job with the operation that was last asked for, which alone tells a stopped job from one that was killed. */
export const ASKED = 'cdk8s-kam/launcher-operation';

/**
 * The requests that carry out an operation, in order. `Suspend` and `Resume` patch `spec.suspend`: Kubernetes ends the pods of a suspended
 * Job and starts new ones when it is resumed. The others note the operation in an annotation, for `observeJob`, and delete the Job with its
 * pods; `Kill` deletes the pods without grace as well, since the grace of the Job's own deletion does not reach them.
 * @param job the Kubernetes Job
 */
export function operationRequests(operation: JobOperation, job: { name: string; namespace: string }): KubeRequest[] {
  const namespace = encodeURIComponent(job.namespace);
  const path = `/apis/batch/v1/namespaces/${namespace}/jobs/${encodeURIComponent(job.name)}`;
  const patch = (body: KubeRequest['body']): KubeRequest => ({
    method: 'PATCH',
    path,
    contentType: 'application/merge-patch+json',
    body,
  });
  const asked = patch({ metadata: { annotations: { [ASKED]: operation } } });
  switch (operation) {
    case 'Suspend':
      return [patch({ spec: { suspend: true } })];
    case 'Resume':
      return [patch({ spec: { suspend: false } })];
    case 'Stop':
    case 'Cancel':
      return [asked, remove(path)];
    case 'Kill': {
      const selector = encodeURIComponent(`batch.kubernetes.io/job-name=${job.name}`);
      const pods = `/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`;
      return [asked, remove(path, 0), remove(pods, 0)];
    }
  }
}

/** Without `propagationPolicy` the API server leaves the pods of a deleted Job running. */
const remove = (path: string, gracePeriodSeconds?: number): KubeRequest => ({
  method: 'DELETE',
  path,
  contentType: 'application/json',
  body: {
    apiVersion: 'v1',
    kind: 'DeleteOptions',
    propagationPolicy: 'Background',
    ...(gracePeriodSeconds !== undefined && { gracePeriodSeconds }),
  },
});

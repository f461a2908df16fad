// The pod beside its containers, in Kubernetes' own words. https://kubernetes.io/docs/concepts/workloads/pods/

import type * as k8s from '../../kube/api/written';
import { isPlainObject as isMap } from '../../report/data';
import { issuesBelow, named, type Schema } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type Dict, textMap } from './fields';

/** Anything that stands for a named Kubernetes object: a name, or a construct with one (a cdk8s-plus ServiceAccount). */
export type NameOf = string | { readonly name: string };
/** The pod beside its containers: every field of the Kubernetes PodSpec, plus labels and annotations of the pod alone. */
export interface Pod extends Omit<
  k8s.PodSpec,
  'containers' | 'initContainers' | 'restartPolicy' | 'serviceAccountName' | 'priorityClassName' | 'runtimeClassName'
> {
  /** Labels of the pods alone. */
  readonly labels?: Dict<string>;
  /** Annotations of the pods alone. */
  readonly annotations?: Dict<string>;
  /** A name, or anything with one, such as a cdk8s-plus ServiceAccount. */
  readonly serviceAccountName?: NameOf;
  /** A name, or anything with one. */
  readonly priorityClassName?: NameOf;
  /** A name, or anything with one. */
  readonly runtimeClassName?: NameOf;
}
export const ELSEWHERE: Readonly<Record<string, string>> = {
  containers: 'Write the containers of the workload: `containers`',
  initContainers: 'Write the init containers of the workload: `initContainers`',
  restartPolicy: 'Write it on the Job: `restartPolicy`',
};
export const podSchema = named(
  'Pod',
  z.unknown().check(({ value, issues }) => {
    if (!isMap(value)) {
      issues.push({ code: 'invalid_type', expected: 'object', input: value });
      return;
    }
    for (const key of Object.keys(ELSEWHERE)) {
      if (!Object.hasOwn(value, key)) continue;
      issues.push({
        code: 'custom',
        input: value[key],
        path: [key],
        message: 'is not a field of `pod`',
        params: { code: 'unknown-key', hint: ELSEWHERE[key] },
      });
    }
    for (const key of ['labels', 'annotations']) {
      if (value[key] !== undefined) issues.push(...(issuesBelow(key, textMap, value[key]) as never[]));
    }
  }) as unknown as Schema<Pod>,
);

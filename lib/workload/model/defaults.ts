// What an organisation says once for all its workloads.

import { dict, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type Container, container } from './container';
import { type Dict, text } from './fields';
import { job, type JobProps, ONLY_WITH_SCHEDULE } from './job';
import { type Pod, podSchema } from './pod';
import { service, type ServiceProps } from './service';

const OF_CONTAINERS = [
  'imagePullPolicy',
  'resources',
  'securityContext',
  'env',
  'envFrom',
  'files',
  'dirs',
  'volumeMounts',
  'lifecycle',
  'terminationMessagePath',
  'terminationMessagePolicy',
] as const satisfies readonly (keyof Container)[];

const OF_JOBS = [
  ...ONLY_WITH_SCHEDULE,
  'backoffLimit',
  'activeDeadlineSeconds',
  'ttlSecondsAfterFinished',
  'podReplacementPolicy',
  'restartPolicy',
] as const satisfies readonly (keyof JobProps)[];

const OF_SERVICES = [
  'replicas',
  'strategy',
  'minReadySeconds',
  'revisionHistoryLimit',
  'progressDeadlineSeconds',
] as const satisfies readonly (keyof ServiceProps)[];

/** For every container of every workload, init containers too; but `lifecycle`, which those have only as sidecars. */
export type ContainerDefaults = Pick<Container, (typeof OF_CONTAINERS)[number]>;
/** For every Job; the settings of a schedule for those that have one. */
export type JobDefaults = Pick<JobProps, (typeof OF_JOBS)[number]>;
/** For every Service. */
export type ServiceDefaults = Pick<ServiceProps, (typeof OF_SERVICES)[number]>;

/**
 * What workloads get that do not state it. Maps (labels, env, a securityContext, …) are united with what is stated, key by key; of resources, what
 * is stated of one, such as `memory`, is all of it; anything else that is stated takes the default's place.
 * @example
 * { labels: { team: 'etl' },
 *   container: { resources: { memory: '256Mi' }, securityContext: { allowPrivilegeEscalation: false } },
 *   pod: { securityContext: { runAsNonRoot: true } },
 *   job: { backoffLimit: 2, timeZone: 'Europe/Paris' } }
 */
export interface Defaults {
  /** Labels of every workload and its pods. */
  readonly labels?: Dict<string>;
  /** Annotations of every workload and its pods. */
  readonly annotations?: Dict<string>;
  /** For every container. */
  readonly container?: ContainerDefaults;
  /** For every pod. */
  readonly pod?: Pod;
  /** For every Job. */
  readonly job?: JobDefaults;
  /** For every Service. */
  readonly service?: ServiceDefaults;
}

const some = <T extends object, K extends keyof T>(fields: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, fields[key]])) as Pick<T, K>;

export const defaultsSchema = named(
  'Defaults',
  z.strictObject({
    labels: z.optional(dict(text)),
    annotations: z.optional(dict(text)),
    container: z.optional(named('ContainerDefaults', z.strictObject(some(container, OF_CONTAINERS)))),
    pod: z.optional(podSchema),
    job: z.optional(named('JobDefaults', z.strictObject(some(job, OF_JOBS)))),
    service: z.optional(named('ServiceDefaults', z.strictObject(some(service, OF_SERVICES)))),
  }),
);

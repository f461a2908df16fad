// The kinds that an API server serves, an entry each: what the tables say of all of them, and for those whose rules we know the rules. Everything
// that asks which kinds there are, or where the pods of a kind are, asks here.
// https://kubernetes.io/docs/reference/kubernetes-api/
import { type ServedKind, servedKind, servedKinds } from '../api/kinds';
import type { PodTemplateSpec, Types } from '../api/types';
import { checkDeployment } from './apps/deployment';
import { checkCronJob } from './batch/cron-job';
import { checkJob } from './batch/job';
import { checkConfigMap } from './core/config-map';
import { checkSecret } from './core/secret';
import { checkService } from './core/service';
import type { Kind, Known, KubeFields } from './kind';
import { checkIngress } from './networking/ingress';

export type { Kind, KubeFields } from './kind';

/** What our own constructs make. */
const COMMON: Readonly<Record<string, Known['check']>> = {
  'v1 ConfigMap': checkConfigMap,
  'v1 Secret': checkSecret,
  'v1 Service': checkService,
  'apps/v1 Deployment': checkDeployment,
  'batch/v1 CronJob': checkCronJob,
  'batch/v1 Job': checkJob,
  'networking.k8s.io/v1 Ingress': checkIngress,
};

const rareTable = (): Readonly<Record<string, Known['check']>> => (require('./rare') as typeof import('./rare')).RARE;

/** The kinds that make pods. */
const PODS: Readonly<Record<string, readonly string[]>> = {
  'v1 Pod': [],
  'v1 PodTemplate': ['template'],
  'v1 ReplicationController': ['spec', 'template'],
  'apps/v1 DaemonSet': ['spec', 'template'],
  'apps/v1 Deployment': ['spec', 'template'],
  'apps/v1 ReplicaSet': ['spec', 'template'],
  'apps/v1 StatefulSet': ['spec', 'template'],
  'batch/v1 CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  'batch/v1 Job': ['spec', 'template'],
};

let all: readonly Kind[] | undefined;

/** Every kind, without its rules. */
export const kinds = (): readonly Kind[] => (all ??= servedKinds().map(withPods));

function withPods(served: ServedKind): Kind {
  const pods = PODS[`${served.apiVersion} ${served.kind}`];
  return pods === undefined ? served : { ...served, pods };
}

/** The kinds that have been asked for. */
const met = new Map<string, Kind>();

/** The kind of an object, or undefined when no server has it. */
export function kindOf(apiVersion: unknown, kind: unknown): Kind | undefined {
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return undefined;
  const name = `${apiVersion} ${kind}`;
  const before = met.get(name);
  if (before !== undefined) return before;
  const served = servedKind(apiVersion, kind);
  if (served === undefined) return undefined;
  const check = COMMON[name] ?? rareTable()[name];
  const found: Kind = { ...withPods(served), ...(check !== undefined && { check }) };
  met.set(name, found);
  return found;
}

/** An object as it was read. */
export interface Decoded {
  readonly kind: Kind;
  readonly object: KubeFields;
}

/** The decoded object as one of this kind, if it is. */
export function decodedAs<Name extends keyof Types>(
  decoded: Decoded | undefined,
  apiVersion: string,
  kind: Name,
): Types[Name] | undefined {
  const is = decoded?.kind.kind === kind && decoded.kind.apiVersion === apiVersion;
  return is ? decoded.object : undefined;
}

/** The template of the pods that an object makes (for a Pod, the object), as far as it is there. */
export function podTemplateOf(decoded: Decoded): PodTemplateSpec | undefined {
  return decoded.kind.pods?.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
    decoded.object,
  ) as PodTemplateSpec | undefined;
}

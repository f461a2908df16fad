// The kinds that an API server serves, an entry each: what the tables say of all of them, and for those whose rules we know the rules. Everything
// that asks which kinds there are, or where the pods of a kind are, asks here.
// https://kubernetes.io/docs/reference/kubernetes-api/
import type { At } from '../../report/place';
import type { Report } from '../../report/report';
import { type ServedKind, servedKind, servedKinds } from '../api/kinds';
import type { ObjectMeta, PodTemplateSpec, Types } from '../api/types';
import { checkDeployment } from './apps/deployment';
import { checkCronJob } from './batch/cron-job';
import { checkJob } from './batch/job';
import { checkConfigMap } from './core/config-map';
import { checkSecret } from './core/secret';
import { checkService } from './core/service';
import { checkIngress } from './networking/ingress';

/** What all decoded objects have. */
export interface KubeFields {
  readonly metadata?: ObjectMeta;
}

/** A kind of a version of its group. */
export interface Kind extends ServedKind {
  /** The way to the template of its pods; empty for a Pod, which is its own. Undefined when it makes no pods. */
  readonly pods?: readonly string[];
  /** All value rules, those of the metadata included; undefined when only shape, scope and metadata are checked. */
  readonly check?: (object: never, place: At, report: Report) => void;
}

/** What we know of kinds beside the tables. */
const KNOWN: Readonly<Record<string, Pick<Kind, 'pods' | 'check'>>> = {
  'v1 ConfigMap': { check: checkConfigMap },
  'v1 Pod': { pods: [] },
  'v1 PodTemplate': { pods: ['template'] },
  'v1 ReplicationController': { pods: ['spec', 'template'] },
  'v1 Secret': { check: checkSecret },
  'v1 Service': { check: checkService },
  'apps/v1 DaemonSet': { pods: ['spec', 'template'] },
  'apps/v1 Deployment': { pods: ['spec', 'template'], check: checkDeployment },
  'apps/v1 ReplicaSet': { pods: ['spec', 'template'] },
  'apps/v1 StatefulSet': { pods: ['spec', 'template'] },
  'batch/v1 CronJob': { pods: ['spec', 'jobTemplate', 'spec', 'template'], check: checkCronJob },
  'batch/v1 Job': { pods: ['spec', 'template'], check: checkJob },
  'networking.k8s.io/v1 Ingress': { check: checkIngress },
};

/** Every kind. */
export const kinds = (): readonly Kind[] => servedKinds().map(known);

const known = (served: ServedKind): Kind => ({ ...served, ...KNOWN[`${served.apiVersion} ${served.kind}`] });

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
  const found = known(served);
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
export function podTemplateOf({ kind, object }: Decoded): PodTemplateSpec | undefined {
  return kind.pods?.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
    object,
  ) as PodTemplateSpec | undefined;
}

// How many pods an object surely keeps at the same time.
// https://kubernetes.io/docs/concepts/workloads/controllers/
import { groupOf } from '../identity';
import type { Member, Members } from '../members';
import { autoscalersOf } from '../scale-target';

export class Replicas {
  private readonly least = new Map<string, number>();

  constructor(members: Members) {
    for (const { namespace, object } of autoscalersOf(members)) {
      const { scaleTargetRef: { apiVersion, kind = '', name = '' } = {}, minReplicas = 1 } = object.spec ?? {};
      this.least.set(JSON.stringify([namespace, groupOf(apiVersion), kind, name]), minReplicas);
    }
  }

  /** What ends may wait for its turn, and of a DaemonSet there are as many as nodes. */
  of({ decoded, namespace, name }: Member): number {
    const { kind, apiVersion } = decoded.kind;
    if (kind === 'Pod') return 1;
    if (!['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'].includes(kind)) return 0;
    const { replicas = 1, paused } = (decoded.object as { readonly spec?: Scaled }).spec ?? {};
    if (paused === true || replicas < 1) return 0;
    const least = this.least.get(JSON.stringify([namespace, groupOf(apiVersion), kind, name]));
    return least === undefined ? replicas : Math.min(replicas, Math.max(least, 0));
  }
}

interface Scaled {
  readonly replicas?: number;
  readonly paused?: boolean;
}

// References to an object that the set lacks, though it has one under nearly the same name. What else is not in the set may be in the cluster.
import { didYouMean } from '../../report/suggest';
import { at, type At, ROOT } from '../../report/place';
import type { Member, Members } from './members';
import { templateOf } from './members';
import { referencesOfKind } from './object-references';
import { podReferences } from './pod-references';
import type { References } from './references';

/** What pods refer to. */
const OF_PODS = [
  'ConfigMap',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'PriorityClass',
  'ResourceClaim',
  'ResourceClaimTemplate',
  'RuntimeClass',
  'Secret',
  'ServiceAccount',
  'StorageClass',
  'VolumeAttributesClass',
];

/** What every cluster has. */
const EVERYWHERE: Readonly<Record<string, RegExp>> = {
  ClusterRole: /^(?:cluster-admin|admin|edit|view|system:.*)$/,
  ConfigMap: /^kube-root-ca\.crt$/,
  Namespace: /^(?:default|kube-system|kube-public|kube-node-lease)$/,
  PriorityClass: /^system-/,
  Role: /^system:/,
  ServiceAccount: /^default$/,
};

const IN_NO_NAMESPACE: ReadonlySet<string> = new Set([
  'ClusterRole',
  'IngressClass',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'VolumeAttributesClass',
]);

export function checkMissingObjects(members: Members): void {
  const hasTargets = OF_PODS.some((kind) => members.has(kind));
  const hasNamespaces = members.has('Namespace');
  for (const [kind, those] of members.kinds) {
    const visit = referencesOfKind(kind);
    for (const member of those) {
      const references = new NearNames(members, member);
      if (hasNamespaces && member.namespace !== '') {
        references.object('Namespace', member.namespace, at(ROOT, 'metadata'), 'namespace');
      }
      visit?.(member.decoded.object, references);
      const pods = hasTargets ? templateOf(member) : undefined;
      if (pods?.template.spec !== undefined) podReferences(pods.template.spec, at(pods.place, 'spec'), references);
    }
  }
}

class NearNames implements References {
  constructor(
    private readonly members: Members,
    private readonly member: Member,
  ) {}

  object(kind: string, name: string, place: At, field: string, namespace = this.member.namespace): void {
    if (!this.members.has(kind) || EVERYWHERE[kind]?.test(name) === true) return;
    const meant = this.members.near(kind, IN_NO_NAMESPACE.has(kind) ? '' : namespace, name);
    if (meant === undefined) return;
    const message = `no ${kind} of this name is in the same set, but one whose name is nearly the same`;
    this.member.report.warning(at(place, field), 'missing-object', message, { value: name, hint: didYouMean(meant) });
  }

  key(): void {}
}

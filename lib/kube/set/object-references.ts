// Where objects other than pods refer to others by name.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
import { at, type At, ROOT } from '../../report/place';
import type {
  APIService,
  ClusterRoleBinding,
  CustomResourceDefinition,
  Ingress,
  IngressBackend,
  LocalObjectReference,
  MutatingWebhookConfiguration,
  PersistentVolume,
  PersistentVolumeClaim,
  RoleBinding,
  ServiceAccount,
  StatefulSet,
  ValidatingWebhookConfiguration,
} from '../api/types';
import type { KubeFields } from '../kinds';
import { claimReferences } from './claim-references';
import type { References } from './references';

const SPEC = at(ROOT, 'spec');

type Visit<Type> = (object: Type, references: References) => void;

/** The references of an object, by its kind. Those of its pods are apart. */
const BY_KIND: ReadonlyMap<string, Visit<never>> = new Map<string, Visit<never>>([
  ['APIService', ofApiService],
  ['ClusterRoleBinding', ofBinding],
  ['CustomResourceDefinition', ofDefinition],
  ['Ingress', ofIngress],
  ['MutatingWebhookConfiguration', ofWebhooks],
  ['PersistentVolume', ofVolume],
  ['PersistentVolumeClaim', ofClaim],
  ['RoleBinding', ofBinding],
  ['ServiceAccount', ofServiceAccount],
  ['StatefulSet', ofStatefulSet],
  ['ValidatingWebhookConfiguration', ofWebhooks],
]);

/** Visits every reference of the objects of a kind; undefined for a kind that has none. */
export const referencesOfKind = (kind: string): Visit<KubeFields> | undefined =>
  BY_KIND.get(kind) as Visit<KubeFields> | undefined;

function ofApiService({ spec }: APIService, references: References): void {
  service(spec?.service, at(SPEC, 'service'), references);
}

function ofBinding({ roleRef, subjects }: RoleBinding | ClusterRoleBinding, references: References): void {
  const { kind, name } = roleRef ?? {};
  if (name && (kind === 'Role' || kind === 'ClusterRole')) references.object(kind, name, at(ROOT, 'roleRef'), 'name');
  subjects?.forEach((subject, index) => {
    if (subject.kind !== 'ServiceAccount' || !subject.name) return;
    const place = at(at(ROOT, 'subjects'), index);
    references.object('ServiceAccount', subject.name, place, 'name', subject.namespace);
    if (subject.namespace) references.object('Namespace', subject.namespace, place, 'namespace');
  });
}

function ofDefinition({ spec }: CustomResourceDefinition, references: References): void {
  const place = at(at(at(SPEC, 'conversion'), 'webhook'), 'clientConfig');
  service(spec?.conversion?.webhook?.clientConfig?.service, at(place, 'service'), references);
}

function ofIngress(ingress: Ingress, references: References): void {
  const { ingressClassName, tls } = ingress.spec ?? {};
  if (ingressClassName) references.object('IngressClass', ingressClassName, SPEC, 'ingressClassName');
  tls?.forEach(({ secretName }, index) => {
    if (secretName) references.object('Secret', secretName, at(at(SPEC, 'tls'), index), 'secretName');
  });
  forEachBackend(ingress, ({ service: target }, place) => {
    if (target?.name) references.object('Service', target.name, at(place, 'service'), 'name');
  });
}

/** Where an Ingress leads to. */
export function forEachBackend({ spec }: Ingress, visit: (backend: IngressBackend, place: At) => void): void {
  if (spec?.defaultBackend !== undefined) visit(spec.defaultBackend, at(SPEC, 'defaultBackend'));
  spec?.rules?.forEach(({ http }, rule) => {
    const paths = at(at(at(at(SPEC, 'rules'), rule), 'http'), 'paths');
    http?.paths?.forEach(({ backend }, index) => {
      if (backend !== undefined) visit(backend, at(at(paths, index), 'backend'));
    });
  });
}

function ofWebhooks(
  { webhooks }: MutatingWebhookConfiguration | ValidatingWebhookConfiguration,
  references: References,
): void {
  webhooks?.forEach(({ clientConfig }, index) => {
    const place = at(at(at(ROOT, 'webhooks'), index), 'clientConfig');
    service(clientConfig?.service, at(place, 'service'), references);
  });
}

interface ServiceReference {
  readonly name?: string;
  readonly namespace?: string;
}

function service(target: ServiceReference | undefined, place: At, references: References): void {
  if (!target?.name || !target.namespace) return;
  references.object('Service', target.name, place, 'name', target.namespace);
  references.object('Namespace', target.namespace, place, 'namespace');
}

function ofVolume({ spec }: PersistentVolume, references: References): void {
  const { storageClassName, claimRef } = spec ?? {};
  // A class that no object stands for still holds claims and volumes together.
  if (storageClassName) references.object('StorageClass', storageClassName, SPEC, 'storageClassName');
  if (!claimRef?.name || !claimRef.namespace) return;
  const place = at(SPEC, 'claimRef');
  references.object('PersistentVolumeClaim', claimRef.name, place, 'name', claimRef.namespace);
  references.object('Namespace', claimRef.namespace, place, 'namespace');
}

function ofClaim({ spec }: PersistentVolumeClaim, references: References): void {
  if (spec !== undefined) claimReferences(spec, SPEC, references);
}

function ofServiceAccount({ secrets, imagePullSecrets }: ServiceAccount, references: References): void {
  const all = (list: readonly LocalObjectReference[] | undefined, field: string): void =>
    list?.forEach(({ name }, index) => {
      if (name) references.object('Secret', name, at(at(ROOT, field), index), 'name');
    });
  all(secrets, 'secrets');
  all(imagePullSecrets, 'imagePullSecrets');
}

function ofStatefulSet({ spec }: StatefulSet, references: References): void {
  if (spec?.serviceName) references.object('Service', spec.serviceName, SPEC, 'serviceName');
  spec?.volumeClaimTemplates?.forEach((claim, index) => {
    const place = at(at(at(SPEC, 'volumeClaimTemplates'), index), 'spec');
    if (claim.spec !== undefined) claimReferences(claim.spec, place, references);
  });
}

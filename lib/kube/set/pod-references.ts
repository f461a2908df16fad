// Where the pods of an object refer to others by name, and to keys of Secrets and ConfigMaps, that must be there for them to start.
// https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets
import { at, type At } from '../../report/place';
import type { Container, KeyToPath, PodSpec, Volume } from '../api/types';
import { claimReferences } from './claim-references';
import type { References } from './references';

/** Every reference of a pod that is not optional. */
export function podReferences(spec: PodSpec, place: At, references: References): void {
  if (spec.serviceAccountName)
    references.object('ServiceAccount', spec.serviceAccountName, place, 'serviceAccountName');
  else if (spec.serviceAccount) references.object('ServiceAccount', spec.serviceAccount, place, 'serviceAccount');
  if (spec.priorityClassName) references.object('PriorityClass', spec.priorityClassName, place, 'priorityClassName');
  if (spec.runtimeClassName) references.object('RuntimeClass', spec.runtimeClassName, place, 'runtimeClassName');
  spec.imagePullSecrets?.forEach(({ name }, index) => {
    if (name) references.object('Secret', name, at(at(place, 'imagePullSecrets'), index), 'name');
  });
  spec.resourceClaims?.forEach((claim, index) => {
    const here = at(at(place, 'resourceClaims'), index);
    const { resourceClaimName: claimed, resourceClaimTemplateName: template } = claim;
    if (claimed) references.object('ResourceClaim', claimed, here, 'resourceClaimName');
    if (template) references.object('ResourceClaimTemplate', template, here, 'resourceClaimTemplateName');
  });
  for (const list of ['initContainers', 'containers'] as const) {
    spec[list]?.forEach((container, index) => envReferences(container, at(at(place, list), index), references));
  }
  spec.volumes?.forEach((volume, index) => volumeReferences(volume, at(at(place, 'volumes'), index), references));
}

const KEY_REFS = [
  ['secretKeyRef', 'Secret'],
  ['configMapKeyRef', 'ConfigMap'],
] as const;

const ENV_REFS = [
  ['secretRef', 'Secret'],
  ['configMapRef', 'ConfigMap'],
] as const;

function envReferences({ env, envFrom }: Container, place: At, references: References): void {
  env?.forEach(({ valueFrom }, index) => {
    if (valueFrom === undefined) return;
    for (const [field, kind] of KEY_REFS) {
      const { name, key, optional } = valueFrom[field] ?? {};
      if (!name || !key || optional === true) continue;
      const here = at(at(at(at(place, 'env'), index), 'valueFrom'), field);
      references.object(kind, name, here, 'name');
      references.key(kind, name, key, here);
    }
  });
  envFrom?.forEach((source, index) => {
    for (const [field, kind] of ENV_REFS) {
      const { name, optional } = source[field] ?? {};
      if (name && optional !== true) references.object(kind, name, at(at(at(place, 'envFrom'), index), field), 'name');
    }
  });
}

/** The files of a volume, or of a part of one. */
interface Files {
  readonly items?: readonly KeyToPath[];
  readonly optional?: boolean;
}

function volumeReferences(volume: Volume, place: At, references: References): void {
  const { secret, configMap, projected, persistentVolumeClaim: claim, ephemeral } = volume;
  const files = (kind: 'Secret' | 'ConfigMap', name: string | undefined, field: string, source: Files, where: At) => {
    if (!name || source.optional === true) return;
    references.object(kind, name, where, field);
    source.items?.forEach(({ key }, index) => {
      if (key) references.key(kind, name, key, at(at(where, 'items'), index));
    });
  };
  if (secret !== undefined) files('Secret', secret.secretName, 'secretName', secret, at(place, 'secret'));
  if (configMap !== undefined) files('ConfigMap', configMap.name, 'name', configMap, at(place, 'configMap'));
  if (claim?.claimName) {
    references.object('PersistentVolumeClaim', claim.claimName, at(place, 'persistentVolumeClaim'), 'claimName');
  }
  const wanted = ephemeral?.volumeClaimTemplate?.spec;
  if (wanted !== undefined) {
    claimReferences(wanted, at(at(at(place, 'ephemeral'), 'volumeClaimTemplate'), 'spec'), references);
  }
  projected?.sources?.forEach((source, index) => {
    const where = at(at(at(place, 'projected'), 'sources'), index);
    if (source.secret !== undefined) files('Secret', source.secret.name, 'name', source.secret, at(where, 'secret'));
    if (source.configMap !== undefined)
      files('ConfigMap', source.configMap.name, 'name', source.configMap, at(where, 'configMap'));
  });
}

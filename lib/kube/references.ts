// Where the pods of an object refer to keys of Secrets and ConfigMaps that must be there for them to start.
// https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets
import { at, type At, ROOT } from '../report/place';
import type { Container, KeyToPath, PodSpec, Volume } from './api/types';
import { type Decoded, podTemplateOf } from './kinds';

/** Hears of one reference: the kind and name of the object, the key in it, and the place of the key. */
type Visit = (kind: 'Secret' | 'ConfigMap', name: string, key: string, place: At) => void;

/** Visits every reference that is not optional. */
export function referencesOf(decoded: Decoded, visit: Visit): void {
  if (decoded.kind.pods === undefined) return;
  const place = decoded.kind.pods.reduce<At>(at, ROOT);
  podReferences(podTemplateOf(decoded)?.spec, at(place, 'spec'), visit);
}

function podReferences(spec: PodSpec | undefined, place: At, visit: Visit): void {
  if (spec === undefined) return;
  for (const list of ['initContainers', 'containers'] as const) {
    spec[list]?.forEach((container, index) => envReferences(container, at(at(place, list), index), visit));
  }
  spec.volumes?.forEach((volume, index) => volumeReferences(volume, at(at(place, 'volumes'), index), visit));
}

const KEY_REFS = [
  ['secretKeyRef', 'Secret'],
  ['configMapKeyRef', 'ConfigMap'],
] as const;

function envReferences(container: Container, place: At, visit: Visit): void {
  container.env?.forEach(({ valueFrom }, index) => {
    if (valueFrom === undefined) return;
    for (const [field, kind] of KEY_REFS) {
      const { name, key, optional } = valueFrom[field] ?? {};
      if (!name || !key || optional === true) continue;
      visit(kind, name, key, at(at(at(at(at(place, 'env'), index), 'valueFrom'), field), 'key'));
    }
  });
}

function volumeReferences({ secret, configMap, projected }: Volume, place: At, visit: Visit): void {
  const items = (
    kind: 'Secret' | 'ConfigMap',
    name: string | undefined,
    source: { readonly items?: readonly KeyToPath[]; readonly optional?: boolean },
    where: At,
  ): void => {
    if (!name || source.optional === true) return;
    source.items?.forEach(({ key }, index) => {
      if (key) visit(kind, name, key, at(at(at(where, 'items'), index), 'key'));
    });
  };
  if (secret !== undefined) items('Secret', secret.secretName, secret, at(place, 'secret'));
  if (configMap !== undefined) items('ConfigMap', configMap.name, configMap, at(place, 'configMap'));
  projected?.sources?.forEach((source, index) => {
    const where = at(at(at(place, 'projected'), 'sources'), index);
    if (source.secret !== undefined) items('Secret', source.secret.name, source.secret, at(where, 'secret'));
    if (source.configMap !== undefined)
      items('ConfigMap', source.configMap.name, source.configMap, at(where, 'configMap'));
  });
}

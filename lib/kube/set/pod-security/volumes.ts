// The kinds of volumes that a restricted pod may have.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
import { at } from '../../../report/place';
import type { PodCheck } from './check';

const ALLOWED = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

export const FEW_VOLUMES: PodCheck = {
  id: 'restrictedVolumes',
  level: 'restricted',
  versions: [
    {
      since: 0,
      instead: ['hostPathVolumes'],
      find: ({ spec, place }) =>
        (spec.volumes ?? []).flatMap((volume, index) => {
          if (ALLOWED.some((kind) => volume[kind] !== undefined)) return [];
          const [kind] = Object.keys(volume).filter((key) => key !== 'name');
          // Without a source it is an emptyDir.
          if (kind === undefined) return [];
          const here = at(at(at(at(place, 'spec'), 'volumes'), index), kind);
          return [{ place: here, must: `must be one of ${ALLOWED.join(', ')}` }];
        }),
    },
  ],
};

// mounts: volumes of the pod and where the container sees them.
// https://kubernetes.io/docs/concepts/storage/volumes/
import type { Path } from '../../report/problem';
import { checkData } from './data';
import { type Pruned } from '../draft';
import { CONTAINER, type LauncherDraft } from './draft';
import type { LauncherMount, LauncherMountSource } from './schema';

type Type = LauncherMountSource['type'];
type Source<T extends Type> = Pruned<Extract<LauncherMountSource, { type: T }>['source']>;
/** A Kubernetes volume without its name; from a wrong document it may lack what the API server asks for, and is then refused there. */
type Volume = Readonly<Record<string, unknown>>;

interface Kind<T extends Type> {
  readonly volume: (source: Source<T>) => Volume;
  /** Document key → where it is in the volume, as far as they differ. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly name: string;
}

const kinds: { readonly [T in Type]: Kind<T> } = {
  host: { name: 'hostPath', volume: ({ path }) => ({ path }) },
  nfs: { name: 'nfs', volume: ({ host, path }) => ({ server: host, path }), keys: { host: 'server' } },
  cephFs: {
    name: 'cephfs',
    volume: ({ monitors, path, user, secretFile, secretRef }) => ({
      monitors,
      ...(path && { path }),
      ...(user && { user }),
      ...(secretFile && { secretFile }),
      ...(secretRef && { secretRef: { name: secretRef } }),
    }),
  },
  azureFile: { name: 'azureFile', volume: ({ secretName, shareName }) => ({ secretName, shareName }) },
  glusterFs: { name: 'glusterfs', volume: ({ endpoints, path }) => ({ endpoints, path }) },
  passthrough: { name: '', volume: (source) => source },
};

/** Puts one mount into the draft. */
export function convertMount(mount: Pruned<LauncherMount>, path: Path, draft: LauncherDraft): void {
  const { mountPath, readOnly, mountSource } = mount;
  if (mountPath === undefined || mountSource?.type === undefined || mountSource.source === undefined) return;
  const sourcePath = [...path, 'mountSource', 'source'];
  if (!checkData(mountSource.source, sourcePath, draft)) return;
  const kind = kinds[mountSource.type] as Kind<Type>;
  const index = draft.volumes.length;
  const own = kind.volume(mountSource.source);
  // A volume that is passed through may have its own name.
  const volume = { name: `mount${index}`, ...(kind.name === '' ? own : { [kind.name]: own }) };
  draft.volumes.push(volume);
  draft.volumeMounts.push({ name: volume.name, mountPath, ...(typeof readOnly === 'boolean' && { readOnly }) });
  const model = ['pod', 'volumes', index];
  const mounted = ['containers', CONTAINER, 'volumeMounts', index];
  draft.follow(path, model, mounted);
  draft.map([...path, 'mountPath'], [...mounted, 'mountPath']);
  if (typeof readOnly === 'boolean') draft.map([...path, 'readOnly'], [...mounted, 'readOnly']);
  draft.map(sourcePath, kind.name === '' ? model : [...model, kind.name]);
  for (const [key, inVolume] of Object.entries(kind.keys ?? {})) {
    draft.follow([...sourcePath, key], [...model, kind.name, inVolume]);
  }
}

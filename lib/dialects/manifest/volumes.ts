// volumes: Kubernetes' own volume sources with their mount in one entry, or "pvc://claim:/path[:ro]".
// https://kubernetes.io/docs/concepts/storage/volumes/
import type * as k8s from '../../kube/api/written';
import { toLabel1123 } from '../../kube/values/near-name';
import type { Path } from '../../report/problem';
import { isMap } from '../../shape/shape';
import type { Pruned } from '../draft';
import type { ManifestDraft } from './draft';
import type { ManifestVolume } from './schema';

type VolumeSource = Omit<k8s.Volume, 'name'>;
type SourceKey = Exclude<keyof ManifestVolume, 'name' | 'mountPath' | 'readOnly' | 'subPath'>;

/** Each kind of source: how its volumes' names begin, and the field that names what is mounted. */
const SOURCES: { readonly [Key in SourceKey]-?: readonly [prefix: string, field: string] } = {
  persistentVolumeClaim: ['pvc', 'claimName'],
  secret: ['secret', 'secretName'],
  configMap: ['configmap', 'name'],
  emptyDir: ['emptydir', ''],
  hostPath: ['host', 'path'],
  nfs: ['nfs', 'path'],
};

/** One entry of `volumes`. */
export function convertVolume(entry: Pruned<ManifestVolume> | string, path: Path, draft: ManifestDraft): void {
  if (typeof entry === 'string') return convertText(entry, path, draft);
  const { name, mountPath, readOnly, subPath } = entry;
  const kinds = (Object.keys(SOURCES) as SourceKey[]).filter(
    (key) => Object.hasOwn(entry, key) && entry[key] !== undefined,
  );
  const [kind, other] = kinds;
  const known = Object.keys(SOURCES).join(', ');
  if (kind === undefined) return draft.refuse('required', path, 'has no volume source', { hint: `One of ${known}` });
  if (other !== undefined) return draft.refuse('conflict', [...path, other], `is a second source beside ${kind}`);
  const source = { [kind]: entry[kind] } as VolumeSource;
  const volume = declare(name === '' ? undefined : name, kind, source, path, draft);
  mount(volume, { mountPath, readOnly, subPath: subPath === '' ? undefined : subPath }, path, draft);
}

const TEXT_FORM = /^pvc:\/\/([^:/?#]+):(\/[^:]*)(:ro)?$/;

function convertText(text: string, path: Path, draft: ManifestDraft): void {
  const [, claimName, mountPath, readOnly] = TEXT_FORM.exec(text) ?? [];
  if (claimName === undefined || mountPath === undefined) {
    draft.refuse('bad-format', path, 'expected "pvc://claim:/path", with ":ro" at the end to read only', {
      value: text,
    });
    return;
  }
  const volume = declare(undefined, 'persistentVolumeClaim', { persistentVolumeClaim: { claimName } }, path, draft);
  mount(volume, { mountPath, ...(readOnly !== undefined && { readOnly: true }) }, path, draft);
}

/** Declares a volume, or finds the one of the same name and source, and of the same claim. Returns its name. */
function declare(
  given: string | undefined,
  kind: SourceKey,
  source: VolumeSource,
  path: Path,
  draft: ManifestDraft,
): string {
  const wanted = given ?? nameFor(kind, source);
  const before = draft.volumes.get(wanted);
  if (before !== undefined && (given !== undefined || kind === 'persistentVolumeClaim')) {
    if (same(before, source)) return wanted;
    if (given !== undefined) {
      draft.refuse('duplicate', [...path, 'name'], 'names a volume that has another source', { value: given });
      return given;
    }
  }
  let name = wanted;
  for (let count = draft.sameName.get(wanted) ?? 2; draft.volumes.has(name); count++) {
    name = `${wanted}-${count}`;
    draft.sameName.set(wanted, count + 1);
  }
  draft.follow(path, ['pod', 'volumes', draft.volumes.size]);
  draft.volumes.set(name, { name, ...source });
  return name;
}

function nameFor(kind: SourceKey, source: VolumeSource): string {
  const [prefix, field] = SOURCES[kind];
  const value: unknown = source[kind];
  const named = isMap(value) && Object.hasOwn(value, field) ? value[field] : undefined;
  const name = typeof named === 'string' ? `${prefix}-${named}` : prefix;
  return toLabel1123(name) ?? name;
}

/** Whether a volume is of a source, field by field: sources are flat but for lists, which are then not the same. */
function same(volume: object, source: VolumeSource): boolean {
  const flat = (value: unknown): [string, unknown][] => (isMap(value) ? Object.entries(value) : []);
  return Object.entries(source).every(([kind, fields]) => {
    const other = new Map(flat((volume as Record<string, unknown>)[kind]));
    return other.size === flat(fields).length && flat(fields).every(([key, value]) => other.get(key) === value);
  });
}

interface Mount {
  readonly mountPath?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly subPath?: string | undefined;
}

function mount(name: string, { mountPath, readOnly, subPath }: Mount, path: Path, draft: ManifestDraft): void {
  if (mountPath === undefined) return;
  draft.map(path, draft.inContainer('volumeMounts', draft.volumeMounts.length));
  draft.volumeMounts.push({
    name,
    mountPath,
    ...(readOnly !== undefined && { readOnly }),
    ...(subPath !== undefined && { subPath }),
  });
}

/** A Secret that is mounted read-only, for `svc-account-secret`. */
export function mountSecret(secretName: string, mountPath: string, path: Path, draft: ManifestDraft): void {
  const name = declare(undefined, 'secret', { secret: { secretName } }, path, draft);
  mount(name, { mountPath, readOnly: true }, path, draft);
}

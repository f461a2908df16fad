// files: texts that stand as files in a container. KAM FileSpec; each is mounted at exactly its path with subPath, so that the other files of
// its folder stay visible. https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath
import { utf8Length } from '../../text/bytes';
import { didYouMean } from '../../report/suggest';
import type { KubeObject } from '../../kube/object';
import { at, type At, ROOT } from '../../report/place';
import { put } from '../../shape/maps';
import { sha256 } from '../../text/sha256';
import type { Container } from '../model/container';
import type { FileSpec } from '../model/file-spec';
import { type Context, derivedName } from './context';
import { metadataOf } from './metadata';
import { keyReference, type KeyReference } from './reference';
import { shortHash, type VolumeMount, type Volumes } from './volumes';

/** A ConfigMap holds this many bytes. https://kubernetes.io/docs/concepts/configuration/configmap/ */
const MOST_BYTES = 1_048_576;

/** What the files of one container become. */
export interface RenderedFiles {
  readonly mounts: readonly VolumeMount[];
  /** Data of the ConfigMap `<workload>-<container>-files`; undefined when no file has its text here. */
  readonly configMap: KubeObject | undefined;
}

interface Item {
  readonly key: string;
  readonly path: string;
  readonly mode?: number;
}

const ITEM_KEYS = { key: ['contentFrom'], path: [] };

/** The mounts of one container's `files`, and the ConfigMap with their texts. */
export function renderFiles(
  container: string,
  files: NonNullable<Container['files']>,
  place: At,
  volumes: Volumes,
  context: Context,
): RenderedFiles {
  const sources = new Map<
    string,
    { kind: 'configmap' | 'secret'; name: string; named: At; items: Item[]; files: [string, string][] }
  >();
  let data: Record<string, string> | undefined;
  const configMapName = `${context.name}-${container}-files`;
  for (const [path, file] of Object.entries(files)) {
    const where = at(place, path);
    checkPath(path, where, context);
    const key = keyOf(path);
    const mode = modeOf(file, at(where, 'mode'), context);
    const source = sourceOf(file, where, context, {
      kind: 'configmap',
      name: configMapName,
      key,
      named: derivedName(context, place),
    });
    if (source === undefined) continue;
    if (file.content !== undefined) put((data ??= {}), key, file.content);
    const id = `${source.kind}/${source.name}`;
    const group = sources.get(id) ?? { ...source, items: [], files: [] };
    sources.set(id, group);
    const item: Item = mode === undefined ? { key: source.key, path: key } : { key: source.key, path: key, mode };
    group.items.push(context.origins.keep(item, where, ITEM_KEYS));
    group.files.push([path, key]);
  }
  checkSize(files, place, context);
  const mounts: VolumeMount[] = [];
  for (const { kind, name, named, items, files: mounted } of sources.values()) {
    const isOwn = name === configMapName;
    const configMap = context.origins.keep({ name, items }, place, { name: named, items: [] });
    const source =
      kind === 'secret'
        ? { secret: context.origins.keep({ secretName: name, items }, place, { secretName: named, items: [] }) }
        : { configMap };
    const volume = volumes.add(
      isOwn ? `${container}-files` : `${container}-${kind}-${name}`,
      `files ${container} ${kind}/${name}`,
      source,
      place,
      '*',
    );
    for (const [mountPath, subPath] of mounted) {
      mounts.push(context.origins.keep({ name: volume, mountPath, subPath }, at(place, mountPath), '*'));
    }
  }
  return {
    mounts,
    configMap: data && configMapOf(configMapName, data, place, context),
  };
}

const configMapOf = (name: string, data: Record<string, string>, place: At, context: Context): KubeObject =>
  context.origins.keep(
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: context.origins.keep(metadataOf(name, context, context.labels), ROOT, {
        name: derivedName(context, place),
      }),
      data: context.origins.keep(data, place, '*'),
    },
    place,
  );

/** A digest of all texts: a changed file is a changed pod template, and so rolls the pods. */
export function filesChecksum(configMaps: readonly KubeObject[]): string {
  return sha256(JSON.stringify(configMaps.map(({ metadata, data }) => [metadata.name, data]))).slice(0, 16);
}

/** A ConfigMap key that stands for a path, readable and unique: `/etc/app/a.ini` → `etc_app_a.ini`. */
function keyOf(path: string): string {
  const plain = path.replace(/^\/+/, '');
  const key = plain.replace(/[^A-Za-z0-9.-]/g, '_');
  const isClear =
    key === plain.replaceAll('/', '_') && !plain.includes('_') && key.length <= 253 && !/^\.\.?$|^\.\.|^$/.test(key);
  return isClear ? key : `${key.replace(/^\.+/, '').slice(-200)}-${shortHash(path)}`;
}

function checkPath(path: string, place: At, context: Context): void {
  if (!path.startsWith('/')) {
    context.report.error(place, 'bad-path', 'a file is mounted at an absolute path', {
      value: path,
      hint: `Write "/${path}"`,
    });
  } else if (path.endsWith('/')) {
    context.report.error(place, 'bad-path', 'is a folder, not a file', {
      value: path,
      hint: 'Name the file, or mount a folder with `dirs`',
    });
  }
}

/** "0644" is octal, "420" and 420 are decimal. (KAM FileSpec.mode) */
function modeOf({ mode }: FileSpec, place: At, context: Context): number | undefined {
  if (mode === undefined) return undefined;
  const octal = typeof mode === 'string' && /^0[0-7]+$/.test(mode);
  const value = typeof mode === 'number' ? mode : /^[0-9]{1,9}$/.test(mode) ? parseInt(mode, octal ? 8 : 10) : NaN;
  if (
    Number.isInteger(value) &&
    value >= 0 &&
    value <= 0o777 &&
    (octal || typeof mode === 'number' || !/^0[0-9]/.test(mode))
  )
    return value;
  const digits = String(mode);
  const hint = /^0?o?[0-7]{3}$/i.test(digits) ? didYouMean(`0${digits.slice(-3)}`) : undefined;
  context.report.error(place, 'bad-mode', 'expected octal "0000" to "0777" or decimal 0 to 511', {
    value: mode,
    ...(hint && { hint }),
  });
  return undefined;
}

function sourceOf(file: FileSpec, place: At, context: Context, own: KeyReference) {
  if (file.contentFrom === undefined) return file.content === undefined ? undefined : own;
  const source = keyReference(file.contentFrom, at(place, 'contentFrom'), context);
  if (source === undefined) {
    context.report.error(
      at(place, 'contentFrom'),
      'bad-reference',
      'expected secret://<name>/<key> or configmap://<name>/<key>',
      {
        value: file.contentFrom,
      },
    );
  }
  return source === 'broken' ? undefined : source;
}

function checkSize(files: NonNullable<Container['files']>, place: At, context: Context): void {
  const bytesOf = (path: string): number => utf8Length(files[path]?.content ?? '');
  let total = 0;
  for (const path of Object.keys(files)) total += bytesOf(path);
  if (total <= MOST_BYTES) return;
  const sizes = Object.keys(files).map((path) => ({ path, bytes: bytesOf(path) }));
  const largest = sizes.sort((a, b) => b.bytes - a.bytes).slice(0, 5);
  const named = largest.map(({ path, bytes }) => `${path} ${bytes}`).join(', ');
  context.report.error(
    place,
    'too-large',
    `the files of a container go into one ConfigMap of at most ${MOST_BYTES} bytes; these are ${total}: ${named}`,
    {
      hint: 'Put large files into the image, or mount them with `dirs` from a volume',
    },
  );
}

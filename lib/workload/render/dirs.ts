// dirs: absolute path -> volume, by reference. KAM Container.dirs; https://kubernetes.io/docs/concepts/storage/volumes/
import { didYouMean } from '../../report/suggest';
import { at, type At } from '../../report/place';
import { nearest } from '../../report/suggest';
import type { Container } from '../model/container';
import type { Context } from './context';
import { parseReference, placeOfName, type Reference, resolveName, splitOnce } from './reference';
import type { Shared, Volume, VolumeMount, Volumes } from './volumes';

type Source = Omit<Volume, 'name'>;

interface Scheme {
  /** How the reference is written, for messages. */
  readonly form: string;
  /** Options that belong to the volume; those of the mount are allowed everywhere. */
  readonly options: readonly string[];
  /** The volume's source and a readable name; undefined when the reference lacks something. */
  readonly read: (reference: Reference, place: At, context: Context) => { name: string; source: Source } | undefined;
}

const MOUNT_OPTIONS = ['readOnly', 'subPath'];

const SCHEMES: Readonly<Record<string, Scheme>> = {
  secret: {
    form: 'secret://<name>',
    options: [],
    read: named((secretName, place, { origins }) => ({ secret: origins.keep({ secretName }, place, '*') })),
  },
  configmap: { form: 'configmap://<name>', options: [], read: named((name) => ({ configMap: { name } })) },
  pvc: { form: 'pvc://<claim>', options: [], read: named((claimName) => ({ persistentVolumeClaim: { claimName } })) },
  emptydir: {
    form: 'emptydir:// or emptydir://<name>',
    options: ['medium', 'sizeLimit'],
    read: ({ rest, options }) => {
      const emptyDir = Object.fromEntries(
        ['medium', 'sizeLimit'].flatMap((key) => (options.has(key) ? [[key, options.get(key)]] : [])),
      );
      return { name: rest, source: { emptyDir } };
    },
  },
  hostpath: {
    form: 'hostpath:///<path>',
    options: ['type'],
    read: ({ rest, options }) => {
      if (!rest.startsWith('/')) return undefined;
      const type = options.get('type');
      return {
        name: `host${rest.replaceAll('/', '-')}`,
        source: { hostPath: { path: rest, ...(type === undefined ? {} : { type }) } },
      };
    },
  },
  nfs: {
    form: 'nfs://<server>/<path>',
    options: [],
    read: ({ rest }) => {
      const [server, path] = splitOnce(rest, '/');
      if (server === '' || path === undefined) return undefined;
      return { name: `nfs-${server}-${path.replaceAll('/', '-')}`, source: { nfs: { server, path: `/${path}` } } };
    },
  },
};

function named(source: (name: string, place: At, context: Context) => Source): Scheme['read'] {
  return ({ scheme, rest }, place, context) => {
    if (rest === '' || rest.includes('/')) return undefined;
    const name = resolveName(scheme, rest, context);
    return { name: `${scheme}-${name}`, source: source(name, placeOfName(scheme, rest, place, context), context) };
  };
}

/** The mounts of one container's `dirs`; the volumes go to `volumes`. */
export function renderDirs(
  container: string,
  dirs: NonNullable<Container['dirs']>,
  place: At,
  volumes: Volumes,
  context: Context,
): VolumeMount[] {
  const mounts: VolumeMount[] = [];
  for (const [mountPath, text] of Object.entries(dirs)) {
    const where = at(place, mountPath);
    if (!mountPath.startsWith('/')) {
      context.report.error(where, 'bad-path', 'a folder is mounted at an absolute path', {
        value: mountPath,
        hint: `Write "/${mountPath}"`,
      });
    }
    const reference = readDir(text, where, context);
    if (reference === undefined) continue;
    const { scheme, volume, options } = reference;
    // An emptyDir without a name belongs to its mount alone; with a name it is shared by all who name it.
    const anonymous = scheme === 'emptydir' && volume.name === '';
    const wanted = anonymous
      ? `${container}${mountPath.replaceAll('/', '-')}`
      : scheme === 'emptydir'
        ? `empty-${volume.name}`
        : volume.name;
    if (scheme === 'emptydir' && !anonymous) checkShared({ ...volume, text }, where, volumes, context);
    const identity = JSON.stringify([anonymous ? [container, mountPath] : volume.name, volume.source]);
    const name = volumes.add(wanted, identity, volume.source, where, '*');
    const readOnly = options.get('readOnly');
    const subPath = options.get('subPath');
    const mount = {
      name,
      mountPath,
      ...(readOnly === 'true' && { readOnly: true }),
      ...(subPath !== undefined && { subPath }),
    };
    mounts.push(context.origins.keep(mount, where, '*'));
  }
  return mounts;
}

/** One folder has one size and one medium, whoever states them. */
function checkShared(shared: Shared, place: At, volumes: Volumes, { report }: Context): void {
  const first = volumes.firstOf(shared);
  if (JSON.stringify(first.source) === JSON.stringify(shared.source)) return;
  const message = `shares "${shared.name}" with another mount, which says "${first.text}"`;
  const hint = 'Write the same options in both, or give one of them another name';
  report.error(place, 'conflict', message, { value: shared.text, hint });
}

function readDir(text: string, place: At, context: Context) {
  const reference = parseReference(text, Object.keys(SCHEMES));
  const scheme = reference && SCHEMES[reference.scheme];
  if (reference === undefined || scheme === undefined) {
    const forms = Object.values(SCHEMES).map(({ form }) => form);
    const guess = nearest(splitOnce(text, '://')[0], Object.keys(SCHEMES));
    const hint = guess === undefined ? undefined : didYouMean(SCHEMES[guess]?.form);
    context.report.error(place, 'bad-reference', `expected a volume: ${forms.join(', ')}`, {
      value: text,
      ...(hint && { hint }),
    });
    return undefined;
  }
  const volume = scheme.read(reference, place, context);
  if (volume === undefined) {
    context.report.error(place, 'bad-reference', `expected ${scheme.form}`, { value: text });
    return undefined;
  }
  return checkOptions(reference, scheme, text, place, context)
    ? { scheme: reference.scheme, volume, options: reference.options }
    : undefined;
}

function checkOptions(
  { options, repeated }: Reference,
  scheme: Scheme,
  text: string,
  place: At,
  context: Context,
): boolean {
  const known = [...MOUNT_OPTIONS, ...scheme.options];
  let fine = repeated.length === 0;
  for (const key of repeated)
    context.report.error(place, 'duplicate', `the option "${key}" stands there twice`, { value: text });
  for (const [key, value] of options) {
    if (!known.includes(key)) {
      const guess = nearest(key, known);
      const hint = didYouMean(guess, `Options of ${scheme.form}: ${known.join(', ')}`);
      context.report.error(place, 'unknown-key', `"${key}" is no option of ${scheme.form}`, { value: text, hint });
      fine = false;
    } else if (key === 'readOnly' && value !== 'true' && value !== 'false') {
      context.report.error(place, 'not-one-of', 'readOnly is true or false', { value: text });
      fine = false;
    }
  }
  return fine;
}

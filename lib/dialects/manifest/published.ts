// published -> expose: one entry for every key says what becomes of it. spec: dialects.md, "published"
import type { Path } from '../../report/problem';
import type { Expose } from '../../workload/model/expose';
import type { Pruned } from '../draft';
import type { ManifestDraft } from './draft';
import type { ManifestPublished } from './schema';

type Key = keyof ManifestPublished;
type Value<K extends Key> = NonNullable<ManifestPublished[K]>;

interface Fate<K extends Key> {
  /** Where the key goes in `expose`. */
  readonly to: Path;
  readonly set: (expose: Partial<Expose>, value: Value<K>) => Partial<Expose>;
  /** What is taken when the key is not set: a value that is filled in, or words for what happens then. */
  readonly unset?: { readonly value: (draft: ManifestDraft) => Value<K> | undefined } | { readonly meaning: string };
  /** Only an Ingress's annotations can say it, and we know only those of ingress-nginx. */
  readonly annotation?: true;
}

const fates: { readonly [K in Key]-?: Fate<K> } = {
  access: { to: ['auth', 'group'], set: (expose, group) => ({ auth: { ...expose.auth, group } }) },
  prefix: { to: ['path'], set: (_, path) => ({ path }) },
  rewrite: {
    to: ['rewrite'],
    set: (_, rewrite) => ({ rewrite }),
    unset: { value: (draft) => (ofAnotherClass(draft) ? undefined : '/') },
    annotation: true,
  },
  timeout_ms: {
    to: ['timeout'],
    set: (_, timeout) => ({ timeout }),
    unset: { value: (draft) => (ofAnotherClass(draft) ? undefined : 6000) },
    annotation: true,
  },
  sticky_sessions: {
    to: ['sticky'],
    set: (_, sticky) => ({ sticky }),
    unset: { meaning: 'false' },
    annotation: true,
  },
  bypass_auth: {
    to: ['auth', 'bypass'],
    set: (expose, bypass) => ({ auth: { ...expose.auth, bypass } }),
    unset: { meaning: 'false: the route is guarded' },
  },
  displayed_name: {
    to: ['displayedName'],
    set: (_, displayedName) => ({ displayedName }),
    unset: { value: (draft) => draft.name },
  },
  icon: { to: ['icon'], set: (_, icon) => ({ icon }), unset: { value: () => 'import_contacts' } },
  visible: { to: ['visible'], set: (_, visible) => ({ visible }), unset: { value: () => true } },
};

export const PUBLISHED_KEYS = Object.keys(fates) as Key[];

/** Whether the target is an Ingress of another class than nginx: what annotations say is the controller's own there. */
const ofAnotherClass = ({ options: { expose } }: ManifestDraft): boolean =>
  expose?.ingress !== undefined && expose.ingress.className !== 'nginx';

/** Whether the target is an Ingress of another class than nginx, without its controller's own annotations. */
const cannotSay = (draft: ManifestDraft): boolean =>
  ofAnotherClass(draft) && Object.keys(draft.options.expose?.ingress?.annotations ?? {}).length === 0;

/** The route that a published service asks for; the caller's options say what it becomes. */
export function convertPublished(published: Pruned<ManifestPublished>, path: Path, draft: ManifestDraft): void {
  let expose: Partial<Expose> = {};
  const refused = (key: Key): boolean => draft.isWrong([...path, key]);
  draft.follow(path, ['expose']);
  draft.follow(['container-port'], ['expose', 'port']);
  for (const key of PUBLISHED_KEYS) {
    if (!refused(key))
      expose = { ...expose, ...convertKey(key, fates[key] as Fate<Key>, published[key] ?? undefined, expose, draft) };
  }
  if (published.prefix === undefined) {
    draft.refuse('required', [...path, 'prefix'], 'is required: the path prefix of the application', {
      hint: '"/app/"',
    });
  }
  if (published.access === undefined && published.bypass_auth !== true) {
    const hint = 'Or say "bypass_auth": true to open the application to everyone';
    draft.refuse('required', [...path, 'access'], 'is required: the group that may use the application', { hint });
  }
  draft.expose = { ...expose, ...draft.options.expose };
}

function convertKey(
  key: Key,
  { to, set, unset, annotation }: Fate<Key>,
  value: Value<Key> | undefined,
  expose: Partial<Expose>,
  draft: ManifestDraft,
): Partial<Expose> {
  const source = ['published', key];
  const model = ['expose', ...to];
  if (value !== undefined) {
    if (annotation === true && value !== false && cannotSay(draft)) {
      const { className } = draft.options.expose?.ingress ?? {};
      const whose = `an Ingress of ${className === undefined ? 'the default class' : `the class ${JSON.stringify(className)}`}`;
      const hint =
        "Give the controller's own annotations in the option manifest.expose.ingress.annotations, or leave it out";
      draft.lose(source, `${whose} cannot say this`, { value, hint });
      return {};
    }
    draft.map(source, model);
    return set(expose, value);
  }
  draft.follow(source, model);
  if (unset === undefined) return {};
  const filled = 'value' in unset ? unset.value(draft) : undefined;
  draft.fill(
    source,
    model,
    'meaning' in unset ? unset.meaning : filled === undefined ? "the controller's own" : String(filled),
  );
  return filled === undefined ? {} : set(expose, filled);
}

// Secret: sensitive data. KAM v1/workload/secret/secret.k; https://kubernetes.io/docs/concepts/configuration/secret/
import type { KubeObject } from '../../kube/object';
import { parseDuration } from '../../kube/values/duration';
import { dataKey, subdomain } from '../../kube/values/syntax';
import { at, type At, ROOT } from '../../report/place';
import type { Dict } from '../model/fields';
import type { ExternalSecret, SecretSpec } from '../model/secret';
import { type Context, derivedName } from './context';
import { metadataOf } from './metadata';
import { splitOnce } from './reference';

/** The Kubernetes type of each KAM type, and the keys that it must have (of `oneOf` at least one). */
const TYPES = {
  basic: { type: 'kubernetes.io/basic-auth', required: [], oneOf: ['username', 'password'] },
  token: { type: 'Opaque', required: ['token'], oneOf: [] },
  opaque: { type: 'Opaque', required: [], oneOf: [] },
  certificate: { type: 'kubernetes.io/tls', required: ['tls.crt', 'tls.key'], oneOf: [] },
} as const;

/** What the rendering of a Secret needs to know of its workload, which has no name for a Secret by itself. */
type SecretContext = Pick<Context, 'report' | 'origins' | 'labels' | 'namespace'> & {
  readonly name: string | undefined;
};

/** A v1 Secret, or an ExternalSecret for the type `external`. */
export function renderSecret(secret: SecretSpec, name: string, place: At, context: SecretContext): KubeObject {
  checkValues(secret, place, context);
  if (secret.type === 'external') return renderExternal(secret, name, place, context);
  const { type, data, immutable, params } = secret;
  const annotations =
    params && Object.fromEntries(Object.entries(params).map(([key, value]) => [`cdk8s-kam/param-${key}`, value]));
  const renames = Object.fromEntries(Object.keys(params ?? {}).map((key) => [`cdk8s-kam/param-${key}`, [key]]));
  const metadata = metadataOf(
    name,
    context,
    context.labels,
    annotations && context.origins.keep(annotations, at(place, 'params'), renames),
  );
  return context.origins.keep(
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: context.origins.keep(metadata, ROOT, { name: placeOfName(place, context) }),
      type: TYPES[type]?.type,
      ...(immutable !== undefined && { immutable }),
      ...(data !== undefined && { stringData: context.origins.keep({ ...(data as Dict<string>) }, at(place, 'data')) }),
    },
    place,
    { stringData: ['data'] },
  );
}

/** Where the name of a Secret was written. */
const placeOfName = (place: At, { name }: SecretContext): At =>
  name === undefined ? at(ROOT, 'name') : derivedName({ name }, place);

function checkValues(secret: SecretSpec, place: At, { report }: SecretContext): void {
  const data = at(place, 'data');
  const given: Dict<string | undefined> = secret.data ?? {};
  const has = (key: string): boolean => Object.hasOwn(given, key) && given[key] !== undefined;
  const hint =
    'Supply it, for example from an environment variable: process.env.MY_SECRET; for a random one, make it where secrets are kept and use type external';
  for (const key of Object.keys(given)) {
    if (!has(key)) report.error(at(data, key), 'required', 'has no value', { hint: `${hint} (is the variable set?)` });
  }
  if (secret.type === 'external' || TYPES[secret.type] === undefined) return;
  const { required, oneOf } = TYPES[secret.type];
  for (const key of required) {
    if (!Object.hasOwn(given, key))
      report.error(at(data, key), 'required', `a secret of type ${secret.type} needs "${key}"`, { hint });
  }
  if (oneOf.length > 0 && !oneOf.some((key) => Object.hasOwn(given, key))) {
    report.error(data, 'required', `a secret of type ${secret.type} needs ${oneOf.join(' or ')}`, { hint });
  }
}

/** What the operator's CRD demands, and the interval that its controller must be able to read. */
function checkExternal(
  { data = {}, params }: ExternalSecret,
  name: string | undefined,
  named: At,
  place: At,
  { report }: SecretContext,
): void {
  const check = (where: At, value: string | undefined, problemOf: (value: string) => string | undefined): void => {
    if (typeof value !== 'string') return;
    const problem = problemOf(value);
    if (problem !== undefined) report.error(where, value === '' ? 'required' : 'bad-name', problem, { value });
  };
  check(named, name, subdomain);
  check(at(at(place, 'params'), 'store'), params?.store, subdomain);
  for (const key of Object.keys(data)) check(at(at(place, 'data'), key), key, dataKey);
  for (const [key, reference] of Object.entries(data)) {
    if (typeof reference !== 'string') continue;
    if (remoteRef(reference) !== undefined) continue;
    const expected = 'expected a remote reference: path, path#property or ref://name/property?version=v';
    report.error(at(at(place, 'data'), key), 'bad-reference', expected);
  }
  const interval = params?.refreshInterval === undefined ? undefined : parseDuration(params.refreshInterval);
  if (interval !== undefined && 'problem' in interval) {
    report.error(at(at(place, 'params'), 'refreshInterval'), 'bad-format', interval.problem, {
      value: params.refreshInterval,
      ...(interval.hint !== undefined && { hint: interval.hint }),
    });
  }
}

/** KAM's own form: the last part of the path is the property, and all before it the name. */
const KAM_REF = /^ref:\/\/([^/?#]+(?:\/[^/?#]+)*?)(?:\/([^/?#]+))?(?:\?version=([^&#]+))?$/;

/** What `data` of an ExternalSecret says; undefined for a text that is no reference. */
function remoteRef(text: string): { key: string; property?: string; version?: string } | undefined {
  if (!text.startsWith('ref://')) {
    const [key, property] = splitOnce(text, '#');
    return key === '' || property === '' ? undefined : { key, ...(property !== undefined && { property }) };
  }
  const [, key, property, version] = KAM_REF.exec(text) ?? [];
  if (key === undefined) return undefined;
  return { key, ...(property !== undefined && { property }), ...(version !== undefined && { version }) };
}

/** https://external-secrets.io/latest/api/externalsecret/ */
function renderExternal(secret: ExternalSecret, name: string, place: At, context: SecretContext): KubeObject {
  const named = placeOfName(place, context);
  // What is wrong with the workload's own name is said there.
  checkExternal(secret, named === place || context.name === undefined ? name : undefined, named, place, context);
  const { data, params, immutable } = secret;
  const remote = Object.entries(data ?? {}).flatMap(([secretKey, reference]) => {
    if (typeof reference !== 'string') return [];
    const ref = remoteRef(reference) ?? { key: reference };
    return [context.origins.keep({ secretKey, remoteRef: ref }, at(at(place, 'data'), secretKey), '*')];
  });
  return context.origins.keep(
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: context.origins.keep(metadataOf(name, context, context.labels), ROOT, { name: named }),
      spec: context.origins.keep(
        {
          secretStoreRef: { name: params?.store, kind: params?.storeKind ?? 'SecretStore' },
          ...(params?.refreshInterval !== undefined && { refreshInterval: params.refreshInterval }),
          target: { name, ...(immutable !== undefined && { immutable }) },
          data: remote,
        },
        place,
        { secretStoreRef: ['params', 'store'], refreshInterval: ['params', 'refreshInterval'], target: [] },
      ),
    },
    place,
  );
}

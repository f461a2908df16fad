// Whether the API server would take an object: its shape, unknown fields and values at once, offline.
// https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
import { checkPlain, isPlainObject, kindOf } from '../report/data';
import { at, type At, ROOT } from '../report/place';
import type { Problem } from '../report/problem';
import { Report } from '../report/report';
import { nearest } from '../report/suggest';
import type { Types } from './api/types';
import { decode } from './decode';
import { checkDeployment } from './kinds/apps/deployment';
import { checkCronJob } from './kinds/batch/cron-job';
import { checkJob } from './kinds/batch/job';
import { checkConfigMap } from './kinds/core/config-map';
import { checkSecret } from './kinds/core/secret';
import { checkService } from './kinds/core/service';
import { checkIngress } from './kinds/networking/ingress';
import { reportMismatch } from './mismatch';
import { checkMetadata } from './rules/meta/metadata';
import { checkSize } from './size';

/** The rules of each kind that we know, its metadata included. */
const RULES = {
  Job: checkJob,
  CronJob: checkCronJob,
  Deployment: checkDeployment,
  Service: checkService,
  Secret: checkSecret,
  ConfigMap: checkConfigMap,
  Ingress: checkIngress,
} satisfies { readonly [Kind in keyof Types]?: (object: Types[Kind], place: At, report: Report) => void };

/** A kind whose rules we know. */
type KnownKind = keyof typeof RULES;

/** The version in which the server serves each of them. */
const VERSIONS: Readonly<Record<KnownKind, string>> = {
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Deployment: 'apps/v1',
  Service: 'v1',
  Secret: 'v1',
  ConfigMap: 'v1',
  Ingress: 'networking.k8s.io/v1',
};

/** Whether all rules of an object's kind are known; of any other kind only the metadata is checked. */
export const isKnownKind = ({ apiVersion, kind }: Record<string, unknown>): boolean =>
  typeof kind === 'string' && Object.hasOwn(VERSIONS, kind) && VERSIONS[kind as KnownKind] === apiVersion;

/** The other kinds of the groups that these belong to. */
const OTHER_KINDS: Readonly<Record<string, readonly string[]>> = {
  v1: [
    'Binding',
    'ComponentStatus',
    'Endpoints',
    'Event',
    'LimitRange',
    'List',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PersistentVolumeClaim',
    'Pod',
    'PodTemplate',
    'ReplicationController',
    'ResourceQuota',
    'ServiceAccount',
  ],
  'apps/v1': ['ControllerRevision', 'DaemonSet', 'ReplicaSet', 'StatefulSet'],
  'batch/v1': [],
  'networking.k8s.io/v1': ['IngressClass', 'NetworkPolicy'],
};

/** The groups of Kubernetes in which older versions of our kinds have been served. */
const OLD_GROUPS = ['apps', 'batch', 'extensions', 'networking.k8s.io'];

/** An object as far as it could be read. */
export interface Checked {
  /** Everything found in the object itself. */
  readonly report: Report;
  /** Set when a getter or proxy threw, so that nobody should look at the object again. */
  readonly unreadable?: true;
  /** The kind, if its rules are known, and the object decoded as that kind. */
  readonly decoded?: { readonly [Kind in KnownKind]: { readonly kind: Kind; readonly object: Types[Kind] } }[KnownKind];
}

/**
 * Finds everything for which a Kubernetes 1.28 API server would refuse an object, and warns of what it takes with a surprise.
 * An object of a kind that we do not know has only its metadata checked. Never throws for any value.
 *
 * @param object - One manifest as plain data; not a List.
 * @returns Errors and warnings, first those of shape, then those of values; empty when there is nothing to say.
 */
export function validateManifest(object: unknown): Problem[] {
  return checkManifest(object).report.problems;
}

/** As {@link validateManifest}, with the object as it was read. */
export function checkManifest(object: unknown): Checked {
  try {
    return check(object);
  } catch {
    const report = new Report();
    report.shape(ROOT, 'not-data', 'cannot be read: a getter or proxy in it throws', {
      hint: 'give plain data, such as JSON.parse makes',
    });
    return { report, unreadable: true };
  }
}

function check(object: unknown): Checked {
  const kind = isPlainObject(object) ? object.kind : undefined;
  // A Secret under a misspelt kind is still a secret.
  const report = new Report(typeof kind === 'string' && /secret/i.test(kind));
  if (!isPlainObject(object)) {
    report.shape(ROOT, 'wrong-type', `a Kubernetes object must be a map, not ${kindOf(object)}`);
    return { report };
  }
  if (!checkSize(object, report)) return { report };
  const known = findKind(object, report);
  if (known === undefined) {
    checkUnknown(object, report);
    return { report };
  }
  return { report, decoded: applyRules(known, object, report) };
}

function applyRules<Kind extends KnownKind>(
  kind: Kind,
  object: unknown,
  report: Report,
): NonNullable<Checked['decoded']> {
  const decoded = decode(kind, object, report);
  const rules = RULES[kind] as (object: Types[Kind], place: At, report: Report) => void;
  rules(decoded, ROOT, report);
  return { kind, object: decoded } as unknown as NonNullable<Checked['decoded']>;
}

/** An object of another kind: what no manifest can hold, and the metadata, which all kinds share. */
function checkUnknown(object: Record<string, unknown>, report: Report): void {
  const place = at(ROOT, 'metadata');
  for (const key of Object.keys(object)) {
    if (key !== 'metadata' && object[key] !== undefined) checkPlain(object[key], at(ROOT, key), report);
  }
  const { metadata } = object;
  checkMetadata(
    metadata === undefined || metadata === null ? undefined : decode('ObjectMeta', metadata, report, place),
    place,
    report,
  );
}

/** The kind as which the object is to be checked; says what is wrong with `apiVersion` and `kind`. */
function findKind(object: Record<string, unknown>, report: Report): KnownKind | undefined {
  const { apiVersion, kind } = object;
  const version = readWord(apiVersion, 'apiVersion', report);
  const name = readWord(kind, 'kind', report);
  if (name === undefined) return undefined;
  const known = Object.hasOwn(RULES, name) ? (name as KnownKind) : undefined;
  if (version === undefined) return known;
  if (known !== undefined) return VERSIONS[known] === version ? known : misplaced(known, version, report);
  return Object.hasOwn(OTHER_KINDS, version) ? misspelt(name, version, report) : undefined;
}

/** `apiVersion` or `kind`; undefined when it is missing or no string, which has then been reported. */
function readWord(value: unknown, field: string, report: Report): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  const place = at(ROOT, field);
  if (value === undefined || value === null || value === '') report.error(place, 'required', 'is required');
  else reportMismatch('string', value, place, report);
  return undefined;
}

/** One of our kinds in a version that the server does not serve; in a group that is not Kubernetes' own it is another kind. */
function misplaced(kind: KnownKind, version: string, report: Report): KnownKind | undefined {
  const slash = version.indexOf('/');
  const group = slash < 0 ? '' : version.slice(0, slash);
  if (slash >= 0 && !OLD_GROUPS.includes(group)) return undefined;
  const right = VERSIONS[kind];
  const message = `Kubernetes 1.28 serves no ${kind} in ${version}`;
  report.error(at(ROOT, 'apiVersion'), 'unknown-kind', message, { value: version, hint: `write ${right}` });
  // A removed version had other fields; anything else is a slip, and the rest can be checked.
  return /(?:alpha|beta)\d+$/.test(version) ? undefined : kind;
}

/** A kind that the group does not have. */
function misspelt(name: string, version: string, report: Report): KnownKind | undefined {
  const others = OTHER_KINDS[version] as readonly string[];
  if (others.includes(name) || isList(name, version)) return undefined;
  const ours = Object.entries(VERSIONS).flatMap(([kind, served]) => (served === version ? [kind] : []));
  const meant = nearest(name, [...ours, ...others]) ?? nearest(name, Object.keys(VERSIONS));
  const hint = meant === undefined ? undefined : `did you mean ${meant}?`;
  report.error(at(ROOT, 'kind'), 'unknown-kind', `Kubernetes 1.28 has no such kind in ${version}`, {
    value: name,
    hint,
  });
  return meant !== undefined && ours.includes(meant) ? (meant as KnownKind) : undefined;
}

const isList = (name: string, version: string): boolean =>
  name.endsWith('List') &&
  (OTHER_KINDS[version]?.includes(name.slice(0, -4)) || VERSIONS[name.slice(0, -4) as KnownKind] === version);

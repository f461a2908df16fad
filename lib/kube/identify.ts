// As which kind an object is read, and what is wrong with its `apiVersion` and `kind`: a misspelt kind, one of another group, a version
// that is gone, not there yet, or there only where somebody has switched it on.
// https://kubernetes.io/docs/reference/using-api/api-concepts/
import { at, type At, ROOT } from '../report/place';
import type { Report } from '../report/report';
import { certain, nearest } from '../report/suggest';
import { ALL } from './api/minors';
import { type Kind, kindOf, kinds } from './kinds';
import { removedIn } from './kinds/removed';
import { reportMismatch } from './mismatch';

/** Groups under this domain are Kubernetes' own or made by its people. */
const OWN_DOMAIN = '.k8s.io';
const API_VERSION = at(ROOT, 'apiVersion');
const KIND = at(ROOT, 'kind');

/** The kind as which the object is to be checked; undefined for one that is none of Kubernetes' own, which may be a custom resource. */
export function identify(object: Record<string, unknown>, report: Report): Kind | undefined {
  const apiVersion = readWord(object.apiVersion, API_VERSION, report, () => versionOf(object.kind));
  const name = readWord(object.kind, KIND, report);
  if (name === undefined) return undefined;
  if (apiVersion === undefined) return best(kindsNamed(name));
  const kind = kindOf(apiVersion, name);
  if (kind !== undefined) return checkServed(kind, report);
  return isList(apiVersion, name) ? undefined : unknownKind(apiVersion, name, report);
}

/** `apiVersion` or `kind`; undefined when it is missing or no string, which has then been reported. */
function readWord(value: unknown, place: At, report: Report, hint?: () => string | undefined): string | undefined {
  if (typeof value === 'string' && value !== '') return value;
  if (value === undefined || value === null || value === '')
    report.error(place, 'required', 'is required', { hint: hint?.() });
  else reportMismatch('string', value, place, report);
  return undefined;
}

/** What to write where a kind stands without its version. */
function versionOf(name: unknown): string | undefined {
  const kind = typeof name === 'string' ? best(kindsNamed(name)) : undefined;
  return kind && `write ${kind.apiVersion}`;
}

/** A kind that some servers do not have. */
function checkServed(kind: Kind, report: Report): Kind {
  const { apiVersion, minors } = kind;
  if (minors === ALL) return kind;
  const instead = best(kindsNamed(kind.kind).filter((other) => groupOf(other.apiVersion) === groupOf(apiVersion)));
  const hint = instead === undefined || instead.apiVersion === apiVersion ? undefined : `write ${instead.apiVersion}`;
  const gone = removedIn(apiVersion, kind.kind);
  const refuse = (where: number, why: string): void => {
    const message = (which: string): string => `${which} serves no ${kind.kind} in ${apiVersion}${why}`;
    report.error(API_VERSION, 'unknown-kind', message, { value: apiVersion, hint, where });
  };
  refuse(ALL & ~minors & ~kind.off, gone === undefined ? '' : `, which is gone since ${gone}`);
  refuse(kind.off, ' unless it is switched on there');
  report.refuse(ALL & ~minors);
  return kind;
}

/** No server that we know has this kind in this version. */
function unknownKind(apiVersion: string, name: string, report: Report): Kind | undefined {
  const group = groupOf(apiVersion);
  const same = kindsNamed(name);
  const here = same.filter((kind) => groupOf(kind.apiVersion) === group);
  const isOwn = groups().has(group) || group === 'extensions';
  if (!isOwn && !isSlip(group, same)) return undefined;
  // The kind is there in another version of the group, or in another group.
  const meant = best(here.length > 0 ? here : same);
  if (meant !== undefined) return misplaced(meant, apiVersion, report);
  const gone = removedIn(apiVersion, name);
  if (gone !== undefined) {
    const message = `Kubernetes serves no ${name} since ${gone}, and nothing in its place`;
    report.error(KIND, 'unknown-kind', message, { value: name });
    return undefined;
  }
  return misspelt(apiVersion, name, report);
}

/** A kind in a version that is not served. */
function misplaced(kind: Kind, apiVersion: string, report: Report): Kind | undefined {
  const gone = removedIn(apiVersion, kind.kind);
  const message = `Kubernetes serves no ${kind.kind} in ${apiVersion}${gone === undefined ? '' : ` since ${gone}`}`;
  const details = { value: apiVersion, hint: `write ${kind.apiVersion}` };
  report.error(API_VERSION, 'unknown-kind', message, details);
  // A removed version had other fields; anything else is a slip, and the rest can be checked.
  return /(?:alpha|beta)\d+$/.test(apiVersion) ? undefined : kind;
}

/** A kind that no group has. */
function misspelt(apiVersion: string, name: string, report: Report): Kind | undefined {
  const inVersion = kinds().filter((kind) => kind.apiVersion === apiVersion);
  const near = nearest(
    name,
    inVersion.map(({ kind }) => kind),
  );
  const elsewhere = near ?? nearest(name, new Set(kinds().map(({ kind }) => kind)));
  const meant = near === undefined ? best(kindsNamed(elsewhere ?? '')) : kindOf(apiVersion, near);
  const hint =
    meant === undefined
      ? undefined
      : `Did you mean "${meant.kind}"${meant.apiVersion === apiVersion ? '' : ` of ${meant.apiVersion}`}?`;
  const only = certain(
    name,
    inVersion.map(({ kind }) => kind),
  );
  const fix = only === undefined ? undefined : { value: only };
  report.error(KIND, 'unknown-kind', `Kubernetes has no such kind in ${apiVersion}`, { value: name, hint, fix });
  return near === undefined ? undefined : meant;
}

const groupOf = (apiVersion: string): string => apiVersion.slice(0, Math.max(0, apiVersion.indexOf('/')));

const groups = (): ReadonlySet<string> => new Set(kinds().map(({ apiVersion }) => groupOf(apiVersion)));

const kindsNamed = (name: string): Kind[] => kinds().filter(({ kind }) => kind === name);

/** Of versions of a kind the one to write: served by most servers, the newest of the newest ones last. */
const best = (candidates: readonly Kind[]): Kind | undefined =>
  candidates.reduce<Kind | undefined>(
    (found, kind) => (found === undefined || weight(kind) >= weight(found) ? kind : found),
    undefined,
  );

/** Servers of today count more than those of yesterday, and the core group (Event) more than another. */
const weight = ({ minors, apiVersion }: Kind): number => minors * 2 + (apiVersion.includes('/') ? 0 : 1);

/**
 * Whether a group that Kubernetes does not have is one of its own, misspelt: custom resources are in groups with a dot, and the domain k8s.io
 * belongs to Kubernetes.
 */
function isSlip(group: string, same: readonly Kind[]): boolean {
  if (!group.includes('.')) return true;
  if (!group.endsWith(OWN_DOMAIN)) return false;
  const meant = nearest(group, groups());
  return same.some(({ apiVersion }) => groupOf(apiVersion) === meant);
}

/** A list of objects of a kind, such as `DeploymentList`, or of any. */
const isList = (apiVersion: string, name: string): boolean =>
  name.endsWith('List') && (name === 'List' || kindOf(apiVersion, name.slice(0, -4)) !== undefined);

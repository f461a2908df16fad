// ObjectMeta: the name, namespace, labels and annotations that all kinds share.
// https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { ObjectMeta, OwnerReference } from '../../api/types';
import { toSubdomain } from '../../values/near-name';
import { annotationKey, labelValue, misspeltBy, qualifiedName, subdomain } from '../../values/syntax';
import { checkLabel1123, checkNotNegative, checkRequired, checkSpellings, checkUnique, ofKey } from '../checks';

type Labels = Readonly<Record<string, string>>;

/** How objects of a kind are named, and a valid name near a wrong one. */
export interface NameRule {
  readonly problemOf: (name: string) => string | undefined;
  /** Where a name must be shorter than its spelling allows. */
  readonly longest?: { readonly most: number; readonly why: string };
  /** What holds beside it for some servers. */
  readonly some?: { readonly problemOf: (name: string) => string | undefined; readonly where: number };
  /** What holds for `generateName` even beside a name, where it is less. */
  readonly prefixProblemOf?: (prefix: string) => string | undefined;
  readonly suggest?: (name: string) => string | undefined;
  /** Finalizers need no domain: nobody compares them with those that the server has itself. */
  readonly anyFinalizer?: true;
  /** The server makes up a name where there is none. */
  readonly optional?: true;
}

/** The rule of most kinds: a DNS name of at most 253 characters. */
export const SUBDOMAIN_NAME: NameRule = { problemOf: subdomain, suggest: toSubdomain };

/** The rule where any name is good that fits into a URL. */
export const PATH_NAME: NameRule = {
  problemOf: pathSegment,
  prefixProblemOf: (prefix) => (/^\.\.?$/.test(prefix) ? undefined : pathSegment(prefix)),
};

/** The rule of a kind that we do not know. Not every such kind has a name at all. */
const ANY_NAME: NameRule = { ...PATH_NAME, anyFinalizer: true };

const NOTHING = { problemOf: (): undefined => undefined, where: 0 };

const ANNOTATIONS_LIMIT = 262_144;
/** What the server keeps of `generateName`, before it adds five letters and digits. */
const GENERATED_BASE = 58;
const SET_BY_SERVER = [
  'uid',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
] as const;
const STANDARD_FINALIZERS = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** @param rule - How the kind is named; without it (a kind that we do not know) a name need not be there. */
export function checkMetadata(metadata: ObjectMeta | undefined, place: At, report: Report, rule?: NameRule): void {
  const { labels, annotations, namespace, ownerReferences, finalizers } = metadata ?? {};
  checkName(metadata, place, report, rule);
  if (namespace) checkLabel1123(namespace, at(place, 'namespace'), report);
  checkLabels(labels, at(place, 'labels'), report);
  checkAnnotations(annotations, at(place, 'annotations'), report);
  if (ownerReferences !== undefined) checkOwners(ownerReferences, at(place, 'ownerReferences'), report);
  if (finalizers !== undefined)
    checkFinalizers(finalizers, at(place, 'finalizers'), report, (rule ?? ANY_NAME).anyFinalizer);
  checkResourceVersion(metadata?.resourceVersion, place, report);
  for (const field of SET_BY_SERVER) {
    if (!metadata?.[field]) continue;
    report.warning(at(place, field), 'dropped', 'is set by the server, which drops what is stated here');
  }
}

/** The name under which the object will be known; a generated one has five letters in place of the random ones. */
export function nameOf(metadata: ObjectMeta | undefined): string {
  const { name, generateName } = metadata ?? {};
  if (name) return name;
  return generateName ? `${generateName.slice(0, GENERATED_BASE)}bbbbb` : '';
}

function checkName(metadata: ObjectMeta | undefined, place: At, report: Report, rule: NameRule = ANY_NAME): void {
  const { name, generateName } = metadata ?? {};
  const { problemOf, suggest, some = NOTHING } = rule;
  if (generateName) {
    const prefix = withoutTrailingHyphen(generateName);
    const generated = name ? undefined : nameOf({ generateName });
    const problemBy = (of: NameRule['problemOf']): string | undefined =>
      (rule.prefixProblemOf ?? of)(prefix) ??
      (generated === undefined ? undefined : (of(generated) ?? tooLong(generated, rule)));
    const [problem, partly] = [problemBy(problemOf), problemBy(some.problemOf)];
    if (problem !== undefined) {
      report.error(at(place, 'generateName'), 'bad-name', problem, { value: generateName });
    } else if (partly !== undefined) {
      report.error(at(place, 'generateName'), 'bad-name', partly, { value: generateName, where: some.where });
    } else if (!name) {
      const message = 'is refused by `kubectl apply`, which needs a name; `kubectl create` takes it';
      report.warning(at(place, 'generateName'), 'refused-later', message, { value: generateName });
    }
  } else if (rule.optional) {
    const message = 'is missing, so the server makes up a name; `kubectl apply` needs one';
    if (!name) report.warning(at(place, 'name'), 'refused-later', message);
  } else if (rule !== ANY_NAME) {
    checkRequired(name, at(place, 'name'), report);
  }
  if (!name) return;
  checkSpellings(name, problemOf, some, at(place, 'name'), report, suggest);
  const long = tooLong(name, rule);
  if (long === undefined) return;
  const misspelt = { characters: 0, most: rule.longest!.most };
  report.error(at(place, 'name'), 'bad-name', long, { value: name, misspelt });
}

function tooLong(name: string, { longest }: NameRule): string | undefined {
  if (longest === undefined || name.length <= longest.most) return undefined;
  return `must be at most ${longest.most} characters, ${longest.why} (has ${utf8Length(name)})`;
}

/** The server looks at a prefix that ends in a hyphen as if one letter stood for its last two characters. */
export function withoutTrailingHyphen(prefix: string): string {
  // It counts bytes: half of a longer character stays and is wrong.
  return /[\0-\x7f]-$/.test(prefix) ? `${prefix.slice(0, -2)}a` : prefix;
}

/** A part of a URL path: the names of custom resources and the kinds in references. */
export function pathSegment(name: string): string | undefined {
  if (name === '.' || name === '..') return `must not be "${name}"`;
  const found = ['/', '%'].find((character) => name.includes(character));
  return found === undefined ? undefined : `must not contain "${found}"`;
}

/** The keys and values of labels; also of selectors that are plain maps. */
export function checkLabels(labels: Labels | undefined, place: At, report: Report): void {
  if (labels === undefined) return;
  for (const key of Object.keys(labels)) {
    const keyProblem = qualifiedName(key);
    if (keyProblem !== undefined) report.error(at(place, key), 'bad-name', ofKey(keyProblem));
    const value = labels[key] as string;
    const problem = labelValue(value);
    if (problem === undefined) continue;
    report.error(at(place, key), 'bad-name', problem, { value, misspelt: misspeltBy(labelValue, value) });
  }
}

export function checkAnnotations(annotations: Labels | undefined, place: At, report: Report): void {
  if (annotations === undefined) return;
  let bytes = 0;
  for (const key of Object.keys(annotations)) {
    const problem = annotationKey(key);
    if (problem !== undefined) report.error(at(place, key), 'bad-name', ofKey(problem));
    bytes += utf8Length(key) + utf8Length(annotations[key] as string);
  }
  if (bytes > ANNOTATIONS_LIMIT) {
    report.error(
      place,
      'too-long',
      `keys and values must have at most ${ANNOTATIONS_LIMIT} bytes together, not ${bytes}`,
    );
  }
}

/** A name of something that must happen before an object is gone. */
export function checkFinalizer(finalizer: string, place: At, report: Report, any = false): void {
  const problem = qualifiedName(finalizer);
  if (problem !== undefined) {
    report.error(place, 'bad-name', problem, { value: finalizer });
  } else if (!any && !finalizer.includes('/') && !STANDARD_FINALIZERS.includes(finalizer)) {
    const message = `must have a domain, as in example.com/name, or be one of ${STANDARD_FINALIZERS.join(', ')}`;
    report.error(place, 'bad-name', message, { value: finalizer });
  }
}

function checkFinalizers(finalizers: readonly string[], place: At, report: Report, any: boolean | undefined): void {
  finalizers.forEach((finalizer, index) => checkFinalizer(finalizer, at(place, index), report, any));
  checkUnique(finalizers, String, (index, value, first) => {
    const message = `finalizers[${first}] is the same; server-side apply refuses the repetition`;
    report.warning(at(place, index), 'duplicate', message, { value });
  });
  if (finalizers.includes('orphan') && finalizers.includes('foregroundDeletion')) {
    report.error(place, 'conflict', 'orphan and foregroundDeletion exclude each other');
  }
}

function checkOwners(owners: readonly OwnerReference[], place: At, report: Report): void {
  let controller: number | undefined;
  checkUnique(
    owners,
    ({ uid }) => uid || undefined,
    (index, value, first) => {
      const message = `ownerReferences[${first}] has the same uid; server-side apply refuses the repetition`;
      report.warning(at(at(place, index), 'uid'), 'duplicate', message, { value });
    },
  );
  const seen = new Set<string>();
  owners.forEach((owner, index) => {
    const here = at(place, index);
    const { apiVersion = '', kind, name, uid, controller: controls, blockOwnerDeletion } = owner;
    // The server drops an owner that is the same in every field as one before it.
    const id = JSON.stringify([apiVersion, kind ?? '', name ?? '', uid ?? '', controls, blockOwnerDeletion]);
    if (seen.has(id)) return;
    seen.add(id);
    const parts = apiVersion.split('/');
    if (parts.length > 2 || parts.at(-1) === '') {
      report.error(at(here, 'apiVersion'), 'required', 'must be a version, with its group if it has one: apps/v1', {
        value: apiVersion,
      });
    }
    checkRequired(kind, at(here, 'kind'), report);
    checkRequired(name, at(here, 'name'), report);
    checkRequired(uid, at(here, 'uid'), report);
    if (kind === 'Event' && (apiVersion === 'v1' || apiVersion === '/v1')) {
      report.error(at(here, 'kind'), 'forbidden', 'an Event may not own anything');
    }
    if (controls !== true) return;
    if (controller === undefined) controller = index;
    else
      report.error(
        at(here, 'controller'),
        'duplicate',
        `only one owner may be the controller, and owner ${controller} is`,
      );
  });
}

function checkResourceVersion(version: string | undefined, place: At, report: Report): void {
  // What is no 64-bit number above 0 is no version, and overwritten.
  if (version === undefined || !/^0*[1-9][0-9]{0,19}$/.test(version) || BigInt(version) >= 2n ** 64n) return;
  report.error(at(place, 'resourceVersion'), 'forbidden', 'must not be set on an object that is created', {
    hint: 'leave it out: the server counts versions itself',
  });
}

/** For the kinds whose generations the server does not count itself. */
export function checkGeneration(metadata: ObjectMeta | undefined, place: At, report: Report, where?: number): void {
  checkNotNegative(metadata?.generation, at(at(place, 'metadata'), 'generation'), report, where);
}

/** What is stated as `status` never reaches the server's object. `kubectl create -o yaml` states an empty one, which is no loss. */
export function warnOfStatus(status: object | undefined, place: At, report: Report): void {
  const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(value ?? {}).length === 0;
  if (status === undefined || Object.values(status).every(isEmpty)) return;
  report.warning(at(place, 'status'), 'dropped', 'is written by the cluster; the server drops what is stated here');
}

/** Workloads whose name becomes the host name of their pods. */
export function warnOfHostName(metadata: ObjectMeta | undefined, place: At, report: Report): void {
  const name = nameOf(metadata);
  if (name === '' || subdomain(name) !== undefined || (!name.includes('.') && name.length <= 63)) return;
  const field = metadata?.name ? 'name' : 'generateName';
  const what = name.includes('.') ? 'has dots' : 'is longer than 63 characters';
  const message = `${what}, so the pods, which are named after it, get a surprising host name`;
  report.warning(at(place, field), 'suspicious', message, { value: metadata?.[field] });
}

// Whether the API server would take an object: its shape, unknown fields and values at once, offline.
// https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
import { checkPlain, isPlainObject, kindOf } from '../report/data';
import { at, ROOT } from '../report/place';
import type { Problem } from '../report/problem';
import { Report } from '../report/report';
import type { ObjectMeta } from './api/types';
import { decode } from './decode';
import { identify } from './identify';
import { asAsked, checkIgnored } from './ignored';
import { type Decoded, type Kind, kindOf as knownKind } from './kinds';
import { checkMetadata } from './rules/meta/metadata';
import { type Server, serverOf } from './server';
import { checkSize } from './size';

/** Whether all rules of an object's kind are known; of any other kind shape, scope and metadata are checked. */
export const isKnownKind = ({ apiVersion, kind }: Record<string, unknown>): boolean =>
  knownKind(apiVersion, kind)?.check !== undefined;

/** Whether a server of some minor has the kind of itself, so that its shape is known. */
export const isServed = ({ apiVersion, kind }: Record<string, unknown>): boolean =>
  knownKind(apiVersion, kind) !== undefined;

/** An object as far as it could be read. */
export interface Checked {
  /** Everything found in the object itself. */
  readonly report: Report;
  /** Set when a getter or proxy threw, so that nobody should look at the object again. */
  readonly unreadable?: true;
  /** The object as one of its kind, if that is one of Kubernetes' own. */
  readonly decoded?: Decoded;
}

/** What objects are checked against. */
export interface CheckOptions {
  /**
   * The API servers that are to take them: a minor (`1.34`) or a range of minors (`1.30-1.34`, `>=1.32`). Default: all that are known, where
   * what only some of them refuse is a warning that says which.
   */
  readonly kubernetes?: string;
}

/**
 * Finds everything for which the API server would refuse an object, and warns of what it takes with a surprise. Of kinds whose rules are not
 * known yet, shape and metadata are checked; of custom resources the metadata. Never throws for any object. What the object's annotation
 * `cdk8s-kam/ignore` names are notes that say what they were (`ignored`).
 *
 * @param object - One manifest as plain data; not a List.
 * @param options - By which servers it is judged. A wrong `kubernetes` is thrown as a `ProblemError`.
 * @returns Errors and warnings, first those of shape, then those of values; empty when there is nothing to say.
 */
export function validateManifest(object: unknown, options: CheckOptions = {}): Problem[] {
  return asAsked(checkManifest(object, reportsFor(serverOf(options.kubernetes))).report.problems, object);
}

/** Begins the report of an object, which is told whether that is a Secret. */
export type BeginReport = (secret: boolean) => Report;

/** Each object by itself, judged by these servers. */
export const reportsFor =
  (server: Server): BeginReport =>
  (secret) =>
    new Report(secret, undefined, server);

/** As {@link validateManifest}, with the object as it was read. */
export function checkManifest(object: unknown, begin: BeginReport): Checked {
  try {
    return check(object, begin);
  } catch {
    const report = begin(false);
    report.shape(ROOT, 'not-data', 'cannot be read: a getter or proxy in it throws', {
      hint: 'give plain data, such as JSON.parse makes',
    });
    return { report, unreadable: true };
  }
}

function check(object: unknown, begin: BeginReport): Checked {
  const name = isPlainObject(object) ? object.kind : undefined;
  // A Secret under a misspelt kind is still a secret, and so is a token.
  const report = begin(typeof name === 'string' && /secret|tokenreview/i.test(name));
  if (!isPlainObject(object)) {
    report.shape(ROOT, 'wrong-type', `a Kubernetes object must be a map, not ${kindOf(object)}`);
    return { report };
  }
  if (!checkSize(object, report)) return { report };
  checkIgnored(object, report);
  const kind = identify(object, report);
  if (kind !== undefined) return { report, decoded: checkAs(kind, object, report) };
  checkUnknown(object, report);
  return { report };
}

function checkAs(kind: Kind, object: unknown, report: Report): Decoded {
  const decoded = decode(kind.type as 'Pod', object, report);
  if (!kind.namespaced && decoded.metadata?.namespace) {
    const here = at(METADATA, 'namespace');
    const message = `is dropped: there is one ${kind.kind} of a name for the whole cluster`;
    report.warning(here, 'dropped', message, { value: decoded.metadata.namespace });
    // Whatever it says: the server looks at the rest.
    report.silence(here);
  }
  if (kind.check !== undefined) kind.check(decoded as never, ROOT, report);
  else checkMetadata(decoded.metadata, METADATA, report);
  return { kind, object: decoded };
}

const METADATA = at(ROOT, 'metadata');

/** An object of another kind: what no manifest can hold, and the metadata, which all kinds share. */
function checkUnknown(object: Record<string, unknown>, report: Report): void {
  for (const key of Object.keys(object)) {
    if (key !== 'metadata' && object[key] !== undefined) checkPlain(object[key], at(ROOT, key), report);
  }
  const { metadata } = object;
  const decoded: ObjectMeta | undefined =
    metadata === undefined || metadata === null ? undefined : decode('ObjectMeta', metadata, report, METADATA);
  checkMetadata(decoded, METADATA, report);
}

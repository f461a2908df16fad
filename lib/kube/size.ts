// How large an object is as JSON, and what its size leads to: the API server takes 3 MiB, etcd 1.5 MiB, and `kubectl apply` a quarter.
// https://kubernetes.io/docs/reference/using-api/server-side-apply/#comparison-with-client-side-apply
import { utf8Length } from '../text/bytes';
import { checkPlain } from '../report/data';
import { ROOT } from '../report/place';
import type { Report } from '../report/report';

/** The longest request body that the API server reads, in bytes. */
const REQUEST_LIMIT = 3_145_728;
/** About the longest object that etcd stores, in bytes. */
const ETCD_LIMIT = 1_572_864;
/** The limit of all annotations together, one of which `kubectl apply` fills with the whole object. */
const ANNOTATIONS_LIMIT = 262_144;
/** The length of the name of that annotation, `kubectl.kubernetes.io/last-applied-configuration`. */
const LAST_APPLIED = 48;

/** Deeper than any manifest; a value that contains itself ends here. */
const DEEPEST = 1000;

/** Reports an object that is too large. False when it is so large that looking further makes no sense. */
export function checkSize(object: unknown, report: Report): boolean {
  if (atMost(object, 0) < ENOUGH) return true;
  const bytes = measure(object, REQUEST_LIMIT, 0);
  if (bytes > REQUEST_LIMIT) {
    const sound = checkPlain(object, ROOT, report);
    if (sound)
      report.shape(ROOT, 'too-long', `larger than the ${REQUEST_LIMIT} bytes of JSON that the API server reads`);
    return false;
  }
  if (bytes > ETCD_LIMIT) {
    report.warning(
      ROOT,
      'refused-later',
      `${bytes} bytes of JSON: etcd stores about ${ETCD_LIMIT} bytes, so creating it is likely to fail`,
    );
  } else if (bytes + LAST_APPLIED + annotationBytes(object) > ANNOTATIONS_LIMIT) {
    report.warning(
      ROOT,
      'refused-later',
      `${bytes} bytes of JSON: \`kubectl apply\` keeps a copy of the object in an annotation, and all annotations together hold ${ANNOTATIONS_LIMIT} bytes`,
      { hint: 'use `kubectl apply --server-side` or `kubectl create`' },
    );
  }
  return true;
}

/** What is shorter than this is of no concern. */
const ENOUGH = ANNOTATIONS_LIMIT / 2;
/** No number is longer in JSON. */
const LONGEST_NUMBER = 25;

/** More than the length as JSON, in few steps; counting ends soon after `ENOUGH`. Anything at all may be measured. */
function atMost(value: unknown, depth: number): number {
  // In JSON a control character takes six bytes.
  if (typeof value === 'string') return 6 * value.length + 2;
  if (typeof value !== 'object' || value === null) return LONGEST_NUMBER;
  if (depth > DEEPEST) return ENOUGH;
  let sum = 2;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && sum < ENOUGH; index++) sum += atMost(value[index], depth + 1) + 1;
    return sum;
  }
  for (const key in value) {
    sum += 6 * key.length + 4 + atMost((value as Record<string, unknown>)[key], depth + 1);
    if (sum >= ENOUGH) break;
  }
  return sum;
}

/** Written in JSON as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** The length as JSON; counting ends soon after `enough`. */
function measure(value: unknown, enough: number, depth: number): number {
  if (typeof value === 'string') return PLAIN.test(value) ? value.length + 2 : utf8Length(JSON.stringify(value));
  if (typeof value === 'number') return String(value).length;
  if (typeof value !== 'object' || value === null) return value === false ? 5 : 4;
  if (depth > DEEPEST) return 2;
  let sum = 2;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length && sum <= enough; index++) {
      sum += measure(value[index], enough - sum, depth + 1) + (index > 0 ? 1 : 0);
    }
    return sum;
  }
  let first = true;
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner === undefined) continue;
    sum += measure(key, enough, depth) + 1 + measure(inner, enough - sum, depth + 1) + (first ? 0 : 1);
    first = false;
    if (sum > enough) break;
  }
  return sum;
}

function annotationBytes(object: unknown): number {
  const { metadata } = object as { metadata?: { annotations?: unknown } };
  const annotations = metadata?.annotations;
  if (typeof annotations !== 'object' || annotations === null) return 0;
  return Object.entries(annotations).reduce(
    (sum, [key, value]) => sum + utf8Length(key) + utf8Length(String(value)),
    0,
  );
}

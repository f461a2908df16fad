// The annotations of a node that the server still reads, though nothing else does.
// https://kubernetes.io/docs/reference/labels-annotations-taints/
import { isPlainObject } from '../../../report/data';
import { at, type At, ROOT } from '../../../report/place';
import { printPath } from '../../../report/print';
import { Report } from '../../../report/report';
import { decode } from '../../decode';
import { withFieldNames } from '../../values/go-json';
import { timestamp } from '../../values/timestamp';
import { checkTaints } from './taint';

const TAINTS = 'scheduler.alpha.kubernetes.io/taints';
const AVOIDED = 'scheduler.alpha.kubernetes.io/preferAvoidPods';

/** Problems of one annotation that are said. */
const MOST_SAID = 10;

const OWNER_FIELDS = ['apiVersion', 'kind', 'name', 'uid', 'controller', 'blockOwnerDeletion'];

export function checkNodeAnnotations(annotations: Readonly<Record<string, string>>, place: At, report: Report): void {
  checkJson(annotations, TAINTS, checkTaintList, 'write spec.taints', place, report);
  checkJson(annotations, AVOIDED, checkAvoided, 'write spec.taints, and tolerations for all other pods', place, report);
}

/** What is wrong inside is said at the annotation, the only place that the user wrote. */
function checkJson(
  annotations: Readonly<Record<string, string>>,
  key: string,
  check: (value: unknown, inner: Report) => void,
  hint: string,
  place: At,
  report: Report,
): void {
  const text = Object.hasOwn(annotations, key) ? annotations[key] : undefined;
  if (!text) return;
  const here = at(place, key);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    report.error(here, 'bad-format', 'must be JSON', { hint });
    return;
  }
  const inner = new Report(false, undefined, report.variants);
  check(value, inner);
  const wrong = inner.problems.filter(({ severity, code }) => severity === 'error' && code !== 'unknown-field');
  for (const { path, message } of wrong.slice(0, MOST_SAID))
    report.error(
      here,
      'bad-format',
      `in its JSON, ${path.length > 0 ? `${printPath(path)} ` : 'the whole '}${message}`,
    );
  if (wrong.length === 0) report.warning(here, 'no-effect', 'is read by nobody any more', { hint });
}

function checkTaintList(value: unknown, inner: Report): void {
  const fields = ['key', 'value', 'effect', 'timeAdded'];
  const taints = Array.isArray(value) ? value.map((item) => withFieldNames(item, fields)) : value;
  checkTaints(decode('NodeSpec', { taints }, inner).taints ?? [], at(ROOT, 'taints'), inner);
}

function checkAvoided(value: unknown, inner: Report): void {
  const { preferAvoidPods: list } = object(value, ['preferAvoidPods'], ROOT, inner);
  const here = at(ROOT, 'preferAvoidPods');
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) return inner.error(here, 'wrong-type', 'must be a list');
  list.forEach((item, index) => checkAvoidedEntry(item, at(here, index), inner));
}

function checkAvoidedEntry(item: unknown, place: At, inner: Report): void {
  const { podSignature, evictionTime, reason, message } = object(
    item,
    ['podSignature', 'evictionTime', 'reason', 'message'],
    place,
    inner,
  );
  if (evictionTime && (typeof evictionTime !== 'string' || timestamp(evictionTime) !== undefined))
    inner.error(at(place, 'evictionTime'), 'bad-format', 'must be a time such as 2024-01-31T12:00:00Z');
  for (const [key, text] of Object.entries({ reason, message })) {
    if (typeof (text ?? '') !== 'string') inner.error(at(place, key), 'wrong-type', 'must be a string');
  }
  const here = at(at(place, 'podSignature'), 'podController');
  const { podController } = object(podSignature, ['podController'], at(place, 'podSignature'), inner);
  if (podController === undefined || podController === null) return inner.error(here, 'required', 'is required');
  const owner = decode('OwnerReference', withFieldNames(podController, OWNER_FIELDS), inner, here);
  if (owner.controller === true) return;
  // Without it the server ends with an error of its own.
  inner.error(at(here, 'controller'), owner.controller === undefined ? 'required' : 'conflict', 'must be true');
}

/** The fields of a JSON object, none where there is null. */
function object(
  value: unknown,
  fields: readonly string[],
  place: At,
  inner: Report,
): Readonly<Record<string, unknown>> {
  if (isPlainObject(value)) return withFieldNames(value, fields) as Readonly<Record<string, unknown>>;
  if (value !== undefined && value !== null) inner.shape(place, 'wrong-type', 'must be an object');
  return {};
}

// `format` of a schema: what the server knows of, it checks; the rest it does not look at.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Schema } from '../../crd/schema';
import { STRING_FORMATS } from '../../crd/string-format';
import { until } from '../../server';

/** By the type of the value. */
const NUMBERS: Readonly<Record<string, readonly string[]>> = {
  integer: ['int32', 'int64'],
  number: ['float', 'double'],
};

/** Checked since 1.35. */
const LATER: ReadonlySet<string> = new Set(['k8sshortname', 'k8slongname']);

export function checkFormat({ type = '', format }: Schema, place: At, report: Report): void {
  if (!format) return;
  const ofText = type === '' || type === 'string';
  const bare = format.replaceAll('-', '');
  const known = ofText ? STRING_FORMATS.has(bare) : NUMBERS[type]?.includes(format);
  if (known === true && !LATER.has(bare)) return;
  const what = type === '' ? '' : ` for the type ${type}`;
  const message = `is no format that the server knows${what}, so it checks nothing`;
  const meant = report.nearest(format, ofText ? STRING_FORMATS : (NUMBERS[type] ?? []));
  const hint = meant === undefined || meant === bare ? undefined : `did you mean "${meant}"?`;
  const where = known === true ? { where: until('1.34') } : {};
  report.warning(at(place, 'format'), 'no-effect', message, { value: format, hint, ...where });
}

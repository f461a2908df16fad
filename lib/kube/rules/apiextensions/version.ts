// CustomResourceDefinitionVersion: a version of a custom resource, with its schema.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/
import { utf8Length } from '../../../text/bytes';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CustomResourceDefinitionVersion } from '../../api/types';
import { label1035 } from '../../values/syntax';
import { checkSpelling } from '../checks';
import { checkSchema } from './custom-resource-validation';
import { checkPrinterColumn } from './printer-column';
import { checkSelectableFields } from './selectable-fields';
import { checkSubresources } from './subresources';

/** @param hasStatus - The status is a subresource, of this version or of one with the same schema. */
export function checkVersion(
  version: CustomResourceDefinitionVersion,
  hasStatus: boolean,
  place: At,
  report: Report,
): void {
  const { name = '', schema, subresources, additionalPrinterColumns, selectableFields } = version;
  if (name === '') report.error(at(place, 'name'), 'required', 'is required, as in v1 or v1alpha1');
  else checkSpelling(name, label1035, at(place, 'name'), report);
  checkDeprecation(version, at(place, 'deprecationWarning'), report);
  const openAPI = schema?.openAPIV3Schema;
  const here = at(at(place, 'schema'), 'openAPIV3Schema');
  if (openAPI === undefined) report.error(here, 'required', 'is required', { hint: 'write at least type: object' });
  else checkSchema(openAPI, hasStatus, here, report);
  if (subresources !== undefined) checkSubresources(subresources, at(place, 'subresources'), report);
  additionalPrinterColumns?.forEach((column, index) =>
    checkPrinterColumn(column, at(at(place, 'additionalPrinterColumns'), index), report),
  );
  if (selectableFields !== undefined) {
    checkSelectableFields(selectableFields, openAPI, at(place, 'selectableFields'), report);
  }
}

const LONGEST_WARNING = 256;

function checkDeprecation(version: CustomResourceDefinitionVersion, place: At, report: Report): void {
  const { deprecated, deprecationWarning: text } = version;
  if (text === undefined) return;
  if (deprecated !== true) report.error(place, 'forbidden', 'may only be set when deprecated is true', { value: text });
  else if (text === '') report.error(place, 'required', 'must not be empty');
  const bytes = utf8Length(text);
  if (bytes > LONGEST_WARNING)
    report.error(place, 'too-long', `must have at most ${LONGEST_WARNING} bytes, not ${bytes}`);
  const odd = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.exec(text);
  if (odd === null) return;
  const code = (odd[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  report.error(place, 'bad-format', `must have printable characters alone, not U+${code}`, { value: text });
}

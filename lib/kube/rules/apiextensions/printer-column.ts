// CustomResourceColumnDefinition: a column of `kubectl get`.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#additional-printer-columns
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { CustomResourceColumnDefinition } from '../../api/types';
import { alternatives, checkOneOf, checkOneOfOrEmpty, checkRequired } from '../checks';
import { checkJsonPath } from './json-path';

const TYPES = ['boolean', 'date', 'integer', 'number', 'string'];
const FORMATS = ['byte', 'date', 'date-time', 'double', 'float', 'int32', 'int64', 'password'];

export function checkPrinterColumn(column: CustomResourceColumnDefinition, place: At, report: Report): void {
  const { name, type, format, jsonPath } = column;
  checkRequired(name, at(place, 'name'), report);
  if (checkRequired(type, at(place, 'type'), report, `is required: ${alternatives(TYPES)}`)) {
    checkOneOf(type, TYPES, at(place, 'type'), report);
  }
  checkOneOfOrEmpty(format, FORMATS, at(place, 'format'), report);
  if (checkRequired(jsonPath, at(place, 'jsonPath'), report)) {
    checkJsonPath(jsonPath as string, at(place, 'jsonPath'), report);
  }
}

// ValidationRule: a rule in CEL that values must fulfil, in x-kubernetes-validations.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ValidationRule } from '../../api/types';
import type { Schema } from '../../crd/schema';
import { trimGoSpace } from '../../values/go-space';
import { checkOneOf } from '../checks';
import { resolve } from './field-path';

const REASONS = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];

export const RULES = 'x-kubernetes-validations';

/** All of the rules of a schema but their expressions. */
export function checkValidationRules(schema: Schema, place: At, report: Report): void {
  schema[RULES]?.forEach((rule, index) => checkRule(rule, schema, at(at(place, RULES), index), report));
}

function checkRule(given: ValidationRule, schema: Schema, place: At, report: Report): void {
  const { rule = '', message = '', messageExpression = '', reason, fieldPath = '' } = given;
  if (trimGoSpace(rule) === '') report.error(at(place, 'rule'), 'required', 'is required');
  else checkMessage(message, rule, at(place, 'message'), report);
  if (messageExpression !== '' && trimGoSpace(messageExpression) === '') {
    report.error(at(place, 'messageExpression'), 'required', 'must have more than spaces in it, or be left out');
  }
  checkOneOf(reason, REASONS, at(place, 'reason'), report);
  if (fieldPath !== '') checkFieldPath(fieldPath, schema, at(place, 'fieldPath'), report);
}

function checkMessage(message: string, rule: string, place: At, report: Report): void {
  if (message !== '' && trimGoSpace(message) === '') {
    report.error(place, 'required', 'must have more than spaces in it, or be left out');
  } else if (hasBreak(trimGoSpace(message))) {
    report.error(place, 'bad-format', 'must not have line breaks in it', { value: message });
  } else if (trimGoSpace(message) === '' && hasBreak(trimGoSpace(rule))) {
    report.error(place, 'required', 'is required when the rule has line breaks');
  }
}

function checkFieldPath(path: string, schema: Schema, place: At, report: Report): void {
  if (trimGoSpace(path) === '') {
    report.error(place, 'bad-path', 'must have more than spaces in it, or be left out', { value: path });
  } else if (hasBreak(path)) report.error(place, 'bad-path', 'must not have line breaks in it', { value: path });
  else {
    const found = resolve(path, schema);
    if (typeof found === 'string') report.error(place, 'bad-path', found, { value: path });
  }
}

const hasBreak = (text: string): boolean => /[\n\r]/.test(text);

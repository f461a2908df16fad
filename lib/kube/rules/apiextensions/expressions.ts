// The expressions of x-kubernetes-validations: whether they compile, with `self` of the type that the schema says.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ValidationRule } from '../../api/types';
import { ALL } from '../../api/minors';
import { checkExpression, type Edition } from '../../cel/compile';
import { tokensOf } from '../../cel/tokens';
import { BOOL, optionalOf, STRING, type Type } from '../../cel/types';
import { celType } from '../../crd/cel-type';
import { itemsOf, type Schema, valuesOf } from '../../crd/schema';
import { between, since, until } from '../../server';
import { RULES } from './validation-rules';

/** How the servers differ in what an expression may refer to. */
const SERVERS = [
  { minors: until('1.29'), keywords: false, optional: false },
  { minors: between('1.30', '1.31'), keywords: false, optional: true },
  { minors: since('1.32'), keywords: true, optional: true },
];

const ALIKE = [{ minors: ALL, keywords: false, optional: false }];

/** A field that is called as a word of CEL. */
const KEYWORD_FIELD =
  /\.\s*(?:as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while)\b/;

/** Where a schema stands. */
interface Context {
  /** Of the object as a whole, or one embedded in it. */
  readonly isResource: boolean;
  /** It or one around it has rules. */
  readonly inScope: boolean;
  /** One around it has rules, and one of those between has no type in CEL. */
  readonly unseen: boolean;
  /** In a list whose items are not told apart, so that nobody knows which one an item was before. */
  readonly uncorrelated: boolean;
}

/** All expressions of a sound schema. What they cost at most, which the server estimates as well, is not looked at. */
export function checkExpressions(schema: Schema, place: At, report: Report): void {
  visit(schema, { isResource: true, inScope: false, unseen: false, uncorrelated: false }, place, report);
}

function visit(schema: Schema, context: Context, place: At, report: Report): void {
  const rules = schema[RULES] ?? [];
  const inScope = context.inScope || rules.length > 0;
  const unseen = context.unseen || (inScope && celType(schema, context.isResource, { keywords: true }) === undefined);
  const here = at(place, RULES);
  if (rules.length > 0 && unseen) {
    report.error(here, 'conflict', 'may not be used here, as CEL cannot see values whose type the schema does not say');
  } else rules.forEach((rule, index) => checkRule(rule, schema, context, at(here, index), report));
  const inner = (one: Schema | undefined, uncorrelated: boolean, ...keys: string[]): void => {
    if (one === undefined) return;
    const isResource = one['x-kubernetes-embedded-resource'] === true;
    visit(one, { isResource, inScope, unseen, uncorrelated }, keys.reduce(at, place), report);
  };
  const { properties = {} } = schema;
  for (const name of Object.keys(properties)) inner(properties[name], context.uncorrelated, 'properties', name);
  inner(valuesOf(schema), context.uncorrelated, 'additionalProperties');
  inner(itemsOf(schema), context.uncorrelated || schema['x-kubernetes-list-type'] !== 'map', 'items');
}

function checkRule(given: ValidationRule, schema: Schema, context: Context, place: At, report: Report): void {
  const { rule = '', messageExpression = '', optionalOldSelf } = given;
  const usesOld = refersToOld(rule);
  const differ = optionalOldSelf === true || KEYWORD_FIELD.test(`${rule} ${messageExpression}`);
  const editions = (differ ? SERVERS : ALIKE).map(({ minors, keywords, optional }): Edition => {
    const self = celType(schema, context.isResource, { keywords }) as Type;
    const oldSelf = optional && optionalOldSelf === true ? optionalOf(self) : self;
    const variables = new Map([
      ['self', self],
      ['oldSelf', oldSelf],
    ]);
    return { environment: { variables }, minors };
  });
  checkExpression(rule, editions, [BOOL], at(place, 'rule'), report);
  if (messageExpression !== '') {
    checkExpression(messageExpression, editions, [STRING], at(place, 'messageExpression'), report);
  }
  if (usesOld && context.uncorrelated) {
    const message =
      'may not use oldSelf inside a list without x-kubernetes-list-type: map, whose items are not told apart';
    report.error(at(place, 'rule'), 'conflict', message, { value: rule });
  }
  if (!usesOld && optionalOldSelf !== undefined) {
    const message = 'may only be set when the rule uses oldSelf';
    report.error(at(place, 'optionalOldSelf'), 'conflict', message, { value: optionalOldSelf, where: since('1.30') });
  }
}

/** Whether an expression says `oldSelf`; not as the name of a field. */
function refersToOld(expression: string): boolean {
  if (!expression.includes('oldSelf')) return false;
  try {
    const tokens = tokensOf(expression);
    return tokens.some(({ text }, index) => text === 'oldSelf' && !['.', '?'].includes(tokens[index - 1]?.text ?? ''));
  } catch {
    // It does not compile, which is said of it.
    return false;
  }
}

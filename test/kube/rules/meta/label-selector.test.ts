import { isValidSelector, selects } from '../../../../lib/kube/rules/meta/label-selector';
import { linesWith } from '../objects';

const T = 'spec.template.metadata.labels';

test('expressions', () => {
  const found = (...matchExpressions: unknown[]) =>
    linesWith('Deployment', { 'spec.selector': { matchLabels: { app: 'web' }, matchExpressions } });
  expect(found({ key: 'app', operator: 'In', values: ['web'] }, { key: 'x', operator: 'DoesNotExist' })).toEqual([]);
  expect(found({})).toEqual([
    'required spec.selector.matchExpressions[0].key',
    'required spec.selector.matchExpressions[0].operator',
  ]);
  expect(found({ key: 'a b', operator: 'Gt' })).toEqual([
    'bad-name spec.selector.matchExpressions[0].key',
    'not-one-of spec.selector.matchExpressions[0].operator',
  ]);
  expect(found({ key: 'app', operator: 'In' })).toEqual(['required spec.selector.matchExpressions[0].values']);
  expect(found({ key: 'app', operator: 'Exists', values: ['a'] })).toEqual([
    'forbidden spec.selector.matchExpressions[0].values',
  ]);
  expect(found({ key: 'app', operator: 'NotIn', values: ['a', 'b c'] })).toEqual([
    'bad-name spec.selector.matchExpressions[0].values[1]',
  ]);
  expect(found({ key: 'app', operator: 'DoesNotExist' })).toEqual([`conflict ${T}`]);
});

const THREE: readonly Record<string, string>[] = [{}, { a: 'x' }, { a: 'y' }];

test('what a selector selects', () => {
  const expression = (operator: string, values?: string[]) => ({ matchExpressions: [{ key: 'a', operator, values }] });
  expect(selects({}, {})).toBe(true);
  expect(selects({ matchLabels: { a: 'b' } }, { a: 'b', c: 'd' })).toBe(true);
  expect(selects({ matchLabels: { a: 'b' } }, { a: 'c' })).toBe(false);
  expect(selects({ matchLabels: { toString: 'b' } }, {})).toBe(false);
  expect(THREE.map((labels) => selects(expression('In', ['x']), labels))).toEqual([false, true, false]);
  expect(THREE.map((labels) => selects(expression('NotIn', ['x']), labels))).toEqual([true, false, true]);
  expect(THREE.slice(0, 2).map((labels) => selects(expression('Exists'), labels))).toEqual([false, true]);
  expect(THREE.slice(0, 2).map((labels) => selects(expression('DoesNotExist'), labels))).toEqual([true, false]);
});

test('which selectors are valid', () => {
  expect(isValidSelector({ matchLabels: { a: 'b' }, matchExpressions: [{ key: 'a', operator: 'Exists' }] })).toBe(true);
  expect(isValidSelector({ matchLabels: { 'a b': 'b' } })).toBe(false);
  expect(isValidSelector({ matchExpressions: [{ key: 'a', operator: 'In' }] })).toBe(false);
  expect(isValidSelector({ matchExpressions: [{ key: 'a', operator: 'Foo' }] })).toBe(false);
  expect(isValidSelector({ matchExpressions: [{ key: 'a', operator: 'Exists', values: ['b'] }] })).toBe(false);
});

import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const eventTime = '2024-01-31T12:00:00.000000Z';
const event = (namespace: string | undefined, involved: string | undefined, fields: object = {}) =>
  validateManifest({
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'a', namespace },
    involvedObject: { namespace: involved },
    ...fields,
  });

test('an event is where its object is', () => {
  expect(event('a', 'a')).toEqual([]);
  expect(event('a', 'b')[0]?.message).toBe('must be the namespace of the event itself, a');
  expect(event('a', undefined)).toMatchObject([{ code: 'required', hint: 'Write a' }]);
  expect(event('default', undefined)).toEqual([]);
  expect(event(undefined, undefined)).toEqual([]);
});

test('where it goes without a namespace is up to the one who sends it', () => {
  expect(event(undefined, 'a')).toMatchObject([
    { code: 'refused-later', severity: 'warning', hint: 'Add namespace: a to the metadata' },
  ]);
});

test('a time makes it an event of the new kind', () => {
  expect(event('a', 'a', { eventTime }).map(line)).toEqual([
    'required reportingComponent',
    'required reportingInstance',
    'required action',
    'required reason',
  ]);
  const whole = { eventTime, reportingComponent: 'a.b/c', reportingInstance: 'é'.repeat(64), action: 'b', reason: 'c' };
  expect(event('a', 'b', whole)).toEqual([]);
  expect(event('kube-system', undefined, whole)).toEqual([]);
  expect(event('a', 'a', { ...whole, reportingInstance: 'é'.repeat(65) })[0]?.message).toBe(
    'must have at most 128 bytes, not 130',
  );
});

import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const eventTime = '2024-01-31T12:00:00.000000Z';
const valid = {
  eventTime,
  regarding: { namespace: 'a' },
  reportingController: 'a.b/c',
  reportingInstance: 'd',
  action: 'e',
  reason: 'f',
  type: 'Normal',
};
const event = (fields: object) =>
  validateManifest({
    apiVersion: 'events.k8s.io/v1',
    kind: 'Event',
    metadata: { name: 'a', namespace: 'a' },
    ...valid,
    ...fields,
  }).map(line);

test('everything is asked for, under the names of this version', () => {
  expect(event({})).toEqual([]);
  const nothing = Object.fromEntries(Object.keys(valid).map((key) => [key, undefined]));
  expect(event(nothing)).toEqual(['required eventTime', 'required regarding.namespace', 'required type']);
  expect(event({ reportingController: '', note: 'a'.repeat(1025), type: 'normal' })).toEqual([
    'required reportingController',
    'too-long note',
    'not-one-of type',
  ]);
});

test('a series is one of two or more', () => {
  expect(event({ series: { count: 2, lastObservedTime: eventTime } })).toEqual([]);
  expect(event({ series: { count: 1 } })).toEqual(['out-of-range series.count', 'required series.lastObservedTime']);
});

test('the fields of before stay unset', () => {
  expect(event({ deprecatedCount: 0, deprecatedSource: {} })).toEqual([]);
  const source = { component: 'a' };
  const time = '2024-01-31T12:00:00Z';
  expect(
    event({
      deprecatedCount: 1,
      deprecatedSource: source,
      deprecatedFirstTimestamp: time,
      deprecatedLastTimestamp: time,
    }),
  ).toEqual([
    'forbidden deprecatedFirstTimestamp',
    'forbidden deprecatedLastTimestamp',
    'forbidden deprecatedCount',
    'forbidden deprecatedSource',
  ]);
});

import { found, places, service, statefulSet } from './objects';

test('the Service of a StatefulSet is headless and selects its pods', () => {
  const check = (spec: object) => found([statefulSet('db', { serviceName: 'db' }), service('db', spec)]);
  const place = 'StatefulSet db spec.serviceName warning suspicious: the Service db in the same set';
  expect(check({ clusterIP: 'None', selector: { app: 'db' } })).toEqual([]);
  expect(check({ clusterIP: 'None' })).toEqual([]);
  expect(check({ selector: { app: 'db' } })).toEqual([
    `${place} is not headless, so that the pods get no names of their own in DNS. Name a Service with clusterIP: None`,
  ]);
  expect(check({ clusterIP: 'None', selector: { app: 'other' } })).toContain(
    `${place} does not select these pods, so that they get no names of their own in DNS`,
  );
  expect(places([statefulSet('db', { serviceName: 'elsewhere' }), service('db', {})])).toEqual([]);
});

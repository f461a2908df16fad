import { deployment, found, object, places, statefulSet } from '../objects';

const range = (...limits: object[]) => object('v1 LimitRange', 'bounds', { spec: { limits } }, 'shop');
const pod = (resources: object) => ({ containers: [{ name: 'main', image: 'a', resources }] });
const check = (resources: object, ...limits: object[]) =>
  found([range(...limits), deployment('web', pod(resources), 'shop')]);
const PLACE = 'Deployment shop/web spec.template.spec.containers';
const REFUSED = 'what is made of it would be refused';

test('containers', () => {
  const bounds = { type: 'Container', min: { cpu: '100m' }, max: { cpu: '1' } };
  expect(check({ limits: { cpu: '1' } }, bounds)).toEqual([]);
  expect(check({}, bounds)).toEqual([]);
  expect(check({ limits: { cpu: '2' } }, bounds)).toEqual([
    `${PLACE}[0].resources.limits.cpu warning refused-later: must be at most 1, which the LimitRange bounds in the same set asks of a container: ${REFUSED}`,
  ]);
  expect(check({ requests: { cpu: '50m' } }, bounds)).toEqual([
    `${PLACE}[0].resources.requests.cpu warning refused-later: must be at least 100m, which the LimitRange bounds in the same set asks of a container: ${REFUSED}`,
  ]);
  expect(
    check(
      { requests: { cpu: '10m' }, limits: { cpu: '1' } },
      { type: 'Container', maxLimitRequestRatio: { cpu: '4' } },
    ),
  ).toEqual([
    `${PLACE}[0].resources.limits.cpu warning refused-later: must be at most 4 times the request, which the LimitRange bounds in the same set asks of a container: ${REFUSED}`,
  ]);
});

test('a limit that is filled in below the request', () => {
  expect(check({ requests: { memory: '1Gi' } }, { type: 'Container', default: { memory: '512Mi' } })).toEqual([
    `${PLACE}[0].resources.requests.memory warning refused-later: must not be more than the limit, which the LimitRange bounds in the same set makes 512Mi where none is stated: ${REFUSED}. State a limit`,
  ]);
});

test('all containers together', () => {
  expect(check({ limits: { memory: '2Gi' } }, { type: 'Pod', max: { memory: '1Gi' } })).toEqual([
    `${PLACE} warning refused-later: the limits of memory of all containers together must be at most 1Gi by the LimitRange bounds in the same set, and they are 2Gi: ${REFUSED}`,
  ]);
  expect(check({}, { type: 'Pod', max: { memory: '1Gi' } })).toHaveLength(1);
});

test('claims', () => {
  const spec = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } };
  const bounds = range({ type: 'PersistentVolumeClaim', max: { storage: '10Gi' } });
  expect(found([bounds, object('v1 PersistentVolumeClaim', 'data', { spec }, 'shop')])).toEqual([
    'PersistentVolumeClaim shop/data spec.resources.requests.storage warning refused-later: ' +
      'must be at most 10Gi, which the LimitRange bounds in the same set asks of a claim: it would be refused',
  ]);
  expect(
    places([
      bounds,
      statefulSet('db', { serviceName: 'db', volumeClaimTemplates: [{ metadata: { name: 'data' }, spec }] }, 'shop'),
    ]),
  ).toEqual(['StatefulSet shop/db spec.volumeClaimTemplates[0].spec.resources.requests.storage warning refused-later']);
});

test('of several LimitRanges nobody knows which fills in', () => {
  const other = object(
    'v1 LimitRange',
    'others',
    { spec: { limits: [{ type: 'Container', max: { cpu: '4' } }] } },
    'shop',
  );
  const bounds = range({ type: 'Container', min: { memory: '1Gi' }, default: { cpu: '500m' } });
  const set = (resources: object) => places([bounds, other, deployment('web', pod(resources), 'shop')]);
  expect(set({ requests: { cpu: '1' } })).toEqual([]);
  expect(set({ limits: { cpu: '8' } })).toHaveLength(1);
  expect(places([bounds, deployment('web', pod({ limits: { memory: '1' } }), 'elsewhere')])).toEqual([]);
});

import { deployment, found, object, places, service, statefulSet } from '../objects';

const quota = (hard: object, rest: object = {}) =>
  object('v1 ResourceQuota', 'all', { spec: { hard, ...rest } }, 'shop');
const pod = (resources: object, rest: object = {}) => ({
  containers: [{ name: 'main', image: 'a', resources }],
  ...rest,
});
const web = (resources: object, replicas?: number, rest: object = {}) =>
  deployment('web', pod(resources, rest), 'shop', replicas === undefined ? {} : { replicas });
const tooLittle = (name: string, sum: string): string =>
  `ResourceQuota shop/all spec.hard${name} warning refused-later: is less than the ${sum} that the objects of the same set count as: what comes last would be refused`;

test('pods, all together', () => {
  expect(found([quota({ pods: 5 }), web({}, 3), object('v1 Pod', 'one', { spec: pod({}) }, 'shop')])).toEqual([]);
  expect(found([quota({ pods: 3 }), web({}, 3), object('v1 Pod', 'one', { spec: pod({}) }, 'shop')])).toEqual([
    tooLittle('.pods', '4'),
  ]);
  expect(found([quota({ 'requests.cpu': '1' }), web({ requests: { cpu: '400m' } }, 3)])).toEqual([
    tooLittle('["requests.cpu"]', '1200m'),
  ]);
  // What ends may wait, and of a DaemonSet there are as many as nodes.
  const job = object(
    'batch/v1 Job',
    'load',
    { spec: { parallelism: 9, template: { spec: { ...pod({}), restartPolicy: 'Never' } } } },
    'shop',
  );
  expect(found([quota({ pods: 3 }), job])).toEqual([]);
});

test('a target of a HorizontalPodAutoscaler may become smaller', () => {
  const autoscaler = object(
    'autoscaling/v2 HorizontalPodAutoscaler',
    'web',
    {
      spec: { maxReplicas: 9, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    },
    'shop',
  );
  expect(places([quota({ pods: 3 }), web({}, 5), autoscaler])).toEqual([
    'Deployment shop/web spec.replicas warning conflict',
  ]);
});

test('one pod that needs more than there is', () => {
  expect(found([quota({ 'limits.memory': '1Gi' }), web({ limits: { memory: '2Gi' } })])).toEqual([
    'Deployment shop/web spec.template.spec warning refused-later: ' +
      'a pod of it counts as 2Gi of limits.memory, and the ResourceQuota all in the same set allows 1Gi to all: it would be refused',
  ]);
});

test('what each container must state', () => {
  expect(found([quota({ cpu: '4', 'limits.memory': '4Gi' }), web({ limits: { memory: '1Gi' } })])).toEqual([
    'Deployment shop/web spec.template.spec.containers[0].resources.requests.cpu warning refused-later: ' +
      'must be stated, as the ResourceQuota all in the same set counts it: the pods would be refused, unless a LimitRange fills it in',
  ]);
  const range = object(
    'v1 LimitRange',
    'bounds',
    { spec: { limits: [{ type: 'Container', default: { cpu: '1' } }] } },
    'shop',
  );
  expect(found([quota({ cpu: '4' }), range, web({})])).toEqual([]);
});

test('scopes', () => {
  const urgent = quota(
    { pods: 1 },
    { scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['urgent'] }] } },
  );
  expect(places([urgent, web({}, 2)])).toEqual([]);
  expect(places([urgent, web({}, 2, { priorityClassName: 'urgent' })])).toHaveLength(1);
  expect(places([quota({ pods: 1 }, { scopes: ['BestEffort'] }), web({ requests: { cpu: '1' } }, 2)])).toEqual([]);
  expect(places([quota({ pods: 1 }, { scopes: ['BestEffort'] }), web({}, 2)])).toHaveLength(1);
});

test('objects and claims', () => {
  const claims = [
    {
      metadata: { name: 'data' },
      spec: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast', resources: { requests: { storage: '10Gi' } } },
    },
  ];
  const set = [
    statefulSet('db', { serviceName: 'db', replicas: 3, volumeClaimTemplates: claims }, 'shop'),
    service('db', { clusterIP: 'None', selector: { app: 'db' } }, 'shop'),
    service('web', { type: 'LoadBalancer' }, 'shop'),
    object('v1 Secret', 'one', {}, 'shop'),
  ];
  const hard = {
    'fast.storageclass.storage.k8s.io/requests.storage': '20Gi',
    persistentvolumeclaims: 2,
    'count/statefulsets.apps': 0,
    services: 1,
    'services.loadbalancers': 1,
    'services.nodeports': 0,
    secrets: 0,
    'count/secrets': 1,
  };
  expect(
    places([quota(hard), ...set])
      .map((line) => line.replace(/ warning.*/, ''))
      .sort(),
  ).toEqual(
    [
      'ResourceQuota shop/all spec.hard["fast.storageclass.storage.k8s.io/requests.storage"]',
      'ResourceQuota shop/all spec.hard.persistentvolumeclaims',
      'ResourceQuota shop/all spec.hard["count/statefulsets.apps"]',
      'ResourceQuota shop/all spec.hard.services',
      'ResourceQuota shop/all spec.hard["services.nodeports"]',
      'ResourceQuota shop/all spec.hard.secrets',
    ].sort(),
  );
});

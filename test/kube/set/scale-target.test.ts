import { deployment, found, object, places, statefulSet } from './objects';

const autoscaler = (scaleTargetRef: object, rest: object = {}) =>
  object('autoscaling/v2 HorizontalPodAutoscaler', 'web', { spec: { maxReplicas: 3, scaleTargetRef, ...rest } });
const target = (name: string, kind = 'Deployment', apiVersion = 'apps/v1') => ({ apiVersion, kind, name });

test('what is scaled', () => {
  const set = [deployment('frontend'), statefulSet('database')];
  const place = 'HorizontalPodAutoscaler web spec.scaleTargetRef';
  expect(places([...set, autoscaler(target('frontend'))])).toEqual([]);
  expect(places([...set, autoscaler(target('other'))])).toEqual([]);
  expect(places([...set, autoscaler(target('frontned', 'Rollout', 'argoproj.io/v1alpha1'))])).toEqual([]);
  expect(found([...set, autoscaler(target('frontned'))])).toEqual([
    `${place}.name warning missing-object: no Deployment of this name is in the same set, but one whose name is nearly the same. Did you mean "frontend"?`,
  ]);
  expect(found([...set, autoscaler(target('database'))])).toEqual([
    `${place}.kind warning missing-object: what is called database in the same set is a StatefulSet. Did you mean "StatefulSet"?`,
  ]);
  expect(found([...set, autoscaler(target('frontend', 'Deployment', 'batch/v1'))])).toEqual([
    `${place}.apiVersion warning missing-object: the Deployment frontend in the same set is of apps/v1, so that it would not be found. Write apps/v1`,
  ]);
  // The version alone is not looked at.
  expect(places([...set, autoscaler(target('frontend', 'Deployment', 'apps/v1beta1'))])).toEqual([]);
});

test('replicas that are stated although they are scaled', () => {
  const scaled = (replicas?: number) => [deployment('web', {}, undefined, { replicas }), autoscaler(target('web'))];
  expect(places(scaled())).toEqual([]);
  // The autoscaler rests.
  expect(places(scaled(0))).toEqual([]);
  expect(found(scaled(3))).toEqual([
    'Deployment web spec.replicas warning conflict: is what the HorizontalPodAutoscaler web in the same set decides: ' +
      'each apply would set it back. Leave it out',
  ]);
  expect(places([scaled(3)[0]!, autoscaler(target('other'))])).toEqual([]);
});

test('metrics of containers', () => {
  const metric = (container: string) => ({
    metrics: [
      {
        type: 'ContainerResource',
        containerResource: { container, name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
      },
    ],
  });
  expect(places([deployment('web'), autoscaler(target('web'), metric('main'))])).toEqual([]);
  expect(found([deployment('web'), autoscaler(target('web'), metric('mian'))])).toEqual([
    'HorizontalPodAutoscaler web spec.metrics[0].containerResource.container warning not-found: ' +
      'the Deployment web in the same set has no such container. Did you mean "main"?',
  ]);
});

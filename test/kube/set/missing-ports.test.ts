import { deployment, found, object, places, service } from './objects';

const ports = (...list: object[]) => ({ containers: [{ name: 'main', image: 'a', ports: list }] });
const to = (targetPort: string | number, rest: object = {}) =>
  service('web', { selector: { app: 'web' }, ports: [{ port: 80, targetPort, ...rest }] });

test('a named target port that no container of the pods has', () => {
  const web = deployment('web', ports({ name: 'http', containerPort: 8080 }));
  expect(places([web, to('http')])).toEqual([]);
  expect(places([web, to(9090)])).toEqual([]);
  expect(found([web, to('htttp')])).toEqual([
    'Service web spec.ports[0].targetPort warning missing-port: ' +
      'no container of the pods that are selected in the same set has a port of this name. Did you mean "http"?',
  ]);
  expect(found([web, to('metrics')])).toEqual([
    'Service web spec.ports[0].targetPort warning missing-port: ' +
      'no container of the pods that are selected in the same set has a port of this name',
  ]);
  expect(found([web, to('http', { protocol: 'UDP' })])).toEqual([
    'Service web spec.ports[0].targetPort warning missing-port: ' +
      'no container of the pods that are selected in the same set has a UDP port of this name',
  ]);
});

test('one of the pods is enough, a sidecar too; of custom resources nobody knows', () => {
  const sidecar = {
    initContainers: [
      { name: 'mesh', image: 'a', restartPolicy: 'Always', ports: [{ name: 'http', containerPort: 1 }] },
    ],
  };
  expect(found([deployment('web', sidecar), to('http')], '1.34')).toEqual([]);
  const pod = object('v1 Pod', 'web', { spec: ports({ name: 'http', containerPort: 1 }) });
  const labelled = { ...pod, metadata: { name: 'web', labels: { app: 'web' } } };
  expect(places([deployment('web'), labelled, to('http')])).toEqual([]);
  const rollout = object('argoproj.io/v1alpha1 Rollout', 'web', {
    spec: { template: { metadata: { labels: { app: 'web' } } } },
  });
  expect(places([rollout, to('http')])).toEqual([]);
});

import { deployment, found, object, places } from '../objects';

const namespace = (labels: object) => {
  const prefixed = Object.fromEntries(
    Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value]),
  );
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: prefixed } };
};
const pod = (container: object, rest: object = {}) => ({
  containers: [{ name: 'main', image: 'a', ...container }],
  ...rest,
});
const privileged = pod({ securityContext: { privileged: true } });
const PLACE = 'Deployment shop/web spec.template.spec';

test('pods that would be refused', () => {
  const web = deployment('web', privileged, 'shop');
  expect(found([namespace({ enforce: 'baseline' }), web])).toEqual([
    `${PLACE}.containers[0].securityContext.privileged warning refused-later: must not be true: ` +
      'the Namespace shop in the same set enforces the Pod Security level baseline, so that the pods would be refused',
  ]);
  expect(found([namespace({ enforce: 'privileged' }), web])).toEqual([]);
  expect(found([namespace({ enforce: 'baseline' }), deployment('web', privileged, 'other')])).toEqual([]);
  expect(found([namespace({ audit: 'restricted' }), web])).toEqual([]);
  const single = object('v1 Pod', 'web', { spec: { ...privileged, restartPolicy: 'Never' } }, 'shop');
  expect(found([namespace({ enforce: 'baseline' }), single])[0]).toContain('so that it would be refused');
});

test('each field that a restricted pod lacks', () => {
  expect(places([namespace({ enforce: 'restricted' }), deployment('web', {}, 'shop')])).toEqual([
    `${PLACE}.containers[0].securityContext.allowPrivilegeEscalation warning refused-later`,
    `${PLACE}.containers[0].securityContext.capabilities.drop warning refused-later`,
    `${PLACE}.securityContext.seccompProfile.type warning refused-later`,
    `${PLACE}.securityContext.runAsNonRoot warning refused-later`,
  ]);
  const sound = pod(
    { securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } },
    { securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } } },
  );
  expect(places([namespace({ enforce: 'restricted' }), deployment('web', sound, 'shop')])).toEqual([]);
});

test('of what the server warns, but once', () => {
  expect(found([namespace({ warn: 'baseline' }), deployment('web', privileged, 'shop')])).toEqual([
    `${PLACE}.containers[0].securityContext.privileged warning refused-later: must not be true: ` +
      'the Namespace shop in the same set asks for the Pod Security level baseline, and the server warns of it',
  ]);
  const both = namespace({ enforce: 'baseline', warn: 'restricted' });
  const lines = found([both, deployment('web', privileged, 'shop')]);
  expect(lines.filter((line) => line.includes('.privileged '))).toHaveLength(1);
  expect(lines).toHaveLength(5);
});

test('versions, of the standards and of the servers', () => {
  const sysctls = pod({}, { securityContext: { sysctls: [{ name: 'net.ipv4.tcp_rmem', value: '1' }] } });
  const web = deployment('web', sysctls, 'shop');
  const place = `${PLACE}.securityContext.sysctls[0].name warning refused-later`;
  expect(found([namespace({ enforce: 'baseline' }), web])).toEqual([
    `${place}: Kubernetes before 1.32: must be a sysctl that is safe: the Namespace shop in the same set enforces ` +
      'the Pod Security level baseline, so that the pods would be refused',
  ]);
  expect(found([namespace({ enforce: 'baseline' }), web], '1.32')).toEqual([]);
  expect(found([namespace({ enforce: 'baseline', 'enforce-version': 'v1.31' }), web], '1.36')).toEqual([
    `${place}: must be a sysctl that is safe: the Namespace shop in the same set enforces ` +
      'the Pod Security level baseline of v1.31, so that the pods would be refused',
  ]);
});

test('labels that are not spelt right', () => {
  expect(
    found([namespace({ enforce: 'restrictd', 'warn-version': '1.30' }), deployment('web', privileged, 'shop')]),
  ).toEqual([
    'Namespace shop metadata.labels["pod-security.kubernetes.io/enforce"] error not-one-of: ' +
      'must be privileged, baseline or restricted. Did you mean "restricted"?',
    'Namespace shop metadata.labels["pod-security.kubernetes.io/warn-version"] error not-one-of: ' +
      'must be latest or v1.<minor>',
  ]);
});

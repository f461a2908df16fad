import { deployment, found, object, places, service, statefulSet } from './objects';

test('what pods refer to', () => {
  const there = [
    object('v1 ServiceAccount', 'runner'),
    object('v1 Secret', 'db-credentials'),
    object('v1 ConfigMap', 'settings'),
    object('v1 PersistentVolumeClaim', 'uploads', {
      spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    }),
    object('scheduling.k8s.io/v1 PriorityClass', 'urgent', { value: 1 }),
    object('node.k8s.io/v1 RuntimeClass', 'gvisor', { handler: 'runsc' }),
    object('storage.k8s.io/v1 StorageClass', 'premium', { provisioner: 'example.com/disk' }),
  ];
  const pod = (name: (right: string) => string) => ({
    serviceAccountName: name('runner'),
    priorityClassName: name('urgent'),
    runtimeClassName: name('gvisor'),
    imagePullSecrets: [{ name: name('db-credentials') }],
    containers: [
      {
        name: 'main',
        image: 'a',
        env: [{ name: 'A', valueFrom: { secretKeyRef: { name: name('db-credentials'), key: 'a', optional: false } } }],
        envFrom: [
          { configMapRef: { name: name('settings') } },
          { secretRef: { name: 'db-credentails', optional: true } },
        ],
      },
    ],
    volumes: [
      { name: 'a', secret: { secretName: name('db-credentials') } },
      { name: 'b', projected: { sources: [{ configMap: { name: name('settings') } }] } },
      { name: 'c', persistentVolumeClaim: { claimName: name('uploads') } },
      {
        name: 'd',
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: name('premium'),
              resources: { requests: { storage: '1Gi' } },
            },
          },
        },
      },
    ],
  });
  const slip = (right: string): string => `${right.slice(0, -2)}${right.at(-1)}${right.at(-2)}`;
  const spec = 'Deployment web spec.template.spec';
  expect(
    places([
      ...there,
      deployment(
        'web',
        pod((name) => name),
      ),
    ]),
  ).toEqual([
    // The key is not there either.
    `${spec}.containers[0].env[0].valueFrom.secretKeyRef.key warning missing-key`,
  ]);
  expect(places([...there, deployment('web', pod(slip))]).sort()).toEqual(
    [
      'serviceAccountName',
      'priorityClassName',
      'runtimeClassName',
      'imagePullSecrets[0].name',
      'containers[0].env[0].valueFrom.secretKeyRef.name',
      'containers[0].envFrom[0].configMapRef.name',
      'volumes[0].secret.secretName',
      'volumes[1].projected.sources[0].configMap.name',
      'volumes[2].persistentVolumeClaim.claimName',
      'volumes[3].ephemeral.volumeClaimTemplate.spec.storageClassName',
    ]
      .map((path) => `${spec}.${path} warning missing-object`)
      .sort(),
  );
});

test('says what is meant, and nothing of what may be in the cluster', () => {
  const account = object('v1 ServiceAccount', 'runner', {}, 'shop');
  expect(found([account, deployment('web', { serviceAccountName: 'runer' }, 'shop')])).toEqual([
    'Deployment shop/web spec.template.spec.serviceAccountName warning missing-object: ' +
      'no ServiceAccount of this name is in the same set, but one whose name is nearly the same. Did you mean "runner"?',
  ]);
  expect(found([account, deployment('web', { serviceAccountName: 'other' }, 'shop')])).toEqual([]);
  expect(found([account, deployment('web', { serviceAccountName: 'runer' }, 'elsewhere')])).toEqual([]);
  // What every cluster has.
  const defaults = object('v1 ServiceAccount', 'defaults');
  expect(found([defaults, deployment('web', { serviceAccountName: 'default' })])).toEqual([]);
});

test('what a custom resource of the same name may make is not missing', () => {
  const pod = { imagePullSecrets: [{ name: 'registry-token' }] };
  const secret = object('v1 Secret', 'registry-tokens');
  expect(found([secret, deployment('web', pod)])).toHaveLength(1);
  expect(found([secret, deployment('web', pod), object('example.com/v1 ExternalSecret', 'registry-token')])).toEqual(
    [],
  );
});

test('roles, accounts and namespaces of bindings', () => {
  const role = object('rbac.authorization.k8s.io/v1 Role', 'reader', { rules: [] }, 'shop');
  const everywhere = object('rbac.authorization.k8s.io/v1 ClusterRole', 'views', { rules: [] });
  const account = object('v1 ServiceAccount', 'runner', {}, 'shop');
  const namespace = object('v1 Namespace', 'shop');
  const binding = (kind: string, name: string, subject: object) =>
    object(
      'rbac.authorization.k8s.io/v1 RoleBinding',
      'reads',
      {
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name },
        subjects: [{ kind: 'ServiceAccount', name: 'runner', namespace: 'shop', ...subject }],
      },
      'shop',
    );
  const check = (kind: string, name: string, subject: object = {}): string[] =>
    places([role, everywhere, account, namespace, binding(kind, name, subject)]);
  const place = 'RoleBinding shop/reads';
  expect(check('Role', 'reader')).toEqual([]);
  expect(check('Role', 'raeder')).toEqual([`${place} roleRef.name warning missing-object`]);
  expect(check('ClusterRole', 'viewss')).toEqual([`${place} roleRef.name warning missing-object`]);
  // Every cluster has it.
  expect(check('ClusterRole', 'view')).toEqual([]);
  expect(check('Role', 'reader', { name: 'runners' })).toEqual([`${place} subjects[0].name warning missing-object`]);
  expect(check('Role', 'reader', { namespace: 'shopp' })).toEqual([
    `${place} subjects[0].namespace warning missing-object`,
  ]);
});

test('classes, Services, Secrets and namespaces', () => {
  const claim = (name: string) => ({
    spec: { accessModes: ['ReadWriteOnce'], storageClassName: name, resources: { requests: { storage: '1Gi' } } },
  });
  const set = [
    object('v1 Namespace', 'shop'),
    object('storage.k8s.io/v1 StorageClass', 'premium', { provisioner: 'example.com/disk' }),
    object('networking.k8s.io/v1 IngressClass', 'public', { spec: { controller: 'example.com/c' } }),
    object('v1 Secret', 'web-tls', {}, 'shop'),
    service('catalogue', {}, 'shop'),
    object('v1 PersistentVolumeClaim', 'data', claim('premuim'), 'shopp'),
    statefulSet(
      'db',
      { serviceName: 'cataloge', volumeClaimTemplates: [{ metadata: { name: 'a' }, ...claim('premium-') }] },
      'shop',
    ),
    object(
      'networking.k8s.io/v1 Ingress',
      'web',
      {
        spec: {
          ingressClassName: 'pubilc',
          tls: [{ secretName: 'web-tsl' }],
          defaultBackend: { service: { name: 'catalouge', port: { number: 80 } } },
        },
      },
      'shop',
    ),
  ];
  expect(places(set).filter((line) => line.endsWith('missing-object'))).toEqual([
    'PersistentVolumeClaim shopp/data metadata.namespace warning missing-object',
    'PersistentVolumeClaim shopp/data spec.storageClassName warning missing-object',
    'StatefulSet shop/db spec.serviceName warning missing-object',
    'StatefulSet shop/db spec.volumeClaimTemplates[0].spec.storageClassName warning missing-object',
    'Ingress shop/web spec.ingressClassName warning missing-object',
    'Ingress shop/web spec.defaultBackend.service.name warning missing-object',
  ]);
});

test('webhooks', () => {
  const hooks = (name: string) =>
    object('admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration', 'checks', {
      webhooks: [
        {
          name: 'checks.example.com',
          admissionReviewVersions: ['v1'],
          sideEffects: 'None',
          clientConfig: { service: { name, namespace: 'shop' } },
        },
      ],
    });
  const there = service('webhooks', {}, 'shop');
  expect(places([there, hooks('webhooks')])).toEqual([]);
  expect(places([there, hooks('webhook')])).toEqual([
    'ValidatingWebhookConfiguration checks webhooks[0].clientConfig.service.name warning missing-object',
  ]);
});

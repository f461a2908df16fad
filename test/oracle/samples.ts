// One valid object of every kind that a server of some minor serves, as small as its rules let it be.

export interface Sample {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: object;
  readonly [field: string]: unknown;
}

const pod = { containers: [{ name: 'a', image: 'a' }] };
const selector = { matchLabels: { a: 'b' } };
const template = { metadata: { labels: { a: 'b' } }, spec: pod };
const jobSpec = { template: { spec: { ...pod, restartPolicy: 'Never' } } };
const event = { involvedObject: { kind: 'Pod', namespace: 'default', name: 'a' } };
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a' };
const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'a' };
const flow = { priorityLevelConfiguration: { name: 'a' } };
const review = { resourceAttributes: { namespace: 'default', verb: 'get', resource: 'pods' } };
const match = {
  resourceRules: [{ operations: ['CREATE'], apiGroups: [''], apiVersions: ['v1'], resources: ['pods'] }],
};
const webhook = {
  name: 'a.example.com',
  clientConfig: { url: 'https://example.com/a' },
  admissionReviewVersions: ['v1'],
  sideEffects: 'None',
};
/** Of the name a, by `openssl req`. */
const csr = `-----BEGIN CERTIFICATE REQUEST-----
MIHFMG4CAQAwDDEKMAgGA1UEAwwBYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA
BDjcnCdQJnelMg8cZF0dASf4qoCKdra2Iag09eCVi//ltotayS+nbRceK2rx10QP
3FtqQOKtkK7xkeyaR5RXgwmgADAKBggqhkjOPQQDAgNHADBEAiAWiznr2jaaK1QI
EVS1/lwrtKralhPuKhORgzwoKqht6QIgOPGzimE6nJm2FaQ/UjhvHVf2iRDKljmJ
d8/egHZd6EU=
-----END CERTIFICATE REQUEST-----
`;

const of = (apiVersion: string, kind: string, fields: object = {}, name = 'a'): Sample => ({
  apiVersion,
  kind,
  metadata: { name },
  ...fields,
});

export const samples: readonly Sample[] = [
  of('v1', 'Binding', { target: { kind: 'Node', name: 'a' } }),
  of('v1', 'ConfigMap', { data: { a: 'b' } }),
  of('v1', 'Endpoints'),
  of('v1', 'Event', event),
  of('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] } }),
  of('v1', 'Namespace'),
  of('v1', 'Node'),
  of('v1', 'PersistentVolume', {
    spec: { capacity: { storage: '1Gi' }, accessModes: ['ReadWriteOnce'], hostPath: { path: '/a' } },
  }),
  of('v1', 'PersistentVolumeClaim', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
  }),
  of('v1', 'Pod', { spec: pod }),
  of('v1', 'PodTemplate', { template }),
  of('v1', 'ReplicationController', { spec: { selector: { a: 'b' }, template } }),
  of('v1', 'ResourceQuota', { spec: { hard: { pods: 1 } } }),
  of('v1', 'Secret', { stringData: { a: 'b' } }),
  of('v1', 'Service', { spec: { ports: [{ port: 80 }] } }),
  of('v1', 'ServiceAccount'),
  ...['Mutating', 'Validating'].map((word) =>
    of('admissionregistration.k8s.io/v1', `${word}WebhookConfiguration`, { webhooks: [webhook] }),
  ),
  of('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', {
    spec: { matchConstraints: match, validations: [{ expression: 'object.metadata.name != "b"' }] },
  }),
  of('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicyBinding', {
    spec: { policyName: 'a', validationActions: ['Deny'] },
  }),
  of('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicy', {
    spec: {
      matchConstraints: match,
      reinvocationPolicy: 'Never',
      mutations: [
        {
          patchType: 'JSONPatch',
          jsonPatch: { expression: '[JSONPatch{op: "add", path: "/metadata/labels/a", value: "b"}]' },
        },
      ],
    },
  }),
  of('admissionregistration.k8s.io/v1', 'MutatingAdmissionPolicyBinding', { spec: { policyName: 'a' } }),
  of(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    {
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { plural: 'as', kind: 'A' },
        versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
      },
    },
    'as.example.com',
  ),
  of(
    'apiregistration.k8s.io/v1',
    'APIService',
    {
      spec: {
        group: 'example.com',
        version: 'v1',
        groupPriorityMinimum: 1000,
        versionPriority: 15,
        service: { namespace: 'default', name: 'a' },
        insecureSkipTLSVerify: true,
      },
    },
    'v1.example.com',
  ),
  of('apps/v1', 'ControllerRevision', { revision: 1, data: { a: 'b' } }),
  of('apps/v1', 'DaemonSet', { spec: { selector, template } }),
  of('apps/v1', 'Deployment', { spec: { selector, template } }),
  of('apps/v1', 'ReplicaSet', { spec: { selector, template } }),
  of('apps/v1', 'StatefulSet', { spec: { serviceName: 'a', selector, template } }),
  of('authentication.k8s.io/v1', 'SelfSubjectReview'),
  of('authentication.k8s.io/v1', 'TokenReview', { spec: { token: 'a' } }),
  { apiVersion: 'authorization.k8s.io/v1', kind: 'LocalSubjectAccessReview', spec: { ...review, user: 'a' } },
  { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: review },
  { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectRulesReview', spec: { namespace: 'default' } },
  { apiVersion: 'authorization.k8s.io/v1', kind: 'SubjectAccessReview', spec: { ...review, user: 'a' } },
  of('autoscaling/v1', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: target, maxReplicas: 2 } }),
  of('autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { scaleTargetRef: target, maxReplicas: 2 } }),
  of('batch/v1', 'CronJob', { spec: { schedule: '0 0 * * *', jobTemplate: { spec: jobSpec } } }),
  of('batch/v1', 'Job', { spec: jobSpec }),
  of('certificates.k8s.io/v1', 'CertificateSigningRequest', {
    spec: { request: Buffer.from(csr).toString('base64'), signerName: 'example.com/a', usages: ['client auth'] },
  }),
  of('coordination.k8s.io/v1', 'Lease'),
  of('discovery.k8s.io/v1', 'EndpointSlice', { addressType: 'IPv4', endpoints: [{ addresses: ['10.0.0.1'] }] }),
  of('events.k8s.io/v1', 'Event', {
    eventTime: '2026-01-01T00:00:00.000000Z',
    type: 'Normal',
    action: 'A',
    reason: 'A',
    reportingController: 'example.com/a',
    reportingInstance: 'a',
    regarding: event.involvedObject,
  }),
  ...['v1', 'v1beta3', 'v1beta2'].flatMap((version) => [
    of(`flowcontrol.apiserver.k8s.io/${version}`, 'FlowSchema', { spec: flow }),
    of(`flowcontrol.apiserver.k8s.io/${version}`, 'PriorityLevelConfiguration', {
      spec: {
        type: 'Limited',
        limited: {
          [version === 'v1beta2' ? 'assuredConcurrencyShares' : 'nominalConcurrencyShares']: 1,
          limitResponse: { type: 'Reject' },
        },
      },
    }),
  ]),
  of(
    'networking.k8s.io/v1',
    'IPAddress',
    { spec: { parentRef: { resource: 'services', namespace: 'default', name: 'a' } } },
    '10.0.0.1',
  ),
  of('networking.k8s.io/v1', 'Ingress', {
    spec: { defaultBackend: { service: { name: 'a', port: { number: 80 } } } },
  }),
  of('networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'example.com/a' } }),
  of('networking.k8s.io/v1', 'NetworkPolicy', { spec: { podSelector: {} } }),
  of('networking.k8s.io/v1', 'ServiceCIDR', { spec: { cidrs: ['10.1.0.0/16'] } }),
  of('node.k8s.io/v1', 'RuntimeClass', { handler: 'a' }),
  of('policy/v1', 'PodDisruptionBudget', { spec: { minAvailable: 1, selector } }),
  ...['ClusterRole', 'Role'].map((kind) =>
    of('rbac.authorization.k8s.io/v1', kind, { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] }),
  ),
  ...['ClusterRoleBinding', 'RoleBinding'].map((kind) =>
    of('rbac.authorization.k8s.io/v1', kind, {
      roleRef,
      subjects: [{ kind: 'ServiceAccount', namespace: 'default', name: 'a' }],
    }),
  ),
  of('resource.k8s.io/v1', 'DeviceClass'),
  of('resource.k8s.io/v1', 'ResourceClaim', {
    spec: { devices: { requests: [{ name: 'a', exactly: { deviceClassName: 'a' } }] } },
  }),
  of('resource.k8s.io/v1', 'ResourceClaimTemplate', {
    spec: { spec: { devices: { requests: [{ name: 'a', exactly: { deviceClassName: 'a' } }] } } },
  }),
  of('resource.k8s.io/v1', 'ResourceSlice', {
    spec: {
      driver: 'example.com',
      pool: { name: 'a', generation: 1, resourceSliceCount: 1 },
      nodeName: 'a',
      devices: [{ name: 'a' }],
    },
  }),
  of('scheduling.k8s.io/v1', 'PriorityClass', { value: 1 }),
  of('storage.k8s.io/v1', 'CSIDriver', { spec: { attachRequired: false } }),
  of('storage.k8s.io/v1', 'CSINode', { spec: { drivers: [{ name: 'a', nodeID: 'a' }] } }),
  of('storage.k8s.io/v1', 'CSIStorageCapacity', { storageClassName: 'a' }),
  of('storage.k8s.io/v1', 'StorageClass', { provisioner: 'example.com/a' }),
  of('storage.k8s.io/v1', 'VolumeAttachment', {
    spec: { attacher: 'a', nodeName: 'a', source: { persistentVolumeName: 'a' } },
  }),
  of('storage.k8s.io/v1', 'VolumeAttributesClass', { driverName: 'example.com', parameters: { a: 'b' } }),
];

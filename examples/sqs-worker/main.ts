// What the worker needs in a cluster: an account that may do what it does and nothing else, and its own Deployment. The program is a package of its own:
// README.md.
import { ApiObject, App, Chart } from 'cdk8s';
import { Service } from 'cdk8s-kam';

const namespace = 'jobs';
const name = 'sqs-worker';
const queues = 'https://sqs.eu-central-1.amazonaws.com/111122223333';

const app = new App();
const chart = new Chart(app, name, { namespace, disableResourceNameHashes: true });

new ApiObject(chart, 'account', {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: {
    name,
    // On EKS: the role that may use the two queues.
    annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::111122223333:role/sqs-worker' },
  },
});
new ApiObject(chart, 'role', {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name },
  rules: [
    { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'get', 'list', 'watch', 'patch'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch'] },
  ],
});
new ApiObject(chart, 'binding', {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name },
  subjects: [{ kind: 'ServiceAccount', name, namespace }],
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
});

new Service(chart, 'worker', {
  name,
  replicas: 2,
  pod: {
    serviceAccountName: name,
    // A callback that is being sent may take 18 seconds.
    terminationGracePeriodSeconds: 60,
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  },
  containers: {
    worker: {
      image: 'registry.example.com/sqs-worker:0.1.0',
      env: {
        AWS_REGION: 'eu-central-1',
        QUEUE_URL: `${queues}/jobs`,
        DEAD_LETTER_QUEUE_URL: `${queues}/jobs-dead`,
        NAMESPACE: namespace,
        CALLBACK_HOSTS: 'hooks.example.com',
        MAX_ACTIVE_JOBS: '50',
      },
      livenessProbe: { probeHandler: { url: 'http://localhost:8080/healthz' }, periodSeconds: 20 },
      resources: { cpu: '100m-1', memory: '128Mi-512Mi' },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    },
  },
});

app.synth();

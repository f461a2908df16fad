// What the plugin needs in a cluster: an account that may do what it does and nothing else, and the Launcher's own Deployment, in which an init
// container puts the plugin beside the Launcher that starts it. Its program is a package of its own: README.md.
import { ApiObject, App, Chart } from 'cdk8s';
import { Service } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'launcher-plugin', { namespace: 'jobs', disableResourceNameHashes: true });
const name = 'launcher';

new ApiObject(chart, 'account', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } });
new ApiObject(chart, 'role', {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name },
  rules: [
    { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'list', 'watch', 'patch', 'delete'] },
    { apiGroups: [''], resources: ['pods'], verbs: ['list', 'watch', 'deletecollection'] },
    { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
    // For jobs that expose ports.
    { apiGroups: [''], resources: ['services'], verbs: ['create'] },
  ],
});
new ApiObject(chart, 'binding', {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'RoleBinding',
  metadata: { name },
  subjects: [{ kind: 'ServiceAccount', name, namespace: 'jobs' }],
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name },
});

const plugin = '/opt/launcher-plugin';
new ApiObject(chart, 'settings', {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name },
  data: {
    'launcher.conf': `[server]
address=0.0.0.0
port=5559
server-user=rstudio-server
authorization-enabled=1

[cluster]
name=Kubernetes
type=Kubernetes
exe=${plugin}/launcher-plugin
`,
  },
});

new Service(chart, 'launcher', {
  name,
  ports: [{ port: 5559 }],
  pod: {
    serviceAccountName: name,
    volumes: [
      { name: 'plugin', emptyDir: {} },
      { name: 'settings', configMap: { name } },
    ],
  },
  initContainers: {
    plugin: {
      image: 'registry.example.com/launcher-plugin:0.1.0',
      command: ['cp', '-r', `${plugin}/.`, '/plugin'],
      volumeMounts: [{ name: 'plugin', mountPath: '/plugin' }],
      resources: { cpu: '50m-500m', memory: '32Mi-128Mi' },
    },
  },
  containers: {
    launcher: {
      // Any image that has the Launcher.
      image: 'rstudio/rstudio-workbench:jammy-2024.12.0',
      volumeMounts: [
        { name: 'plugin', mountPath: plugin, readOnly: true },
        { name: 'settings', mountPath: '/etc/rstudio/launcher.conf', subPath: 'launcher.conf', readOnly: true },
      ],
      resources: { cpu: '250m-2', memory: '512Mi-2Gi' },
    },
  },
});

app.synth();

// Every example of the KAM workload page, as constructs.
import { App, Chart } from 'cdk8s';
import { Job, Secret, Service } from 'cdk8s-kam';

const app = new App();
const chart = new Chart(app, 'kam', { disableResourceNameHashes: true });

// Job: busybox, every hour.
new Job(chart, 'echo-job', {
  schedule: '0 * * * *',
  containers: {
    busybox: { image: 'busybox:1.28', command: ['/bin/sh', '-c', 'echo hello'] },
  },
});

// Secret: user name and password; they are empty on the page.
const basicAuth = new Secret(chart, 'basic-auth', { type: 'basic', data: { username: '', password: '' } });

// Container, FileSpec, Lifecycle, Exec, Http, Probe and Tcp: together they make a Service.
new Service(chart, 'web', {
  ports: [{ port: 80 }],
  containers: {
    web: {
      image: 'nginx:latest',
      command: ['/bin/sh', '-c', 'echo hi'],
      env: { name: 'value', USERNAME: basicAuth.ref('username') },
      resources: { cpu: '2', memory: '4Gi' },
      files: { '/tmp/file.txt': { content: 'some file contents', mode: '0777' } },
      lifecycle: { preStop: { command: ['preStop.sh'] }, postStart: { url: 'http://localhost:80' } },
      livenessProbe: { probeHandler: { path: '/healthz' }, initialDelaySeconds: 10 },
      readinessProbe: { probeHandler: { url: 'http://localhost:80', headers: { 'X-HEADER': 'VALUE' } } },
      startupProbe: { probeHandler: { command: ['probe.sh'] } },
    },
    socket: {
      image: 'alpine/socat:1.8.0.0',
      args: ['tcp-listen:1234,fork', 'exec:cat'],
      livenessProbe: { probeHandler: { url: 'tcp://localhost:1234' } },
    },
  },
});

app.synth();

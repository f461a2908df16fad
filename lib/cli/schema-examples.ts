// One small, valid example of everything that has a JSON Schema; a test reads each of them.
const container = {
  image: 'busybox:1.28',
  command: ['/bin/sh', '-c', 'echo hello'],
  env: { MODE: 'prod', PASSWORD: 'secret://db/password' },
  resources: { cpu: '250m-1', memory: '128Mi-1Gi' },
};
const http = { url: 'http://localhost:8080/healthz' };

export const EXAMPLES = {
  manifest: [
    {
      type: 'job',
      name: 'gstogs',
      labels: 'app:gstogs',
      'image-source': 'quay.io/example/gstogs:1.4',
      schedule: '0 5 * * *',
      env: [{ name: 'MODE', value: 'prod' }],
      'memory-limit': '512Mi',
    },
  ],
  sqs: [
    {
      id: '31a89a91-43d8-4786-a195-9b25cec28a44',
      service: 'example',
      job: { prefixName: 'bb', namespace: 'default', image: 'busybox:1.28', command: ['/bin/sh', '-c', 'echo hello'] },
    },
  ],
  launcher: [
    { id: '52', name: 'Fit model', user: 'jane', command: 'Rscript fit.R', container: { image: 'rocker/r-ver:4.4.1' } },
  ],
  kam: [{ echo: { containers: { busybox: container }, schedule: '0 * * * *' } }],
  'sqs-callback': [
    {
      id: '31a89a91-43d8-4786-a195-9b25cec28a44',
      status: 1,
      detail: { podId: '0d9a2c1e', podName: 'bb-1a2b3c4d-x7k2p' },
    },
  ],
  Workload: [{ kind: 'Job', name: 'echo', containers: { busybox: container } }],
  Job: [{ schedule: '0 5 * * *', timeZone: 'Europe/Paris', containers: { busybox: container } }],
  Service: [{ replicas: 2, ports: [{ port: 80, targetPort: 8080 }], containers: { web: { image: 'nginx:1.27' } } }],
  Secret: [{ type: 'basic', data: { username: 'etl', password: 'from-your-vault' } }],
  Container: [container],
  Probe: [{ probeHandler: http, periodSeconds: 10 }],
  Lifecycle: [{ preStop: { command: ['/drain.sh'] } }],
  FileSpec: [{ content: 'a=1\n', mode: '0644' }],
  Exec: [{ command: ['/bin/true'] }],
  Http: [http],
  Tcp: [{ url: 'tcp://localhost:5432' }],
  Grpc: [{ url: 'grpc://localhost:9000/health' }],
} as const;

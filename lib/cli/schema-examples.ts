// One small, valid example of every part of the model that has a JSON Schema; a test checks each of them.
const container = {
  image: 'busybox:1.28',
  command: ['/bin/sh', '-c', 'echo hello'],
  env: { MODE: 'prod', PASSWORD: 'secret://db/password' },
  resources: { cpu: '250m-1', memory: '128Mi-1Gi' },
};
const http = { url: 'http://localhost:8080/healthz' };

export const EXAMPLES = {
  Workload: { kind: 'Job', name: 'echo', containers: { busybox: container } },
  Job: { schedule: '0 5 * * *', timeZone: 'Europe/Paris', containers: { busybox: container } },
  Service: { replicas: 2, ports: [{ port: 80, targetPort: 8080 }], containers: { web: { image: 'nginx:1.27' } } },
  Secret: { type: 'basic', data: { username: 'etl', password: 'from-your-vault' } },
  Container: container,
  Probe: { probeHandler: http, periodSeconds: 10 },
  Lifecycle: { preStop: { command: ['/drain.sh'] } },
  FileSpec: { content: 'a=1\n', mode: '0644' },
  Exec: { command: ['/bin/true'] },
  Http: http,
  Tcp: { url: 'tcp://localhost:5432' },
  Grpc: { url: 'grpc://localhost:9000/health' },
} as const;

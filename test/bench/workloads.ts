// The work of spec performance.md: N workloads, 60 % Job or CronJob and 40 % Deployment with Service, each with image, command, three env values and
// one secret reference, requests and limits, an HTTP readiness and an exec liveness probe, one mounted file, labels.
import type { Workload } from '../../lib/workload/model/workload';

/** The workload at a position, as data. */
export function workloadAt(index: number): Workload {
  const name = `w${index}`;
  const base = {
    name,
    labels: { app: name, tier: 'bench' },
    containers: {
      main: {
        image: `registry.example.com/team/app:${index}`,
        command: ['/bin/sh', '-c', 'exec /app/run --all'],
        env: { MODE: 'prod', LEVEL: 'info', REGION: `r${index % 7}`, PASSWORD: 'secret://db/password' },
        resources: { cpu: '250m-1', memory: '128Mi-1Gi' },
        files: { '/etc/app/config.ini': { content: `[app]\nindex=${index}\n`, mode: '0644' } },
        readinessProbe: { probeHandler: { url: 'http://localhost:8080/ready' }, periodSeconds: 5 },
        livenessProbe: { probeHandler: { command: ['/bin/true'] }, initialDelaySeconds: 10 },
      },
    },
  } as const;
  if (index % 5 >= 3) return { kind: 'Service', ...base, replicas: 2, ports: [{ port: 80, targetPort: 8080 }] };
  return index % 5 === 0
    ? { kind: 'Job', ...base, backoffLimit: 2 }
    : { kind: 'Job', ...base, schedule: '0 5 * * *', timeZone: 'Europe/Paris' };
}

/** The first `count` workloads. */
export const workloads = (count: number): Workload[] => Array.from({ length: count }, (_, index) => workloadAt(index));

// The same work as a helm chart: a template over a list of values; and helm, as it is on PATH or as Go builds it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, go } from '../tools/build';

const PROGRAM = 'helm.sh/helm/v3/cmd/helm@v3.19.0';

let program: string | undefined;

/** helm's program, built on first use (some minutes); undefined where neither helm nor Go is. */
export function helmProgram(): string | undefined {
  return (program ??= runs('helm') ? 'helm' : runs('go') ? join(built(), 'helm') : undefined);
}

const runs = (name: string): boolean => spawnSync(name, ['version'], { stdio: 'ignore' }).status === 0;

const built = (): string =>
  cached('helm-3.19.0', [PROGRAM, go('/', ['env', 'GOVERSION'])], (target) => {
    go('/', ['install', '-trimpath', PROGRAM], { GOBIN: target });
  });

/** Writes a chart that makes `count` workloads. */
export function writeHelmChart(folder: string, count: number): void {
  mkdirSync(join(folder, 'templates'), { recursive: true });
  writeFileSync(join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: bench\nversion: 1.0.0\n');
  const items = Array.from({ length: count }, (_, index) => {
    const kind = index % 5 >= 3 ? 'Deployment' : index % 5 === 0 ? 'Job' : 'CronJob';
    return `  - { index: ${index}, kind: ${kind}, region: r${index % 7} }\n`;
  });
  writeFileSync(join(folder, 'values.yaml'), `workloads:\n${items.join('')}`);
  writeFileSync(join(folder, 'templates', 'all.yaml'), TEMPLATE);
}

const TEMPLATE = `{{- define "pod" }}
{{- if ne .kind "Deployment" }}
restartPolicy: Never
{{- end }}
containers:
  - name: main
    image: registry.example.com/team/app:{{ .index }}
    command: ["/bin/sh", "-c", "exec /app/run --all"]
    {{- if eq .kind "Deployment" }}
    ports:
      - containerPort: 8080
    {{- end }}
    env:
      - { name: MODE, value: prod }
      - { name: LEVEL, value: info }
      - { name: REGION, value: {{ .region }} }
      - name: PASSWORD
        valueFrom:
          secretKeyRef: { name: db, key: password }
    resources:
      requests: { cpu: 250m, memory: 128Mi }
      limits: { cpu: "1", memory: 1Gi }
    volumeMounts:
      - { name: main-files, mountPath: /etc/app/config.ini, subPath: etc_app_config.ini }
    livenessProbe:
      exec: { command: ["/bin/true"] }
      initialDelaySeconds: 10
    readinessProbe:
      httpGet: { port: 8080, path: /ready, scheme: HTTP }
      periodSeconds: 5
volumes:
  - name: main-files
    configMap:
      name: w{{ .index }}-main-files
      items: [{ key: etc_app_config.ini, path: etc_app_config.ini, mode: 420 }]
{{- end }}
{{- range .Values.workloads }}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: w{{ .index }}-main-files
  labels: { app: w{{ .index }}, tier: bench }
data:
  etc_app_config.ini: |
    [app]
    index={{ .index }}
---
apiVersion: {{ eq .kind "Deployment" | ternary "apps/v1" "batch/v1" }}
kind: {{ .kind }}
metadata:
  name: w{{ .index }}
  labels: { app: w{{ .index }}, tier: bench }
spec:
  {{- if eq .kind "Deployment" }}
  replicas: 2
  selector:
    matchLabels: { app.kubernetes.io/name: w{{ .index }} }
  template:
    metadata:
      labels: { app: w{{ .index }}, tier: bench, app.kubernetes.io/name: w{{ .index }} }
      annotations: { cdk8s-kam/files-checksum: {{ printf "[app]\\nindex=%v\\n" .index | sha256sum | trunc 16 | quote }} }
    spec: {{- include "pod" . | nindent 6 }}
  {{- else if eq .kind "Job" }}
  backoffLimit: 2
  template:
    metadata:
      labels: { app: w{{ .index }}, tier: bench }
    spec: {{- include "pod" . | nindent 6 }}
  {{- else }}
  schedule: "0 5 * * *"
  timeZone: Europe/Paris
  jobTemplate:
    spec:
      template:
        metadata:
          labels: { app: w{{ .index }}, tier: bench }
        spec: {{- include "pod" . | nindent 10 }}
  {{- end }}
{{- if eq .kind "Deployment" }}
---
apiVersion: v1
kind: Service
metadata:
  name: w{{ .index }}
  labels: { app: w{{ .index }}, tier: bench }
spec:
  selector: { app.kubernetes.io/name: w{{ .index }} }
  ports:
    - { port: 80, targetPort: 8080 }
{{- end }}
{{- end }}
`;

// The schemas and kubeconform itself: what they must flag and what they must let through.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { versions } from '../tools/build';
import { kubeconform, kubeconformFolder } from './kubeconform';

jest.setTimeout(60_000);

const deployment = (container = '', spec = ''): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, creationTimestamp: null }
spec:
  ${spec}
  strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 25% } }
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx
          resources: { limits: { cpu: 1, memory: 1Gi }, requests: { cpu: 0.5 } }
          readinessProbe: { httpGet: { port: http, path: / } }
          livenessProbe: { tcpSocket: { port: 80 } }
          ${container}
`;

const httpRoute = (rule = ''): string => `
apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata: { name: web }
spec:
  parentRefs: [{ name: gateway }]
  hostnames: [a.example.com]
  rules:
    - matches: [{ path: { type: PathPrefix, value: /web } }]
      filters: [{ type: URLRewrite, urlRewrite: { path: { type: ReplacePrefixMatch, replacePrefixMatch: / } } }]
      timeouts: { request: 30s }
      sessionPersistence: { sessionName: web, type: Cookie }
      backendRefs: [{ name: web, port: 80 }]
      ${rule}
`;

const externalSecret = (spec = ''): string => `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db }
spec:
  refreshInterval: 1h
  secretStoreRef: { name: vault, kind: SecretStore }
  target: { name: db }
  data: [{ secretKey: password, remoteRef: { key: db/prod, property: password } }]
  ${spec}
`;

const mapping = (spec = ''): string => `
apiVersion: getambassador.io/v3alpha1
kind: Mapping
metadata: { name: web }
spec:
  hostname: "*"
  prefix: /web/
  service: web.default:80
  timeout_ms: 3000
  bypass_auth: true
  resolver: endpoint
  ambassador_id: [a]
  load_balancer: { policy: ring_hash, cookie: { name: web, path: /, ttl: 0s } }
  ${spec}
`;

describe.each(versions)('kubeconform with the schemas of %s', (version) => {
  test('takes valid objects of every origin, many in one run', async () => {
    const texts = [deployment(), [httpRoute(), externalSecret(), mapping()].join('---'), deployment('env: null')];
    expect(await kubeconform(texts, version)).toEqual({ valid: true, objects: 5, errors: [] });
  });

  test.each([
    ['an unknown field', deployment('imagePullPolice: Always'), 'imagePullPolice'],
    ['a wrong type', deployment('', 'replicas: "1"'), 'replicas'],
    ['a fraction for an integer', deployment('', 'replicas: 1.5'), 'replicas'],
    ['a number for a string', deployment('env: [{ name: A, value: 1 }]'), 'value'],
    ['a missing required field', deployment('env: [{ value: a }]'), 'name'],
    ['a list for a map', deployment().replace('labels: { app: web }', 'labels: [app]'), 'labels'],
    ['a boolean for a quantity', deployment().replace('memory: 1Gi', 'memory: true'), 'memory'],
    ['a time that is none', deployment().replace('creationTimestamp: null', 'creationTimestamp: noon'), 'date-time'],
    ['a doubled key', deployment('image: nginx'), 'image'],
    ['an unknown kind', deployment().replace('kind: Deployment', 'kind: Deploy'), 'Deploy'],
    ['an unknown field of a HTTPRoute', httpRoute('retries: 3'), 'retries'],
    ['a pattern of a HTTPRoute', httpRoute().replace('30s', 'soon'), 'request'],
    ['an unknown field of an ExternalSecret', externalSecret('store: vault'), 'store'],
    ['an enum of an ExternalSecret', externalSecret().replace('kind: SecretStore', 'kind: Store'), 'secretStoreRef'],
    ['an unknown field of a Mapping', mapping('timeout: 3'), 'timeout'],
    ['an enum of a Mapping', mapping().replace('ring_hash', 'random'), 'policy'],
    ['broken YAML', 'a: [', 'yaml'],
  ])('flags %s', async (_, text, part) => {
    const { valid, errors } = await kubeconform([deployment(), text], version);
    expect(valid).toBe(false);
    expect(errors).toEqual([expect.objectContaining({ source: 1, message: expect.stringContaining(part) })]);
  });

  test('nothing to look at is not valid', async () => {
    expect(await kubeconform('# empty', version)).toEqual({ valid: false, objects: 0, errors: [] });
  });

  test('reads a folder and what is in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kubeconform-test-'));
    try {
      mkdirSync(join(folder, 'a'));
      writeFileSync(join(folder, 'good.yaml'), mapping());
      writeFileSync(join(folder, 'a', 'bad.yaml'), mapping('x: 1'));
      const { valid, objects, errors } = await kubeconformFolder(folder, version);
      expect({ valid, objects, sources: errors.map(({ source }) => source) }).toEqual({
        valid: false,
        objects: 2,
        sources: ['bad.yaml'],
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

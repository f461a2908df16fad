// npm run bench:growth: what a large or hostile input costs grows with its size, not with its square. Each row is run at a size and at four times
// that size, the better of five each; a row that takes more than nine times as long for four times as much is named, and the exit code is 1.
import type { DialectName } from '../../lib/dialects/dialect';
import { read } from '../../lib/read';
import { sqs } from '../../lib/dialects/sqs';
import { literal } from '../../lib/dialects/launcher/literal';
import { manifest } from '../../lib/dialects/manifest';
import { cronProblem } from '../../lib/kube/values/cron';
import { quantityProblem } from '../../lib/kube/values/quantity';
import { validateManifests } from '../../lib/kube/set';
import { validateManifest } from '../../lib/kube/validate';
import { nearest } from '../../lib/report/suggest';
import { parseText } from '../../lib/text/parse';
import { checkWorkload } from '../../lib/workload/manifests';
import { convertWith } from '../dialects/convert';

const many = <T>(count: number, item: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => item(i));
const keyed = <T>(count: number, item: (index: number) => T): Record<string, T> =>
  Object.fromEntries(many(count, (index) => [`k${index}`, item(index)]));
const keyedBy = <T = string>(count: number, start: string, item: T = 'x' as T): Record<string, T> =>
  Object.fromEntries(many(count, (index) => [`${start}${index}`, item]));

const deployment = (name: string, spec: object, labels: object = { app: name }): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec } },
});
const service = (name: string, selector: object): object => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector, ports: [{ port: 80 }] },
});
const container = { name: 'web', image: 'nginx:1.27', ports: [{ containerPort: 80 }] };

const app = (container: object, workload: object = {}): object => ({
  web: { ...workload, containers: { a: { image: 'a:1', ...container } } },
});
const task = { type: 'service', name: 'a', labels: 'a:b', 'image-source': 'a:1', 'container-port': 80 };
const run = { id: 'a', command: 'a', container: { image: 'a:1' } };
const message = (job: object): object => ({ id: 'a', service: 'a', job: { prefixName: 'a', image: 'a:1', ...job } });
const bad = (size: number): Record<string, string> => keyed(size, () => 'bad value!');

/** Documents in which every item of a list or map is wrong, by what they are. */
const wrong: Record<string, readonly [DialectName, (size: number) => object]> = {
  labels: ['kam', (size) => app({}, { labels: bad(size) })],
  'annotations by key': ['kam', (size) => app({}, { annotations: keyedBy(size, '-k') })],
  'variables by name': ['kam', (size) => app({ env: keyedBy(size, '=') })],
  'variables by type': ['kam', (size) => app({ env: keyed(size, () => 1) })],
  files: ['kam', (size) => app({ files: keyed(size, () => ({ content: 'a' })) })],
  dirs: ['kam', (size) => app({ dirs: keyed(size, () => 'pvc') })],
  resources: ['kam', (size) => app({ resources: keyed(size, () => 'x-y') })],
  containers: ['kam', (size) => ({ web: { containers: keyed(size, () => ({ image: 'a b' })) } })],
  'init containers by name': ['kam', (size) => app({}, { initContainers: keyedBy(size, 'K_', { image: 'a b' }) })],
  secrets: ['kam', (size) => app({}, { secrets: keyedBy(size, '-', { type: 'opaque', data: { 'a b': 'x' } }) })],
  'data of a secret': ['kam', (size) => app({}, { secrets: { s: { type: 'opaque', data: keyedBy(size, ' ') } } })],
  ports: ['kam', (size) => app({}, { ports: many(size, (index) => ({ port: 70_000 + index })) })],
  accessories: [
    'kam',
    (size) => ({ web: { workload: { containers: { a: { image: 'a:1' } } }, accessories: bad(size) } }),
  ],
  'headers of a probe': [
    'kam',
    (size) =>
      app({ livenessProbe: { probeHandler: { _type: 'Http', url: 'http://a:80', headers: keyedBy(size, ' ') } } }),
  ],
  tolerations: ['kam', (size) => app({}, { pod: { tolerations: many(size, () => ({ key: 'a b', effect: 'x' })) } })],
  'node selector': ['kam', (size) => app({}, { pod: { nodeSelector: bad(size) } })],
  applications: ['kam', (size) => keyed(size, () => ({ containers: { a: { image: 'a b' } } }))],
  'labels of one text': [
    'manifest',
    (size) => ({ ...task, labels: many(size, (index) => `k${index}:bad value!`).join() }),
  ],
  env: ['manifest', (size) => ({ ...task, env: many(size, (index) => ({ name: `=${index}`, value: '' })) })],
  'env of one name': ['manifest', (size) => ({ ...task, env: many(size, () => ({ name: 'A', value: '' })) })],
  'env of a wrong shape': ['manifest', (size) => ({ ...task, env: many(size, () => ({ nam: 'A', value: 1 })) })],
  volumes: [
    'manifest',
    (size) => ({ ...task, volumes: many(size, (index) => ({ mountPath: `/:${index}`, emptyDir: {} })) }),
  ],
  'volumes of one name': [
    'manifest',
    (size) => ({ ...task, volumes: many(size, (i) => ({ name: 'x', mountPath: '/a', hostPath: { path: `/${i}` } })) }),
  ],
  'node-selector': ['manifest', (size) => ({ ...task, 'node-selector': bad(size) })],
  config: ['launcher', (size) => ({ ...run, config: many(size, (index) => ({ name: `a b ${index}`, value: 'x' })) })],
  'config of secrets': [
    'launcher',
    (size) => ({ ...run, config: many(size, (index) => ({ name: 'secret', value: `A B:c d:E=${index}` })) }),
  ],
  environment: [
    'launcher',
    (size) => ({ ...run, environment: many(size, (index) => ({ name: `=${index}`, value: '' })) }),
  ],
  placementConstraints: [
    'launcher',
    (size) => ({ ...run, placementConstraints: many(size, (index) => ({ name: `-a ${index}`, value: 'x y' })) }),
  ],
  exposedPorts: [
    'launcher',
    (size) => ({ ...run, exposedPorts: many(size, (index) => ({ targetPort: 70_000 + index, protocol: 'x' })) }),
  ],
  mounts: [
    'launcher',
    (size) => ({
      ...run,
      mounts: many(size, (i) => ({ mountPath: `a:${i}`, mountSource: { type: 'host', source: { path: '../x' } } })),
    }),
  ],
  resourceLimits: [
    'launcher',
    (size) => ({ ...run, resourceLimits: many(size, () => ({ type: 'cpuCount', value: 'x' })) }),
  ],
  'variables of a message': [
    'sqs',
    (size) => message({ env: many(size, (index) => ({ name: `=${index}`, value: '' })) }),
  ],
  envRef: ['sqs', (size) => message({ envRef: many(size, () => ({ name: 'A B', type: 'secret' })) })],
  command: ['sqs', (size) => message({ command: many(size, () => 1) })],
};

/** What is run, the size it starts at, and what is made of a size beforehand. */
const rows: Record<string, readonly [number, (size: number) => () => unknown]> = {
  'a workload with references to missing keys': [
    2000,
    (size) => {
      const data = Object.fromEntries(many(size, (index) => [`k${index}`, '']));
      const env = Object.fromEntries(many(size, (index) => [`A${index}`, `secret://s/kk${index}`]));
      const containers = { main: { image: 'busybox:1.28', env } };
      return () => checkWorkload({ kind: 'Job', name: 'echo', containers, secrets: { s: { type: 'opaque', data } } });
    },
  ],
  'a manifest with many labels, variables and volumes': [
    2000,
    (size) => {
      const document = {
        type: 'service',
        name: 'web',
        'image-source': 'nginx:1.27',
        'container-port': 80,
        labels: many(size, (index) => `k${index}:v`).join(','),
        env: many(size, (index) => ({ name: `V${index % (size / 2)}`, value: 'x' })),
        volumes: many(size, (index) => ({ mountPath: `/m${index}`, emptyDir: {} })),
      };
      return () => convertWith(manifest, document, {});
    },
  ],
  'a message with unknown keys': [10_000, (size) => () => convertWith(sqs, { job: keyed(size, () => 1) }, {})],
  'a pod with mounts of missing volumes': [
    2000,
    (size) => {
      const volumes = many(size, (index) => ({ name: `v${index}`, emptyDir: {} }));
      const volumeMounts = many(size, (index) => ({ name: `w${index}`, mountPath: `/m${index}` }));
      const object = deployment('web', {
        volumes,
        containers: [{ ...container, volumeMounts }],
        ...keyed(size, () => 1),
      });
      return () => validateManifest(object);
    },
  ],
  'a set of objects that select each other': [
    1000,
    (size) => {
      const objects = many(size, (index) => [
        service(`s${index}`, { app: 'x', id: `${index}` }),
        deployment(`d${index}`, { containers: [container] }, { app: 'x', id: `${index}` }),
      ]).flat();
      return () => validateManifests(objects);
    },
  ],
  'names that are nearly there': [
    1_000,
    (size) => {
      const objects = many(size, (index) => [
        { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: `account-of-${index}` } },
        deployment(`d${index}`, { containers: [container], serviceAccountName: `acount-of-${index + 1}` }),
      ]).flat();
      return () => validateManifests(objects);
    },
  ],
  'selectors of everything': [
    1_000,
    (size) => {
      const labels = (index: number): object => ({ app: 'x', id: `${index}` });
      const objects = many(size, (index) => [
        deployment(`d${index}`, { containers: [container] }, labels(index)),
        {
          ...service(`s${index}`, { app: 'x' }),
          spec: { selector: { app: 'x' }, ports: [{ port: 80, targetPort: 'http' }] },
        },
        {
          apiVersion: 'policy/v1',
          kind: 'PodDisruptionBudget',
          metadata: { name: `b${index}` },
          spec: { minAvailable: 1, selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } },
        },
      ]).flat();
      return () => validateManifests(objects);
    },
  ],
  'a namespace with rules for all': [
    500,
    (size) => {
      const hard = { pods: '1', 'requests.cpu': '1', 'limits.memory': '1Gi' };
      const placed = (object: object): object => ({ ...object, metadata: { name: 'x', namespace: 'n' } });
      const objects = [
        {
          apiVersion: 'v1',
          kind: 'Namespace',
          metadata: { name: 'n', labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
        },
        placed({ apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard } }),
        placed({ apiVersion: 'v1', kind: 'LimitRange', spec: { limits: [{ type: 'Container', max: { cpu: '1' } }] } }),
        ...many(size, (index) => placed(deployment(`d${index}`, { containers: [container] }))),
      ];
      return () => validateManifests(objects);
    },
  ],
  'a word with neighbours': [
    20_000,
    (size) => () =>
      nearest(
        'nmae'.repeat(3),
        many(size, (index) => `name${index}`),
      ),
  ],
  'a huge word': [1_000_000, (size) => () => nearest('a'.repeat(size), ['a', 'aa'])],
  'a literal without end': [100_000, (size) => () => literal('$('.repeat(size), new Set(['A']))],
  'a literal with one end': [100_000, (size) => () => literal(`${'$(A'.repeat(size)})`, new Set(['A']))],
  ...Object.fromEntries(
    Object.entries(wrong).map(([what, [dialect, make]]) => [
      `wrong ${what} (${dialect})`,
      [
        4000,
        (size: number) => {
          const text = JSON.stringify(make(size));
          return () => read(text, { dialect }).problems.length;
        },
      ] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['0', '1', 'm', '0.', 'Ki'].map((part) => [
      `a quantity of ${part}`,
      [200_000, (size: number) => () => quantityProblem(`${part.repeat(size)}x`)] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['*', '1,', '-', '/', 'a', '\n '].map((part) => [
      `a schedule of ${JSON.stringify(part)}`,
      [100_000, (size: number) => () => cronProblem(`${part.repeat(size)} * * * *`)] as const,
    ]),
  ),
  ...Object.fromEntries(
    ['[', '{"a":', '- ', 'a: ', '&a ', '*a ', '"', '|\n', '---\n', '{}\n', 'a:\n', '- |\n  x\n', ' '].flatMap((piece) =>
      ['x.json', 'x.yaml'].map((file) => [
        `a text of ${JSON.stringify(piece)} as ${file}`,
        [100_000, (size: number) => () => parseText(piece.repeat(size / piece.length), { file })] as const,
      ]),
    ),
  ),
};

/** The least of five runs, in milliseconds. */
function least(run: () => unknown): number {
  return Math.min(
    ...many(5, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    }),
  );
}

let slow = 0;
for (const [name, [size, make]] of Object.entries(rows)) {
  const [once, more] = [least(make(size)), least(make(4 * size))];
  // What takes next to no time at either size has no growth to speak of; a square would show in it.
  const fine = more < 100 || more / once < 9;
  if (!fine) slow++;
  const times = `${once.toFixed(1)} ms, four times as much ${more.toFixed(1)} ms`;
  console.log(`${fine ? '  ' : '! '}${name}: ${times} (${(more / once).toFixed(1)} times as long)`);
}
if (slow > 0) process.exitCode = 1;

// apiserver-rules.md, sections 2 and 3: how JSON is read, and quantities.
import { a, base, type Case, container, field, pod, plus, raw } from './case';

export const reading: Case[] = [
  // Unknown fields, in every place and with the case of letters.
  ...field('Deployment', 'spec', { refuses: [plus({ extra: 1 }), plus({ Replicas: 1 }), plus({ managedBy: 'a' })] }),
  ...field('Job', 'spec', {
    refuses: [plus({ managedBy: 'a' }), plus({ successPolicy: {} }), plus({ schedule: '* * * * *' })],
  }),
  ...field('Deployment', 'metadata', { refuses: [plus({ Labels: {} }), plus({ label: {} })] }),
  ...pod('P', { refuses: [plus({ restartpolicy: 'Never' }), plus({ securitycontext: {} })] }),
  ...container('volumeMounts', { refuses: [[{ name: 'cache', mountPath: '/a', readonly: true }]] }),
  ...container('lifecycle', { refuses: [{ preStop: { sleep: { seconds: 1 } } }, { preStop: { grpc: { port: 1 } } }] }),
  ...field('ConfigMap', 'spec', { refuses: [{}] }),
  ...field('Service', 'spec.selector', { refuses: [{ matchLabels: { app: 'web' } }] }),
  ...field('Deployment', 'status', { takes: [{ replicas: 1 }, {}, null], refuses: [{ extra: 1 }] }),

  // The same key twice.
  ...raw('ConfigMap', '"key":"value"', {
    refuses: ['"key":"value","key":"value"'],
    takes: ['"key":"value","Key":"value"'],
  }),
  ...raw('Deployment', '"name":"sample"', { refuses: ['"name":"sample","name":"sample"'] }),
  ...raw('Deployment', '"labels":{"app":"web"}', { refuses: ['"labels":{"app":"web","app":"web"}'] }),
  ...raw('Deployment', '"image":"nginx"', { refuses: ['"image":"nginx","image":"nginx"'] }),

  // Strings.
  ...field('Deployment', 'metadata.labels', {
    takes: [{ a: null }, null, {}],
    refuses: [{ a: 1 }, { a: true }, [], 'a'],
  }),
  ...field('Service', 'metadata.annotations', {
    takes: [{ a: null }, { a: 'b\nc' }],
    refuses: [{ a: 1 }, { a: false }, { a: {} }],
  }),
  ...container('env', {
    takes: [[{ name: 'A', value: '1' }], [{ name: 'A', value: null }], [{ name: 'A' }], null, []],
    refuses: [[{ name: 'A', value: 1 }], [{ name: 'A', value: true }], [{ name: 'A', value: [] }], [{ name: 1 }], {}],
  }),
  ...container('args', { takes: [['1'], [''], [null], [], null], refuses: [[1], [true], [['a']], 'a'] }),
  ...container('command', { takes: [[], [''], ['a']], refuses: [[1], 'a'] }),
  ...container('image', { refuses: [1, ['a'], {}, true] }),
  ...field('Deployment', 'C.readinessProbe.httpGet', {
    takes: [
      { port: 80, httpHeaders: [{ name: 'A', value: '1' }] },
      { port: 80, httpHeaders: [{ name: 'A' }] },
    ],
    refuses: [{ port: 80, httpHeaders: [{ name: 'A', value: 1 }] }],
  }),
  ...field('Deployment', 'kind', { refuses: ['deployment'] }),

  // Booleans.
  ...pod('P.hostNetwork', { takes: [true, false, null], refuses: ['true', 1, 'yes', {}] }),
  ...field('Secret', 'immutable', { takes: [true, false, null], refuses: ['false', 0] }),

  // Integers.
  ...field('Deployment', 'spec.replicas', {
    takes: [0, 1, 2147483647, null],
    refuses: ['1', 1.5, 2147483648, true, [1]],
  }),
  ...raw('Service', '"port":80', {
    takes: ['"port":80'],
    refuses: ['"port":80.0', '"port":8e1', '"port":"80"', '"port":80.5'],
  }),
  ...field('Job', 'spec.activeDeadlineSeconds', {
    takes: [0, 2147483648, Number.MAX_SAFE_INTEGER],
    refuses: ['1', 0.5],
  }),
  ...raw('Job', '"spec":{"template"', {
    takes: ['"spec":{"activeDeadlineSeconds":9223372036854775807,"template"'],
    refuses: [
      '"spec":{"activeDeadlineSeconds":9223372036854775808,"template"',
      '"spec":{"activeDeadlineSeconds":1e3,"template"',
      '"spec":{"parallelism":3.0,"template"',
    ],
  }),
  ...pod('P.terminationGracePeriodSeconds', { takes: [0, -1, 30, 2147483648], refuses: ['30', 0.5] }),
  ...field('CronJob', 'spec.startingDeadlineSeconds', { takes: [0, 2147483648, null], refuses: ['1', -1] }),

  // A number or a string.
  ...field('Service', 'spec.ports[0].targetPort', {
    takes: [80, 'http', 0, '', null],
    refuses: [80.5, 4294967296, true, [], {}],
  }),
  ...raw('Service', '"port":80', { refuses: ['"port":80,"targetPort":80.0', '"port":80,"targetPort":8e1'] }),

  // Times, null and the zero value of list items and map values.
  ...field('Deployment', 'metadata.creationTimestamp', {
    takes: [null, '2026-01-01T00:00:00Z'],
    refuses: ['yesterday', '2026-01-01', 1],
  }),
  ...field('Deployment', 'spec.template.metadata', { refuses: [null, { labels: null }, { labels: { app: null } }] }),
  ...pod('P.containers', { refuses: [[null], null, [], {}] }),
  ...container('resources', { takes: [{ limits: { cpu: null } }, null, { limits: null }], refuses: [[]] }),
  ...pod('P.nodeSelector', { takes: [{ a: null }, null, {}], refuses: [{ a: 1 }, []] }),
  ...raw('ConfigMap', '"data":{"key":"value"}', {
    takes: ['"data":{"__proto__":"a","constructor":"b"}', '"data":{"key":"\\ud800"}', '"data":null'],
    refuses: ['"data":{"key":"value"', '"data":{"key":NaN}', '"data":[]', "'data':{}", '"data":{},'],
  }),

  // The size of a request.
  ...[3_145_728, 3_145_729].map((size) => {
    const text = JSON.stringify(base('ConfigMap'));
    const refused = size > 3_145_728;
    return { name: `text of ${size} bytes`, object: text + ' '.repeat(size - text.length), refused };
  }),
  ...field('Deployment', 'C.args', { takes: [[a(1_400_000)]], refuses: [[a(3_145_728)]] }),
];

const quantities = {
  takes: [
    '1', '1n', '1u', '1m', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei', '100Ei', '1e3', '1E3', '1e-3',
    '1e+3', '.5', '5.', '+1', '007', ' 1Gi ', '1.5Gi', '.', '+', '-', 'm', 'Gi', 'E', '0', '-0', '-m', '0.0001', '9223372036854775808',
    1, 0, 0.5, 1e22, null,
  ],
  refuses: [
    '1K', '1KB', '1MB', '64mb', '1ki', '1mi', '1KiB', '1i', '1e', '1e1.5', '1Z', '1,5', '1_000', '1.5.5', '0x10', '1 Gi', '50%', '',
    'a', '١', '--1', '-1', '-0.0001', '-1Gi', '1e3m', true, [], {}, -1,
  ],
}; // prettier-ignore

export const quantity: Case[] = [
  ...field('Deployment', 'C.resources.limits.memory', quantities),
  ...field('Job', 'I.resources.requests.cpu', quantities),
  ...pod('P.volumes[0].emptyDir.sizeLimit', {
    takes: ['0', '1Gi', 1, null, '0.5', '-0'],
    refuses: ['-1', '-0.0001', '1KB', '', true],
  }),
  ...container('resources', {
    takes: [
      { limits: { cpu: '0.0001' }, requests: { cpu: '0.0009' } },
      { limits: { cpu: '1001m' }, requests: { cpu: '1.0001' } },
      { limits: { memory: '1Gi' }, requests: { memory: '1G' } },
      { limits: { memory: '1024Mi' }, requests: { memory: '1Gi' } },
      { limits: { memory: '100Ei' }, requests: { memory: '9223372036854775807' } },
      { limits: { memory: '9223372036854775808' }, requests: { memory: '9223372036854775807' } },
      { limits: { cpu: '1' } },
      { requests: { cpu: '1' } },
      { limits: { cpu: 0 }, requests: { cpu: 0 } },
      { limits: { memory: '100m' } },
      { limits: { 'ephemeral-storage': '1Gi' }, requests: { 'ephemeral-storage': '1Gi' } },
      { limits: { cpu: '1' }, requests: { memory: '5' } },
    ],
    refuses: [
      { limits: { cpu: '1' }, requests: { cpu: '1.0001' } },
      { limits: { cpu: '1' }, requests: { cpu: '2' } },
      { limits: { cpu: 0 }, requests: { cpu: '1m' } },
      { limits: { memory: '1G' }, requests: { memory: '1Gi' } },
      { limits: { memory: '9223372036854775807' }, requests: { memory: '9223372036854775808' } },
      { limits: { 'ephemeral-storage': '1' }, requests: { 'ephemeral-storage': '2' } },
    ],
  }),
  // The names of resources.
  ...container('resources.limits', {
    takes: [
      { cpu: 1, memory: 1, 'ephemeral-storage': 1 },
      { 'nvidia.com/gpu': 1 },
      { 'a.com/b': '1000m' },
      { 'a.com/b': '2.0' },
      { 'a.com/b': '1k' },
      { 'a.com/b': '0.9999' },
      { 'kubernetes.io/foo': 0.5 },
      { 'requests.kubernetes.io/foo': 1 },
      { [`${a(244)}/b`]: 1 },
      { 'hugepages-2Mi': '4Mi', cpu: 0 },
      { 'hugepages-2Mi': 0, cpu: 1 },
      { 'hugepages-1': 1, memory: 1 },
    ],
    refuses: [
      { foo: 1 },
      { gpu: 1 },
      { CPU: 1 },
      { storage: 1 },
      { pods: 1 },
      { '': 1 },
      { 'a.com/': 1 },
      { '/b': 1 },
      { 'a.com/b/c': 1 },
      { 'requests.a.com/b': 1 },
      { 'a.com/b': '0.5' },
      { 'a.com/b': '1m' },
      { 'a.com/b': -1 },
      { [`${a(245)}/b`]: 1 },
      { 'hugepages-2Mi': '3Mi', cpu: 1 },
      { 'hugepages-2Mi': '2M', cpu: 1 },
      { 'hugepages-0': 1, cpu: 1 },
      { 'hugepages-x': 1, cpu: 1 },
      { 'hugepages-': 1, cpu: 1 },
      { 'hugepages-2Mi': '4Mi' },
      { 'limits.cpu': 1 },
    ],
  }),
  ...container('resources', {
    takes: [
      { limits: { 'a.com/b': 2 }, requests: { 'a.com/b': 2 } },
      { limits: { 'a.com/b': 2 } },
      { limits: { 'hugepages-2Mi': '2Mi' }, requests: { cpu: 0 } },
      { limits: { 'kubernetes.io/b': 2 }, requests: { 'kubernetes.io/b': 1 } },
    ],
    refuses: [
      { limits: { 'a.com/b': 2 }, requests: { 'a.com/b': 1 } },
      { requests: { 'a.com/b': 1 } },
      { requests: { 'a.com/b': 0 } },
      { requests: { 'hugepages-2Mi': '2Mi', cpu: 1 } },
      { limits: { 'hugepages-2Mi': '4Mi', cpu: 1 }, requests: { 'hugepages-2Mi': '2Mi' } },
      { limits: { 'kubernetes.io/b': 1 }, requests: { 'kubernetes.io/b': 2 } },
    ],
  }),
];

import type { DialectOptions } from '../../../lib/dialects/dialect';
import { kam } from '../../../lib/dialects/kam';
import type { KamOptions } from '../../../lib/dialects/kam/options';
import { renderAndJudge } from '../../../lib/workload/manifests';
import type { JobProps } from '../../../lib/workload/model/job';
import type { ServiceProps } from '../../../lib/workload/model/service';
import { convertWith } from '../convert';

const nginx = { containers: { nginx: { image: 'nginx:1.25' } } };

function read(document: unknown, options: DialectOptions & KamOptions = {}) {
  const converted = convertWith(kam, document, options);
  return {
    ...converted,
    workload: converted.workloads[0]?.workload as { kind: string } & JobProps & ServiceProps,
    found: converted.problems.map(({ code, severity, path }) => `${severity} ${code} ${path.join('.')}`),
  };
}

test.each([
  [{ _type: 'kam.v1.workload.Job', ...nginx }, {}, 'Job'],
  [{ _type: 'v1.workload.job.Job', ...nginx }, {}, 'Job'],
  [{ _type: 'Service', ...nginx }, { kind: 'Job' }, 'Service'],
  [{ ...nginx, schedule: '@daily' }, { kind: 'Service' }, 'Job'],
  [{ ...nginx, schedule: '' }, {}, 'Job'],
  [{ ...nginx, schedule: null }, {}, 'Service'],
  [{ ...nginx, kind: 'Job' }, {}, 'Job'],
  [nginx, {}, 'Service'],
  [nginx, { kind: 'Job' }, 'Job'],
] as const)('%j with %j is a %s', (document, options, kind) => {
  const { workload, found } = read(document, { name: 'x', ...options });
  expect(workload.kind).toBe(kind);
  expect(workload).not.toHaveProperty('_type');
  expect(found).toEqual([]);
});

test('an application, a workload and a map of both', () => {
  expect(read({ ...nginx, name: 'web' }).workload.name).toBe('web');
  expect(read({ workload: { ...nginx, name: 'web' } }).workload.name).toBe('web');
  const { workloads } = read({ web: { workload: nginx }, echo: { ...nginx, schedule: '@daily' } });
  expect(workloads.map(({ workload }) => [workload.kind, workload.name])).toEqual([
    ['Service', 'web'],
    ['Job', 'echo'],
  ]);
});

test('without a name it is asked for, and the option gives it', () => {
  expect(read({ workload: nginx }).found).toEqual(['error required workload.name']);
  expect(read({ workload: nginx }, { app: 'shop' }).workload.name).toBe('shop');
  expect(read({ a: nginx, b: nginx }, { name: 'x' }).found).toEqual(['error conflict ']);
});

test('the labels that Kusion writes are the selector', () => {
  const kusion = { 'app.kubernetes.io/part-of': 'mall', 'app.kubernetes.io/name': 'shop' };
  const { workload } = read({ workload: { ...nginx, labels: { tier: 'web' } } }, { project: 'mall', app: 'shop' });
  expect(workload.labels).toEqual({ ...kusion, tier: 'web' });
  expect(workload.selector).toEqual(kusion);
  const job = read({ shop: { workload: { ...nginx, schedule: '@daily' } } }, { project: 'mall' }).workload;
  expect(job.labels).toEqual(kusion);
  expect(job).not.toHaveProperty('selector');
  expect(read({ ...nginx, name: 'x' }).workload).not.toHaveProperty('selector');
});

test("the application's labels and annotations go below the workload's", () => {
  const { workload, found, notes } = read({
    web: { workload: { ...nginx, labels: { a: '1', b: '2' } }, labels: { b: '3', c: '4' }, annotations: { d: '5' } },
  });
  expect(workload.labels).toEqual({ b: '2', c: '4', a: '1' });
  expect(workload.annotations).toEqual({ d: '5' });
  expect(found).toEqual(['warning suspicious web.labels.b']);
  expect(notes).toContainEqual(expect.objectContaining({ fate: 'ignored', path: ['web', 'labels', 'b'] }));
});

describe('_type', () => {
  const typed = (probeHandler: object) =>
    read({
      web: {
        _type: 'kam.v1.app_configuration.AppConfiguration',
        workload: {
          _type: 'kam.v1.workload.Service',
          containers: {
            web: {
              _type: 'kam.v1.workload.container.Container',
              image: 'nginx:1',
              files: { '/f': { _type: 'kam.v1.workload.container.FileSpec', content: 'x', mode: '0644' } },
              livenessProbe: { _type: 'kam.v1.workload.container.probe.Probe', probeHandler },
              lifecycle: { _type: 'lifecycle.Lifecycle', preStop: { _type: 'probe.Exec', command: ['a'] } },
            },
          },
          secrets: { s: { _type: 'secret.Secret', type: 'opaque', data: { _type: 'kept: a key of the user' } } },
        },
      },
    });

  test('is taken out where it fits', () => {
    const { workload, found } = typed({ _type: 'kam.v1.workload.container.probe.Http', url: 'http://localhost:80' });
    expect(found).toEqual([]);
    expect(workload).toEqual({
      kind: 'Service',
      name: 'web',
      containers: {
        web: {
          image: 'nginx:1',
          files: { '/f': { content: 'x', mode: '0644' } },
          livenessProbe: { probeHandler: { url: 'http://localhost:80' } },
          lifecycle: { preStop: { command: ['a'] } },
        },
      },
      secrets: { s: { type: 'opaque', data: { _type: 'kept: a key of the user' } } },
    });
  });

  test.each([
    [{ _type: 'Tcp', url: 'http://localhost' }, 'which is Http'],
    [{ _type: 'Http', url: 'tcp://localhost:1' }, 'which is Tcp'],
    [{ _type: 'Tcp', command: ['x'] }, 'which is Exec'],
    [{ _type: 'Exec', path: '/healthz' }, 'which is Http'],
    [{ _type: 'Tcp', url: 'grpc://localhost:1' }, 'which is Grpc'],
  ])('is checked against the shape: %j', (handler, words) => {
    const { problems } = typed(handler);
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'not-one-of',
        path: ['web', 'workload', 'containers', 'web', 'livenessProbe', 'probeHandler', '_type'],
        message: expect.stringContaining(words) as string,
      }),
    ]);
  });

  test('of a workload that is none', () => {
    const { problems } = read({ _type: 'kam.workload.Jop', ...nginx, name: 'x' });
    expect(problems).toEqual([
      expect.objectContaining({ code: 'not-one-of', path: ['_type'], hint: 'Did you mean "Job"?' }),
    ]);
    expect(read({ _type: 7, ...nginx, name: 'x' }).found).toEqual(['error wrong-type _type']);
  });

  test('Service with a schedule', () => {
    const { found, workload } = read({ _type: 'Service', schedule: '@daily', ...nginx, name: 'x' });
    expect(found).toEqual(['error conflict schedule']);
    expect(workload).not.toHaveProperty('schedule');
  });
});

test('null means not set', () => {
  const { workload, found, notes } = read({ name: 'x', replicas: null, containers: { a: { image: 'b', env: null } } });
  expect(found).toEqual([]);
  expect(workload).toEqual({ kind: 'Service', name: 'x', containers: { a: { image: 'b' } } });
  expect(notes).toContainEqual({ fate: 'ignored', path: ['containers', 'a', 'env'], message: 'null means not set' });
});

describe('accessories', () => {
  const app = (accessories: object, workload: object = nginx) => ({ web: { workload, accessories } });

  test('ports of the network, after those of the workload', () => {
    const network = {
      _type: 'network.Network',
      ports: [{ _type: 'network.Port', port: 80, targetPort: 8080, protocol: 'TCP', public: true }, {}],
    };
    const { workload, found, workloads, notes } = read(
      app({ network }, { ...nginx, ports: [{ port: 9090, name: 'metrics' }] }),
    );
    expect(found).toEqual([]);
    expect(workload.ports).toEqual([
      { port: 9090, name: 'metrics' },
      { port: 80, targetPort: 8080, protocol: 'TCP', public: true },
      { port: 80 },
    ]);
    expect(workloads[0]?.trace).toContainEqual({
      model: ['ports', 1],
      source: ['web', 'accessories', 'network', 'ports', 0],
    });
    expect(notes).toContainEqual(
      expect.objectContaining({
        fate: 'defaulted',
        path: ['web', 'accessories', 'network', 'ports', 1, 'port'],
        message: '80',
      }),
    );
  });

  test.each([
    ['25%', '25%'],
    [1, 1],
    ['3', 3],
  ])('opsrule with %j', (given, maxUnavailable) => {
    const { workload, found } = read(app({ opsRule: { maxUnavailable: given } }));
    expect(found).toEqual([]);
    expect(workload.strategy).toEqual({ type: 'RollingUpdate', rollingUpdate: { maxUnavailable } });
  });

  test('opsrule on a Job is a loss, beside a strategy a conflict', () => {
    const opsrule = { maxUnavailable: 1 };
    expect(read(app({ opsrule }, { ...nginx, schedule: '@daily' })).found).toEqual([
      'error loss web.accessories.opsrule.maxUnavailable',
    ]);
    expect(read(app({ opsrule }, { ...nginx, strategy: { type: 'Recreate' } })).found).toEqual([
      'error conflict web.accessories.opsrule.maxUnavailable',
    ]);
  });

  test('what it is says its _type before its name', () => {
    expect(read(app({ rules: { _type: 'opsrule.OpsRule', maxUnavailable: 1 } })).workload.strategy).toBeDefined();
    expect(read(app({ network: { _type: 'mysql.MySQL' } })).problems).toEqual([
      expect.objectContaining({
        code: 'loss',
        path: ['web', 'accessories', 'network'],
        message: 'the accessory "mysql.MySQL" belongs to another system than the workload',
      }),
    ]);
  });

  test('another accessory is an error that names it, a warning for migrations', () => {
    const document = app({ mysql: { type: 'cloud' } });
    expect(read(document).problems[0]?.message).toContain('"mysql"');
    expect(read(document).found).toEqual(['error loss web.accessories.mysql']);
    expect(read(document, { onLoss: 'warn' }).found).toEqual(['warning loss web.accessories.mysql']);
  });

  const ingress = {
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'a.example.com',
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { port: { number: 80 } } } }] },
      },
    ],
    tls: [{ hosts: ['a.example.com'], secretName: 'cert' }],
    annotations: { 'x/y': 'z' },
  };

  test('an ingress of one path becomes the route', () => {
    const { workload, found } = read(app({ network: { ports: [{ port: 80 }], ingress } }));
    expect(found).toEqual([]);
    expect(workload.expose).toEqual({
      path: '/',
      port: 80,
      auth: { bypass: true },
      ingress: { className: 'nginx', host: 'a.example.com', tls: { secretName: 'cert' }, annotations: { 'x/y': 'z' } },
    });
    const { objects, problems } = renderAndJudge(workload);
    expect(problems).toEqual([]);
    expect(objects.find(({ kind }) => kind === 'Ingress')?.spec).toEqual({
      ingressClassName: 'nginx',
      tls: [{ hosts: ['a.example.com'], secretName: 'cert' }],
      rules: [
        {
          host: 'a.example.com',
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }],
          },
        },
      ],
    });
  });

  test('what of an ingress the model cannot say is a loss', () => {
    const path = { path: '/', pathType: 'Exact', backend: { service: { port: { number: 80 } } } };
    const { found } = read(
      app({
        network: {
          ports: [{ port: 80 }],
          ingress: {
            ...ingress,
            defaultBackend: {},
            rules: [{ http: { paths: [path, path] } }, {}],
            annotations: undefined,
          },
          ingressClass: { controller: 'k8s.io/ingress-nginx' },
        },
      }),
    );
    expect(found.sort()).toEqual([
      'error loss web.accessories.network.ingress.defaultBackend',
      'error loss web.accessories.network.ingress.rules.0.http.paths.0.pathType',
      'error loss web.accessories.network.ingress.rules.0.http.paths.1',
      'error loss web.accessories.network.ingress.rules.1',
      'error loss web.accessories.network.ingress.tls.0.hosts',
      'error loss web.accessories.network.ingressClass',
      'error required web.accessories.network.ingress.rules.1.http',
      'warning suspicious web.accessories.network.ingress',
    ]);
  });
});

test('an unknown key is a loss: an error, or a warning for migrations', () => {
  const document = { web: { workload: { ...nginx, replica: 2 }, label: {} } };
  expect(read(document).found).toEqual(['error unknown-key web.label', 'error unknown-key web.workload.replica']);
  expect(read(document, { onLoss: 'warn' }).found).toEqual([
    'warning unknown-key web.label',
    'warning unknown-key web.workload.replica',
  ]);
  expect(renderAndJudge(read(document, { onLoss: 'warn' }).workload).problems).toEqual([]);
});

test('what else stands in a compiled file is a loss', () => {
  expect(read({ web: { workload: nginx }, image: 'nginx:1.25' }).found).toEqual(['error loss image']);
});

test.each([undefined, null, 1, 'x', [], [nginx]])('%j is refused', (document) => {
  expect(read(document).found).toEqual(['error wrong-type ']);
});

test('keys that other languages dislike are ordinary', () => {
  const document: unknown = JSON.parse(
    '{"__proto__":{"workload":{"containers":{"constructor":{"image":"a:1","__proto__":1}},"__proto__":{"x":1}}}}',
  );
  const { found, workload } = read(document);
  expect(found.sort()).toEqual([
    'error unknown-key __proto__.workload.__proto__',
    'error unknown-key __proto__.workload.containers.constructor.__proto__',
  ]);
  expect(workload.name).toBe('__proto__');
  expect(Object.keys(workload.containers)).toEqual(['constructor']);
});

test('secrets are not shown', () => {
  const { problems } = read({
    ...nginx,
    name: 'x',
    secrets: { s: { type: 'basic', data: { password: 4711, user: 'hunter2' } } },
  });
  expect(problems.length).toBeGreaterThan(0);
  expect(JSON.stringify(problems)).not.toMatch(/4711|hunter2/);
});

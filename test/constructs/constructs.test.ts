import { ApiObject, App as StockApp, Chart, JsonPatch, Yaml } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Document, stringify } from 'yaml';
import { App, importText, Job, type Port, Secret, Service } from '../../lib';
import { chartOf, synth, synthError, thrown } from '../support';

const containers = { main: { image: 'busybox:1.28' } };

test('names come from the path, within the limit of the kind', () => {
  const chart = new Chart(new StockApp(), 'etl');
  expect(new Job(chart, 'echo', { containers }).name).toMatch(/^etl-echo-c[0-9a-f]{7}$/);
  expect(new Job(chart, 'x'.repeat(80), { schedule: '@daily', containers }).name.length).toBeLessThanOrEqual(52);
  expect(new Service(chart, 'named', { name: 'web', containers }).name).toBe('web');
  const plain = new Chart(new StockApp(), 'etl', { disableResourceNameHashes: true });
  expect(new Job(plain, 'echo', { containers }).name).toBe('etl-echo');
});

test.each<[string, (app: StockApp) => unknown]>([
  ['load', (app) => new Job(app, 'load', { containers })],
  ['db', (app) => new Secret(app, 'db', { type: 'opaque' })],
  ['task', (app) => importText(app, 'task', JSON.stringify({ containers, schedule: '@daily' }))],
  ['nothing', () => new Service(undefined as never, 'nothing', { containers })],
])('%s is in no chart', (id, make) => {
  for (const app of [new App(), new StockApp()])
    expect(() => make(app)).toThrow(
      `${id}: must be in a chart, which is what is written to a file (required)\n    Write const chart = new Chart(app, 'main'), and give "${id}" the chart instead of the app`,
    );
});

test('namespace and labels come from the Chart', () => {
  const chart = new Chart(new StockApp(), 'c', { namespace: 'data', labels: { team: 'x' } });
  new Service(chart, 'web', { name: 'web', ports: [{ port: 80 }], secrets: { s: { type: 'opaque' } }, containers });
  for (const { metadata } of chart.toJson() as { metadata: object }[]) {
    expect(metadata).toMatchObject({ namespace: 'data', labels: { team: 'x' } });
  }
});

test('every object can be reached and patched', () => {
  const objects = synth((chart) => {
    const service = new Service(chart, 'web', {
      name: 'web',
      ports: [{ port: 80 }, { port: 81, public: true }],
      secrets: { s: { type: 'opaque', data: { a: 'b' } } },
      containers: { main: { image: 'nginx:1', files: { '/a': { content: 'b' } } } },
    });
    const all = [service.deployment, ...service.services, ...service.secrets, ...service.configMaps];
    expect(all.map(({ kind }) => kind)).toEqual(['Deployment', 'Service', 'Service', 'Secret', 'ConfigMap']);
    for (const object of all) {
      object.addJsonPatch(JsonPatch.add('/metadata/annotations', { patched: 'yes' }));
      object.metadata.addLabel('added', 'yes');
    }
    service.deployment.addJsonPatch(JsonPatch.add('/spec/paused', true));
    expect(ApiObject.of(service)).toBe(service.deployment);
  });
  expect(objects).toHaveLength(5);
  for (const { metadata } of objects)
    expect(metadata).toMatchObject({ annotations: { patched: 'yes' }, labels: { added: 'yes' } });
  expect(objects.find(({ kind }) => kind === 'Deployment')!.spec).toMatchObject({ paused: true });
});

test('each Service of a workload by what its ports are, also where it is the only one', () => {
  const chart = chartOf('data');
  const web = (id: string, ports: Port[]): (string | undefined)[] => {
    const service = new Service(chart, id, { ports, containers });
    return [service.service, service.publicService, service.nodeService].map((each) => each?.name);
  };
  expect(web('all', [{ port: 82, node: true }, { port: 81, public: true }, { port: 80 }])).toEqual([
    'test-all',
    'test-all-public',
    'test-all-node',
  ]);
  expect(web('none', [])).toEqual([undefined, undefined, undefined]);
  expect(web('node', [{ port: 80, node: true }])).toEqual([undefined, undefined, 'test-node-node']);
  const { publicService } = new Service(chart, 'one', { ports: [{ port: 80, public: true }], containers });
  publicService!.metadata.addAnnotation('a', 'b');
  expect(publicService!.toJson()).toMatchObject({
    metadata: { annotations: { a: 'b' } },
    spec: { type: 'LoadBalancer' },
  });
});

test('what a patch breaks is reported at synth', () => {
  const error = synthError((chart) => {
    const job = new Job(chart, 'echo', { containers });
    job.apiObject.addJsonPatch(JsonPatch.add('/spec/backoffLimit', -1));
    new Job(chart, 'other', { containers }).apiObject.addJsonPatch(JsonPatch.replace('/spec/a/b', 1));
  });
  expect(error).toContain(' Job test-echo backoffLimit: ');
  expect(error).toContain(' Job test-other: cannot be patched: "replace" at /spec/a/b does not fit');
});

describe("cdk8s' own App", () => {
  const risky = { A: '0o755', B: '0B11', C: '0X1F', D: 'a\u2028b', E: '5E_5', F: 'plain' };
  const jobIn = (app: StockApp, env: Record<string, string> = { F: 'plain' }): Job =>
    new Job(new Chart(app, 'test', { disableResourceNameHashes: true }), 'a', {
      containers: { main: { image: 'a:1', env, files: { '/etc/a': { content: 'one\ntwo\n' } } } },
    });
  const json = (env?: Record<string, string>): { spec: object } =>
    jobIn(new StockApp(), env).apiObject.toJson() as { spec: object };

  test.each(['synthYaml', 'Yaml.stringify of a chart'])('writes our objects as our own does: %s', (how) => {
    const [ours, stock] = [new App(), new StockApp()].map((app) => {
      const { apiObject } = jobIn(app, risky);
      apiObject.metadata.addLabel('team', 'etl');
      apiObject.addJsonPatch(JsonPatch.add('/spec/ttlSecondsAfterFinished', 60));
      return how === 'synthYaml' ? app.synthYaml() : Yaml.stringify(...(apiObject.chart.toJson() as unknown[]));
    });
    expect(stock).toBe(ours);
    expect(stock).toContain('value: "0o755"\n');
    expect(stock).toContain('ttlSecondsAfterFinished: 60\n');
  });

  test('takes them for plain data', () => {
    const objects = jobIn(new StockApp()).apiObject.chart.toJson() as object[];
    expect(objects).toStrictEqual(JSON.parse(JSON.stringify(objects)));
    expect(structuredClone(objects)).toStrictEqual(objects);
    expect(Object.keys(objects[0]!)).toEqual(['apiVersion', 'kind', 'metadata', 'data']);
    expect(String(objects[0] as unknown)).toBe('[object Object]');
    expect(JSON.stringify(json(risky))).toContain('"value":"0o755"');
  });

  test('writes what was changed in them later', () => {
    const object = json();
    Object.assign(object.spec, { parallelism: 3, list: [undefined], contents: { a: 1 } });
    Object.assign(object, { contents: 'x' });
    expect(Yaml.stringify(object)).toMatch(
      /\n {2}parallelism: 3\n {2}list:\n {4}- null\n {2}contents:\n {4}a: 1\ncontents: x\n$/,
    );
    Object.assign(object.spec, { at: new Date(0) });
    expect(thrown(() => Yaml.stringify(object))).toMatch(/Job test-a spec\.at: .*Date/);
  });

  test.each<[string, (object: { spec: object }) => string]>([
    ['in a list', (object) => stringify([object], { version: '1.1' })],
    ['a copy', (object) => Yaml.stringify({ ...object })],
    ['a part', (object) => Yaml.stringify(object.spec)],
    [
      '`yaml` before 2.6, which takes the contents',
      (object) => new Document(object, null, { version: '1.1' }).toString(),
    ],
  ])('quotes what it would leave bare: %s', (_, write) => {
    const quoted = [...write(json(risky)).matchAll(/- name: ([A-F])\n +value: "/g)].map(([, name]) => name);
    expect(quoted).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  test('a patch that leaves no object', () => {
    const { apiObject } = jobIn(new StockApp());
    apiObject.addJsonPatch(JsonPatch.replace('', 'x'));
    expect(apiObject.toJson()).toBe('x');
  });
});

test('a patch that moves, adds or changes items of lists does not shift the blame', () => {
  const of = (...patches: JsonPatch[]) =>
    synthError((chart) => {
      const { apiObject } = new Job(chart, 'j', {
        containers: { a: { image: 'a:1' }, b: { image: 'b:1', env: { X: 'y', '1=Z': 'z' } } },
      });
      apiObject.addJsonPatch(...patches);
    });
  const at = '/spec/template/spec/containers';
  expect(of(JsonPatch.remove(`${at}/0`))).toContain('Job test-j containers.b.env["1=Z"]: ');
  expect(of(JsonPatch.remove(`${at}/1/env/0`))).toContain('Job test-j containers.b.env["1=Z"]: ');
  const added = of(JsonPatch.add(`${at}/0`, { name: 'X', image: 'x:1' }));
  expect(added).toContain('Job test-j spec.template.spec.containers[0].name: ');
  expect(added).toContain('Job test-j containers.b.env["1=Z"]: ');
  expect(of(JsonPatch.replace(`${at}/1/env/0/name`, '2=Y'))).toContain(
    'spec.template.spec.containers[1].env[0].name: ',
  );
});

test('all problems of an app at once, each with its construct', () => {
  const error = synthError((chart) => {
    new Job(chart, 'a', { schedule: '0 0 * * 7', containers });
    new Service(chart, 'b', { containers: { main: { image: 'nginx:1', env: { A: [] as never } } } });
    new Secret(chart, 'c', { type: 'basic', data: { password: undefined as never } });
    new Job(chart, 'd', null as never);
  });
  expect(error).toMatch(/\[test\/a\] \S+ CronJob test-a schedule: /);
  expect(error).toMatch(/\[test\/b\] \S+ Deployment test-b containers\.main\.env\.A: /);
  expect(error).toMatch(/\[test\/c\] \S+ Secret test-c data\.password: /);
  expect(error).toContain('[test/d] ');
});

test('two objects of one kind, name and namespace are an error that names both', () => {
  const error = synthError((chart) => {
    new Job(chart, 'a', { name: 'same', containers });
    new Job(chart, 'b', { name: 'same', containers });
  });
  expect(error).toContain('test/a');
  expect(error).toContain('[test/b]');
  const withOthers = synthError((chart) => {
    new Secret(chart, 'a', { name: 'same', type: 'opaque' });
    new kplus.Secret(chart, 'b', { metadata: { name: 'same' } });
  });
  expect(withOthers).toContain('test/a');
  expect(withOthers).toContain('test/b');
});

test('the same name in other namespaces or of other kinds is fine', () => {
  expect(
    synthError((chart) => {
      new Job(chart, 'a', { name: 'same', namespace: 'x', containers });
      new Job(chart, 'b', { name: 'same', namespace: 'y', containers });
      new Service(chart, 'c', { name: 'same', namespace: 'x', ports: [{ port: 80 }], containers });
    }),
  ).toBe('');
});

test('a reference to a key that a Secret of the app lacks', () => {
  const error = synthError((chart) => {
    const db = new Secret(chart, 'db', { type: 'basic', data: { password: 'hunter2' } });
    new Job(chart, 'a', { containers: { main: { image: 'a:1', env: { A: db.ref('pasword' as never) } } } });
  });
  expect(error).toMatch(/\[test\/a\] \S+ Job test-a containers\.main\.env\.A: /);
  expect(error).toContain('password');
  expect(error).not.toContain('hunter2');
});

test('dependencies', () => {
  const order = synth((chart) => {
    const job = new Job(chart, 'a', { containers });
    const secret = new Secret(chart, 'b', { type: 'opaque' });
    job.addDependency(secret);
  });
  expect(order.map(({ kind }) => kind)).toEqual(['Secret', 'Job']);
});

test('cdk8s-plus points at ours, and ours at cdk8s-plus', () => {
  const chart = chartOf();
  const account = new kplus.ServiceAccount(chart, 'account');
  const secret = new Secret(chart, 'secret', { type: 'token', data: { token: 'x' } });
  const job = new Job(chart, 'job', {
    pod: { serviceAccountName: account },
    containers: {
      main: {
        image: 'a:1',
        env: { A: kplus.EnvValue.fromValue('b'), B: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME) },
      },
    },
  });
  const role = new kplus.Role(chart, 'role');
  role.allowRead(secret, job);
  new kplus.Deployment(chart, 'deployment', {
    containers: [{ image: 'a:1', envVariables: { TOKEN: secret.envValue('token') } }],
  });
  const objects = chart.toJson() as { kind: string; metadata: object; rules?: object; spec: never }[];
  const of = (kind: string) => objects.find((object) => object.kind === kind)!;
  expect(of('Role').rules).toEqual([
    { apiGroups: [''], resources: ['secrets'], resourceNames: [secret.name], verbs: ['get', 'list', 'watch'] },
    { apiGroups: ['batch'], resources: ['jobs'], resourceNames: [job.name], verbs: ['get', 'list', 'watch'] },
  ]);
  expect(of('Job').spec).toMatchObject({
    template: {
      spec: {
        serviceAccountName: account.name,
        containers: [
          {
            env: [
              { name: 'A', value: 'b' },
              { name: 'B', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
            ],
          },
        ],
      },
    },
  });
  expect(JSON.stringify(of('Deployment'))).toContain(`{"key":"token","name":"${secret.name}"}`);
});

test('warnings stay on the construct and never stop a synth', () => {
  const chart = chartOf();
  const job = new Job(chart, 'a', { schedule: '0 0 31 2 *', containers });
  expect(chart.toJson()).toHaveLength(1);
  expect(job.node.metadata.map(({ type }) => type)).toContain('cdk8s-kam:warning');
});

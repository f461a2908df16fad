// Our App stands in for cdk8s' own: the same files with the same objects in the same order, the same errors.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApiObject,
  type AppProps,
  App as StockApp,
  Chart,
  Include,
  JsonPatch,
  Lazy,
  Testing,
  YamlOutputType,
} from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { parseAllDocuments } from 'yaml';
import { App, importText, Job, ProblemError, Secret, Service } from '../../lib';
import { thrown } from '../support';

type Build = (app: StockApp) => void;

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-kam-app-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The files that an app writes, by their path, with what is in them. */
function synthesized(AppClass: typeof StockApp, build: Build, props: AppProps = {}): Record<string, unknown> {
  const outdir = mkdtempSync(join(folder, 'out-'));
  const app = new AppClass({ outdir, ...props });
  build(app);
  app.synth();
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'));
  return Object.fromEntries(files.sort().map((file) => [file, contentOf(join(outdir, file))]));
}

const contentOf = (file: string): unknown =>
  file.endsWith('.json') ? JSON.parse(readFileSync(file, 'utf8')) : objectsIn(readFileSync(file, 'utf8'));

const objectsIn = (text: string): unknown[] =>
  parseAllDocuments(text, { version: '1.1', merge: false } as object).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });

const containers = { main: { image: 'busybox:1.28', command: ['echo', 'on', '1e3', '0x10', '~'] } };

const apps: Readonly<Record<string, Build>> = {
  'no chart': () => undefined,
  'an empty chart': (app) => void new Chart(app, 'empty'),
  'many charts': (app) => {
    for (const id of ['zeta', 'alpha', 'mid']) {
      const chart = new Chart(app, id, { namespace: id, labels: { chart: id } });
      new Job(chart, 'job', { containers });
      new Service(chart, 'web', {
        containers,
        ports: [{ port: 80 }],
        secrets: { s: { type: 'opaque', data: { a: 'b' } } },
      });
    }
  },
  'nested charts': (app) => {
    const outer = new Chart(app, 'outer');
    new Job(outer, 'before', { containers });
    const inner = new Chart(outer, 'inner', { namespace: 'inner' });
    new Job(inner, 'job', { containers });
    new Job(new Chart(new Construct(inner, 'group'), 'innermost'), 'job', { containers });
    new Job(outer, 'after', { containers });
  },
  'dependencies across charts': (app) => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => new Chart(app, id)) as [Chart, Chart, Chart];
    const job = new Job(a, 'job', { containers });
    const secret = new Secret(b, 'secret', { type: 'token', data: { token: 'x' } });
    const group = new Construct(c, 'group');
    new kplus.ConfigMap(group, 'one', { data: { a: 'b' } });
    new kplus.ConfigMap(group, 'two', { data: { a: 'b' } });
    job.addDependency(secret, group);
    secret.node.addDependency(group);
  },
  'dependencies inside a chart': (app) => {
    const chart = new Chart(app, 'chart');
    const [a, b, c] = ['a', 'b', 'c'].map((id) => new Job(chart, id, { containers })) as [Job, Job, Job];
    a.addDependency(c);
    b.addDependency(a);
    c.node.addDependency(new kplus.ServiceAccount(chart, 'account'));
  },
  'objects of cdk8s-plus': (app) => {
    const chart = new Chart(app, 'chart');
    const secret = new Secret(chart, 'secret', { type: 'token', data: { token: 'x' } });
    new kplus.Role(chart, 'role').allowRead(secret);
    const deployment = new kplus.Deployment(chart, 'web', {
      containers: [{ image: 'nginx:1', portNumber: 80, envVariables: { A: secret.envValue('token') } }],
    });
    deployment.exposeViaService({ ports: [{ port: 80 }] });
    new Job(chart, 'job', { containers });
  },
  'plain objects, patches, tokens and included files': (app) => {
    const chart = new Chart(app, 'chart');
    const file = join(folder, 'included.yaml');
    writeFileSync(
      file,
      'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: included }\ndata: { on: "yes", n: "012" }\n',
    );
    new Include(chart, 'included', { url: file });
    const object = new ApiObject(chart, 'object', {
      apiVersion: 'example.com/v1',
      kind: 'Thing',
      metadata: { labels: { a: 'b' } },
      spec: { lazy: Lazy.any({ produce: () => ({ z: 1, a: [true, null] }) }), none: undefined },
    });
    object.addJsonPatch(JsonPatch.add('/spec/more', 'x'));
    const job = new Job(chart, 'job', { labels: { z: '1', a: '2' }, containers });
    job.apiObject.addJsonPatch(JsonPatch.add('/spec/backoffLimit', 2), JsonPatch.remove('/spec/template/metadata'));
    job.apiObject.metadata.addLabel('added', 'yes');
    job.apiObject.metadata.addAnnotation('note', 'x');
    job.apiObject.metadata.addFinalizers('example.com/f');
    job.apiObject.metadata.add('generateName', 'x');
    job.apiObject.metadata.addLabel('lazy', Lazy.any({ produce: () => 'late' }) as string);
  },
};

const types = [
  YamlOutputType.FILE_PER_APP,
  YamlOutputType.FILE_PER_CHART,
  YamlOutputType.FILE_PER_RESOURCE,
  YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE,
];

describe.each(Object.entries(apps))('%s', (_, build) => {
  test.each(types.map((type) => [YamlOutputType[type], type]))('%s', (__, yamlOutputType) => {
    expect(synthesized(App, build, { yamlOutputType })).toEqual(synthesized(StockApp, build, { yamlOutputType }));
  });

  test('in the same order, with metadata of the constructs and another extension', () => {
    const props = { recordConstructMetadata: true, outputFileExtension: '.yaml' };
    expect(JSON.stringify(synthesized(App, build, props))).toBe(JSON.stringify(synthesized(StockApp, build, props)));
  });

  test('synthYaml', () => {
    const [ours, stock] = [App, StockApp].map((AppClass) => {
      const app = new AppClass({ outdir: folder });
      build(app);
      return objectsIn(app.synthYaml());
    });
    expect(JSON.stringify(ours)).toBe(JSON.stringify(stock));
  });

  test('Testing.synth of each chart', () => {
    const [ours, stock] = [App, StockApp].map((AppClass) => {
      const app = new AppClass({ outdir: folder });
      build(app);
      return app.charts.map((chart) => Testing.synth(chart) as unknown);
    });
    expect(ours).toStrictEqual(stock);
  });
});

test.each([YamlOutputType.FILE_PER_RESOURCE, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE])(
  'two objects that would get one file are both in it: %s',
  (yamlOutputType) => {
    const outdir = mkdtempSync(join(folder, 'out-'));
    const app = new App({ outdir, yamlOutputType });
    const chart = new Chart(app, 'chart');
    for (const namespace of ['a', 'b']) new Job(chart, namespace, { name: 'same', namespace, containers });
    app.synth();
    const [file, ...others] = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('.yaml'),
    );
    expect(others).toEqual([]);
    const objects = objectsIn(readFileSync(join(outdir, file!), 'utf8')) as { metadata: { namespace: string } }[];
    expect(objects.map(({ metadata }) => metadata.namespace)).toEqual(['a', 'b']);
  },
);

test('options come from the environment as they do for cdk8s', () => {
  const outdir = mkdtempSync(join(folder, 'out-'));
  const before = { ...process.env };
  Object.assign(process.env, { CDK8S_OUTDIR: outdir, CDK8S_RECORD_CONSTRUCT_METADATA: 'true' });
  try {
    const app = new App();
    new Job(new Chart(app, 'chart'), 'job', { containers });
    app.synth();
    expect(readdirSync(outdir).sort()).toEqual(['chart.k8s.yaml', 'construct-metadata.json']);
  } finally {
    process.env = before;
  }
});

const broken: Readonly<Record<string, Build>> = {
  'what the API server refuses': (app) => {
    new Job(new Chart(app, 'a'), 'job', { schedule: '0 0 * * 8', containers });
    new Service(new Chart(app, 'b'), 'web', { replicas: -1, containers });
  },
  'what a user refuses': (app) => {
    const chart = new Chart(app, 'a');
    const job = new Job(chart, 'job', { containers });
    job.node.addValidation({ validate: () => ['first', 'second'] });
    chart.node.addValidation({ validate: () => ['third'] });
    app.node.addValidation({ validate: () => ['fourth'] });
  },
  'the same name twice': (app) => {
    const [one, other] = [new Chart(app, 'a'), new Chart(app, 'b')];
    for (const id of ['a', 'b']) new Job(one, id, { name: 'same', containers });
    for (const id of ['c', 'd']) new kplus.ConfigMap(other, id, { metadata: { name: 'other' } });
    new Job(new Chart(app, 'e'), 'job', { containers });
  },
  'a patch that does not fit': (app) => {
    const job = new Job(new Chart(app, 'a'), 'job', { containers });
    job.apiObject.addJsonPatch(JsonPatch.replace('/spec/a/b', 1));
  },
  'charts that depend on each other': (app) => {
    const [a, b] = ['a', 'b'].map((id) => new Job(new Chart(app, id), 'job', { containers })) as [Job, Job];
    a.addDependency(b);
    b.addDependency(a);
  },
};

test.each(Object.entries(broken))('the same error: %s', (_, build) => {
  const stock = thrown(() => synthesized(StockApp, build));
  expect(stock).not.toBe('');
  expect(thrown(() => synthesized(App, build))).toBe(stock);
});

test('the error has all problems as data, each with its construct, object and path, warnings too', () => {
  const error = errorOf((app) => {
    const chart = new Chart(app, 'a', { namespace: 'data', disableResourceNameHashes: true });
    new Job(chart, 'job', { schedule: '0 0 * * 8', containers });
    new Job(chart, 'never', { schedule: '0 0 31 2 *', containers });
    importText(
      chart,
      'task.json',
      '{ "type": "job", "name": "t", "labels": "app:t",\n "image-source": "a:1", "nmae": 1 }',
    );
    chart.node.addValidation({ validate: () => ['what a user refuses'] });
  });
  expect(error.name).toBe('ProblemError');
  expect(error.problems).toMatchObject([
    { code: 'validation', severity: 'error', construct: 'a', path: [], message: 'what a user refuses' },
    {
      code: 'bad-format',
      severity: 'error',
      construct: 'a/job',
      source: { file: 'test/constructs/app.test.ts' },
      object: { kind: 'CronJob', namespace: 'data', name: 'a-job' },
      path: ['schedule'],
      value: '0 0 * * 8',
    },
    {
      code: 'unknown-key',
      severity: 'error',
      construct: 'a/task.json',
      source: { file: 'task.json', line: 2 },
      path: ['nmae'],
    },
    { code: 'no-effect', severity: 'warning', construct: 'a/never', object: { name: 'a-never' }, path: ['schedule'] },
  ]);
  expect(error.message).toMatch(
    /\n {2}\[a\] what a user refuses\n {2}\[a\/job\] \S+:\d+:5 CronJob data\/a-job schedule: /,
  );
});

/** What our App throws. */
function errorOf(build: Build): ProblemError {
  try {
    synthesized(App, build);
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('nothing is wrong');
}

test('an app with errors writes nothing', () => {
  const outdir = join(folder, 'never');
  const app = new App({ outdir });
  broken['what the API server refuses']!(app);
  expect(() => app.synth()).toThrow('Validation failed');
  expect(existsSync(outdir)).toBe(false);
});

test('warnings are said once, on standard error', () => {
  const said: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  try {
    synthesized(App, (app) => {
      for (const id of ['a', 'b']) new Job(new Chart(app, id), 'job', { schedule: '0 0 31 2 *', containers });
    });
  } finally {
    write.mockRestore();
  }
  expect(said).toHaveLength(2);
  expect(said.every((text) => text.includes('schedule: warning: ') && text.endsWith('\n'))).toBe(true);
  expect(said.map((text) => text.split(' ')[1])).toEqual(['a/job', 'b/job']);
});

test('parts that a user shares between containers are written out, not as anchors', () => {
  const command = ['/bin/sh', '-c', 'true'];
  const securityContext = { runAsNonRoot: true };
  const one = { image: 'a:1', command, securityContext };
  const outdir = mkdtempSync(join(folder, 'out-'));
  const app = new StockApp({ outdir });
  new Job(new Chart(app, 'a'), 'job', { containers: { one, two: one } });
  app.synth();
  expect(readFileSync(join(outdir, 'a.k8s.yaml'), 'utf8')).not.toMatch(/[&*]a\d/);
});

describe('many charts', () => {
  const withCharts = (app: StockApp, count: number): { validations: () => number; rendered: () => number } => {
    let validations = 0;
    let rendered = 0;
    for (let index = 0; index < count; index++) {
      const chart = new Chart(app, `c${index}`);
      chart.node.addValidation({ validate: () => (validations++, []) });
      const produce = (): string => (rendered++, 'v');
      new ApiObject(chart, 'o', { apiVersion: 'example.com/v1', kind: 'Thing', spec: { a: Lazy.any({ produce }) } });
      new Job(chart, 'job', { containers });
    }
    return { validations: () => validations, rendered: () => rendered };
  };

  test('each is validated once, and each object rendered twice: to be checked and to be written', () => {
    const app = new App({ outdir: mkdtempSync(join(folder, 'out-')) });
    const count = withCharts(app, 50);
    app.synth();
    expect([count.validations(), count.rendered()]).toEqual([50, 100]);
  });

  test('4,000 take no minute', () => {
    const outdir = mkdtempSync(join(folder, 'out-'));
    const app = new App({ outdir });
    for (let index = 0; index < 4000; index++) new Job(new Chart(app, `c${index}`), 'job', { containers });
    app.synth();
    expect(readdirSync(outdir)).toHaveLength(4000);
  }, 30_000);
});

describe('the stock App, which validates everything again for each chart', () => {
  const three = (): { app: StockApp; charts: Chart[]; jobs: Job[] } => {
    const app = new StockApp({ outdir: folder });
    const charts = ['a', 'b', 'c'].map((id) => new Chart(app, id));
    return { app, charts, jobs: charts.map((chart) => new Job(chart, 'job', { containers })) };
  };

  test('what a patch breaks after a synth is found by the next', () => {
    const { charts, jobs } = three();
    Testing.synth(charts[0]!);
    jobs[2]!.apiObject.addJsonPatch(JsonPatch.add('/spec/backoffLimit', -1));
    expect(thrown(() => Testing.synth(charts[0]!) as unknown)).toMatch(/\[c\/job\] \S+ Job c-job/);
  });

  const labels: Record<string, string> = { a: 'b' };
  const changes: Readonly<Record<string, (job: Job) => unknown>> = {
    'a label that is added': (job) => job.apiObject.metadata.addLabel('not a label', 'x'),
    'a part of the props that is changed': () => (labels['not a label'] = 'x'),
    'an object that is added': (job) => new Job(job.node.scope!, 'other', { name: job.name, containers }),
  };

  test.each(Object.entries(changes))('so is %s', (_, change) => {
    const chart = new Chart(new StockApp({ outdir: folder }), 'chart');
    const job = new Job(chart, 'job', { pod: { nodeSelector: labels }, containers });
    expect(thrown(() => Testing.synth(chart) as unknown)).toBe('');
    change(job);
    expect(thrown(() => Testing.synth(chart) as unknown)).toContain('Validation failed');
    delete labels['not a label'];
  });

  test('what was wrong and is mended is right', () => {
    const { charts, jobs } = three();
    jobs[0]!.apiObject.addJsonPatch(JsonPatch.add('/spec/backoffLimit', -1));
    expect(thrown(() => Testing.synth(charts[1]!) as unknown)).toContain('backoffLimit');
    jobs[0]!.apiObject.addJsonPatch(JsonPatch.replace('/spec/backoffLimit', 1));
    expect(Testing.synth(charts[1]!)).toHaveLength(1);
  });
});

describe('objects of others in our App', () => {
  const include = (chart: Chart, text: string): void => {
    const file = join(mkdtempSync(join(folder, 'included-')), 'included.yaml');
    writeFileSync(file, text);
    new Include(chart, 'included', { url: file });
  };

  test('are judged as the server does, each error at its own construct', () => {
    const error = errorOf((app) => {
      const chart = new Chart(app, 'a', { disableResourceNameHashes: true });
      include(
        chart,
        'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 70000 }], typ: x }\n',
      );
      new kplus.Deployment(chart, 'api', { metadata: { labels: { version: '1+2' } }, containers: [{ image: 'a:1' }] });
      new Job(chart, 'job', { schedule: '0 0 * * 8', containers });
    });
    expect(error.message.split('\n').filter((line) => line.startsWith('  ['))).toEqual([
      expect.stringMatching(/^ {2}\[a\/included\/web\S*\] Service web spec\.typ: /),
      expect.stringMatching(/^ {2}\[a\/included\/web\S*\] Service web spec\.ports\[0\]\.port: /),
      expect.stringMatching(/^ {2}\[a\/api\/Resource\] Deployment a-api metadata\.labels\.version: /),
      expect.stringMatching(/^ {2}\[a\/job\] \S+ CronJob a-job schedule: /),
    ]);
    expect(error.problems).toMatchObject([
      { code: 'unknown-field', construct: expect.stringContaining('a/included') },
      { code: 'out-of-range' },
      { code: 'bad-name', construct: 'a/api/Resource' },
      { code: 'bad-format', construct: 'a/job' },
    ]);
  });

  test('are looked at together with ours, and the items of a List one by one', () => {
    const error = errorOf((app) => {
      const chart = new Chart(app, 'a', { disableResourceNameHashes: true });
      new ApiObject(chart, 'list', {
        apiVersion: 'v1',
        kind: 'List',
        items: [
          { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'One' } },
          {
            apiVersion: 'batch/v1',
            kind: 'Job',
            metadata: { name: 'a-job' },
            spec: { template: { spec: { containers: [] } } },
          },
        ],
      });
      new Job(chart, 'job', { containers });
    });
    expect(error.message).toContain('[a/list] ConfigMap One items[0].metadata.name: ');
    expect(error.message).toContain('Job a-job name: a/list and a/job/Default are the same Job');
  });

  test('warn on standard error, with their construct', () => {
    const said: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => said.push(String(text)) > 0);
    synthesized(
      App,
      (app) => {
        include(
          new Chart(app, 'a'),
          'apiVersion: v1\nkind: Service\nmetadata: { name: web }\nspec: { ports: [{ port: 80 }], trafficDistribution: PreferClose }\n',
        );
      },
      {},
    );
    write.mockRestore();
    expect(
      said.every((text) => /^a\/included\/web\S* Service web spec\.trafficDistribution: warning: /.test(text)),
    ).toBe(true);
    expect(said.length).toBeGreaterThan(0);
  });

  test('that cannot be written are an error among the others', () => {
    const error = errorOf((app) => {
      const chart = new Chart(app, 'a');
      const produce = (): never => {
        throw new Error('not yet');
      };
      new ApiObject(chart, 'lazy', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: Lazy.any({ produce }) } });
      new Job(chart, 'job', { schedule: '0 0 * * 8', containers });
    });
    expect(error.problems).toMatchObject([
      { code: 'validation', construct: 'a/lazy', message: 'cannot be written: not yet', object: { kind: 'ConfigMap' } },
      { code: 'bad-format', construct: 'a/job' },
    ]);
  });
});

// One chart for each cluster or environment, as people write it: what collides, what is looked at together, and how one says which is which.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App as StockApp, Chart, type ChartProps, YamlOutputType } from 'cdk8s';
import { Construct } from 'constructs';
import { ApiServerValidation, App, Job, type PluginContext, Secret, Service, targetCluster } from '../../lib';
import { thrown } from '../support';

let folder = '';
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'cdk8s-kam-cluster-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names: ChartProps = { namespace: 'shop', disableResourceNameHashes: true };
const containers = { main: { image: 'busybox:1.36' } };

/** The same shop in a chart. */
function shop(chart: Construct, key = 'password'): void {
  new Secret(chart, 'db', { name: 'db', type: 'basic', data: { username: 'a', password: 'b' } });
  new Service(chart, 'web', {
    name: 'web',
    ports: [{ port: 80 }],
    containers: { main: { image: 'nginx:1.27', env: { PASSWORD: `secret://db/${key}` } } },
  });
}

interface Said {
  /** What is thrown. */
  readonly error: string;
  /** What goes to standard error. */
  readonly warnings: readonly string[];
  readonly outdir: string;
}

function synth(build: (app: StockApp) => void, props: object = {}, AppClass: typeof StockApp = App): Said {
  const outdir = mkdtempSync(join(folder, 'out-'));
  const warnings: string[] = [];
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => warnings.push(String(text)) > 0);
  try {
    const app = new AppClass({ outdir, ...props });
    build(app);
    return { error: withoutPlaces(thrown(() => app.synth())), warnings, outdir };
  } finally {
    write.mockRestore();
  }
}

/** Where constructs were written is not what these tests are about. */
const withoutPlaces = (text: string): string => text.replace(/test\/constructs\/cluster\.test\.ts:\d+:\d+ /g, '');

const inTwoCharts = (app: Construct): void => {
  for (const cluster of ['eu', 'us']) shop(new Chart(app, cluster, names));
};

const TWINS =
  'warning: eu and us hold the same 3 objects, such as Secret shop/db: they are taken for different clusters, as in one of them only what is applied last would remain (duplicate)\n    Say which cluster each of them is for: targetCluster(chart, "eu")\n';

test('a chart for each cluster, with nothing said, is no error; what is guessed is said once', () => {
  const { error, warnings, outdir } = synth(inTwoCharts);
  expect(error).toBe('');
  expect(warnings).toEqual([TWINS]);
  const [eu, us] = ['eu', 'us'].map((name) => readFileSync(join(outdir, `${name}.k8s.yaml`), 'utf8'));
  expect(eu).toBe(us);
});

test('the same in folders', () => {
  const props = { yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE };
  expect(synth(inTwoCharts, props)).toMatchObject({ error: '', warnings: [TWINS] });
});

test.each(['FILE_PER_APP', 'FILE_PER_RESOURCE'] as const)(
  '%s writes them to where one would replace the other',
  (type) => {
    const said = (app: StockApp): void => {
      for (const cluster of ['eu', 'us']) {
        const chart = new Chart(app, cluster, names);
        targetCluster(chart, cluster);
        shop(chart);
      }
    };
    for (const build of [inTwoCharts, said]) {
      const { error } = synth(build, { yamlOutputType: YamlOutputType[type] });
      expect(error).toContain(
        '[us/web] Deployment shop/web name: eu/web/Default and us/web/Default are the same Deployment',
      );
    }
  },
);

test('the stock App takes it too, and keeps the warning on the app', () => {
  let app: StockApp | undefined;
  const build = (each: StockApp): void => {
    app = each;
    inTwoCharts(each);
  };
  expect(synth(build, {}, StockApp)).toMatchObject({ error: '', warnings: [] });
  expect(app!.node.metadata).toMatchObject([{ type: 'cdk8s-kam:warning', data: TWINS.trimEnd() }]);
});

describe('what was said', () => {
  const said = (app: Construct, key?: string): void => {
    for (const cluster of ['eu', 'us']) {
      const scope = new Construct(app, cluster);
      targetCluster(scope, cluster);
      shop(new Chart(scope, 'shop', names), key);
    }
  };

  test.each([App, StockApp])('is no news', (AppClass) => {
    expect(synth(said, {}, AppClass)).toMatchObject({ error: '', warnings: [] });
  });

  test('keeps what is beside each other apart: a key that only the other cluster has is missing', () => {
    const { error } = synth((app) => {
      said(app, 'token');
      const more = new Construct(app, 'more');
      targetCluster(more, 'us');
      new Secret(new Chart(more, 'more', names), 's', { name: 'tokens', type: 'token', data: { token: 'x' } });
    });
    expect(error.match(/missing-key/g)).toHaveLength(2);
  });

  test('makes one whole of the charts of one cluster: what is there twice is an error', () => {
    const { error } = synth((app) => {
      targetCluster(app, 'eu');
      inTwoCharts(app);
    });
    expect(error).toContain('[us/db] Secret shop/db name: eu/db/Default and us/db/Default are the same Secret');
  });

  test('of one alone is not enough when the other has the same', () => {
    const { error } = synth((app) => {
      targetCluster(new Chart(app, 'eu', names), 'eu');
      shop(app.node.findChild('eu') as Chart);
      shop(new Chart(app, 'us', names));
    });
    expect(error).toContain('    One of them is for no cluster of its own, and so for all: say for which');
  });

  test('is said of charts, and is a name', () => {
    const app = new StockApp();
    const chart = new Chart(app, 'eu');
    const job = new Job(chart, 'job', { containers });
    expect(thrown(() => targetCluster(job, 'eu'))).toBe(
      'eu/job cluster: cannot be said of a part of a chart, which is written as a whole, got "eu" (forbidden)',
    );
    expect(thrown(() => targetCluster(chart, ''))).toBe(
      'eu cluster: must be the name of a cluster, got "" (wrong-type)',
    );
    targetCluster(new Chart(chart, 'inner'), 'us');
  });

  test('after a synth counts in the next one of the stock App', () => {
    const app = new StockApp({ outdir: folder });
    inTwoCharts(app);
    expect(thrown(() => app.synth())).toBe('');
    targetCluster(app, 'one');
    expect(thrown(() => app.synth())).toContain('are the same Secret');
  });
});

describe('charts of one cluster', () => {
  test('are looked at together', () => {
    const { error } = synth((app) => {
      new Secret(new Chart(app, 'backend', names), 'db', {
        name: 'db',
        type: 'basic',
        data: { username: 'a', password: 'b' },
      });
      const env = { PASSWORD: 'secret://db/pasword' };
      new Job(new Chart(app, 'frontend', names), 'job', { containers: { main: { image: 'busybox:1.36', env } } });
    });
    expect(error).toContain(
      '[frontend/job] Job shop/frontend-job containers.main.env.PASSWORD: the Secret db in the same set has no such key',
    );
    expect(error).toContain('Did you mean "password"?');
  });

  test('that are for all clusters are looked at with each', () => {
    const { error } = synth((app) => {
      new Secret(new Chart(app, 'all', names), 'db', { name: 'db', type: 'token', data: { token: 'b' } });
      for (const cluster of ['eu', 'us']) {
        const env = { PASSWORD: `secret://db/${cluster}` };
        const chart = new Chart(app, cluster, names);
        new Job(chart, 'job', { name: 'same', containers: { main: { image: 'busybox:1.36', env } } });
      }
    });
    expect(error).toContain('[eu/job] Job shop/same containers.main.env.PASSWORD: the Secret db');
    expect(error).toContain('[us/job] Job shop/same containers.main.env.PASSWORD: the Secret db');
  });
});

describe('the plugin', () => {
  async function plugin(
    build: (app: StockApp) => void,
    props: object = {},
    AppClass: typeof StockApp = App,
  ): Promise<Said & { violations: string[] }> {
    const said = synth(build, { recordConstructMetadata: true, ...props }, AppClass);
    expect(said.error).toBe('');
    const files = readdirSync(said.outdir, { recursive: true, encoding: 'utf8' }).sort();
    const manifests = files.filter((file) => file.endsWith('.yaml')).map((file) => join(said.outdir, file));
    const warnings: string[] = [];
    const violations: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => warnings.push(String(text)) > 0);
    const report: PluginContext['report'] = {
      addViolation: ({ ruleName, recommendation }) => violations.push(`${ruleName}: ${recommendation}`),
      submit: () => undefined,
    };
    await new ApiServerValidation().validate({ manifests, report });
    write.mockRestore();
    return { ...said, warnings, violations };
  }

  test('takes charts with the same objects for different clusters, and says so once', async () => {
    const { warnings, violations } = await plugin(inTwoCharts, {}, StockApp);
    expect(violations).toEqual([]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/warning: \S+eu\.k8s\.yaml and \S+us\.k8s\.yaml hold the same 3 objects, such as /);
  });

  test('has nothing to say of a folder for each', async () => {
    const props = { yamlOutputType: YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE };
    expect(await plugin(inTwoCharts, props, StockApp)).toMatchObject({ warnings: [], violations: [] });
  });

  test('says nothing that our App has said', async () => {
    const { warnings } = await plugin((app) => {
      inTwoCharts(app);
      new Job(new Chart(app, 'jobs', names), 'never', { schedule: '0 0 31 2 *', containers });
    });
    expect(warnings).toEqual([]);
  });

  test('says what the stock App keeps to itself', async () => {
    const build = (app: StockApp): void =>
      void new Job(new Chart(app, 'jobs', names), 'never', { schedule: '0 0 31 2 *', containers });
    expect((await plugin(build, {}, StockApp)).warnings).toHaveLength(1);
    expect((await plugin(build)).warnings).toEqual([]);
  });

  test.each([YamlOutputType.FILE_PER_CHART, YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE])(
    'knows from our App which chart is for which cluster (%s)',
    async (yamlOutputType) => {
      const build = (app: StockApp): void => {
        for (const cluster of ['eu', 'us']) {
          const [web, jobs] = [new Chart(app, `${cluster}-web`, names), new Chart(app, `${cluster}-jobs`, names)];
          for (const chart of [web, jobs]) targetCluster(chart, cluster);
          shop(web);
          new Job(jobs, 'job', { name: 'job', containers });
        }
      };
      expect(await plugin(build, { yamlOutputType })).toMatchObject({ warnings: [], violations: [] });
    },
  );
});

// cdk8s-kam/testing: what users' own tests ask.
import { App as StockApp, Chart } from 'cdk8s';
import { App, Job, ProblemError, Secret, Service, toManifests } from 'cdk8s-kam';
import { type ManifestMatchers, Manifests, matchers } from 'cdk8s-kam/testing';
import { thrown } from './support';

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- that is how jest is told
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- both lines are the documented way
    interface Matchers<R> extends ManifestMatchers<R> {}
  }
}
expect.extend(matchers);

function shop(app: StockApp | App = new App()): Chart {
  const chart = new Chart(app, 'shop', { namespace: 'shop', disableResourceNameHashes: true });
  const db = new Secret(chart, 'db', { type: 'basic', data: { username: 'shop', password: 'hunter2' } });
  for (const id of ['web', 'admin']) {
    new Service(chart, id, {
      ports: [{ port: 80, targetPort: 8080 }],
      replicas: id === 'web' ? 2 : 1,
      containers: {
        main: { image: `ghcr.io/acme/${id}:1.4`, env: { MODE: 'prod', PASSWORD: db.ref('password'), ID: '0o755' } },
      },
    });
  }
  new Job(chart, 'clean', { schedule: '0 5 * * *', containers: { main: { image: 'busybox:1.37' } } });
  return chart;
}

const counts = { Secret: 1, Deployment: 2, Service: 2, CronJob: 1 };
const pod = (spec: object): object => ({ spec: { template: { spec } } });

describe('of', () => {
  test.each([
    ['a chart', () => shop()],
    ['a chart of the stock App', () => shop(new StockApp())],
    ['our App', () => shop().node.root as App],
    ['the stock App', () => shop(new StockApp()).node.root as StockApp],
    ['manifests', () => Manifests.of(shop()).all],
  ])('%s', (_, source) => {
    const manifests = Manifests.of(source());
    expect(manifests.counts).toEqual(counts);
    expect(manifests.yaml).toBe((shop().node.root as App).synthYaml());
  });

  test('what a synth refuses is an error', () => {
    const app = new App();
    new Job(new Chart(app, 'a'), 'job', { backoffLimit: -1, containers: { main: { image: 'a:1' } } });
    expect(() => Manifests.of(app)).toThrow(ProblemError);
    expect(() => Manifests.of(app.charts[0]!)).toThrow('backoffLimit: must not be negative');
  });

  test.each([
    [undefined, 'expected an app, a chart or a list of manifests, got undefined'],
    ['kind: Job', 'expected an app, a chart or a list of manifests, got "kind: Job"'],
    [[{}], 'expected a manifest, a map with a kind, got {}'],
  ])('%p is refused', (source, message) => {
    expect(thrown(() => Manifests.of(source as never))).toBe(message);
  });
});

describe('find and get', () => {
  const manifests = Manifests.of(shop());

  test('by kind and name', () => {
    expect(manifests.find('Deployment').map(({ metadata }) => metadata.name)).toEqual(['shop-web', 'shop-admin']);
    expect(manifests.find('Deployment', 'shop-web')).toEqual([manifests.get('Deployment', 'shop-web')]);
    expect(manifests.find('Pod')).toEqual([]);
    expect(manifests.get('CronJob').spec).toMatchObject({ schedule: '0 5 * * *' });
  });

  test.each([
    [['Deployment'], 'there are 2 of kind Deployment: Deployment shop/shop-web, Deployment shop/shop-admin'],
    [
      ['Deployment', 'shop-wbe'],
      'there is no Deployment with the name "shop-wbe", but Deployment shop/shop-web, Deployment shop/shop-admin. Did you mean "shop-web"?',
    ],
    [
      ['Deploiment'],
      'there is no Deploiment, but 1 Secret, 2 Deployment, 2 Service, 1 CronJob. Did you mean "Deployment"?',
    ],
  ] as const)('%j', (asked, message) => {
    expect(thrown(() => manifests.get(...(asked as unknown as [string])))).toBe(message);
  });

  test('of nothing', () => {
    expect(thrown(() => Manifests.of([]).get('Job'))).toBe('there is no Job, and nothing else');
  });
});

describe('has', () => {
  const manifests = Manifests.of(shop());

  test.each<[string, object]>([
    ['a part of maps', { spec: { replicas: 2 }, metadata: { namespace: 'shop' } }],
    ['items by their names', pod({ containers: [{ name: 'main', env: [{ name: 'MODE', value: 'prod' }] }] })],
    ['regular expressions', pod({ containers: [{ name: 'main', image: /^ghcr\.io\/acme\/web:/ }] })],
    ['matchers of the runner', { spec: { replicas: expect.any(Number) as unknown } }],
    ['what is not there', { spec: { paused: undefined } }],
    ['nothing', {}],
  ])('%s', (_, like) => {
    expect(manifests.has('Deployment', 'shop-web', like)).toBe(manifests.get('Deployment', 'shop-web'));
  });

  test('one of several, without a name', () => {
    expect(manifests.has('Deployment', { spec: { replicas: 1 } }).metadata.name).toBe('shop-admin');
  });

  test.each<[string, object, string]>([
    ['a value', { spec: { replicas: 3 } }, 'spec.replicas: is 2, expected 3'],
    ['a key', { spec: { replica: 2 } }, 'spec.replica: is not there, expected 2. Did you mean "replicas"?'],
    ['what must not be there', { spec: { replicas: undefined } }, 'spec.replicas: is 2, expected nothing'],
    [
      'a text',
      pod({ containers: [{ name: 'main', image: /^quay/ }] }),
      'spec.template.spec.containers[0].image: is "ghcr.io/acme/web:1.4", expected /^quay/',
    ],
    [
      'a name',
      pod({ containers: [{ name: 'mian' }] }),
      'spec.template.spec.containers: has no item with the name "mian": there is "main". Did you mean "main"?',
    ],
    ['a list', pod({ containers: [] }), 'spec.template.spec.containers: is a list of 1, expected []'],
    ['a kind of value', { spec: [1] }, 'spec: is a map with replicas, selector, template, expected a list of 1'],
    ['a matcher', { spec: { replicas: expect.any(String) as unknown } }, 'spec.replicas: is 2, expected Any<String>'],
  ])('%s that differs', (_, like, line) => {
    expect(thrown(() => manifests.has('Deployment', 'shop-web', like))).toBe(
      `Deployment shop/shop-web is not as stated:\n  ${line}`,
    );
  });

  test('every difference, of the nearest', () => {
    const like = { metadata: { name: 'shop-admin', namespace: 'x' }, spec: { replicas: 7 } };
    expect(thrown(() => manifests.has('Deployment', like)))
      .toBe(`none of Deployment shop/shop-web, Deployment shop/shop-admin is as stated; the nearest is Deployment shop/shop-admin:
  metadata.namespace: is "shop", expected "x"
  spec.replicas: is 1, expected 7`);
  });

  test('values of a Secret are not shown', () => {
    const message = thrown(() => manifests.has('Secret', { stringData: { password: 'hunter3', username: 'shop' } }));
    expect(message).toContain('stringData.password: is not as stated (values of Secrets are not shown)');
    expect(message).not.toContain('hunter');
  });
});

test('accepted', () => {
  expect(Manifests.of(shop()).accepted()).toBeInstanceOf(Manifests);
  const [job] = toManifests({ kind: 'Job', name: 'a', containers: { main: { image: 'a:1' } } });
  const wrong = Manifests.of([
    { ...job!, spec: { ...(job!.spec as object), managedBy: 'example.com/queue', backoffLimit: -1 } },
  ]);
  expect(wrong.problems().map(({ severity }) => severity)).toContain('warning');
  expect(thrown(() => wrong.accepted())).toBe('Job a spec.backoffLimit: must not be negative, got -1 (out-of-range)');
  expect(thrown(() => wrong.accepted({ kubernetes: '1.28' }))).toContain('managedBy');
});

describe('matchers', () => {
  test('toHaveManifest', () => {
    const chart = shop();
    expect(chart).toHaveManifest('CronJob');
    expect(chart).toHaveManifest('CronJob', 'shop-clean', { spec: { schedule: '0 5 * * *' } });
    expect(chart).toHaveManifest('Deployment', { spec: { replicas: 1 } });
    expect(chart).not.toHaveManifest('Ingress');
    expect(thrown(() => expect(chart).toHaveManifest('CronJob', { spec: { schedule: '@daily' } }))).toBe(
      'CronJob shop/shop-clean is not as stated:\n  spec.schedule: is "0 5 * * *", expected "@daily"',
    );
    expect(thrown(() => expect(chart).not.toHaveManifest('CronJob'))).toContain(
      'there is one:\napiVersion: batch/v1\n',
    );
  });

  test('toBeAccepted', () => {
    const chart = shop();
    expect(chart).toBeAccepted();
    expect(chart).toBeAccepted({ kubernetes: '1.34' });
    expect(thrown(() => expect(chart).not.toBeAccepted())).toBe('all of it is accepted');
    new Job(chart, 'wrong', { backoffLimit: -1, containers: { main: { image: 'a:1' } } });
    expect(chart).not.toBeAccepted();
    expect(thrown(() => expect(chart).toBeAccepted())).toContain(
      'Job shop/shop-wrong backoffLimit: must not be negative',
    );
  });
});

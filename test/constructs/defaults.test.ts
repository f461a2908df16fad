import { App as StockApp, Chart, Testing } from 'cdk8s';
import { App, importText, Job, ProblemError, Secret, Service, setDefaults } from '../../lib';

const containers = { main: { image: 'busybox:1.36' } };

test('an app, a chart in it, and what is stated: the nearer wins', () => {
  const app = new App({
    defaults: { labels: { org: 'acme', team: 'none' }, container: { resources: { memory: '1Gi' } } },
  });
  const etl = new Chart(app, 'etl');
  setDefaults(etl, { labels: { team: 'etl' }, job: { backoffLimit: 2 } });
  new Job(etl, 'load', { containers });
  new Service(new Chart(app, 'web'), 'web', { labels: { team: 'web' }, containers });
  const [job, service] = [...Testing.synth(etl), ...Testing.synth(app.charts[1]!)] as [
    { metadata: object; spec: object },
    { metadata: object; spec: object },
  ];
  const limits = { template: { spec: { containers: [{ resources: { limits: { memory: '1Gi' } } }] } } };
  expect(job).toMatchObject({
    metadata: { labels: { org: 'acme', team: 'etl' } },
    spec: { backoffLimit: 2, ...limits },
  });
  expect(service).toMatchObject({ metadata: { labels: { org: 'acme', team: 'web' } }, spec: limits });
});

test('in the stock App too, and for documents', () => {
  const chart = new Chart(new StockApp(), 'etl');
  setDefaults(chart, { pod: { securityContext: { runAsNonRoot: true } } });
  importText(chart, 'a', '{"type":"job","name":"a","labels":"app:a","image-source":"busybox:1.36"}');
  expect(Testing.synth(chart)[0]).toMatchObject({
    spec: { template: { spec: { securityContext: { runAsNonRoot: true } } } },
  });
});

test('what is wrong with them is thrown where they are said', () => {
  const given = () => new App({ defaults: { container: { resources: { memory: '512MB' } } } });
  expect(given).toThrow(ProblemError);
  expect(given).toThrow(
    /defaults\.container\.resources\.memory: must be a quantity.*got "512MB"[^]*Write 512M or 512Mi/,
  );
});

test('said after the first workload they would not be for all: that is an error, and a Secret is no workload', () => {
  const chart = new Chart(new App(), 'etl');
  new Secret(chart, 'db', { type: 'token', data: { token: 'x' } });
  setDefaults(chart, { labels: { a: 'b' } });
  new Job(chart, 'load', { containers });
  expect(() => setDefaults(chart, { labels: { a: 'c' } })).toThrow(/come too late for etl\/load/);
});

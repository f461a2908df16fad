// Which Kubernetes each part of an app is for.
import { ApiObject, App as StockApp, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { App, importText, Job, targetKubernetes } from '../../lib';
import { thrown } from '../support';

/** A field that servers have since 1.30. */
const props = { managedBy: 'example.com/x', containers: { main: { image: 'busybox:1.28' } } };

/** The constructs that are refused, with what is said of their field. */
const refused = (app: StockApp): string[] =>
  thrown(() => app.synthYaml())
    .split('\n')
    .flatMap(
      (line) => /^ {2}\[(.*?)\] .*managedBy: (Kubernetes .*?) has no such field/.exec(line)?.slice(1).join(': ') ?? [],
    );

describe.each([
  ['the stock App', StockApp],
  ['our App', App],
])('%s', (_, AppClass) => {
  test('the nearest scope counts', () => {
    const app = new AppClass();
    targetKubernetes(app, '1.28');
    const [old, later] = ['old', 'later'].map((id) => new Chart(app, id)) as [Chart, Chart];
    targetKubernetes(later, '>=1.32');
    new Job(old, 'job', props);
    new Job(later, 'job', props);
    const group = new Construct(later, 'group');
    targetKubernetes(group, '1.29-1.30');
    new Job(group, 'job', props);
    const job = new Job(group, 'newest', props);
    targetKubernetes(job, '1.36');
    expect(refused(app)).toEqual(['old/job: Kubernetes 1.28', 'later/group/job: Kubernetes until 1.29']);
  });

  test('it may be said after what it is said of, and again', () => {
    const app = new AppClass();
    const chart = new Chart(app, 'a');
    new Job(chart, 'job', props);
    targetKubernetes(chart, '1.36');
    expect(refused(app)).toEqual([]);
    targetKubernetes(chart, '1.29');
    expect(refused(app)).toEqual(['a/job: Kubernetes 1.29']);
  });

  test('what an import says of itself is nearer than any scope', () => {
    const app = new AppClass();
    const chart = new Chart(app, 'a');
    targetKubernetes(chart, '1.28');
    const text = JSON.stringify({ echo: { schedule: '@daily', ...props } });
    importText(chart, 'new', text, { kubernetes: '1.34', name: 'new' });
    importText(chart, 'old', text, { name: 'old' });
    expect(refused(app).map((each) => each.split(': ').at(-1))).toEqual(['Kubernetes 1.28']);
  });

  test('nothing stated: a warning, and objects of others are left alone', () => {
    const app = new AppClass();
    const chart = new Chart(app, 'a');
    const job = new Job(chart, 'job', props);
    new ApiObject(chart, 'other', { apiVersion: 'batch/v1', kind: 'Job', spec: { nothing: 1 } });
    expect(refused(app)).toEqual([]);
    expect(job.node.metadata.map(({ data }) => data as unknown)).toEqual([
      expect.stringContaining('managedBy: warning: Kubernetes before 1.30 has no such field (unknown-field)'),
      expect.stringContaining('managedBy: warning: Kubernetes 1.30 to 1.31 drops this field'),
    ]);
  });
});

test('our App takes it as an option, and a chart of its own may differ', () => {
  const app = new App({ kubernetes: '1.28' });
  new Job(new Chart(app, 'a'), 'job', props);
  const chart = new Chart(app, 'b');
  targetKubernetes(chart, '1.34');
  new Job(chart, 'job', props);
  expect(refused(app)).toEqual(['a/job: Kubernetes 1.28']);
});

test('a text that names no minor', () => {
  expect(thrown(() => new App({ kubernetes: '1.27' }))).toContain('The oldest that we know is 1.28');
  expect(thrown(() => targetKubernetes(new StockApp(), 'v1.34'))).toContain('Did you mean "1.34"?');
});

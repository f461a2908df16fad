// What an object asks to ignore in itself, by the functions and in apps.
import { App, Chart } from 'cdk8s';
import { App as OurApp, Job, read, toManifests, validateManifest, validateManifests } from '../../lib';
import { folderWith } from '../cli/run';

const cronJob = (annotations?: unknown): object => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'a', ...(annotations === undefined ? {} : { annotations }) },
  spec: {
    schedule: '0 5 * * 7',
    jobTemplate: {
      spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'a:1' }] } } },
    },
  },
});
const asked = { 'cdk8s-kam/ignore': 'bad-format' };
const said = (problems: readonly { severity: string; code: string; ignored?: string }[]): string[] =>
  problems.map(({ severity, code, ignored }) => `${severity} ${code}${ignored === undefined ? '' : ` was ${ignored}`}`);

test('by the functions', () => {
  expect(said(validateManifest(cronJob()))).toEqual(['error bad-format']);
  expect(said(validateManifest(cronJob(asked)))).toEqual(['note bad-format was error']);
  expect(validateManifests([cronJob(asked), cronJob()]).map(said)).toEqual([
    ['note bad-format was error'],
    expect.arrayContaining(['error bad-format']),
  ]);
  expect(said(validateManifest(cronJob({ 'cdk8s-kam/ignore': 3 })))).toEqual(['error wrong-type', 'error bad-format']);
});

test('nothing is asked of what throws', () => {
  const object = { ...cronJob(asked) };
  Object.defineProperty(object, 'metadata', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });
  expect(said(validateManifest(object))).toEqual(['error not-data']);
  expect(validateManifests([object]).map(said)).toEqual([['error not-data']]);
});

const props = {
  schedule: '0 5 * * 7',
  annotations: { 'cdk8s-kam/ignore': 'bad-format' },
  containers: { main: { image: 'a:1' } },
};

test('of a workload', () => {
  expect(toManifests({ kind: 'Job', name: 'a', ...props })).toHaveLength(1);
  const text = JSON.stringify({ _type: 'Job', name: 'a', ...props });
  const { problems, workloads } = read(text);
  expect(said(problems)).toEqual(['note bad-format was error']);
  expect(said(workloads[0]!.problems)).toEqual(['note bad-format was error']);
});

test.each([
  ['our App', OurApp],
  ['the stock App', App],
])('in %s', (_, Each) => {
  const app = new Each({ outdir: folderWith({}) });
  const chart = new Chart(app, 'c', { disableResourceNameHashes: true });
  new Job(chart, 'quiet', props);
  const loud = new Job(chart, 'loud', { ...props, annotations: {} });
  expect(() => app.synth()).toThrow(/^Validation failed with the following errors:\n {2}\[c\/loud\] .*\n.*$/);
  loud.apiObject.metadata.addAnnotation('cdk8s-kam/ignore', 'bad-format');
  app.synth();
});

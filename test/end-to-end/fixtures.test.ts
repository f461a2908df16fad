// The fixtures themselves: a real server takes all that the players write, and the pure functions say of each moment what the fixture says.
import { observeJob } from '../../lib/dialects/launcher/observe';
import { callbacks } from '../../lib/dialects/sqs/api';
import { Cluster, type Job } from './cluster';
import { fixtures, toldBy } from './fixtures';
import { type Kubernetes, startKubernetes } from './kubernetes';

let kubernetes: Kubernetes;
beforeAll(async () => {
  kubernetes = await startKubernetes();
});
afterAll(() => kubernetes?.stop());

test.each(Object.entries(fixtures))('%s', async (_name, fixture) => {
  const cluster = new Cluster(kubernetes, 'default');
  const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'image:1' }] } };
  const body = {
    metadata: { generateName: 'a-', finalizers: ['tests/follower'] },
    spec: { backoffLimit: 0, template, ...fixture.job, ...fixture.spec },
  };
  const created = await kubernetes.request<Job>('POST', '/apis/batch/v1/namespaces/default/jobs', body);
  const { name } = created.metadata;
  for await (const moment of fixture.play(cluster, name)) {
    const { says, late } = moment;
    const [job, pods] = await Promise.all([cluster.job(name), cluster.pods(name)]);
    const limit = { now: late ? new Date(Date.now() + 3_600_000) : new Date(), podStartTimeoutSeconds: 60 };
    const bodies = callbacks('1', job, pods, limit);
    const { status, exitCode } = observeJob({ job, pods: pods as object[] });
    expect({
      callbacks: bodies.map(toldBy),
      ...(moment.launcher && { launcher: { status, ...(exitCode !== undefined && { exitCode }) } }),
    }).toEqual({ callbacks: moment.callbacks, ...(moment.launcher && { launcher: moment.launcher }) });
    if (says) expect(bodies.at(-1)).toMatchObject({ detail: { error: { message: expect.stringMatching(says) } } });
  }
});

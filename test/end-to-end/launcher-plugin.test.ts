// examples/launcher-plugin, as the Launcher starts it, on a real API server with the rights of its own Role. The cluster is played; the log of a
// pod, which only a kubelet has, is answered by a stand-in.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster, type Pod } from './cluster';
import { fixtures } from './fixtures';
import { History } from './history';
import { type Kubernetes, type KubeObject, startKubernetes } from './kubernetes';
import { Launcher, OPERATIONS } from './launcher';
import { type Logs, startLogs } from './logs';
import { type Recorder, startRecorder } from './recorder';
import { granted, needed } from './rights';

const root = resolve(__dirname, '../../examples/launcher-plugin');
const program = join(root, 'dist/launcher-plugin.cjs');
const folder = mkdtempSync(join(tmpdir(), 'launcher-plugin-'));
const history = new History();
const JOBS = '/apis/batch/v1/namespaces/jobs/jobs';
const PODS = '/api/v1/namespaces/jobs/pods';
const fit = { name: 'Fit model', command: 'Rscript fit.R', container: { image: 'rocker/r-ver:4.4.1' } };

let kubernetes: Kubernetes;
let cluster: Cluster;
let api: Recorder;
let logs: Logs;
let token: string;
let launcher: Launcher;

beforeAll(async () => {
  kubernetes = await startKubernetes();
  await kubernetes.apply(readFileSync(join(root, 'launcher-plugin.k8s.yaml'), 'utf8'));
  token = await kubernetes.tokenOf('jobs', 'launcher');
  cluster = new Cluster(kubernetes, 'jobs');
  api = await startRecorder('api', kubernetes.url, history);
  logs = await startLogs(api.url);
  launcher = start();
  await launcher.ask('bootstrap', { version: { major: 3, minor: 5, patch: 0 } });
});
afterAll(async () => {
  await launcher?.signal('SIGKILL');
  await logs?.stop();
  await api?.stop();
  await kubernetes?.stop();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  api.fault = () => undefined;
});

/** The plugin, with what a pod's own account has. */
function start(...args: string[]): Launcher {
  const config = {
    clusters: [{ name: 'a', cluster: { server: logs.url, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'a', user: { token } }],
    contexts: [{ name: 'a', context: { cluster: 'a', user: 'a', namespace: 'jobs' } }],
    'current-context': 'a',
  };
  const file = join(folder, 'kubeconfig.json');
  writeFileSync(file, JSON.stringify(config));
  return new Launcher(program, { KUBECONFIG: file }, args);
}

interface Submitted {
  readonly id: string;
  /** Of the Kubernetes Job. */
  readonly name: string;
  /** A stream of its statuses. */
  readonly stream: number;
}

async function submit(job: object = fit, username = 'jane', by = launcher): Promise<Submitted> {
  const { jobs, errorMessage } = await by.ask('submit', { username, job });
  if (!jobs) throw new Error(errorMessage);
  const { id } = jobs[0]!;
  const name = (await cluster.jobs()).find(({ metadata }) => metadata.name.endsWith(id))!.metadata.name;
  const stream = by.tell('status', { username, jobId: id });
  return { id, name, stream };
}

/** The statuses that a stream has told so far, when the last of them is there. */
async function told({ stream }: Submitted, ...expected: string[]): Promise<void> {
  const seen = () => launcher.statuses(stream).map(({ status }) => status);
  await launcher
    .heard(() => seen().length >= expected.length && seen().at(-1) === expected.at(-1))
    .catch(() => undefined);
  expect(seen()).toEqual(expected);
}

async function until(is: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 15_000; !(await is()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error('not in 15 s');
  }
}

const get = async (id: string, more: object = {}, username = 'jane', by = launcher) =>
  (await by.ask('jobs', { username, jobId: id, ...more })).jobs?.[0];
const control = (id: string, operation: keyof typeof OPERATIONS, username = 'jane') =>
  launcher.ask('control', { username, jobId: id, operation: OPERATIONS[operation] });

/** A job whose process runs. */
async function running(job: object = fit): Promise<Submitted & { pod: Pod }> {
  const submitted = await submit(job);
  await cluster.sync(submitted.name);
  const [pod] = (await cluster.pods(submitted.name)) as [Pod];
  await cluster.run(pod);
  await cluster.sync(submitted.name);
  await told(submitted, 'Pending', 'Running');
  return { ...submitted, pod };
}

const done = { messageType: 4, operationComplete: true, statusMessage: '' };

describe('operations', () => {
  test('submit, and get what was submitted with its state', async () => {
    const job = {
      ...fit,
      tags: ['a', 'b'],
      environment: [{ name: 'SEED', value: '1' }],
      metadata: { ticket: 12 },
      status: 'Finished',
      exitCode: 7,
    };
    const { jobs } = await launcher.ask('submit', { username: 'jane', requestUsername: 'jane', job });
    const { status: _, exitCode: __, ...given } = job;
    expect(jobs).toEqual([
      {
        ...given,
        id: expect.stringMatching(/^[0-9a-f]{16}$/),
        user: 'jane',
        cluster: 'Kubernetes',
        resourceProfile: 'custom',
        status: 'Pending',
        submissionTime: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    ]);
    expect(await get(jobs![0]!.id)).toEqual(jobs![0]);
    const made = await cluster.job(`fit-model-${jobs![0]!.id}`);
    expect(made.spec).toMatchObject({ ttlSecondsAfterFinished: 24 * 3600, backoffLimit: 0 });
  });

  test('success', async () => {
    const { id, name, pod, ...submitted } = await running();
    expect(await get(id)).toMatchObject({ status: 'Running', host: 'node-1' });
    await cluster.end(pod, { exitCode: 0 });
    await cluster.sync(name);
    await told({ id, name, ...submitted }, 'Pending', 'Running', 'Finished');
    expect(await get(id)).toMatchObject({ status: 'Finished', exitCode: 0 });
    await cluster.expire(name);
    await until(async () => (await get(id)) === undefined);
    expect(await launcher.ask('jobs', { username: 'jane', jobId: id })).toMatchObject({
      messageType: -1,
      errorCode: 3,
    });
  });

  test('failure', async () => {
    const job = await running();
    await cluster.end(job.pod, { exitCode: 3, message: 'no such table' });
    await cluster.sync(job.name);
    await told(job, 'Pending', 'Running', 'Finished');
    expect(await get(job.id)).toMatchObject({ status: 'Finished', exitCode: 3, statusMessage: 'no such table' });
  });

  test('out of memory', async () => {
    const job = await running();
    await cluster.end(job.pod, { exitCode: 137, reason: 'OOMKilled' });
    await cluster.sync(job.name);
    await told(job, 'Pending', 'Running', 'Killed');
    expect(await get(job.id)).toMatchObject({ exitCode: 137, statusMessage: 'OOMKilled' });
  });

  test('deadline', async () => {
    const job = await running();
    await cluster.fail(job.name, 'DeadlineExceeded', 'Job was active longer than specified deadline');
    await told(job, 'Pending', 'Running', 'Killed');
    expect(await get(job.id)).toMatchObject({
      exitCode: 143,
      statusMessage: 'DeadlineExceeded: Job was active longer than specified deadline',
    });
  });

  test('suspend, resume', async () => {
    const job = await running();
    expect(await control(job.id, 'suspend')).toMatchObject(done);
    await told(job, 'Pending', 'Running', 'Suspended');
    await cluster.sync(job.name);
    await cluster.terminate(job.pod);
    expect(await control(job.id, 'resume')).toMatchObject(done);
    await told(job, 'Pending', 'Running', 'Suspended', 'Pending');
    await cluster.sync(job.name);
    const pod = (await cluster.pods(job.name)).at(-1)!;
    await cluster.run(pod);
    await told(job, 'Pending', 'Running', 'Suspended', 'Pending', 'Running');
    await cluster.end(pod, { exitCode: 0 });
    await told(job, 'Pending', 'Running', 'Suspended', 'Pending', 'Running', 'Finished');
  });

  test('stop: the process runs until it has ended', async () => {
    const job = await running();
    expect(await control(job.id, 'stop')).toMatchObject(done);
    expect(await get(job.id)).toMatchObject({ status: 'Running' });
    await cluster.collect(job.name);
    await told(job, 'Pending', 'Running', 'Finished');
    expect(await get(job.id)).toMatchObject({ status: 'Finished', exitCode: 143 });
  });

  test('kill, also of a job that is being stopped', async () => {
    const job = await running();
    expect(await control(job.id, 'kill')).toMatchObject(done);
    await cluster.collect(job.name);
    await told(job, 'Pending', 'Running', 'Killed');
    expect(await get(job.id)).toMatchObject({ status: 'Killed', exitCode: 137 });
    const slow = await running();
    expect(await control(slow.id, 'stop')).toMatchObject(done);
    expect(await control(slow.id, 'kill')).toMatchObject(done);
    await kubernetes.request(
      'PATCH',
      `${PODS}/${slow.pod.metadata.name}`,
      { metadata: { finalizers: null } },
      'application/merge-patch+json',
    );
    await told(slow, 'Pending', 'Running', 'Killed');
    expect(await get(slow.id)).toMatchObject({ status: 'Killed', exitCode: 137 });
  });

  test('cancel before it starts', async () => {
    const job = await submit();
    await cluster.sync(job.name);
    expect(await control(job.id, 'cancel')).toMatchObject(done);
    await cluster.collect(job.name);
    await told(job, 'Pending', 'Canceled');
    expect(await get(job.id)).toMatchObject({ status: 'Canceled' });
    expect((await cluster.jobs()).map(({ metadata }) => metadata.name)).not.toContain(job.name);
  });

  test('deleted by somebody else, while it runs and before', async () => {
    const [job, early] = [await running(), await submit()];
    await cluster.remove(job.name);
    await cluster.remove(early.name);
    await told(early, 'Pending', 'Canceled');
    await cluster.collect(job.name);
    await told(job, 'Pending', 'Running', 'Finished');
    expect(await get(job.id)).toMatchObject({ status: 'Finished', exitCode: 143 });
  });

  test('a job that cannot be launched has failed, and its Job goes', async () => {
    const job = await submit();
    await cluster.sync(job.name);
    await cluster.wait((await cluster.pods(job.name))[0]!, 'ImagePullBackOff', 'Back-off pulling image');
    await told(job, 'Pending', 'Failed');
    await until(async () => (await cluster.jobs()).every(({ metadata }) => metadata.name !== job.name));
    await cluster.collect(job.name);
    expect(await get(job.id)).toMatchObject({
      status: 'Failed',
      statusMessage: 'ImagePullBackOff: Back-off pulling image',
    });
  });

  test('network', async () => {
    const job = await running();
    await kubernetes.request(
      'PATCH',
      `${PODS}/${job.pod.metadata.name}/status`,
      { status: { podIP: '10.0.0.7', podIPs: [{ ip: '10.0.0.7' }] } },
      'application/merge-patch+json',
    );
    const ask = () => launcher.ask('network', { username: 'jane', jobId: job.id });
    await until(async () => (await ask()).ipAddresses?.[0] !== undefined);
    expect(await ask()).toMatchObject({ messageType: 7, host: 'node-1', ipAddresses: ['10.0.0.7'] });
  });

  test('ports: a Service that goes with its Job', async () => {
    const { id, name } = await submit({ ...fit, exposedPorts: [{ targetPort: 8787, protocol: 'TCP' }] });
    const service = await kubernetes.request<KubeObject>('GET', `/api/v1/namespaces/jobs/services/${name}-node`);
    expect(service.metadata.ownerReferences).toEqual([
      { apiVersion: 'batch/v1', kind: 'Job', name, uid: (await cluster.job(name)).metadata.uid },
    ]);
    expect(await get(id)).toMatchObject({ exposedPorts: [{ targetPort: 8787, protocol: 'TCP' }] });
  });

  test('heartbeat, cluster, nodes', async () => {
    launcher.frame('{"messageType":0,"requestId":0}');
    const beat = { messageType: 0, requestId: 0, responseId: 0 };
    expect(await launcher.heard(() => launcher.messages.find(({ messageType }) => messageType === 0))).toEqual(beat);
    expect(await launcher.ask('cluster', { username: 'jane' })).toMatchObject({
      messageType: 8,
      supportsContainers: true,
      allowUnknownImages: true,
      resourceLimits: expect.arrayContaining([{ type: 'cpuCount' }]),
    });
    expect(await launcher.ask('nodes', { username: '*', nodes: [] })).toMatchObject({ messageType: 201 });
  });
});

describe('what can become of a Job', () => {
  test.each([
    'success',
    'non-zero exit',
    'OOM kill',
    'SIGKILL',
    'image pull error',
    'bad image name',
    'missing Secret',
    'unschedulable',
    'eviction',
    'suspended and resumed',
  ])('%s', async (name) => {
    const job = await submit();
    const expected: string[] = [];
    for await (const { launcher: moment } of fixtures[name]!.play(cluster, job.name)) {
      const { status, exitCode } = moment!;
      if (expected.at(-1) !== status) expected.push(status);
      await until(async () => (await get(job.id))?.status === status);
      expect((await get(job.id))?.exitCode).toBe(exitCode);
    }
    // Changes of the message alone are told too.
    const statuses = launcher.statuses(job.stream).map(({ status }) => status);
    expect(statuses.filter((each, index) => each !== statuses[index - 1])).toEqual(expected);
  });
});

describe('list', () => {
  const user = 'lists';
  const list = async (more: object, who = user) =>
    (await launcher.ask('jobs', { username: who, jobId: '*', ...more })).jobs!;
  const names = async (more: object, who = user) => (await list(more, who)).map(({ name }) => name).sort();

  test('filter and fields', async () => {
    const before = new Date(Date.now() - 60_000).toISOString();
    await submit({ ...fit, name: 'one', tags: ['x', 'y'] }, user);
    const two = await submit({ ...fit, name: 'two', tags: ['x'] }, user);
    await submit({ ...fit, name: 'other' }, 'somebody');
    await control(two.id, 'cancel', user);
    await told(two, 'Pending', 'Canceled');
    expect(await names({})).toEqual(['one', 'two']);
    expect(await names({}, '*')).toEqual(expect.arrayContaining(['one', 'other', 'two']));
    expect(await names({ tags: ['x'] })).toEqual(['one', 'two']);
    expect(await names({ tags: ['x', 'y'] })).toEqual(['one']);
    expect(await names({ statuses: ['Canceled', 'Failed'] })).toEqual(['two']);
    expect(await names({ statuses: ['Running'] })).toEqual([]);
    expect(await names({ startTime: before, endTime: null })).toEqual(['one', 'two']);
    expect(await names({ endTime: before })).toEqual([]);
    expect(await list({ statuses: ['Canceled'], fields: ['status', 'tags', 'nothing'] })).toEqual([
      { id: two.id, status: 'Canceled', tags: ['x'] },
    ]);
    expect(await get(two.id, { fields: ['name'] }, user)).toEqual({ id: two.id, name: 'two' });
    // What is asked for by its id is not filtered.
    expect(await get(two.id, { tags: ['no'], fields: ['name'] }, user)).toEqual({ id: two.id, name: 'two' });
  });
});

describe('streams', () => {
  test('a change is told once, with the count of every stream that waits for it', async () => {
    const [all, own, others] = ['*', 'streams', 'nobody'].map((username) =>
      launcher.tell('status', { username, jobId: '*' }),
    );
    const job = await submit(fit, 'streams');
    await told(job, 'Pending');
    await control(job.id, 'cancel', 'streams');
    await told(job, 'Pending', 'Canceled');
    const last = launcher.messages.filter(({ id }) => id === job.id).at(-1)!;
    expect(last).toMatchObject({ messageType: 3, requestId: 0, name: 'Fit model', status: 'Canceled' });
    expect(last.sequences!.map(({ requestId }) => requestId)).toEqual([all, own, job.stream]);
    for (const stream of [all, own, job.stream]) {
      const seen = launcher.statuses(stream!).map(({ seqId }) => seqId);
      expect(seen).toEqual(seen.map((_, index) => index + 1));
    }
    expect(launcher.statuses(own!).map(({ status }) => status)).toEqual(['Pending', 'Canceled']);
    expect(launcher.statuses(others!)).toEqual([]);

    launcher.tell('status', { username: '*', jobId: '*' });
    for (const requestId of [all, own, others]) {
      launcher.frame(JSON.stringify({ messageType: 4, requestId, username: '*', jobId: '*', cancel: true }));
    }
    const count = launcher.statuses(all!).length;
    const next = await submit(fit, 'streams');
    await told(next, 'Pending');
    expect(launcher.statuses(all!)).toHaveLength(count);
  });

  test('of one job that has ended: its end, and nothing more', async () => {
    const job = await submit();
    await control(job.id, 'cancel');
    await told(job, 'Pending', 'Canceled');
    const late = { ...job, stream: launcher.tell('status', { username: '*', jobId: job.id }) };
    await told(late, 'Canceled');
  });
});

describe('output', () => {
  const output = (jobId: string, more: object = {}) =>
    launcher.tell('output', { username: 'jane', jobId, outputType: 2, ...more });
  const answers = (id: number) => launcher.messages.filter(({ requestId }) => requestId === id);
  const ends = (id: number) =>
    launcher.heard(() => answers(id).find(({ complete, errorCode }) => complete === true || errorCode !== undefined));

  test('as it comes, in whole characters, to its end', async () => {
    const job = await running();
    const asked: [string, string][] = [];
    const bytes = Buffer.from('a äöü\n'.repeat(50_000));
    logs.answer = (pod, query, to) => {
      asked.push([pod, query.toString()]);
      to.write(bytes.subarray(0, 3));
      setTimeout(() => to.end(bytes.subarray(3)), 100);
    };
    const id = output(job.id);
    await ends(id);
    expect(asked).toEqual([[job.pod.metadata.name, 'container=rs-launcher-container&follow=true']]);
    const told = answers(id);
    expect(told.map(({ seqId }) => seqId)).toEqual(told.map((_, index) => index + 1));
    expect(told[0]).toMatchObject({ messageType: 5, output: 'a ', outputType: 'mixed', complete: false });
    expect(told.map(({ output }) => output).join('')).toBe(bytes.toString());
    expect(told.map(({ complete }) => complete)).toEqual([...told.slice(1).map(() => false), true]);
  });

  test('as a word too', async () => {
    const job = await running();
    logs.answer = (_pod, _query, to) => void to.end('hello');
    const id = output(job.id, { outputType: 'stdout' });
    await ends(id);
    expect(answers(id).map(({ output }) => output)).toEqual(['hello', '']);
  });

  test('until it is not wanted any more', async () => {
    const job = await running();
    let closed = false;
    logs.answer = (_pod, _query, to) => {
      to.write('1');
      to.on('close', () => (closed = true));
    };
    const id = output(job.id);
    await launcher.heard(() => answers(id)[0]);
    launcher.frame(JSON.stringify({ messageType: 6, requestId: id, username: 'jane', jobId: job.id, cancel: true }));
    await launcher.heard(() => closed);
    expect(answers(id)).toHaveLength(1);
  });

  test('a connection that breaks is an error and not the end', async () => {
    const job = await running();
    logs.answer = (_pod, _query, to) => {
      to.write('1');
      setTimeout(() => to.destroy(), 50);
    };
    expect(await ends(output(job.id))).toMatchObject({
      errorCode: 0,
      errorMessage: 'the log broke off: ask again',
    });
  });

  test('there is none (7)', async () => {
    const early = await submit();
    expect(await ends(output(early.id))).toMatchObject({ errorCode: 7 });
    const job = await running();
    expect(await ends(output(job.id, { outputType: 1 }))).toMatchObject({
      errorCode: 7,
      errorMessage: 'Kubernetes keeps both outputs in one log: ask for 0 (stdout) or 2 (mixed)',
    });
    const message = 'container "rs-launcher-container" in pod is waiting to start: ContainerCreating';
    logs.answer = (_pod, _query, to) => void to.writeHead(400).end(JSON.stringify({ kind: 'Status', message }));
    expect(await ends(output(job.id))).toMatchObject({ errorCode: 7, errorMessage: message });
    await cluster.remove(job.name);
    await cluster.collect(job.name);
    await told(job, 'Pending', 'Running', 'Finished');
    expect(await ends(output(job.id))).toMatchObject({ errorCode: 7 });
  });
});

describe('errors by code', () => {
  const status = (code: number, message: string) => ({
    status: code,
    body: JSON.stringify({ kind: 'Status', code, message }),
  });

  test('0: the API server is gone, or refuses for reasons of its own', async () => {
    api.fault = ({ method }) => (method === 'POST' ? 'refuse' : undefined);
    expect(await launcher.ask('submit', { username: 'jane', job: fit })).toMatchObject({ errorCode: 0 });
    api.fault = ({ method }) => (method === 'POST' ? status(403, 'exceeded quota: jobs') : undefined);
    expect(await launcher.ask('submit', { username: 'jane', job: fit })).toMatchObject({
      errorCode: 0,
      errorMessage: 'the API server: exceeded quota: jobs',
    });
  });

  test.each([7, 10, 17, 42, 202])('1: a request of type %i', async (messageType) => {
    const requestId = 1_000_000 + messageType;
    launcher.frame(JSON.stringify({ messageType, requestId, username: 'jane', jobId: '*' }));
    const found = () => launcher.messages.find((each) => each.requestId === requestId);
    expect(await launcher.heard(found)).toMatchObject({ messageType: -1, errorCode: 1 });
  });

  test('1: a standard input, for which the job would wait', async () => {
    const answer = await launcher.ask('submit', { username: 'jane', job: { ...fit, stdin: 'echo 1' } });
    expect(answer).toMatchObject({ errorCode: 1, errorMessage: expect.stringMatching(/^job\.stdin: /) });
  });

  const wrong: [string, string | Buffer, RegExp][] = [
    ['no JSON', '{', /expected a message in JSON/],
    ['nothing', '', /expected a message in JSON/],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), /expected a message in JSON/],
    ['null', 'null', /expected a message/],
    ['a list', '[]', /expected a message/],
    ['no type', '{"requestId":0}', /messageType: expected a whole number/],
    ['a type in words', '{"messageType":"submit","requestId":0}', /messageType: expected a whole number/],
    ['no id', '{"messageType":2}', /requestId: expected a whole number/],
    ['an id below 0', '{"messageType":2,"requestId":-1}', /requestId: expected a whole number/],
    ['an id that is no integer', '{"messageType":2,"requestId":1.5}', /requestId: expected a whole number/],
    ['__proto__', '{"__proto__":{"messageType":2,"requestId":0}}', /messageType: expected a whole number/],
    ['200,000 levels', '['.repeat(200_000) + ']'.repeat(200_000), /expected a message/],
  ];
  test.each(wrong)('2: %s', async (_name, text, message) => {
    const before = launcher.messages.length;
    launcher.frame(text);
    const found = () => launcher.messages.slice(before).find(({ messageType }) => messageType === -1);
    const answer = await launcher.heard(found);
    expect(answer).toMatchObject({ requestId: 0, errorCode: 2, errorMessage: expect.stringMatching(message) });
  });

  const jane = { username: 'jane', jobId: '*' };
  test.each<[string, Parameters<Launcher['tell']>[0], object, RegExp]>([
    ['a user that is none', 'jobs', { jobId: '*' }, /^username: expected a text/],
    ['a user of another type', 'jobs', { ...jane, username: 5 }, /^username: expected a text/],
    ['a job id of another type', 'status', { ...jane, jobId: {} }, /^jobId: expected a text/],
    ['tags of another type', 'jobs', { ...jane, tags: 5 }, /^tags: expected a list of texts$/],
    ['statuses of another type', 'jobs', { ...jane, statuses: [1] }, /^statuses: expected a list of texts$/],
    ['fields of another type', 'jobs', { ...jane, fields: 'id' }, /^fields: expected a list of texts$/],
    ['a time that is none', 'jobs', { ...jane, startTime: 'yesterday' }, /startTime: expected a time as in RFC 3339/],
    ['a time of another type', 'jobs', { ...jane, endTime: 5 }, /^endTime: expected a time/],
    ['cancel of another type', 'status', { ...jane, cancel: 'yes' }, /^cancel: expected true or false$/],
    [
      'an operation that is none',
      'control',
      { ...jane, operation: 5 },
      /^operation: there is no 5; there are 0 \(Suspend\), /,
    ],
    ['an operation of another type', 'control', { ...jane, operation: 'kill' }, /^operation: expected a whole number/],
    ['an operation on all jobs', 'control', { ...jane, operation: 2 }, /^jobId: expected one job, not "\*"$/],
    ['output of all jobs', 'output', jane, /^jobId: expected one job/],
    ['an output that is none', 'output', { ...jane, outputType: 3 }, /^outputType: expected 0 \(stdout\), /],
    ['no version', 'bootstrap', {}, /^version: expected a map/],
    ['no job', 'submit', jane, /^job: expected a map$/],
    ['a job that is a list', 'submit', { ...jane, job: [fit] }, /^job: expected a map$/],
    ['a job without an image', 'submit', { ...jane, job: { command: 'ls' } }, /container.*is required/],
    ['a job that Kubernetes refuses', 'submit', { ...jane, job: { ...fit, workingDirectory: 5 } }, /workingDirectory/],
    ['an unknown key, with the nearest', 'submit', { ...jane, job: { ...fit, enviroment: [] } }, /environment/],
    ['a job of somebody else', 'submit', { ...jane, job: { ...fit, user: 'bob' } }, /^job\.user: expected "jane"/],
    ['a job of nobody', 'submit', { username: '*', job: fit }, /^job\.user: is required$/],
  ])('2: %s', async (_name, type, body, message) => {
    const answer = await launcher.ask(type, body);
    expect(answer).toMatchObject({ messageType: -1, errorCode: 2, errorMessage: expect.stringMatching(message) });
  });

  test('2: a message that is too long is passed over, and the next is heard', async () => {
    const before = launcher.messages.length;
    const beat = launcher.messages.filter(({ messageType }) => messageType === 0).length;
    launcher.frame(Buffer.alloc(20 * 1024 * 1024, 'x'));
    launcher.frame('{"messageType":0,"requestId":0}');
    await launcher.heard(() => launcher.messages.filter(({ messageType }) => messageType === 0).length > beat);
    expect(launcher.messages.slice(before)[0]).toMatchObject({
      errorCode: 2,
      errorMessage: 'a message of 20971520 bytes; the most is 5242880',
    });
  });

  test('2: what the API server finds wrong', async () => {
    api.fault = ({ method }) => (method === 'POST' ? status(422, 'Job.batch "a" is invalid') : undefined);
    const answer = await launcher.ask('submit', { username: 'jane', job: fit });
    expect(answer).toMatchObject({ errorCode: 2, errorMessage: 'the API server: Job.batch "a" is invalid' });
  });

  test('2: a job with a secret does not tell it', async () => {
    const environment = [{ name: 'not a name=', value: 'hunter2' }];
    const { errorCode, errorMessage } = await launcher.ask('submit', {
      username: 'jane',
      job: { ...fit, environment },
    });
    expect(errorCode).toBe(2);
    expect(errorMessage).not.toContain('hunter2');
    expect(launcher.log).not.toContain('hunter2');
  });

  test('3: no such job, or it is another user’s', async () => {
    const { id } = await submit();
    for (const type of ['jobs', 'status', 'control', 'output', 'network'] as const) {
      const body = { operation: 4, outputType: 2 };
      expect(await launcher.ask(type, { ...body, username: '*', jobId: 'none' })).toMatchObject({ errorCode: 3 });
      expect(await launcher.ask(type, { ...body, username: 'bob', jobId: id })).toMatchObject({
        errorCode: 3,
        errorMessage: `there is no job "${id}" of bob`,
      });
    }
  });

  test('4: whoever waits for something is told that the plugin restarts', async () => {
    const plugin = start();
    const job = await running();
    logs.answer = (_pod, _query, to) => void to.write('1');
    const stream = plugin.tell('status', { username: 'jane', jobId: job.id });
    const output = plugin.tell('output', { username: 'jane', jobId: job.id });
    await plugin.heard(() => plugin.statuses(stream).length > 0 && plugin.messages.some(({ seqId }) => seqId === 1));
    expect(await plugin.signal('SIGTERM')).toBe(0);
    const errors = plugin.messages.filter(({ errorCode }) => errorCode === 4).map(({ requestId }) => requestId);
    expect(errors.sort()).toEqual([stream, output]);
  });

  test('5: no answer in time', async () => {
    api.fault = ({ method }) => (method === 'POST' ? { delay: 12_000 } : undefined);
    const answer = await launcher.heard(
      (
        (id) => () =>
          launcher.messages.find(({ requestId }) => requestId === id)
      )(launcher.tell('submit', { username: 'jane', job: fit })),
    );
    expect(answer).toMatchObject({ errorCode: 5 });
    api.fault = () => 'refuse';
    const plugin = start();
    expect(await plugin.ask('bootstrap', { version: { major: 3, minor: 0, patch: 0 } })).toMatchObject({
      messageType: 1,
    });
    expect(await plugin.ask('jobs', { username: '*', jobId: '*' })).toMatchObject({
      errorCode: 5,
      errorMessage: 'the API server has not told yet which jobs there are',
    });
    api.fault = () => undefined;
    await until(async () => (await plugin.ask('jobs', { username: '*', jobId: '*' })).messageType === 2);
    await plugin.close();
  });

  test('6: the network of a job that does not run', async () => {
    const { id } = await submit();
    expect(await launcher.ask('network', { username: 'jane', jobId: id })).toMatchObject({
      errorCode: 6,
      errorMessage: 'the job is Pending',
    });
  });

  test('8: an operation that is for another status', async () => {
    const fits = { suspend: 'Running', resume: 'Suspended', stop: 'Running', kill: 'Running', cancel: 'Pending' };
    const ended = await running();
    await cluster.end(ended.pod, { exitCode: 0 });
    await told(ended, 'Pending', 'Running', 'Finished');
    const suspended = await running();
    await control(suspended.id, 'suspend');
    await told(suspended, 'Pending', 'Running', 'Suspended');
    const jobs = { Pending: await submit(), Running: await running(), Suspended: suspended, Finished: ended };
    for (const [status, { id }] of Object.entries(jobs)) {
      for (const [operation, needed] of Object.entries(fits)) {
        if (needed === status) continue;
        expect(await control(id, operation as keyof typeof OPERATIONS)).toMatchObject({
          errorCode: 8,
          errorMessage: expect.stringMatching(
            new RegExp(`^${operation}: expected a job that is ${needed}, this one is ${status}$`, 'i'),
          ),
        });
      }
    }
  });

  test('9: the API server does not do it', async () => {
    const job = await running();
    api.fault = ({ method }) => (method === 'PATCH' ? status(409, 'the object has been modified') : undefined);
    for (const operation of ['suspend', 'stop', 'kill'] as const) {
      expect(await control(job.id, operation)).toMatchObject({
        errorCode: 9,
        errorMessage: expect.stringMatching(/: the API server: the object has been modified$/),
      });
    }
    expect(await get(job.id)).toMatchObject({ status: 'Running' });
    api.fault = () => undefined;
    await cluster.remove(job.name);
    expect(await control(job.id, 'suspend')).toMatchObject({
      errorCode: 9,
      errorMessage: expect.stringMatching(/not found/),
    });
  });

  test.each([2, 4])('10: a Launcher that speaks version %i', async (major) => {
    expect(await launcher.ask('bootstrap', { version: { major, minor: 0, patch: 0 } })).toMatchObject({
      errorCode: 10,
      errorMessage: `version: expected 3.x of the plugin API, got ${major}.0.0`,
    });
  });
});

describe('faults', () => {
  const MERGE = 'application/merge-patch+json';
  const isWatch = ({ query }: { query: URLSearchParams }) => query.get('watch') === 'true';

  test('the plugin is killed and started again', async () => {
    const plugin = start();
    const job = await submit(fit, 'jane', plugin);
    await cluster.sync(job.name);
    const [pod] = (await cluster.pods(job.name)) as [Pod];
    await cluster.run(pod);
    const ended = await submit({ ...fit, tags: ['kept'] }, 'jane', plugin);
    const before = await get(ended.id, {}, 'jane', plugin);
    const deleted = await submit(fit, 'jane', plugin);
    await plugin.ask('control', { username: 'jane', jobId: deleted.id, operation: OPERATIONS.cancel });
    expect(await get(deleted.id, {}, 'jane', plugin)).toMatchObject({ status: 'Canceled' });
    await plugin.signal('SIGKILL');
    await cluster.end(pod, { exitCode: 2 });
    const again = start();
    expect(await get(job.id, {}, 'jane', again)).toMatchObject({ status: 'Finished', exitCode: 2, name: 'Fit model' });
    expect(await get(ended.id, {}, 'jane', again)).toEqual(before);
    // Of what has been deleted Kubernetes keeps nothing.
    expect(await get(deleted.id, {}, 'jane', again)).toBeUndefined();
    const stream = again.tell('status', { username: '*', jobId: '*' });
    await again.heard(() => again.statuses(stream).some(({ id }) => id === ended.id));
    const told = again.statuses(stream).filter(({ id }) => id === job.id);
    expect(told.map(({ status }) => status)).toEqual(['Finished']);
    await again.close();
  });

  test('watches that break go on where they stopped', async () => {
    const job = await running();
    for (const seconds of [0, 0.1]) {
      api.cut();
      await sleep(seconds * 1000);
    }
    await cluster.end(job.pod, { exitCode: 0 });
    await told(job, 'Pending', 'Running', 'Finished');
  });

  test('the Job tells its end before the pod does: the end is that of the pod', async () => {
    const job = await running();
    const before = history.exchanges.length;
    api.fault = ({ path }) => (path === PODS ? 'refuse' : undefined);
    api.cut();
    await cluster.end(job.pod, { exitCode: 137, reason: 'OOMKilled' });
    await cluster.sync(job.name);
    // The watch on Jobs is there again after a second.
    await until(async () => history.exchanges.slice(before).some((each) => isWatch(each) && each.path === JOBS));
    await sleep(300);
    expect(await get(job.id)).toMatchObject({ status: 'Running' });
    api.fault = () => undefined;
    await told(job, 'Pending', 'Running', 'Killed');
    expect(await get(job.id)).toMatchObject({ exitCode: 137, statusMessage: 'OOMKilled' });
  });

  test('a message that comes byte by byte', async () => {
    const plugin = start();
    const text = JSON.stringify({ messageType: 1, requestId: 0, version: { major: 3, minor: 5, patch: 0 } });
    const bytes = Buffer.concat([Buffer.from([0, 0, 0, text.length]), Buffer.from(text)]);
    for (const [at] of bytes.entries()) {
      plugin.write(bytes.subarray(at, at + 1));
      await sleep(1);
    }
    const version = { major: 3, minor: 5, patch: 0 };
    expect(await plugin.heard(() => plugin.messages[0])).toEqual({
      messageType: 1,
      requestId: 0,
      responseId: 0,
      version,
    });
    await plugin.close();
  });

  const gone = JSON.stringify({ kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' });
  test.each([
    ['the answer', { status: 410, body: gone }],
    ['an event', { status: 200, body: `{"type":"ERROR","object":${gone}}\n` }],
  ])('410 Gone, as %s: what has happened in the meantime is told', async (_name, fault) => {
    const [ended, deleted, stopped, goes] = [await running(), await running(), await running(), await running()];
    const early = await submit();
    api.fault = (exchange) => (isWatch(exchange) ? 'refuse' : undefined);
    api.cut();
    await control(stopped.id, 'stop');
    api.fault = () => 'refuse';
    await cluster.end(ended.pod, { exitCode: 4 });
    await cluster.sync(ended.name);
    for (const { name } of [deleted, early]) await cluster.remove(name);
    for (const { name } of [deleted, stopped]) await cluster.collect(name);
    const told410 = new Set<string>();
    api.fault = (exchange) => {
      if (!isWatch(exchange) || told410.has(exchange.path)) return undefined;
      told410.add(exchange.path);
      return fault;
    };
    await told(ended, 'Pending', 'Running', 'Finished');
    await told(deleted, 'Pending', 'Running', 'Killed');
    await told(stopped, 'Pending', 'Running', 'Finished');
    await told(early, 'Pending', 'Canceled');
    await told(goes, 'Pending', 'Running');
    expect([...told410].sort()).toEqual([JOBS, PODS].sort());
    expect(await get(ended.id)).toMatchObject({ exitCode: 4 });
    expect(await get(stopped.id)).toMatchObject({ exitCode: 143 });
    await cluster.end(goes.pod, { exitCode: 0 });
    await told(goes, 'Pending', 'Running', 'Finished');
  });

  test('200 jobs at once', async () => {
    const user = 'many';
    const stream = launcher.tell('status', { username: user, jobId: '*' });
    const ids = Array.from({ length: 200 }, () => launcher.tell('submit', { username: user, job: fit }));
    await launcher.heard(
      () => launcher.messages.filter(({ requestId, jobs }) => jobs && ids.includes(requestId)).length === 200,
      60,
    );
    const { jobs } = await launcher.ask('jobs', { username: user, jobId: '*', statuses: ['Pending'] });
    expect(new Set(jobs!.map(({ id }) => id)).size).toBe(200);
    const queue = jobs!.map(({ id }) => `fit-model-${id}`);
    const work = async (): Promise<void> => {
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        await cluster.sync(name);
        const [pod] = (await cluster.pods(name)) as [Pod];
        await cluster.run(pod);
        await cluster.end(pod, { exitCode: 0 });
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
    const of = (wanted: string) => launcher.statuses(stream).filter(({ status }) => status === wanted);
    await launcher.heard(() => of('Finished').length === 200, 30);
    for (const { id } of jobs!) {
      const told = launcher.statuses(stream).filter((each) => each.id === id);
      expect(told.map(({ status }) => status)).toEqual(['Pending', 'Running', 'Finished']);
    }
    expect(launcher.statuses(stream).map(({ seqId }) => seqId)).toEqual(Array.from({ length: 600 }, (_, i) => i + 1));
  });

  test('an answer that the Launcher would not take is an error', async () => {
    const metadata = { text: 'x'.repeat(100_000) };
    const user = 'long';
    for (let i = 0; i < 60; i++) await launcher.ask('submit', { username: user, job: { ...fit, metadata } });
    const asked = { username: user, jobId: '*' };
    expect(await launcher.ask('jobs', asked)).toMatchObject({
      errorCode: 0,
      errorMessage: expect.stringMatching(/too long/),
    });
    expect((await launcher.ask('jobs', { ...asked, fields: ['name'] })).jobs).toHaveLength(60);
  });

  test('a Service that cannot be made takes its Job with it', async () => {
    api.fault = ({ path, method }) =>
      method === 'POST' && path.endsWith('/services')
        ? { status: 403, body: '{"message":"exceeded quota: services"}' }
        : undefined;
    const job = { ...fit, name: 'port', exposedPorts: [{ targetPort: 80 }] };
    expect(await launcher.ask('submit', { username: 'jane', job })).toMatchObject({
      errorCode: 0,
      errorMessage: 'the API server: exceeded quota: services',
    });
    expect((await cluster.jobs()).filter(({ metadata }) => metadata.name.startsWith('port-'))).toEqual([]);
  });

  test('the Launcher goes: so does the plugin, when it has answered', async () => {
    const plugin = start();
    const id = plugin.tell('jobs', { username: '*', jobId: '*', fields: ['name'] });
    expect(await plugin.close()).toBe(0);
    expect(plugin.messages).toEqual([expect.objectContaining({ requestId: id, messageType: 2 })]);
  });

  test('flags that are none are told, and nothing is begun', async () => {
    const plugin = start('--job-expiry-hours=soon');
    expect(await plugin.ended).toBe(1);
    expect(plugin.log).toContain('--job-expiry-hours: expected hours, 1 to 99999, got');
    const flags = ['--job-expiry-hours=2', '--plugin-name=K8s', '--heartbeat-interval-seconds', '5', '--server-user=x'];
    const other = start(...flags);
    const { jobs } = await other.ask('submit', { username: 'jane', job: fit });
    expect(jobs).toEqual([expect.objectContaining({ cluster: 'K8s' })]);
    expect((await cluster.job(`fit-model-${jobs![0]!.id}`)).spec).toMatchObject({ ttlSecondsAfterFinished: 7200 });
    await other.close();
  });

  test('a Job of somebody else with our label is nobody’s job', async () => {
    const labels = { 'app.kubernetes.io/managed-by': 'launcher' };
    const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a' }] } };
    await kubernetes.request('POST', JOBS, { metadata: { name: 'foreign', labels }, spec: { template } });
    const annotations = { 'cdk8s-kam/launcher-job': '{"id":' };
    await kubernetes.request('PATCH', `${JOBS}/foreign`, { metadata: { annotations } }, MERGE);
    const last = await submit();
    const { jobs } = await launcher.ask('jobs', { username: '*', jobId: '*', fields: ['name'] });
    expect(jobs!.at(-1)!.id).toBe(last.id);
    expect(jobs!.every(({ name }) => name !== undefined)).toBe(true);
  });
});

describe('the Role', () => {
  test('allows all that was done, and nothing else', async () => {
    const refused = history.exchanges.filter(
      ({ answer }) => answer?.status === 403 && !answer.body.includes('exceeded quota'),
    );
    expect(refused).toEqual([]);
    // The log is answered by the stand-in.
    expect([...needed(history), 'get pods/log'].sort()).toEqual(await granted(kubernetes, 'jobs'));
  });

  test('allows to read a log, and not the pod', async () => {
    const { pod } = await running();
    const as = { headers: { authorization: `Bearer ${token}` } };
    const path = `${api.url}${PODS}/${pod.metadata.name}`;
    expect(await (await fetch(`${path}/log`, as)).text()).not.toContain('forbidden');
    expect((await fetch(path, as)).status).toBe(403);
  });
});

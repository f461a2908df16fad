// What a test of the worker has: a namespace with the example's manifests, two queues, webhooks, and everything recorded and able to fail. Scenes share
// the servers, and have nothing else in common.
//
//   const stage = await openStage();                              // the API server and ElasticMQ
//   const scene = await openScene(stage);
//   await scene.jobs.send([scene.message('a')]);
//   const worker = await scene.start();
//   …
//   await scene.close(); await stage.close();
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { Cluster } from './cluster';
import { type ElasticMq, startElasticMq } from './elasticmq';
import { History } from './history';
import { type Kubernetes, startKubernetes } from './kubernetes';
import { createQueue, type Queue } from './queue';
import { type Recorder, startRecorder } from './recorder';
import { startWebhook, type Webhook } from './webhook';

export interface Stage {
  readonly kubernetes: Kubernetes;
  readonly elasticMq: ElasticMq;
  readonly close: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const [kubernetes, elasticMq] = await Promise.all([startKubernetes(), startElasticMq()]);
  return { kubernetes, elasticMq, close: async () => void (await Promise.all([kubernetes.stop(), elasticMq.stop()])) };
}

export interface Worker {
  /** By itself, or because it was killed; the exit code or the signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
  /** SIGTERM, as a pod's end begins. */
  readonly stop: () => Promise<number | NodeJS.Signals | null>;
  readonly kill: () => Promise<unknown>;
}

export interface Scene {
  readonly namespace: string;
  readonly cluster: Cluster;
  readonly jobs: Queue;
  readonly deadLetters: Queue;
  readonly history: History;
  readonly api: Recorder;
  readonly queue: Recorder;
  readonly webhook: Webhook;
  /** The text of a message, with its webhook; of the Job what is another than usual. */
  readonly message: (id: string, job?: object) => string;
  /** The name of the Job of a message, as soon as it is there. */
  readonly jobOf: (id: string) => Promise<string>;
  /** What all its workers have written, line by line. */
  readonly logs: () => string;
  /** Starts a worker as the example's ServiceAccount; resolves when it is up. */
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<Worker>;
  readonly close: () => Promise<void>;
}

/** Seconds for which a message that was received is not delivered again. */
export const VISIBILITY = 5;

/** In every message, in a variable and in the address of its webhook: for nobody's log. */
export const SECRET = 'hush-1f0c';

let scenes = 0;

export async function openScene({ kubernetes, elasticMq }: Stage): Promise<Scene> {
  const namespace = `scene-${++scenes}`;
  const serviceAccount = await applyManifests(kubernetes, namespace);
  const token = await kubernetes.tokenOf(namespace, serviceAccount);
  const history = new History();
  const [api, queue, webhook] = await Promise.all([
    startRecorder('api', kubernetes.url, history),
    startRecorder('queue', elasticMq.url, history),
    startWebhook(history),
  ]);
  const jobs = await createQueue(elasticMq.url, namespace, { VisibilityTimeout: String(VISIBILITY) });
  const deadLetters = await createQueue(elasticMq.url, `${namespace}-dead`);
  const folder = mkdtempSync(join(tmpdir(), 'scene-'));
  const kubeconfig = join(folder, 'kubeconfig.json');
  writeFileSync(kubeconfig, kubeconfigOf(api.url, namespace, token), { mode: 0o600 });
  const usual = {
    PATH: process.env['PATH'],
    KUBECONFIG: kubeconfig,
    AWS_ENDPOINT_URL: queue.url,
    AWS_REGION: 'elasticmq',
    AWS_ACCESS_KEY_ID: 'x',
    AWS_SECRET_ACCESS_KEY: 'x',
    QUEUE_URL: queue.url + jobs.path,
    DEAD_LETTER_QUEUE_URL: queue.url + deadLetters.path,
    NAMESPACE: namespace,
    CALLBACK_HOSTS: new URL(webhook.url).host,
    VISIBILITY_SECONDS: String(VISIBILITY),
    WEBHOOK_TIMEOUT_SECONDS: '1',
    BACKOFF_MILLISECONDS: '50',
    MAX_ACTIVE_JOBS: '100',
    PORT: '0',
  };
  const workers = new Set<ChildProcess>();
  const logs: string[] = [];
  const cluster = new Cluster(kubernetes, namespace);
  return {
    namespace,
    cluster,
    jobs,
    deadLetters,
    history,
    api,
    queue,
    webhook,
    message: (id, job = {}) =>
      JSON.stringify({
        id,
        service: 'example',
        job: {
          prefixName: 'a',
          image: 'busybox:1',
          command: ['true'],
          env: [{ name: 'TOKEN', value: SECRET }],
          backoffLimit: 0,
          ...job,
        },
        webhook: { url: `${webhook.url}/${id}?token=${SECRET}` },
      }),
    jobOf: async (id) => {
      let name: string | undefined;
      await until(`the Job of ${id}`, async () => {
        const jobs = await cluster.jobs();
        name = jobs.find(({ metadata }) => metadata.annotations?.['sqs/message-id'] === id)?.metadata.name;
        return name !== undefined;
      });
      return name!;
    },
    logs: () => logs.join('\n'),
    start: async (environment = {}) => {
      const process = spawn(globalThis.process.execPath, [join(__dirname, 'worker-process.mjs')], {
        env: { ...usual, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      workers.add(process);
      const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
        process.once('close', (code, signal) => {
          workers.delete(process);
          resolve(signal ?? code);
        });
      });
      const up = new Promise<void>((resolve) => {
        for (const output of [process.stdout, process.stderr]) {
          createInterface(output).on('line', (line) => {
            logs.push(line);
            resolve();
          });
        }
      });
      await Promise.race([up, ended]);
      const end = (signal: NodeJS.Signals) => () => {
        process.kill(signal);
        return ended;
      };
      return { ended, stop: end('SIGTERM'), kill: end('SIGKILL') };
    },
    close: async () => {
      const ended = [...workers].map((worker) => new Promise((resolve) => worker.once('close', resolve)));
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all(ended);
      await Promise.all([api.stop(), queue.stop(), webhook.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Waits until something is so. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  for (const deadline = Date.now() + seconds * 1000; !(await isSo()); await sleep(50)) {
    if (Date.now() > deadline) throw new Error(`waited ${seconds} seconds for: ${what}`);
  }
}

const kubeconfigOf = (server: string, namespace: string, token: string): string =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'scene',
    clusters: [{ name: 'scene', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'scene', user: { token } }],
    contexts: [{ name: 'scene', context: { cluster: 'scene', user: 'scene', namespace } }],
  });

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; namespace?: string };
  readonly subjects?: { namespace?: string }[];
}

/** The manifests of the example, as they are but for the namespace. Returns the name of the ServiceAccount. */
async function applyManifests(kubernetes: Kubernetes, namespace: string): Promise<string> {
  const text = readFileSync(join(__dirname, '../../examples/sqs-worker/sqs-worker.k8s.yaml'), 'utf8');
  const manifests = parseAllDocuments(text).map((document) => document.toJS() as Manifest);
  for (const { metadata, subjects = [] } of manifests) {
    metadata.namespace = namespace;
    for (const subject of subjects) subject.namespace = namespace;
  }
  await kubernetes.apply(manifests.map((manifest) => JSON.stringify(manifest)).join('\n---\n'));
  const account = manifests.find(({ kind }) => kind === 'ServiceAccount');
  if (account === undefined) throw new Error('the manifests have no ServiceAccount');
  return account.metadata.name;
}

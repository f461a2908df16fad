// The worker of examples/sqs-worker in a process of its own, as its main.ts starts it; beyond that it dies where KILL_AT says: by SIGKILL, as soon as
// that step was done, without another word. And its clock is wrong by SKEW_SECONDS.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const example = new URL('../../examples/sqs-worker/', import.meta.url);
const { resolve } = createRequire(new URL('package.json', example));
const load = (name) => import(pathToFileURL(resolve(name)).href);
const [{ KubeConfig }, { SQSClient }] = await Promise.all(['@kubernetes/client-node', '@aws-sdk/client-sqs'].map(load));
const [{ jsonLog }, { settingsFrom }, { startWorker }] = await Promise.all(
  ['log', 'options', 'worker'].map((name) => import(new URL(`dist/${name}.js`, example).href)),
);

const { KILL_AT, SKEW_SECONDS = '0', ...environment } = process.env;
const RealDate = Date;
const now = () => RealDate.now() + Number(SKEW_SECONDS) * 1000;
globalThis.Date = class extends RealDate {
  static now = now;
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given));
  }
};

const kube = new KubeConfig();
kube.loadFromDefault();
const worker = await startWorker({
  ...settingsFrom(environment),
  kube,
  sqs: new SQSClient({}),
  log: jsonLog,
  onStep: (step) => {
    if (step === KILL_AT) process.kill(process.pid, 'SIGKILL');
  },
});
process.once('SIGTERM', () => void worker.stop().then(() => process.exit(0)));

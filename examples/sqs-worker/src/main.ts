// The program: settings from the environment, the cluster that it runs in, the AWS account that its environment names.
import { KubeConfig } from '@kubernetes/client-node';
import { SQSClient } from '@aws-sdk/client-sqs';
import { jsonLog, wordsOf } from './log';
import { type Settings, settingsFrom } from './options';
import { startWorker } from './worker';

async function main(settings: Settings): Promise<void> {
  const kube = new KubeConfig();
  kube.loadFromDefault();
  const worker = await startWorker({ ...settings, kube, sqs: new SQSClient(), log: jsonLog });
  let stops = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stops) return;
      stops = true;
      jsonLog('info', 'stops', { signal });
      worker.stop().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): void {
  jsonLog('error', 'failed', { error: wordsOf(error) });
  process.exit(1);
}

try {
  main(settingsFrom(process.env)).catch(fail);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

// A message becomes the Job that it asks for, or the problems that it has.
import { errorsOf, type KubeObject, type Problem, read } from 'cdk8s-kam/core';
import { held, LABELS, timeToLive } from './job';
import type { Settings } from './options';
import { refusal } from './webhook';

export type ReadMessage =
  { readonly job: KubeObject; readonly note?: string } | { readonly problems: readonly Problem[] };

export function readMessage(
  body: string,
  settings: Pick<Settings, 'namespace' | 'callbackHosts' | 'redeliverySeconds'>,
): ReadMessage {
  const { namespace, callbackHosts, redeliverySeconds } = settings;
  // A key that we do not know is no reason to lose a message.
  const { workloads, problems } = read(body, {
    file: 'message.json',
    dialect: 'sqs',
    namespace,
    labels: LABELS,
    onLoss: 'warn',
  });
  const errors = errorsOf(problems);
  if (errors.length > 0) return { problems: errors };
  const [manifest, ...more] = workloads.flatMap(({ manifests }) => manifests);
  if (manifest === undefined || more.length > 0) {
    return wrong('expected one job', [], workloads.length === 0 ? 'none was found' : `${workloads.length} were found`);
  }
  const asked = manifest.metadata.namespace;
  if (asked !== namespace) {
    return wrong(`expected "${namespace}", the namespace of this queue's Jobs`, ['job', 'namespace'], `got "${asked}"`);
  }
  const url = manifest.metadata.annotations?.['sqs/webhook-url'];
  const refused = url === undefined ? undefined : refusal(new URL(url), { callbackHosts });
  if (refused !== undefined) return wrong(refused, ['webhook', 'url']);
  const job = held(manifest, redeliverySeconds);
  const [before, after] = [timeToLive(manifest), timeToLive(job)];
  return before === undefined || before === after
    ? { job }
    : { job, note: `ttlSecondsAfterFinished ${before} is raised to ${after}: its message may be delivered again` };
}

function wrong(message: string, path: Problem['path'], found?: string): ReadMessage {
  return {
    problems: [
      { code: 'not-one-of', severity: 'error', path, message: found === undefined ? message : `${message}, ${found}` },
    ],
  };
}

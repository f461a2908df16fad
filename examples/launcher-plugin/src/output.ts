// The output of a job: the log of its container, as it comes.
import type { launcher } from 'cdk8s-kam/core';
import { LauncherError, Refused } from './errors.js';
import { CONTAINER, type Known } from './jobs.js';
import type { Kubernetes } from './kubernetes.js';

/** Bytes of a log are sent in pieces of at most so many. */
const PIECE = 64 * 1024;

/** Reads the log of a job that runs or has run, to its end or until the signal; without bytes that are only half of a character. */
export async function* readOutput(
  kubernetes: Kubernetes,
  { name, pod }: Known,
  output: launcher.JobOutput,
  signal: AbortSignal,
): AsyncGenerator<string> {
  if (output === 'stderr') {
    const message = 'Kubernetes keeps both outputs in one log: ask for 0 (stdout) or 2 (mixed)';
    throw new LauncherError('JobOutputNotFound', message);
  }
  if (pod === undefined)
    throw new LauncherError('JobOutputNotFound', `the pod of ${name} is gone, and its log with it`);
  const path = `/api/v1/namespaces/${kubernetes.namespace}/pods/${pod.metadata.name}/log`;
  const log = await kubernetes.stream(`${path}?container=${CONTAINER}&follow=true`, signal).catch((error: unknown) => {
    // 400: the container has not run; 404: the pod has gone in the meantime.
    const missing = error instanceof Refused && (error.status === 400 || error.status === 404);
    throw missing ? new LauncherError('JobOutputNotFound', error.message) : error;
  });
  const decoder = new TextDecoder();
  try {
    for await (const chunk of log as AsyncIterable<Buffer>) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const text = decoder.decode(chunk.subarray(at, at + PIECE), { stream: true });
        if (text !== '') yield text;
      }
    }
  } catch {
    throw new LauncherError('Unknown', 'the log broke off: ask again');
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

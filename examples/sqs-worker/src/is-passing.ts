// Which failures of requests to the API server and the queue pass by themselves.
import { codeOf } from './kube';

/** Whether the same request may well be taken a little later. */
export function isPassing(error: unknown): boolean {
  const code = codeOf(error) ?? statusOfSdk(error);
  return code === undefined || code === 408 || code === 429 || code >= 500;
}

/** Of an answer of SQS; undefined when there was none, or it only asks for patience. */
function statusOfSdk(error: unknown): number | undefined {
  const { name = '', $metadata } = error as { name?: string; $metadata?: { httpStatusCode?: number } };
  return /throttl/i.test(name) ? undefined : $metadata?.httpStatusCode;
}

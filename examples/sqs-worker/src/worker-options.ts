// What a worker is made of: the settings, and what its program, or a test, gives it.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { KubeConfig } from '@kubernetes/client-node';
import type { Log } from './log';
import type { Settings } from './options';
import type { OnStep } from './steps';

export interface WorkerOptions extends Settings {
  readonly sqs: SQSClient;
  readonly kube: KubeConfig;
  readonly log: Log;
  /** Milliseconds of a clock that does not jump; only differences count. */
  readonly now?: () => number;
  /** Called after each step; the worker waits for it. */
  readonly onStep?: OnStep;
}

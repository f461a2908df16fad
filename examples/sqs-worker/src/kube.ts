// The requests to the API server: each with a time-out, each failure as a word that the worker decides by.
import { Agent } from 'node:https';
import {
  ApiException,
  BatchV1Api,
  CoreV1Api,
  createConfiguration,
  type KubeConfig,
  type Middleware,
  PatchStrategy,
  ServerConfiguration,
  setHeaderOptions,
  type V1Job,
  type V1Pod,
} from '@kubernetes/client-node';
import type { KubeObject } from 'cdk8s-kam/core';
import type { JsonPatch } from './job';
import { wordsOf } from './log';

const TIMEOUT = 15_000;

export interface List<T> {
  readonly items: T[];
  readonly metadata?: { readonly resourceVersion?: string };
}

export interface Kube {
  create(job: KubeObject): Promise<V1Job>;
  get(name: string): Promise<V1Job>;
  /** Refused with 422 when a `test` of the patch does not hold. */
  patch(name: string, patch: JsonPatch): Promise<V1Job>;
  listJobs(labelSelector: string): Promise<List<V1Job>>;
  listPods(labelSelector: string): Promise<List<V1Pod>>;
}

export function kubeOf(config: KubeConfig, namespace: string): Kube {
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Error('The kubeconfig names no cluster');
  const configuration = createConfiguration({
    baseServer: new ServerConfiguration(cluster.server, {}),
    authMethods: { default: config },
    promiseMiddleware: [timeOutAndKeepAlive()],
  });
  const batch = new BatchV1Api(configuration);
  const core = new CoreV1Api(configuration);
  const asJsonPatch = setHeaderOptions('Content-Type', PatchStrategy.JsonPatch);
  return {
    create: (job) => batch.createNamespacedJob({ namespace, body: job as V1Job, fieldValidation: 'Strict' }),
    get: (name) => batch.readNamespacedJob({ namespace, name }),
    patch: (name, body) => batch.patchNamespacedJob({ namespace, name, body }, asJsonPatch),
    listJobs: (labelSelector) => batch.listNamespacedJob({ namespace, labelSelector }),
    listPods: (labelSelector) => core.listNamespacedPod({ namespace, labelSelector }),
  };
}

/** A time-out for each request, and connections that are kept: the client would make a new one each time. */
function timeOutAndKeepAlive(): Middleware {
  let kept: Agent | undefined;
  return {
    pre: async (context) => {
      context.setSignal(AbortSignal.timeout(TIMEOUT));
      const agent = context.getAgent();
      if (agent instanceof Agent) context.setAgent((kept ??= new Agent({ ...agent.options, keepAlive: true })));
      return context;
    },
    post: async (context) => context,
  };
}

/** The HTTP status of the server's answer; undefined when there was none. */
export const codeOf = (error: unknown): number | undefined => (error instanceof ApiException ? error.code : undefined);

/** The server's Status: for the sender of a message, who knows what is in it. */
export function statusOf(error: unknown): { readonly reason?: string; readonly message?: string } {
  if (!(error instanceof ApiException)) return { message: wordsOf(error) };
  try {
    const { reason, message } = JSON.parse(String(error.body)) as { reason?: string; message?: string };
    return { reason, message };
  } catch {
    return { message: `HTTP ${error.code}` };
  }
}

/** For the log: without the server's sentence, which may quote a value. */
export function reasonOf(error: unknown): string {
  const { reason } = statusOf(error);
  return error instanceof ApiException ? `${error.code} ${reason ?? ''}`.trim() : wordsOf(error);
}

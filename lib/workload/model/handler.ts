// Exec, Http, Tcp and Grpc: what a probe or a lifecycle hook does.
// KAM v1/workload/container/probe; https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#probe-check-methods

import type * as k8s from '../../kube/api/written';
import { dict, named, oneOfByKey, type Schema } from '../../shape/shape';
import * as z from '../../shape/schema';
import { kubernetes, portNumberOrName, text, texts } from './fields';

/**
 * Runs a command inside the container; exit status 0 is success. Becomes `exec`. (KAM schema Exec)
 * @example { command: ['/bin/sh', '-c', 'test -f /tmp/ready'] }
 */
export interface Exec {
  /** The command line, at least one word. Not run in a shell. */
  readonly command: readonly string[];
  readonly url?: never;
  readonly path?: never;
  readonly sleep?: never;
}

/**
 * Sends an HTTP GET. Becomes `httpGet`. (KAM schema Http)
 * @example { url: 'http://localhost:8080/healthz', headers: { 'X-Check': 'yes' } }
 */
export interface HttpUrl {
  /**
   * `http://` or `https://` URL. The hosts `localhost`, `127.0.0.1`, `0.0.0.0` and `[::1]` mean the pod's own address and are left out;
   * any other host is kept. Port: of the URL, else 80 or 443. Path and query are kept, default `/`.
   */
  readonly url: string;
  /** Request headers. Names: letters, digits and `-`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly command?: never;
  readonly path?: never;
  readonly port?: never;
  readonly sleep?: never;
}

/**
 * The short form of {@link HttpUrl}, as in the KAM page's own Probe example: a path on the pod itself.
 * @example { path: '/healthz' }
 */
export interface HttpPath {
  /** Path with query, e.g. `/healthz`. */
  readonly path: string;
  /** Number 1–65535 or a container port's name. Default: the single declared port of the container, else of the workload. */
  readonly port?: number | string;
  /** Request headers. Names: letters, digits and `-`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly command?: never;
  readonly url?: never;
  readonly sleep?: never;
}

/** An HTTP GET, by URL or by path. */
export type Http = HttpUrl | HttpPath;

/**
 * Opens a TCP connection. Becomes `tcpSocket`. (KAM schema Tcp)
 * @example { url: 'tcp://localhost:5432' }
 */
export interface Tcp {
  /** `tcp://host:port`, or `host:port` alone; the port is required. The pod's own host names are left out, as for {@link HttpUrl}. */
  readonly url: `tcp://${string}` | `${string}:${number}`;
  readonly command?: never;
  readonly path?: never;
  readonly headers?: never;
  readonly sleep?: never;
}

/**
 * Asks a gRPC health service. Probes only. Becomes `grpc`. (Kubernetes' addition to KAM)
 * @example { url: 'grpc://localhost:9090/my.Service' }
 */
export interface Grpc {
  /** `grpc://host:port[/service]`; Kubernetes always asks the pod itself, so the host is one of the pod's own names. */
  readonly url: `grpc://${string}`;
  readonly command?: never;
  readonly path?: never;
  readonly headers?: never;
}

/**
 * Waits. Lifecycle hooks only. Becomes `sleep`. Since Kubernetes 1.29; before 1.30 the server drops it unless the feature gate PodLifecycleSleepAction is
 * on. (Kubernetes' addition to KAM)
 * @example { sleep: { seconds: 5 } }
 */
export interface Sleep {
  /** How long, as in Kubernetes. */
  readonly sleep: k8s.SleepAction;
  readonly command?: never;
  readonly url?: never;
  readonly path?: never;
}

/** What a probe may do. */
export type ProbeHandler = Exec | Http | Tcp | Grpc;

/** What a lifecycle hook may do. */
export type LifecycleHandler = Exec | Http | Tcp | Sleep;
export const execSchema = named('Exec', z.strictObject({ command: texts }));
export const httpUrlSchema = named(
  'HttpUrl',
  z.strictObject({ url: z.string().check(z.regex(/^https?:\/\//i)), headers: z.optional(dict(text)) }),
);
export const httpPathSchema = named(
  'HttpPath',
  z.strictObject({ path: text, port: z.optional(portNumberOrName), headers: z.optional(dict(text)) }),
);
export const httpSchema = oneOfByKey('{ url } or { path }', { url: httpUrlSchema, path: httpPathSchema });
export const scheme = <Prefix extends string>(prefix: Prefix) =>
  z.string().check(z.startsWith(prefix)) as unknown as Schema<`${Prefix}${string}`>;

/** `host:port` without a scheme, which is a TCP socket. */
export const HOST_AND_PORT = /^(?:\[[0-9A-Fa-f:.]+\]|[^:[\]/?#@\s]+):[0-9]+$/;
const socket = z.string().check(({ value, issues }) => {
  if (value.startsWith('tcp://') || HOST_AND_PORT.test(value)) return;
  const message = 'expected tcp://host:port or host:port';
  issues.push({ code: 'custom', input: value, message, params: { code: 'bad-format' } });
}) as unknown as Schema<Tcp['url']>;
export const tcpSchema = named('Tcp', z.strictObject({ url: socket }));
export const grpcSchema = named('Grpc', z.strictObject({ url: scheme('grpc://') }));
/** Which of the URL's schemes are allowed is checked where it is read, in words that name them. */
export const anyUrlSchema = named('HttpUrl', z.strictObject({ url: text, headers: z.optional(dict(text)) }));
export const handlerSchema = oneOfByKey('what to do: { command }, { url } or { path }', {
  command: execSchema,
  url: anyUrlSchema,
  path: httpPathSchema,
});
const sleepSchema = named('Sleep', z.strictObject({ sleep: kubernetes<Sleep['sleep']>() }));
export const hookSchema = oneOfByKey('what to do: { command }, { url }, { path } or { sleep }', {
  command: execSchema,
  url: anyUrlSchema,
  path: httpPathSchema,
  sleep: sleepSchema,
});

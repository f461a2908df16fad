// The API server: requests, and what it tells of Jobs and pods. The only file that knows the client.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { text } from 'node:stream/consumers';
import { KubeConfig, type KubernetesListObject, type KubernetesObject, makeInformer } from '@kubernetes/client-node';
import { Refused } from './errors.js';
import { log } from './log.js';

/** The label that the library gives to the objects that it makes of jobs. */
const SELECTOR = 'app.kubernetes.io/managed-by=launcher';
/** After so many milliseconds an answer is not waited for any longer. */
const PATIENCE = 10_000;
/** The pause before a watch that has broken is begun again. */
const PAUSE = 1_000;

/** What is told of the objects of a list. */
export interface Observer<T> {
  readonly seen: (object: T) => void;
  readonly gone: (object: T) => void;
}

export class Kubernetes {
  readonly namespace: string;
  readonly #config = new KubeConfig();

  /** As kubectl finds its cluster: $KUBECONFIG, ~/.kube/config, else the account of the pod that this runs in. */
  constructor() {
    this.#config.loadFromDefault();
    const context = this.#config.getContextObject(this.#config.getCurrentContext());
    this.namespace = context?.namespace ?? 'default';
  }

  /** @throws Refused when the answer is no success */
  async send<T>(method: string, path: string, body?: object, contentType = 'application/json'): Promise<T> {
    const answer = await this.#open(method, path, AbortSignal.timeout(PATIENCE), body, contentType);
    return JSON.parse(await text(answer)) as T;
  }

  /** An answer that comes bit by bit, until the signal ends it. */
  stream(path: string, signal: AbortSignal): Promise<IncomingMessage> {
    return this.#open('GET', path, signal);
  }

  /**
   * Lists the objects and watches them from then on, for ever: a connection that ends or breaks is made again where it stopped, and when the
   * server has forgotten what was since (410) the list is asked for anew and compared. Resolves when the list has been told for the first time.
   */
  watch<T>(path: string, { seen, gone }: Observer<T>): Promise<void> {
    return new Promise((resolve) => {
      const list = async (): Promise<KubernetesListObject<KubernetesObject>> => {
        const query = `labelSelector=${encodeURIComponent(SELECTOR)}`;
        const found = await this.send<KubernetesListObject<KubernetesObject>>('GET', `${path}?${query}`);
        // The informer tells of all that it gets at once.
        setImmediate(resolve);
        return found;
      };
      const informer = makeInformer(this.#config, path, list, SELECTOR);
      informer.on('add', (object) => seen(object as T));
      informer.on('update', (object) => seen(object as T));
      informer.on('delete', (object) => gone(object as T));
      const begin = (): void => void informer.start().catch(again);
      const again = (error: unknown): void => {
        log.warn('a watch broke', { path, error: error instanceof Error ? error.message : String(error) });
        setTimeout(begin, PAUSE);
      };
      informer.on('error', again);
      begin();
    });
  }

  async #open(
    method: string,
    path: string,
    signal: AbortSignal,
    body?: object,
    contentType?: string,
  ): Promise<IncomingMessage> {
    const url = new URL(`${this.#config.getCurrentCluster()?.server ?? ''}${path}`);
    const content = body && JSON.stringify(body);
    const headers = content && { 'content-type': contentType, 'content-length': Buffer.byteLength(content) };
    const options: RequestOptions = { method, signal, headers: headers || {} };
    await this.#config.applyToHTTPSOptions(options);
    const send = url.protocol === 'http:' ? httpRequest : httpsRequest;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      send(url, options, resolve)
        .on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error))
        .end(content);
    });
    log.debug('asked', { method, path, status: answer.statusCode });
    const status = answer.statusCode ?? 0;
    if (status < 300) return answer;
    throw new Refused(status, messageOf(await text(answer)) || `HTTP ${status}`);
  }
}

/** The message of a Status object. */
function messageOf(answer: string): string {
  try {
    return (JSON.parse(answer) as { message?: string }).message ?? '';
  } catch {
    return answer.slice(0, 500);
  }
}

// What the API server has of one kind, kept up to date by one list and one watch. A watch that ends goes on from the version that it has seen; when
// the server no longer knows that version (410 Gone) all is listed again. Between two attempts there is a wait, which grows.
import { type KubeConfig, type KubernetesObject, Watch } from '@kubernetes/client-node';
import type { List } from './kube';
import { pause } from './pause';

/** The server is asked to end a watch after so long; one that lasts longer is dead. */
const WATCH_SECONDS = 300;
/** The longest wait, in units of the shortest. */
const LONGEST_WAIT = 32;

export interface WatchedOptions<T> {
  readonly kube: KubeConfig;
  readonly path: string;
  readonly labelSelector: string;
  readonly backoffMilliseconds: number;
  list(labelSelector: string): Promise<List<T>>;
  /** `now` is undefined when it is gone. */
  onChange(name: string, now: T | undefined, before: T | undefined): void;
  onFailure(error: unknown): void;
}

export class Watched<T extends KubernetesObject> {
  readonly #objects = new Map<string, T>();
  readonly #options: WatchedOptions<T>;
  #version: string | undefined;
  #synced = false;
  #failures = 0;

  constructor(options: WatchedOptions<T>) {
    this.#options = options;
  }

  /** Whether all has been listed, and nothing has gone wrong since. */
  get synced(): boolean {
    return this.#synced;
  }

  get(name: string): T | undefined {
    return this.#objects.get(name);
  }

  /** What the server has just answered, before the watch tells of it. */
  add(object: T): void {
    const name = object.metadata?.name;
    if (name !== undefined && !this.#objects.has(name)) this.#put(name, object);
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const since = performance.now();
      try {
        this.#version ??= await this.#list();
        this.#synced = true;
        await this.#follow(this.#version, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (codeOf(error) === 410) this.#version = undefined;
        this.#synced = false;
        this.#options.onFailure(error);
      }
      if (performance.now() - since > (WATCH_SECONDS * 1000) / 2) this.#failures = 0;
      await pause(Math.min(2 ** this.#failures++, LONGEST_WAIT) * this.#options.backoffMilliseconds, signal);
    }
  }

  async #list(): Promise<string> {
    const { items, metadata } = await this.#options.list(this.#options.labelSelector);
    const names = new Set(items.map((item) => item.metadata?.name));
    for (const name of [...this.#objects.keys()]) if (!names.has(name)) this.#remove(name);
    for (const item of items) if (item.metadata?.name !== undefined) this.#put(item.metadata.name, item);
    return metadata?.resourceVersion ?? '';
  }

  /** Until the server ends the watch. */
  async #follow(resourceVersion: string, signal: AbortSignal): Promise<void> {
    const { kube, path, labelSelector } = this.#options;
    const query = { resourceVersion, labelSelector, allowWatchBookmarks: true, timeoutSeconds: WATCH_SECONDS };
    const stop = new AbortController();
    const ended = new Promise<void>((resolve, reject) => {
      const see = (type: string, object: T & { code?: number; message?: string }): void => {
        if (type === 'ERROR') return reject(Object.assign(new Error(object.message), { code: object.code }));
        const { name, resourceVersion: seen } = object.metadata ?? {};
        if (seen !== undefined) this.#version = seen;
        this.#failures = 0;
        if (name !== undefined && type === 'DELETED') this.#remove(name);
        else if (name !== undefined && type !== 'BOOKMARK') this.#put(name, object);
      };
      const end = (error: unknown): void => (error ? reject(error as Error) : resolve());
      const request = new Watch(kube).watch(path, query, see, end);
      stop.signal.addEventListener(
        'abort',
        () =>
          void request.then(
            (each) => each.abort(),
            () => undefined,
          ),
      );
      request.catch(reject);
      void pause((WATCH_SECONDS + 30) * 1000, AbortSignal.any([stop.signal, signal])).then(() =>
        reject(new Error('the watch has gone silent')),
      );
    });
    await ended.finally(() => stop.abort());
  }

  #put(name: string, object: T): void {
    const before = this.#objects.get(name);
    this.#objects.set(name, object);
    this.#options.onChange(name, object, before);
  }

  #remove(name: string): void {
    const before = this.#objects.get(name);
    if (this.#objects.delete(name)) this.#options.onChange(name, undefined, before);
  }
}

/** Of an answer that refused the watch, or of an ERROR in it. */
function codeOf(error: unknown): number | undefined {
  const { code, statusCode } = error as { code?: number; statusCode?: number };
  return code ?? statusCode;
}

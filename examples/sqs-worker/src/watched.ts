// What the API server has of one kind, kept up to date by one list and one watch. A watch that ends goes on from the version that it has seen; when
// the server no longer knows that version (410 Gone) all is listed again. Between two attempts there is a wait, which grows.
import { type KubeConfig, type KubernetesObject, Watch } from '@kubernetes/client-node';
import type { List } from './kube';
import { pause } from './pause';

/** The server is asked to end a watch after so long; one that lasts longer is dead. */
const WATCH_SECONDS = 300;
/** The server answers a request to watch at once, whatever there is to tell. */
const ANSWER_SECONDS = 15;
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
  #synced: number | undefined;
  #failures = 0;

  constructor(options: WatchedOptions<T>) {
    this.#options = options;
  }

  /** Since when, by `performance.now`, all is known: it was listed, and nothing has gone wrong. */
  get syncedSince(): number | undefined {
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
        this.#synced ??= performance.now();
        await this.#follow(this.#version, signal);
      } catch (error) {
        if (signal.aborted) return;
        if (codeOf(error) === 410) this.#version = undefined;
        this.#synced = undefined;
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
    const over = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const ended = new Promise<void>((resolve, reject) => {
      const within = (seconds: number, failure: string): void => {
        clearTimeout(timer);
        timer = setTimeout(() => reject(new Error(failure)), seconds * 1000);
      };
      const see = (type: string, object: T & { code?: number; message?: string }): void => {
        if (over.signal.aborted) return;
        if (type === 'ERROR') return reject(Object.assign(new Error(object.message), { code: object.code }));
        this.#see(type, object);
      };
      signal.addEventListener('abort', () => resolve(), { signal: over.signal });
      within(ANSWER_SECONDS, 'the watch was not answered');
      new Watch(kube)
        .watch(path, query, see, (error: Error | null) => (error ? reject(error) : resolve()))
        .then((watch) => {
          if (over.signal.aborted) return watch.abort();
          over.signal.addEventListener('abort', () => watch.abort());
          within(WATCH_SECONDS + 30, 'the watch has gone silent');
        }, reject);
    });
    await ended.finally(() => {
      clearTimeout(timer);
      over.abort();
    });
  }

  #see(type: string, object: T): void {
    const { name, resourceVersion } = object.metadata ?? {};
    this.#failures = 0;
    if (resourceVersion !== undefined) this.#version = resourceVersion;
    if (name === undefined || type === 'BOOKMARK') return;
    if (type === 'DELETED') this.#remove(name);
    else this.#put(name, object);
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

// A real kube-apiserver of a minor: the last word on what is refused.
import type { Verdict, Violation } from '../oracle/oracle';
import type { Version } from '../tools/build';
import { type Answer, startServers } from './servers';

export interface ApiServer {
  /**
   * Posts an object, or the text of one, to its namespace (made if it is not there) with dryRun=All&fieldValidation=Strict. One that is there
   * already, as the server makes some itself, is taken with the code 409, and a Binding, whose pod is not there, with 404: after all else the server
   * looks for these.
   */
  dryRunCreate(object: object | string): Promise<Verdict>;
  stop(): Promise<void>;
}

/** Starts the server; it stops with `stop`, or with this process. */
export async function startApiServer(version: Version): Promise<ApiServer> {
  const { call, stop } = await startServers(version);

  // As any client asks the server what it serves.
  const resources = (async () => {
    const found = new Map<string, { name: string; namespaced: boolean }>();
    const get = async <T>(path: string): Promise<T> => JSON.parse((await call('GET', path)).text) as T;
    const { groups } = await get<{ groups: { versions: { groupVersion: string }[] }[] }>('/apis');
    for (const version of ['v1', ...groups.flatMap(({ versions }) => versions.map((each) => each.groupVersion))]) {
      const { resources: served } = await get<{ resources: Resource[] }>(rootOf(version));
      for (const { name, kind, namespaced, verbs } of served) {
        if (!name.includes('/') && verbs.includes('create')) found.set(`${version} ${kind}`, { name, namespaced });
      }
    }
    return found;
  })();

  const namespaces = new Map<string, Promise<Verdict>>();
  const post = async (path: string, body: string): Promise<Verdict> => {
    try {
      return verdict(await call('POST', path, body));
    } catch (error) {
      // The server drops the connection when its own code panics.
      const message = error instanceof Error ? error.message : String(error);
      return { ok: false, code: 500, errors: [{ field: '', type: 'Panic', message }], warnings: [] };
    }
  };
  const createNamespace = (name: string): Promise<Verdict> => {
    const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    return post('/api/v1/namespaces', JSON.stringify(object));
  };

  return {
    async dryRunCreate(object) {
      const text = typeof object === 'string' ? object : JSON.stringify(object);
      const { apiVersion, kind, namespace } = address(text);
      const resource = (await resources).get(`${apiVersion} ${kind}`);
      if (!resource) {
        const message = `no kind ${kind} in ${apiVersion} is served`;
        return { ok: false, code: 404, errors: [{ field: '', type: 'UnknownKind', message }], warnings: [] };
      }
      const query = 'dryRun=All&fieldValidation=Strict';
      if (!resource.namespaced) return post(`${rootOf(apiVersion)}/${resource.name}?${query}`, text);
      if (!namespaces.has(namespace)) namespaces.set(namespace, createNamespace(namespace));
      const home = await namespaces.get(namespace)!;
      if (!home.ok) return home;
      return post(`${rootOf(apiVersion)}/namespaces/${encodeURIComponent(namespace)}/${resource.name}?${query}`, text);
    },
    stop,
  };
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly verbs: readonly string[];
}

const rootOf = (apiVersion: string): string =>
  apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;

/** Where a client posts the text to; broken JSON goes where its first words say. */
function address(text: string): { apiVersion: string; kind: string; namespace: string } {
  const word = (key: string): string => new RegExp(`"${key}":"([^"]*)"`).exec(text)?.[1] ?? '';
  try {
    const { apiVersion, kind, metadata } = JSON.parse(text);
    const namespace = metadata?.namespace;
    return { apiVersion, kind, namespace: typeof namespace === 'string' && namespace !== '' ? namespace : 'default' };
  } catch {
    return { apiVersion: word('apiVersion'), kind: word('kind'), namespace: 'default' };
  }
}

function verdict({ code, text, warnings }: Answer): Verdict {
  const ok = code === 201;
  if (!text.startsWith('{')) {
    return { ok, code, errors: ok ? [] : [{ field: '', type: String(code), message: text.trim() }], warnings };
  }
  const answer: {
    message?: string;
    reason?: string;
    details?: { causes?: { field?: string; reason?: string; message?: string }[] };
  } = JSON.parse(text);
  if (ok) return { ok, code, errors: [], warnings, object: answer };
  if (answer.reason === 'AlreadyExists' || answer.reason === 'NotFound')
    return { ok: true, code, errors: [], warnings };
  const causes = answer.details?.causes?.map(({ field = '', reason = '', message = '' }): Violation => ({
    field,
    type: reason,
    message,
  }));
  const whole = { field: '', type: answer.reason ?? String(code), message: answer.message ?? '' };
  return { ok, code, errors: causes?.length ? causes : [whole], warnings };
}

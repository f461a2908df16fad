// A Kubernetes for the examples' programs: a real kube-apiserver that authorizes by RBAC, so that a program may do what its own manifests allow
// and nothing else. What else a cluster has is played by ./cluster.ts.
//
//   const kubernetes = await startKubernetes();                    // some ten seconds; `stop()` in afterAll
//   await kubernetes.apply(readFileSync('….k8s.yaml', 'utf8'));     // the manifests of the example, as an administrator
//   const token = await kubernetes.tokenOf('jobs', 'sqs-worker');  // what the program gets mounted into its pod
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { serverPrograms, type Servers, startServers } from '../apiserver/servers';
import { newest } from '../tools/build';

/** Built with the servers of `npm run test:apiserver`. Of all minors the newest judges changes of status most strictly. */
export const buildKubernetes = (): string => serverPrograms(newest);

/** Metadata of an object, and whatever else it has. */
export interface KubeObject {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly uid: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly creationTimestamp: string;
    readonly deletionTimestamp?: string;
    readonly ownerReferences?: readonly { readonly uid: string }[];
  };
}

/** A watch's event. */
export interface Event<T> {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: T;
}

/** The API server, and an administrator's requests to it. */
export interface Kubernetes extends Pick<Servers, 'url' | 'stop'> {
  /** The object that the server answers with. Throws what the server says when it refuses. */
  request<T>(method: string, path: string, body?: object, contentType?: string): Promise<T>;
  /** Hears of all that is there, and of every event from then on, until it is stopped; of some a second time. */
  watch<T>(path: string, event: (event: Event<T>) => void): () => void;
  /** Applies all documents of a text; namespaces that are not there are made. */
  apply(yaml: string): Promise<void>;
  /** A token of a ServiceAccount that is there. */
  tokenOf(namespace: string, name: string): Promise<string>;
}

/** What the server says when it refuses. */
export class Refused extends Error {
  constructor(
    what: string,
    readonly code: number,
    text: string,
  ) {
    super(`${what}: ${code} ${text}`);
  }
}

export async function startKubernetes(): Promise<Kubernetes> {
  const { url, call, stream, stop } = await startServers(newest, 'RBAC');

  const request: Kubernetes['request'] = async (method, path, body, contentType) => {
    const { code, text } = await call(method, path, body && JSON.stringify(body), contentType);
    if (code >= 300) throw new Refused(`${method} ${path}`, code, text);
    return JSON.parse(text);
  };

  const createNamespace = async (name: string): Promise<void> => {
    const { code, text } = await call('POST', '/api/v1/namespaces', JSON.stringify({ metadata: { name } }));
    if (code !== 201 && code !== 409) throw new Refused(`namespace ${name}`, code, text);
  };

  return {
    url,
    stop,
    request,
    watch(path, event) {
      let isOver = false;
      let stop = (): void => {};
      // The server ends a watch whose reader is too slow for it.
      const follow = (): void => {
        if (isOver) return;
        const followed = stream(`${path}${path.includes('?') ? '&' : '?'}watch=true`, (text) =>
          event(JSON.parse(text)),
        );
        stop = followed.stop;
        void followed.ended.then(() => sleep(100)).then(follow);
      };
      follow();
      return () => {
        isOver = true;
        stop();
      };
    },
    async apply(yaml) {
      for (const document of parseAllDocuments(yaml)) {
        const object: Required<KubeObject> | null = document.toJS();
        if (object === null) continue;
        const { apiVersion, kind, metadata } = object;
        const root = apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
        const { resources } = await request<{ resources: Resource[] }>('GET', root);
        const resource = resources.find((each) => each.kind === kind && !each.name.includes('/'));
        if (resource === undefined) throw new Error(`no kind ${kind} in ${apiVersion} is served`);
        const home = resource.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
        if (resource.namespaced) await createNamespace(metadata.namespace ?? 'default');
        const path = `${root}${home}/${resource.name}/${metadata.name}?fieldManager=tests&fieldValidation=Strict`;
        await request('PATCH', path, object, 'application/apply-patch+yaml');
      }
    },
    async tokenOf(namespace, name) {
      const path = `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`;
      const { status } = await request<{ status: { token: string } }>('POST', path, { spec: {} });
      return status.token;
    },
  };
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

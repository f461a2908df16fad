// A real kube-apiserver of a minor with etcd on the loopback interface, both built from Go modules (some seven minutes, once): the last word on
// what is refused. Nothing else of Kubernetes runs, so nothing is ever scheduled.
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Verdict, Violation } from '../oracle/oracle';
import { cached, go, goInputs, release, type Version } from '../tools/build';

export const serverSource = join(__dirname, 'server');
export const programs = { etcd: 'go.etcd.io/etcd/server/v3', 'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver' };
/**
 * What is off. A pod would need the service account, the PriorityClass and the RuntimeClass that it names, a cluster's own; the others refuse
 * nothing, and write defaults of a cluster into what is stored: tolerations of pods, a taint of new nodes, finalizers of volumes and claims.
 */
const DISABLED = [
  'ServiceAccount',
  'Priority',
  'RuntimeClass',
  'DefaultTolerationSeconds',
  'TaintNodesByCondition',
  'StorageObjectInUseProtection',
];
const modfileOf = (version: Version): string => join(serverSource, 'modules', `${version}.mod`);

/** What the go command is to know of a version. */
export const serverFlags = (version: Version, modfile = modfileOf(version)): string[] => [`-modfile=${modfile}`];

export interface ApiServer {
  /**
   * Posts an object, or the text of one, to its namespace (made if it is not there) with dryRun=All&fieldValidation=Strict. One that is there
   * already, as the server makes some itself, is taken with the code 409, and a Binding, whose pod is not there, with 404: after all else the server
   * looks for these.
   */
  dryRunCreate(object: object | string): Promise<Verdict>;
  stop(): Promise<void>;
}

/** The folder of kube-apiserver and etcd of a minor, built on first use. */
export function serverPrograms(version: Version): string {
  const modfile = modfileOf(version);
  const requirements = [modfile, modfile.replace(/mod$/, 'sum')].map((file) => readFileSync(file, 'utf8'));
  return cached(`kube-apiserver-${release[version]}`, [...goInputs(serverSource), ...requirements], (folder) => {
    for (const [name, path] of Object.entries(programs)) {
      const flags = [...serverFlags(version), '-trimpath', '-buildvcs=false', '-p=2', '-ldflags=-s -w'];
      go(serverSource, ['build', ...flags, '-o', join(folder, name), path]);
    }
  });
}

/** Starts the two servers in a temporary folder; they stop with `stop`, or with this process. */
export async function startApiServer(version: Version): Promise<ApiServer> {
  const bin = serverPrograms(version);
  const folder = mkdtempSync(join(tmpdir(), 'kube-apiserver-'));
  const children: ChildProcess[] = [];
  const start = (name: string, args: Record<string, string | number | boolean>): void => {
    const log = openSync(join(folder, `${name}.log`), 'w');
    const flags = Object.entries(args).map(([flag, value]) => `--${flag}=${value}`);
    children.push(spawn(join(bin, name), flags, { stdio: ['ignore', log, log], cwd: folder }));
    closeSync(log);
  };
  const kill = (): void => children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', kill);
  const stop = async (): Promise<void> => {
    process.removeListener('exit', kill);
    agent.destroy();
    const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = running.map((child) => new Promise((resolve) => child.once('close', resolve)));
    kill();
    await Promise.all(ended);
    rmSync(folder, { recursive: true, force: true });
  };

  const agent = new Agent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false });
  const [clients, peers, port] = await freePorts(3);
  const etcd = `http://127.0.0.1:${clients}`;
  start('etcd', {
    'data-dir': join(folder, 'etcd'),
    'unsafe-no-fsync': true,
    'listen-client-urls': etcd,
    'advertise-client-urls': etcd,
    'listen-peer-urls': `http://127.0.0.1:${peers}`,
    'initial-advertise-peer-urls': `http://127.0.0.1:${peers}`,
    'initial-cluster': `default=http://127.0.0.1:${peers}`,
  });
  const key = join(folder, 'service-account.pem');
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const token = randomUUID();
  const tokens = join(folder, 'tokens.csv');
  writeFileSync(tokens, `${token},tests,tests,system:masters\n`, { mode: 0o600 });
  start('kube-apiserver', {
    'etcd-servers': etcd,
    'bind-address': '127.0.0.1',
    'endpoint-reconciler-type': 'none',
    'secure-port': port!,
    'cert-dir': join(folder, 'certificates'),
    'service-cluster-ip-range': '10.96.0.0/16',
    'service-account-issuer': 'https://kubernetes.default.svc',
    'service-account-key-file': key,
    'service-account-signing-key-file': key,
    'token-auth-file': tokens,
    'authorization-mode': 'AlwaysAllow',
    'disable-admission-plugins': DISABLED.join(),
    'allow-privileged': true,
    'enable-priority-and-fairness': false,
  });

  const call = (
    method: string,
    path: string,
    body?: string,
  ): Promise<{ code: number; text: string; warnings: string[] }> =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...length };
      const sent = request({ host: '127.0.0.1', port, method, path, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const warnings = response.headersDistinct['warning'] ?? [];
          resolve({ code: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), warnings });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });

  try {
    for (const deadline = Date.now() + 60_000; ; await sleep(200)) {
      const ready = await call('GET', '/readyz').catch((error: Error) => ({ code: 0, text: error.message }));
      if (ready.code === 200) break;
      if (Date.now() > deadline || children.some(({ exitCode }) => exitCode !== null)) {
        const log = readFileSync(join(folder, 'kube-apiserver.log'), 'utf8').slice(-3000);
        throw new Error(`kube-apiserver is not ready: ${ready.text}\n${log}`);
      }
    }
  } catch (error) {
    await stop();
    throw error;
  }

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

function verdict({ code, text, warnings }: { code: number; text: string; warnings: string[] }): Verdict {
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

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  return Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.on('error', reject);
          server.on('listening', () => {
            const address = server.address();
            server.close(() =>
              address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
            );
          });
        }),
    ),
  );
}

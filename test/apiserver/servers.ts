// kube-apiserver of a minor with etcd on the loopback interface, both built from Go modules (some seven minutes, once). Nothing else of
// Kubernetes runs: nothing is scheduled, started or collected, unless a test plays it (test/end-to-end/cluster.ts).
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { ClientRequest } from 'node:http';
import { Agent, request, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { cached, go, goInputs, release, type Version } from '../tools/build';
import { freePorts } from '../tools/ports';

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

/** What a server answers. */
export interface Answer {
  readonly code: number;
  readonly text: string;
  readonly warnings: string[];
}

/** The two servers, and how an administrator calls the one. */
export interface Servers {
  /** Where the API is served, with a certificate that nobody has signed. */
  readonly url: string;
  /** A request as a member of `system:masters`, whom nothing is forbidden. */
  readonly call: (method: string, path: string, body?: string, contentType?: string) => Promise<Answer>;
  /** The lines of a response that does not end, a watch, until `stop` is called or the server ends it. */
  readonly stream: (
    path: string,
    line: (text: string) => void,
  ) => { readonly ended: Promise<void>; readonly stop: () => void };
  readonly stop: () => Promise<void>;
}

/** Starts the two servers in a temporary folder; they stop with `stop`, or with this process. */
export async function startServers(
  version: Version,
  authorization: 'AlwaysAllow' | 'RBAC' = 'AlwaysAllow',
): Promise<Servers> {
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
    'authorization-mode': authorization,
    'disable-admission-plugins': DISABLED.join(),
    'allow-privileged': true,
    'enable-priority-and-fairness': false,
  });

  const send = (options: RequestOptions): ClientRequest => {
    const headers = { authorization: `Bearer ${token}`, ...options.headers };
    return request({ host: '127.0.0.1', port, agent, rejectUnauthorized: false, ...options, headers });
  };
  const call: Servers['call'] = (method, path, body, contentType = 'application/json') =>
    new Promise((resolve, reject) => {
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const sent = send({ method, path, headers: { 'content-type': contentType, ...length } });
      sent.on('response', (response) => {
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
  const stream: Servers['stream'] = (path, line) => {
    // A connection of its own, or a few watches would leave none for others.
    const sent = send({ path, agent: false });
    const ended = new Promise<void>((resolve) => {
      sent.on('close', resolve);
      sent.on('error', () => resolve());
      sent.on('response', (response) => {
        const lines = createInterface(response).on('line', line);
        for (const emitter of [response, lines]) emitter.on('error', () => resolve());
      });
    });
    sent.end();
    return { ended, stop: () => sent.destroy() };
  };

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

  return { url: `https://127.0.0.1:${port}`, call, stream, stop };
}

// A manifest.json -> a Job or a Service. One entry for every key says what becomes of it. spec: dialects.md, "manifest"
import type { Problem } from '../../report/problem';
import { prune, shapeProblems } from '../../shape/shape';
import type { Converted } from '../dialect';
import { Draft, type ManifestOptions, type Pruned } from './draft';
import { convertPublished } from './published';
import { type Manifest, manifestSchema } from './schema';
import { isSet, withoutUnset } from './unset';
import { convertVolume, mountSecret } from './volumes';
import { workloadOf } from './workload';

export type { ManifestOptions } from './draft';

type Key = keyof Manifest;
type Value<K extends Key> = Pruned<NonNullable<Manifest[K]>>;
type Fate<K extends Key> = (value: Value<K>, draft: Draft, wrong: readonly Problem[]) => void;

const quantity =
  (key: `${'cpu' | 'memory'}-${'limit' | 'request'}`): Fate<typeof key> =>
  (value, draft) => {
    const [resource, kind] = key.split('-') as [string, 'limit' | 'request'];
    draft[`${kind}s`].push([resource, value]);
    draft.map([key], draft.inContainer('resources', `${kind}s`, resource));
  };

const fates: { readonly [K in Key]-?: Fate<K> } = {
  type: (type, draft) => {
    const job = isSet(draft.manifest.schedule) ? 'a CronJob' : 'a Job';
    const becomes = { job, deployment: 'a Deployment', service: 'a Deployment and a Service' };
    draft.map(['type'], ['kind'], `becomes ${becomes[type]}`);
  },
  name: (name, draft) => {
    draft.workload.name = draft.options.name ?? name;
    draft.map(
      ['name'],
      ['name'],
      draft.options.name === undefined ? undefined : `the option \`name\` says "${draft.options.name}"`,
    );
  },
  labels: convertLabels,
  'image-source': (image, draft) => {
    draft.container.image = image;
    draft.map(['image-source'], draft.inContainer('image'));
    if (!isSet(draft.manifest['image-destination'])) return;
    const hint = 'image-source runs an image that exists, image-destination one that is built from this folder';
    draft.refuse('conflict', ['image-destination'], 'excludes image-source: exactly one of them is set', { hint });
  },
  'image-destination': (image, draft) => {
    draft.container.image ??= image;
    draft.map(['image-destination'], draft.inContainer('image'), "to be built from the manifest's own folder");
  },
  'image-pull-policy': (policy, draft) => {
    draft.container.imagePullPolicy = policy;
    draft.map(['image-pull-policy'], draft.inContainer('imagePullPolicy'));
  },
  env: (variables, draft) => {
    variables.forEach(({ name, value }, index) => {
      if (name === undefined || value === undefined) return;
      const path = ['env', index];
      if (draft.env.delete(name)) {
        const message = `sets ${JSON.stringify(name)} again: the last one counts`;
        draft.problems.push({ code: 'duplicate', severity: 'warning', path, message });
        const known = draft.trace.findIndex(({ model }) => model[2] === 'env' && model[3] === name);
        draft.trace.splice(known, 1);
      }
      draft.env.set(name, { value });
      draft.map(path, draft.inContainer('env', name));
    });
  },
  volumes: (volumes, draft) => volumes.forEach((volume, index) => convertVolume(volume, ['volumes', index], draft)),
  'svc-account-secret': convertSvcAccount,
  cmd: (command, draft) => {
    draft.container.command = command;
    draft.map(['cmd'], draft.inContainer('command'));
  },
  'cpu-limit': quantity('cpu-limit'),
  'memory-limit': quantity('memory-limit'),
  'cpu-request': quantity('cpu-request'),
  'memory-request': quantity('memory-request'),
  schedule: (schedule, draft) => {
    if (draft.type !== 'job') {
      const hint = 'Set "type": "job" for a task that runs on a schedule';
      return draft.refuse('conflict', ['schedule'], `is only for a job, and this is a ${draft.type}`, {
        value: schedule,
        hint,
      });
    }
    draft.workload.schedule = schedule;
    draft.map(['schedule'], ['schedule']);
  },
  replicas: (replicas, draft) => {
    if (draft.type !== 'job') {
      draft.workload.replicas = replicas;
      draft.map(['replicas'], ['replicas']);
    } else if (replicas === 1) draft.ignore(['replicas'], 'a job runs one pod anyway');
    else draft.lose(['replicas'], 'is only for a service or deployment: a job runs one pod', { value: replicas });
  },
  'name-port': (name, draft) => {
    if (!isSet(draft.manifest['container-port']))
      return draft.ignore(['name-port'], 'there is no container-port that it names');
    draft.map(['name-port'], draft.inContainer('ports', 0, 'name'));
    draft.follow(['name-port'], ['ports', 0, 'name']);
    if (draft.type !== 'service') draft.container.ports = [{ ...draft.container.ports?.[0], name } as never];
  },
  'container-port': convertPort,
  tolerations: (tolerations, draft) => {
    draft.pod.tolerations = tolerations;
    draft.map(['tolerations'], ['pod', 'tolerations']);
  },
  'node-selector': (selector, draft) => {
    draft.pod.nodeSelector = selector as Record<string, string>;
    draft.map(['node-selector'], ['pod', 'nodeSelector']);
  },
  published: (published, draft, wrong) => {
    if (draft.type !== 'service') {
      const hint = 'Set "type": "service" for an application that is published';
      return draft.refuse('conflict', ['published'], `is only for a service, and this is a ${draft.type}`, { hint });
    }
    const refused = (key: string): boolean => wrong.some(({ path }) => path[0] === 'published' && path[1] === key);
    convertPublished(published, refused, draft);
  },
};

/** `key:value,key:value`: the labels of everything, and what Deployment and Service select by. */
function convertLabels(text: string, draft: Draft): void {
  const labels = new Map<string, string>();
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    const key = part.slice(0, Math.max(colon, 0)).trim();
    const value = part.slice(colon + 1).trim();
    if (colon < 0) {
      const hint = 'Write "app:my-task", several separated by commas';
      return draft.refuse('bad-format', ['labels'], `expected key:value, found ${JSON.stringify(part.trim())}`, {
        hint,
      });
    }
    if (labels.has(key) && labels.get(key) !== value) {
      return draft.refuse('duplicate', ['labels'], `gives ${JSON.stringify(key)} two values`, { value: text });
    }
    labels.set(key, value);
  }
  draft.map(['labels'], ['labels']);
  draft.workload.labels = Object.fromEntries(labels);
  if (draft.type === 'job') return;
  draft.follow(['labels'], ['selector']);
  draft.workload.selector = draft.workload.labels;
}

function convertSvcAccount(name: string, draft: Draft): void {
  const path = ['svc-account-secret'];
  const { svcAccount = {} } = draft.options;
  if (svcAccount === 'serviceAccountName') {
    draft.pod.serviceAccountName = name;
    return draft.map(path, ['pod', 'serviceAccountName']);
  }
  const { mountPath = '/var/secrets/google', key = 'key.json', env = 'GOOGLE_APPLICATION_CREDENTIALS' } = svcAccount;
  mountSecret(name, mountPath, path, draft);
  if (draft.env.has(env)) return;
  const file = `${mountPath.replace(/\/+$/, '')}/${key}`;
  draft.env.set(env, { value: file });
  draft.follow(path, draft.inContainer('env', env));
  draft.fill(['env'], draft.inContainer('env', env), file);
}

function convertPort(port: number, draft: Draft): void {
  const name = draft.manifest['name-port'];
  const path = ['container-port'];
  draft.follow(path, draft.inContainer('ports', 0));
  if (draft.type !== 'service') {
    draft.container.ports = [{ ...draft.container.ports?.[0], containerPort: port }];
    return draft.map(
      path,
      draft.inContainer('ports', 0, 'containerPort'),
      `only a service has a Service; of a ${draft.type} the port is declared`,
    );
  }
  const named = isSet(name) ? name : 'http';
  if (!isSet(name)) draft.fill(['name-port'], ['ports', 0, 'name'], named);
  draft.container.ports = [{ name: named, containerPort: port }];
  draft.workload.ports = [{ name: named, port }];
  draft.map(path, ['ports', 0, 'port']);
  draft.follow(path, ['ports', 0]);
}

/** Converts one manifest; see `Dialect.convert`. */
export function convertManifest(document: unknown, options: ManifestOptions): Converted {
  const { value: given, unset } = withoutUnset(document, KEYS);
  const wrong = shapeProblems(manifestSchema, given);
  const problems = wrong.map((problem) => asLoss(problem, options));
  const manifest = prune(given, wrong) as Pruned<Manifest> | undefined;
  if (manifest === undefined) return { workloads: [], notes: [], problems };
  const draft = new Draft(manifest, typeOf(manifest), options.name ?? manifest.name ?? 'main', options);
  draft.problems.push(...problems);
  for (const path of unset) draft.ignore(path, 'is empty, which means not set');
  for (const key of KEYS) {
    const value = Object.hasOwn(manifest, key) ? manifest[key] : undefined;
    if (isSet(value)) (fates[key] as Fate<Key>)(value, draft, wrong);
  }
  requireKeys(draft, (key) => wrong.some(({ path }) => path[0] === key));
  const image = manifest['image-destination'];
  return {
    workloads: [{ workload: workloadOf(draft), trace: draft.trace }],
    notes: draft.notes,
    problems: draft.problems,
    ...(isSet(image) && { images: [{ image, context: '.' }] }),
  };
}

const KEYS = Object.keys(fates) as Key[];

const asLoss = (problem: Problem, { onLoss }: ManifestOptions): Problem =>
  problem.code === 'unknown-key' && onLoss === 'warn' ? { ...problem, severity: 'warning' } : problem;

/** The type; without a usable one what the other keys speak for, so that all else that is wrong is found in the same run. */
function typeOf(manifest: Pruned<Manifest>): Manifest['type'] {
  const { type, published, 'container-port': port } = manifest;
  return type ?? (isSet(published) || isSet(port) ? 'service' : 'job');
}

/** What must be there, and what is filled in. What is there and wrong has been reported already. */
function requireKeys(draft: Draft, refused: (key: Key) => boolean): void {
  const { manifest, container } = draft;
  draft.follow(['name'], ['name'], ['containers']);
  if (container.image === undefined) {
    draft.follow(['image-source'], draft.inContainer('image'));
    if (!refused('image-source') && !refused('image-destination')) {
      const hint = 'Or image-destination, for an image that is built from this folder';
      draft.refuse('required', ['image-source'], 'is required: the image to run', { hint });
    }
  }
  if (
    draft.type === 'service' &&
    manifest.type !== undefined &&
    !isSet(manifest['container-port']) &&
    !refused('container-port')
  ) {
    draft.refuse('required', ['container-port'], 'is required on a service: the port that it listens on', {
      hint: 'For example 8080',
    });
  }
  if (container.imagePullPolicy === undefined) {
    container.imagePullPolicy = 'Always';
    draft.fill(['image-pull-policy'], draft.inContainer('imagePullPolicy'), 'Always');
  }
}

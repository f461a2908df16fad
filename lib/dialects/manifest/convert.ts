// A manifest.json -> a Job or a Service. One entry for every key says what becomes of it. spec: dialects.md, "manifest"
import { ofKey } from '../../kube/rules/checks';
import { labelValue, qualifiedName } from '../../kube/values/syntax';
import type { Code } from '../../report/codes';
import { printValue } from '../../report/print';
import type { Path } from '../../report/problem';
import type { Details, Report } from '../../report/report';
import { isMap } from '../../shape/shape';
import type { Converted, DialectOptions } from '../dialect';
import { type Fate, type Fates, isSet } from '../draft';
import { ManifestDraft } from './draft';
import type { ManifestOptions } from './options';
import { convertPublished } from './published';
import type { Manifest } from './schema';
import { withoutUnset } from './unset';
import { convertVolume, mountSecret } from './volumes';
import { workloadOf } from './workload';

const quantity =
  (resource: 'cpu' | 'memory', side: 'limits' | 'requests'): Fate<string, ManifestDraft> =>
  (value, path, draft) => {
    draft[side].push([resource, value]);
    draft.map(path, draft.inContainer('resources', side, resource));
  };

export const FATES: Fates<Manifest, ManifestDraft> = {
  type: (type, path, draft) => {
    const job = isSet(draft.manifest.schedule) ? 'a CronJob' : 'a Job';
    const becomes = { job, deployment: 'a Deployment', service: 'a Deployment and a Service' };
    draft.map(path, ['kind'], `becomes ${becomes[type]}`);
  },
  name: (name, path, draft) => {
    draft.workload.name = draft.options.name ?? name;
    draft.map(
      path,
      ['name'],
      draft.options.name === undefined ? undefined : `the option \`name\` says "${draft.options.name}"`,
    );
  },
  labels: convertLabels,
  'image-source': (image, path, draft) => {
    draft.container.image = image;
    draft.map(path, draft.inContainer('image'));
    if (!isSet(draft.manifest['image-destination'])) return;
    const hint = 'image-source runs an image that exists, image-destination one that is built from this folder';
    draft.refuse('conflict', ['image-destination'], 'excludes image-source: exactly one of them is set', { hint });
  },
  'image-destination': (image, path, draft) => {
    if (draft.container.image !== undefined) return;
    draft.container.image = image;
    draft.map(path, draft.inContainer('image'), "to be built from the manifest's own folder");
  },
  'image-pull-policy': (policy, path, draft) => {
    draft.container.imagePullPolicy = policy;
    draft.map(path, draft.inContainer('imagePullPolicy'));
  },
  env: (variables, path, draft) => {
    variables.forEach(({ name, value }, index) => {
      if (name === undefined || value === undefined) return;
      const place = [...path, index];
      if (draft.env.delete(name)) {
        draft.warn('duplicate', place, `sets ${printValue(name)} again: the last one counts`);
      }
      draft.env.set(name, { value });
      draft.map(place, draft.inContainer('env', name));
    });
  },
  volumes: (volumes, path, draft) => volumes.forEach((volume, index) => convertVolume(volume, [...path, index], draft)),
  'svc-account-secret': convertSvcAccount,
  cmd: (command, path, draft) => {
    draft.container.command = command;
    draft.map(path, draft.inContainer('command'));
  },
  'cpu-limit': quantity('cpu', 'limits'),
  'memory-limit': quantity('memory', 'limits'),
  'cpu-request': quantity('cpu', 'requests'),
  'memory-request': quantity('memory', 'requests'),
  schedule: (schedule, path, draft) => {
    if (draft.type !== 'job') {
      const hint = 'Set "type": "job" for a task that runs on a schedule';
      return draft.refuse('conflict', path, `is only for a job, and this is a ${draft.type}`, {
        value: schedule,
        hint,
      });
    }
    draft.workload.schedule = schedule;
    draft.map(path, ['schedule']);
  },
  replicas: (replicas, path, draft) => {
    if (draft.type !== 'job') {
      draft.workload.replicas = replicas;
      draft.map(path, ['replicas']);
    } else if (replicas === 1) draft.ignore(path, 'a job runs one pod anyway');
    else draft.lose(path, 'is only for a service or deployment: a job runs one pod', { value: replicas });
  },
  'name-port': (name, path, draft) => {
    if (!isSet(draft.manifest['container-port'])) return draft.ignore(path, 'there is no container-port that it names');
    draft.map(path, draft.inContainer('ports', 0, 'name'));
    draft.follow(path, ['ports', 0, 'name']);
    if (draft.type !== 'service') draft.container.ports = [{ ...draft.container.ports?.[0], name } as never];
  },
  'container-port': convertPort,
  tolerations: (tolerations, path, draft) => {
    draft.pod.tolerations = tolerations;
    draft.map(path, ['pod', 'tolerations']);
  },
  'node-selector': (selector, path, draft) => {
    draft.pod.nodeSelector = selector;
    draft.map(path, ['pod', 'nodeSelector']);
  },
  published: (published, path, draft) => {
    if (draft.type !== 'service') {
      const hint = 'Set "type": "service" for an application that is published';
      return draft.refuse('conflict', path, `is only for a service, and this is a ${draft.type}`, { hint });
    }
    convertPublished(published, path, draft);
  },
};

/** `key:value,key:value`: the labels of everything, and what Deployment and Service select by. One text, so each label is judged here by name. */
function convertLabels(text: string, path: Path, draft: ManifestDraft): void {
  const labels = new Map<string, string>();
  const wrong: [Code, string, Details?][] = [];
  for (const part of text.split(',')) {
    const colon = part.indexOf(':');
    const key = part.slice(0, Math.max(colon, 0)).trim();
    const value = part.slice(colon + 1).trim();
    const [badKey, badValue] = [qualifiedName(key), labelValue(value)];
    if (colon < 0) {
      const hint = 'Write "app:my-task", several separated by commas';
      wrong.push(['bad-format', `expected key:value, found ${printValue(part.trim())}`, { hint }]);
    } else if (labels.has(key)) {
      if (labels.get(key) !== value) wrong.push(['duplicate', `gives ${printValue(key)} two values`, { value: text }]);
    } else {
      labels.set(key, value);
      if (badKey !== undefined) wrong.push(['bad-name', `label ${printValue(key)}: ${ofKey(badKey)}`]);
      if (badValue !== undefined)
        wrong.push(['bad-name', `label ${printValue(key)}: its value ${badValue}`, { value }]);
    }
  }
  if (wrong.length > 0) return draft.refuseAll(path, wrong);
  draft.map(path, ['labels']);
  draft.workload.labels = Object.fromEntries(labels);
  if (draft.type === 'job') return;
  draft.follow(path, ['selector']);
  draft.workload.selector = draft.workload.labels;
}

function convertSvcAccount(name: string, path: Path, draft: ManifestDraft): void {
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

function convertPort(port: number, path: Path, draft: ManifestDraft): void {
  const name = draft.manifest['name-port'];
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
export function convertManifest(
  document: unknown,
  options: DialectOptions & ManifestOptions,
  report: Report,
  keepsNotes: boolean,
): Converted {
  const { value, unset } = withoutUnset(document, KEYS);
  const draft = new ManifestDraft(value, options, report, keepsNotes);
  if (!isMap(document)) return { workloads: [], notes: [] };
  for (const path of unset) draft.ignore(path, 'is empty, which means not set');
  draft.each(FATES, draft.manifest);
  requireKeys(draft);
  const image = draft.manifest['image-destination'];
  return {
    workloads: [{ workload: workloadOf(draft), trace: draft.trace }],
    notes: draft.notes,
    ...(isSet(image) && { images: [{ image, context: '.' }] }),
  };
}

const KEYS = Object.keys(FATES);

/** What must be there, and what is filled in. What is there and wrong has been reported already. */
function requireKeys(draft: ManifestDraft): void {
  const { manifest, container } = draft;
  draft.follow(['name'], ['name'], ['containers']);
  if (container.image === undefined) {
    draft.follow(['image-source'], draft.inContainer('image'));
    if (!draft.isWrong(['image-destination'])) {
      const hint = 'Or image-destination, for an image that is built from this folder';
      draft.refuse('required', ['image-source'], 'is required: the image to run', { hint });
    }
  }
  if (draft.type === 'service' && manifest.type !== undefined && !isSet(manifest['container-port'])) {
    draft.refuse('required', ['container-port'], 'is required on a service: the port that it listens on', {
      hint: 'For example 8080',
    });
  }
  if (container.imagePullPolicy === undefined) {
    container.imagePullPolicy = 'Always';
    draft.fill(['image-pull-policy'], draft.inContainer('imagePullPolicy'), 'Always');
  }
}

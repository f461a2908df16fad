// An SQS job message -> a Job. One entry for every key of the message says what becomes of it. spec: dialects.md, "sqs"
import { labelValue, subdomain } from '../../kube/values/syntax';
import type { Path } from '../../report/problem';
import type { Report } from '../../report/report';
import { put } from '../../shape/maps';
import { sha256 } from '../../text/sha256';
import type { Container } from '../../workload/model/container';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import type { Converted, DialectOptions } from '../dialect';
import type { Fate, Fates } from '../draft';
import { SqsDraft } from './draft';
import type { SqsOptions } from './options';
import { isWebhookUrl } from './reply-to';
import type { SqsJob, SqsMessage, SqsQuantities, SqsResources, SqsVolume } from './schema';

/** Converts one message; see `Dialect.convert`. */
export function convertMessage(
  document: unknown,
  options: DialectOptions & SqsOptions,
  report: Report,
  keepsNotes: boolean,
): Converted {
  const draft = new SqsDraft(document, options, report, keepsNotes);
  if (draft.message.job === undefined) return { workloads: [], notes: [] };
  draft.begin();
  draft.each(FATES, draft.message);
  return { workloads: [{ workload: draft.finish(), trace: draft.trace }], notes: draft.notes };
}

const GPU_LABEL = 'gpuType';
const GPU = 'nvidia.com/gpu';
const SHORTEST_TTL = 60;

export const FATES: Fates<SqsMessage, SqsDraft> = {
  id: (value, path, draft) => {
    const valid = value.length <= 63 && labelValue(value) === undefined;
    put(draft.annotations, 'sqs/message-id', value);
    put(draft.labels, 'jobId', valid ? value : sha256(value).slice(0, 16));
    draft.map(path, ['annotations', 'sqs/message-id']);
    draft.map(path, ['labels', 'jobId'], valid ? undefined : 'a digest: the id itself is no label value');
  },
  service: (value, path, draft) => {
    put(draft.labels, 'app.kubernetes.io/name', value);
    draft.map(path, ['containers', value]);
    draft.map(path, ['labels', 'app.kubernetes.io/name']);
  },
  job: (value, path, draft) => draft.each(JOB, value, path),
  webhook: ({ url }, path, draft) => {
    if (url === undefined) return;
    const source = [...path, 'url'];
    if (!isWebhookUrl(url)) {
      return draft.refuse('bad-url', source, 'expected an http:// or https:// URL');
    }
    put(draft.annotations, 'sqs/webhook-url', url);
    draft.map(source, ['annotations', 'sqs/webhook-url']);
  },
};

const JOB: Fates<SqsJob, SqsDraft> = {
  prefixName: (value, path, draft) => {
    const suffix = draft.options.nameSuffix ?? draft.digest?.slice(0, 8);
    if (draft.options.name !== undefined) return draft.ignore(path, 'the option `name` names the Job');
    draft.job.name = suffix === undefined ? value : `${value}-${suffix}`;
    draft.map(path, ['name'], `"${draft.job.name}"`);
  },
  namespace: sameOnJob('namespace'),
  image: sameOnContainer('image'),
  command: sameOnContainer('command'),
  args: sameOnContainer('args'),
  serviceAccount: (value, path, draft) => {
    draft.pod.serviceAccountName = value;
    draft.map(path, ['pod', 'serviceAccountName']);
  },
  ttlSecondsAfterFinished: (value, path, draft) => {
    if (value < SHORTEST_TTL) {
      const hint = 'A Job that is deleted sooner may be gone before its end was seen';
      return draft.refuse('out-of-range', path, `must be at least ${SHORTEST_TTL} (seconds)`, { value, hint });
    }
    draft.job.ttlSecondsAfterFinished = value;
    draft.map(path, ['ttlSecondsAfterFinished']);
  },
  backoffLimit: sameOnJob('backoffLimit'),
  activeDeadlineSeconds: sameOnJob('activeDeadlineSeconds'),
  resources: (value, path, draft) => draft.each(RESOURCES, value, path),
  nodeSelector: ({ matchKey, matchValue }, path, draft) => {
    if (matchKey === undefined || matchValue === undefined) return;
    put((draft.pod.nodeSelector = {}), matchKey, matchValue);
    draft.map(path, ['pod', 'nodeSelector']);
  },
  toleration: ({ key, value }, path, draft) => {
    if (key === undefined || value === undefined) return;
    draft.pod.tolerations = [{ key, operator: 'Equal', value, effect: 'NoSchedule' }];
    draft.map(path, ['pod', 'tolerations', 0], 'operator Equal, effect NoSchedule');
  },
  volume: mount,
  'volume:': (value, path, draft) => {
    if (draft.container.dirs !== undefined) {
      const hint = 'Leave one of them out';
      return draft.refuse('conflict', path, 'is `volume` misspelled, and `volume` is there as well', { hint });
    }
    draft.warn('suspicious', path, 'is read as `volume`', { hint: 'Write "volume", without the colon' });
    mount(value, path, draft);
  },
  env: (value, path, draft) => {
    const variables = new Map<string, { value: string }>();
    value.forEach(({ name, value: text }, index) => {
      if (name === undefined || text === undefined) return;
      const source = [...path, index, 'name'];
      if (variables.delete(name)) draft.warn('duplicate', source, 'is set twice: the last one counts', { value: name });
      variables.set(name, { value: text });
      draft.map(source, ['containers', draft.service, 'env', name]);
    });
    draft.container.env = Object.fromEntries(variables);
  },
  envRef: (value, path, draft) => {
    const references: string[] = [];
    value.forEach(({ name, type }, index) => {
      if (name === undefined || type === undefined) return;
      const scheme = type.toLowerCase();
      if (scheme !== 'configmap' && scheme !== 'secret') {
        const source = [...path, index, 'type'];
        return draft.refuse('not-one-of', source, 'expected one of "configMap", "secret"', { value: type });
      }
      draft.map([...path, index, 'name'], ['containers', draft.service, 'envFrom', references.length]);
      references.push(`${scheme}://${name}`);
    });
    draft.container.envFrom = references;
  },
  gpuEnable: (value, path, draft) => {
    if (!value) return draft.ignore(path, 'false: no GPU is asked for');
    draft.limits[GPU] = '1';
    put(draft.labels, GPU_LABEL, '1');
    draft.pod.affinity = ONE_A_NODE;
    draft.map(path, ['containers', draft.service, 'resources', 'limits', GPU]);
    draft.map(path, ['labels', GPU_LABEL]);
    draft.map(path, ['pod', 'affinity'], 'no two pods with the label on one node');
  },
  gpuNumber: (value, path, draft) => {
    if (value < 1) {
      const hint = 'For no GPU set `gpuEnable` to false';
      return draft.refuse('out-of-range', path, 'must be at least 1', { value, hint });
    }
    if (draft.limits[GPU] === undefined) return draft.ignore(path, '`gpuEnable` is not true');
    draft.limits[GPU] = String(value);
    draft.map(path, ['containers', draft.service, 'resources', 'limits', GPU]);
  },
};

const RESOURCES: Fates<SqsResources, SqsDraft> = { limits: quantitiesOf('limits'), requests: quantitiesOf('requests') };

function quantitiesOf(side: 'limits' | 'requests'): Fate<SqsQuantities, SqsDraft> {
  const put =
    (resource: keyof SqsQuantities): Fate<string, SqsDraft> =>
    (value, path, draft) => {
      draft[side][resource] = value;
      draft.map(path, ['containers', draft.service, 'resources', side, resource]);
    };
  const fates: Fates<SqsQuantities, SqsDraft> = { cpu: put('cpu'), memory: put('memory') };
  return (value, path, draft) => draft.each(fates, value, path);
}

const ONE_A_NODE: NonNullable<Pod['affinity']> = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels: { [GPU_LABEL]: '1' } }, topologyKey: 'kubernetes.io/hostname' },
    ],
  },
};

function sameOnJob<Key extends 'namespace' | 'backoffLimit' | 'activeDeadlineSeconds'>(key: Key) {
  return (value: NonNullable<JobProps[Key]>, path: Path, draft: SqsDraft): void => {
    draft.job[key] = value;
    draft.map(path, [key]);
  };
}

function sameOnContainer<Key extends 'image' | 'command' | 'args'>(key: Key) {
  return (value: NonNullable<Container[Key]>, path: Path, draft: SqsDraft): void => {
    draft.container[key] = value;
    draft.map(path, ['containers', draft.service, key]);
  };
}

function mount({ pvc, mountPath }: Partial<SqsVolume>, source: Path, draft: SqsDraft): void {
  if (pvc === undefined || mountPath === undefined) return;
  const wrong = subdomain(pvc);
  if (wrong !== undefined) return draft.refuse('bad-name', [...source, 'pvc'], wrong, { value: pvc });
  const path = mountPath.startsWith('/') ? mountPath : `/${mountPath}`;
  draft.container.dirs = { [path]: `pvc://${pvc}` };
  const made = path === mountPath ? undefined : `the relative path counts from "/": "${path}"`;
  const model = ['containers', draft.service, 'dirs', path];
  draft.map([...source, 'pvc'], model);
  draft.map([...source, 'mountPath'], model, made);
}

// An SQS job message -> a Job. One entry for every key of the message says what becomes of it. spec: dialects.md, "sqs"
import { labelValue, subdomain } from '../../kube/values/syntax';
import type { Path, Problem } from '../../report/problem';
import { isMap, prune, shapeProblems } from '../../shape/shape';
import { sha256 } from '../../text/sha256';
import type { Container } from '../../workload/model/container';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import type { Converted } from '../dialect';
import { begin, type Draft, finish, isSet, report, type SqsOptions, went } from './draft';
import {
  type SqsJob,
  type SqsMessage,
  sqsMessageSchema,
  type SqsQuantities,
  type SqsResources,
  type SqsVolume,
} from './schema';

export type { SqsOptions } from './draft';

/** Converts one message; the wrong parts are reported and left out. */
export function convert(document: unknown, options: SqsOptions): Converted {
  const shape = shapeProblems(sqsMessageSchema, document);
  const problems = options.onLoss === 'warn' ? shape.map(unknownKeysAsWarnings) : shape;
  const message = shape.length === 0 ? document : prune(document, problems);
  if (!isMap(message) || !isMap(message.job)) return { workloads: [], notes: [], problems };
  const draft = begin(message, options, problems);
  eachKey(MESSAGE, message, [], draft);
  return { workloads: [{ workload: finish(draft), trace: draft.trace }], notes: draft.notes, problems: draft.problems };
}

const unknownKeysAsWarnings = (problem: Problem): Problem =>
  problem.code === 'unknown-key' ? { ...problem, severity: 'warning' } : problem;

/** What becomes of each key of a map. */
type Fates<T> = { readonly [Key in keyof Required<T>]: (value: NonNullable<T[Key]>, draft: Draft) => void };

/** Hands each key that is set to its fate. */
function eachKey<T extends object>(fates: Fates<T>, map: Partial<T>, base: Path, draft: Draft): void {
  for (const key in fates) {
    if (!Object.hasOwn(map, key)) continue;
    const value = map[key];
    if (value === undefined) continue;
    if (isSet(value)) fates[key](value as NonNullable<T[typeof key]>, draft);
    else draft.notes.push({ fate: 'ignored', path: [...base, key], message: 'means not set' });
  }
}

const GPU_LABEL = 'gpuType';
const GPU = 'nvidia.com/gpu';
const SHORTEST_TTL = 60;

const MESSAGE: Fates<SqsMessage> = {
  id(value, draft) {
    const valid = value.length <= 63 && labelValue(value) === undefined;
    draft.annotations.push(['sqs/message-id', value]);
    draft.labels.push(['jobId', valid ? value : sha256(value).slice(0, 16)]);
    went(draft, ['id'], ['annotations', 'sqs/message-id']);
    went(draft, ['id'], ['labels', 'jobId'], valid ? undefined : 'a digest: the id itself is no label value');
  },
  service(value, draft) {
    draft.labels.push(['app.kubernetes.io/name', value]);
    went(draft, ['service'], ['containers', value]);
    went(draft, ['service'], ['labels', 'app.kubernetes.io/name']);
  },
  job(value, draft) {
    eachKey(JOB, value, ['job'], draft);
  },
  webhook({ url }, draft) {
    if (url === undefined) return;
    const source = ['webhook', 'url'];
    if (!/^https?:\/\/[^/?#\s]/i.test(url) || !URL.canParse(url)) {
      report(draft, 'bad-url', source, 'expected an http:// or https:// URL');
      return;
    }
    draft.annotations.push(['sqs/webhook-url', url]);
    went(draft, source, ['annotations', 'sqs/webhook-url']);
  },
};

const JOB: Fates<SqsJob> = {
  prefixName(value, draft) {
    const source = ['job', 'prefixName'];
    const suffix = draft.options.nameSuffix ?? draft.digest?.slice(0, 8);
    if (draft.options.name !== undefined) {
      draft.notes.push({ fate: 'ignored', path: source, message: 'the option `name` names the Job' });
      return;
    }
    draft.job.name = suffix === undefined ? value : `${value}-${suffix}`;
    went(draft, source, ['name'], `"${draft.job.name}"`);
  },
  namespace: sameOnJob('namespace'),
  image: sameOnContainer('image'),
  command: sameOnContainer('command'),
  args: sameOnContainer('args'),
  serviceAccount(value, draft) {
    draft.pod.serviceAccountName = value;
    went(draft, ['job', 'serviceAccount'], ['pod', 'serviceAccountName']);
  },
  ttlSecondsAfterFinished(value, draft) {
    const source = ['job', 'ttlSecondsAfterFinished'];
    if (value < SHORTEST_TTL) {
      const hint = 'A Job that is deleted sooner may be gone before its end was seen';
      report(draft, 'out-of-range', source, `must be at least ${SHORTEST_TTL} (seconds)`, { value, hint });
      return;
    }
    draft.job.ttlSecondsAfterFinished = value;
    went(draft, source, ['ttlSecondsAfterFinished']);
  },
  backoffLimit: sameOnJob('backoffLimit'),
  activeDeadlineSeconds: sameOnJob('activeDeadlineSeconds'),
  resources: (value, draft) => eachKey(RESOURCES, value, ['job', 'resources'], draft),
  nodeSelector({ matchKey, matchValue }, draft) {
    if (matchKey === undefined || matchValue === undefined) return;
    draft.pod.nodeSelector = Object.fromEntries([[matchKey, matchValue]]);
    went(draft, ['job', 'nodeSelector'], ['pod', 'nodeSelector']);
  },
  toleration({ key, value }, draft) {
    if (key === undefined || value === undefined) return;
    draft.pod.tolerations = [{ key, operator: 'Equal', value, effect: 'NoSchedule' }];
    went(draft, ['job', 'toleration'], ['pod', 'tolerations', 0], 'operator Equal, effect NoSchedule');
  },
  volume: (value, draft) => mount(value, ['job', 'volume'], draft),
  'volume:'(value, draft) {
    const source = ['job', 'volume:'];
    if (draft.container.dirs !== undefined) {
      report(draft, 'conflict', source, 'is `volume` misspelled, and `volume` is there as well', {
        hint: 'Leave one of them out',
      });
      return;
    }
    report(draft, 'suspicious', source, 'is read as `volume`', {
      hint: 'Write "volume", without the colon',
      severity: 'warning',
    });
    mount(value, source, draft);
  },
  env(value, draft) {
    const variables = new Map<string, { value: string }>();
    value.forEach(({ name, value: text }, index) => {
      if (name === undefined || text === undefined) return;
      const source = ['job', 'env', index];
      if (variables.delete(name)) {
        report(draft, 'duplicate', [...source, 'name'], 'is set twice: the last one counts', {
          value: name,
          severity: 'warning',
        });
      }
      variables.set(name, { value: text });
      went(draft, [...source, 'name'], ['containers', draft.service, 'env', name]);
    });
    draft.container.env = Object.fromEntries(variables);
  },
  envRef(value, draft) {
    const references: string[] = [];
    value.forEach(({ name, type }, index) => {
      if (name === undefined || type === undefined) return;
      const source = ['job', 'envRef', index];
      const scheme = type.toLowerCase();
      if (scheme !== 'configmap' && scheme !== 'secret') {
        report(draft, 'not-one-of', [...source, 'type'], 'expected one of "configMap", "secret"', { value: type });
        return;
      }
      went(draft, [...source, 'name'], ['containers', draft.service, 'envFrom', references.length]);
      references.push(`${scheme}://${name}`);
    });
    draft.container.envFrom = references;
  },
  gpuEnable(value, draft) {
    const source = ['job', 'gpuEnable'];
    if (!value) {
      draft.notes.push({ fate: 'ignored', path: source, message: 'false: no GPU is asked for' });
      return;
    }
    draft.limits[GPU] = '1';
    draft.labels.push([GPU_LABEL, '1']);
    draft.pod.affinity = ONE_A_NODE;
    went(draft, source, ['containers', draft.service, 'resources', 'limits', GPU]);
    went(draft, source, ['labels', GPU_LABEL]);
    went(draft, source, ['pod', 'affinity'], 'no two pods with the label on one node');
  },
  gpuNumber(value, draft) {
    const source = ['job', 'gpuNumber'];
    if (value < 1) {
      report(draft, 'out-of-range', source, 'must be at least 1', {
        value,
        hint: 'For no GPU set `gpuEnable` to false',
      });
    } else if (draft.limits[GPU] === undefined) {
      draft.notes.push({ fate: 'ignored', path: source, message: '`gpuEnable` is not true' });
    } else {
      draft.limits[GPU] = String(value);
      went(draft, source, ['containers', draft.service, 'resources', 'limits', GPU]);
    }
  },
};

const LIMITS = quantitiesOf('limits');
const REQUESTS = quantitiesOf('requests');

const RESOURCES: Fates<SqsResources> = {
  limits: (value, draft) => eachKey(LIMITS, value, ['job', 'resources', 'limits'], draft),
  requests: (value, draft) => eachKey(REQUESTS, value, ['job', 'resources', 'requests'], draft),
};

function quantitiesOf(side: 'limits' | 'requests'): Fates<SqsQuantities> {
  const put = (resource: keyof SqsQuantities) => (value: string, draft: Draft) => {
    draft[side][resource] = value;
    const end = ['resources', side, resource];
    went(draft, ['job', ...end], ['containers', draft.service, ...end]);
  };
  return { cpu: put('cpu'), memory: put('memory') };
}

const ONE_A_NODE: NonNullable<Pod['affinity']> = {
  podAntiAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: [
      { labelSelector: { matchLabels: { [GPU_LABEL]: '1' } }, topologyKey: 'kubernetes.io/hostname' },
    ],
  },
};

function sameOnJob<Key extends 'namespace' | 'backoffLimit' | 'activeDeadlineSeconds'>(key: Key) {
  return (value: NonNullable<JobProps[Key]>, draft: Draft): void => {
    draft.job[key] = value;
    went(draft, ['job', key], [key]);
  };
}

function sameOnContainer<Key extends 'image' | 'command' | 'args'>(key: Key) {
  return (value: NonNullable<Container[Key]>, draft: Draft): void => {
    draft.container[key] = value;
    went(draft, ['job', key], ['containers', draft.service, key]);
  };
}

function mount({ pvc, mountPath }: Partial<SqsVolume>, source: Path, draft: Draft): void {
  if (pvc === undefined || mountPath === undefined) return;
  const wrong = subdomain(pvc);
  if (wrong !== undefined) {
    report(draft, 'bad-name', [...source, 'pvc'], wrong, { value: pvc });
    return;
  }
  const path = mountPath.startsWith('/') ? mountPath : `/${mountPath}`;
  draft.container.dirs = { [path]: `pvc://${pvc}` };
  const made = path === mountPath ? undefined : `the relative path counts from "/": "${path}"`;
  went(draft, [...source, 'mountPath'], ['containers', draft.service, 'dirs', path], made);
  went(draft, [...source, 'pvc'], ['containers', draft.service, 'dirs', path]);
}

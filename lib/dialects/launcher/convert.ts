// A Launcher job becomes a Job: what each key of the document means. spec: dialects.md, "launcher"
import { prune, shapeProblems } from '../../shape';
import { type Path, printValue, type Problem } from '../../problem';
import type { Container, JobProps, Pod } from '../../workload/types';
import type { Converted } from '../dialect';
import { convertConfig, setVariable } from './config';
import { dataProblem } from './data';
import { CONTAINER, Draft, type LauncherOptions, type Pruned } from './draft';
import { convertLimit } from './limits';
import { literal, shellQuote } from './literal';
import { jobName } from './name';
import { convertPort } from './ports';
import { jobSchema, type LauncherJob } from './schema';
import { convertMount } from './volumes';

export type { LauncherOptions };

type Value<Key extends keyof LauncherJob> = Pruned<NonNullable<LauncherJob[Key]>>;
/** What becomes of a key that is set. What several keys make together is put together in `workloadOf`; here they are only accounted for. */
type Fate<Key extends keyof LauncherJob> = (value: Value<Key>, draft: Draft) => void;

const annotation =
  <Key extends keyof LauncherJob>(key: Key) =>
  (value: string, draft: Draft): void =>
    draft.annotate(key, value, [key]);

const state =
  <Key extends keyof LauncherJob>(key: Key, message = 'is the state of a job that ran, not what to run') =>
  (value: unknown, draft: Draft): void =>
    draft.ignore([key], `${printValue(value)}: ${message}`);

const into =
  <Key extends keyof LauncherJob>(key: Key, ...model: string[]) =>
  (_value: unknown, draft: Draft): void =>
    draft.map([key], model);

/** Each item of a list by its own function. */
const each =
  <Item>(key: keyof LauncherJob, convert: (item: Item, path: Path, draft: Draft) => void) =>
  (items: readonly Item[], draft: Draft): void =>
    items.forEach((item, index) => convert(item, [key, index], draft));

const LOG = 'Kubernetes keeps the output as the log of the container';

const fates: { readonly [Key in keyof LauncherJob]-?: Fate<Key> } = {
  id: annotation('id'),
  name: annotation('name'),
  user: annotation('user'),
  group: annotation('group'),
  cluster: annotation('cluster'),
  resourceProfile: annotation('resourceProfile'),
  tags: each('tags', (tag, path, draft) => draft.annotate(`USER_TAG_${path[1]}`, tag, path)),
  metadata: (metadata, draft) => {
    const wrong = dataProblem(metadata, ['metadata']);
    if (wrong !== undefined) draft.problems.push(wrong);
    else draft.annotate('user_metadata', JSON.stringify(metadata), ['metadata']);
  },
  queues: (queues, draft) => {
    draft.annotate('queues', JSON.stringify(queues), ['queues']);
    if (draft.options.queue === 'kueue') draft.map(['queues', 0], ['labels', KUEUE_QUEUE]);
  },
  container: ({ image, runAsUserId, runAsGroupId, supplementalGroupIds }, draft) => {
    const context = ['pod', 'securityContext'];
    if (image === '') draft.refuse('required', ['container', 'image'], 'is required: Kubernetes runs containers only');
    else if (image !== undefined) draft.map(['container', 'image'], IMAGE);
    if (isSet(runAsUserId)) draft.map(['container', 'runAsUserId'], [...context, 'runAsUser']);
    if (isSet(runAsGroupId)) draft.map(['container', 'runAsGroupId'], [...context, 'runAsGroup']);
    if (isSet(supplementalGroupIds))
      draft.map(['container', 'supplementalGroupIds'], [...context, 'supplementalGroups']);
  },
  command: into('command', 'containers', CONTAINER, 'command'),
  exe: (_exe, draft) => {
    if (isSet(draft.job.command)) {
      draft.refuse('conflict', ['exe'], 'excludes `command`: a job runs either', { hint: 'Remove one of them' });
    } else draft.map(['exe'], ['containers', CONTAINER, 'command']);
  },
  args: (_args, draft) => {
    if (!isSet(draft.job.command)) return draft.map(['args'], ['containers', CONTAINER, 'args']);
    draft.notes.push({
      fate: 'mapped',
      path: ['args'],
      to: ['containers', CONTAINER, 'command'],
      message: 'appended, quoted',
    });
  },
  workingDirectory: into('workingDirectory', 'containers', CONTAINER, 'workingDir'),
  environment: each('environment', ({ name, value }, path, draft) => {
    if (name !== undefined && value !== undefined) setVariable(name, { value }, path, draft);
  }),
  stdin: (stdin, draft) => {
    draft.annotate('stdin', stdin, ['stdin']);
    draft.follow(['stdin'], ['containers', CONTAINER, 'stdin'], ['containers', CONTAINER, 'stdinOnce']);
  },
  host: into('host', 'pod', 'nodeName'),
  placementConstraints: each('placementConstraints', ({ name, value }, path, draft) => {
    if (name === undefined) return;
    const known = draft.nodeSelector.get(name);
    const wanted = value ?? '';
    if (known !== undefined && known !== wanted) {
      return draft.lose(path, 'no node has two values of one label', { hint: `"${name}" is constrained before` });
    }
    draft.nodeSelector.set(name, wanted);
    draft.map(path, ['pod', 'nodeSelector', name]);
  }),
  exposedPorts: each('exposedPorts', convertPort),
  mounts: each('mounts', convertMount),
  config: each('config', convertConfig),
  resourceLimits: each('resourceLimits', convertLimit),
  status: state('status'),
  statusMessage: state('statusMessage'),
  statusCode: state('statusCode'),
  pid: state('pid'),
  exitCode: state('exitCode'),
  stdoutFile: state('stdoutFile', LOG),
  stderrFile: state('stderrFile', LOG),
  lastUpdateTime: state('lastUpdateTime'),
  submissionTime: state('submissionTime'),
};

const IMAGE = ['containers', CONTAINER, 'image'];
const KUEUE_QUEUE = 'kueue.x-k8s.io/queue-name';

/** Converts one job; see `Dialect.convert`. */
export function convertJob(document: unknown, options: LauncherOptions): Converted {
  const wrong = shapeProblems(jobSchema, document);
  const pruned = prune(document, wrong);
  const job = (pruned ?? {}) as Pruned<LauncherJob>;
  const draft = new Draft(job, options);
  draft.follow(isSet(job.name) ? ['name'] : ['id'], ['name']);
  draft.follow(isSet(job.container) ? ['container', 'image'] : ['container'], IMAGE);
  draft.problems.push(...wrong.map((problem) => asLoss(problem, options)));
  for (const key of Object.keys(fates) as (keyof LauncherJob)[]) {
    if (!Object.hasOwn(job, key)) continue;
    if (isSet(job[key])) (fates[key] as Fate<keyof LauncherJob>)(job[key] as never, draft);
    else if (key !== 'id') draft.ignore([key], `${printValue(job[key])} means not set`);
  }
  requireKeys(document, draft);
  if (pruned === undefined) return { workloads: [], notes: [], problems: draft.problems };
  return {
    workloads: [{ workload: { kind: 'Job', ...workloadOf(draft) }, trace: draft.trace }],
    notes: draft.notes,
    problems: draft.problems,
  };
}

/** null, "", [] and {} mean not set. */
const isSet = <T>(value: T | null | undefined): value is T =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);

const asLoss = (problem: Problem, { onLoss }: LauncherOptions): Problem =>
  problem.code === 'unknown-key' && onLoss === 'warn' ? { ...problem, severity: 'warning' } : problem;

/** What must be there. What is there and of the wrong type has been reported already. */
function requireKeys(document: unknown, draft: Draft): void {
  const given = (key: keyof LauncherJob): boolean =>
    typeof document !== 'object' ||
    document === null ||
    (Object.hasOwn(document, key) && isSet((document as LauncherJob)[key]));
  if ((draft.job.id as unknown) === '') draft.refuse('required', ['id'], "is required: the Job's name is made of it");
  if (!given('container')) {
    draft.refuse('required', ['container'], 'is required: Kubernetes runs containers only', {
      hint: 'For example { "image": "busybox:1.28" }',
    });
  }
  if (!given('command') && !given('exe')) {
    draft.refuse('required', ['command'], 'is required: what to run, as `command` (in a shell) or as `exe`');
  }
  if (draft.options.queue === 'kueue' && !given('queues')) {
    draft.refuse(
      'required',
      ['queues'],
      "is required: the option `queue: 'kueue'` puts the job into the first of them",
    );
  }
}

function workloadOf(draft: Draft): JobProps {
  const { job, options } = draft;
  const spare = draft.nodePorts.length > 0 ? '-node'.length : 0;
  const queue = options.queue === 'kueue' ? job.queues?.[0] : undefined;
  return {
    name: options.name ?? jobName(job.name ?? '', job.id ?? '', spare),
    ...(options.namespace !== undefined && { namespace: options.namespace }),
    labels: {
      ...options.labels,
      'app.kubernetes.io/managed-by': 'launcher',
      ...(queue && { [KUEUE_QUEUE]: queue }),
    },
    ...(queue && { suspend: true }),
    backoffLimit: 0,
    restartPolicy: 'Never',
    containers: { [CONTAINER]: containerOf(draft) },
    ...(draft.nodePorts.length > 0 && { ports: draft.nodePorts }),
    pod: podOf(draft),
  };
}

function containerOf(draft: Draft): Container {
  const { job } = draft;
  const variables = new Set(draft.env.keys());
  const asIs = (text: string): string => literal(text, variables);
  const env = [...draft.env].map(([name, { value, valueFrom }]) => [
    name,
    value === undefined ? { valueFrom } : { value: asIs(value) },
  ]);
  const { requests, limits } = draft;
  return {
    image: job.container?.image ?? '',
    ...commandLine(job, asIs),
    ...(isSet(job.workingDirectory) && { workingDir: job.workingDirectory }),
    ...(env.length > 0 && { env: Object.fromEntries(env) }),
    ...(requests.size + limits.size > 0 && {
      resources: {
        ...(requests.size > 0 && { requests: Object.fromEntries(requests) }),
        ...(limits.size > 0 && { limits: Object.fromEntries(limits) }),
      },
    }),
    ...(draft.containerPorts.length > 0 && { ports: draft.containerPorts }),
    ...(isSet(job.stdin) && { stdin: true, stdinOnce: true }),
    ...(draft.volumeMounts.length > 0 && { volumeMounts: draft.volumeMounts }),
  };
}

function commandLine(
  { command, exe, args }: Pruned<LauncherJob>,
  asIs: (text: string) => string,
): Pick<Container, 'command' | 'args'> {
  const words = args ?? [];
  if (isSet(command)) return { command: ['/bin/sh', '-c', asIs([command, ...words.map(shellQuote)].join(' '))] };
  if (!isSet(exe)) return {};
  return { command: [asIs(exe)], ...(words.length > 0 && { args: words.map(asIs) }) };
}

function podOf(draft: Draft): Pod {
  const { container, host } = draft.job;
  const { runAsUserId, runAsGroupId, supplementalGroupIds } = container ?? {};
  const securityContext = {
    ...(isSet(runAsUserId) && { runAsUser: runAsUserId }),
    ...(isSet(runAsGroupId) && { runAsGroup: runAsGroupId }),
    ...(isSet(supplementalGroupIds) && { supplementalGroups: supplementalGroupIds }),
  };
  return {
    ...(draft.annotations.size > 0 && { annotations: Object.fromEntries(draft.annotations) }),
    enableServiceLinks: false,
    ...(isSet(host) && { nodeName: host }),
    ...(draft.nodeSelector.size > 0 && { nodeSelector: Object.fromEntries(draft.nodeSelector) }),
    ...(isSet(securityContext) && { securityContext }),
    ...(draft.volumes.length > 0 && { volumes: draft.volumes }),
  };
}

// A Launcher job becomes a Job: what each key of the document means. spec: dialects.md, "launcher"
import { printValue } from '../../report/print';
import type { Path, Problem } from '../../report/problem';
import { isMap, prune, shapeProblems } from '../../shape/shape';
import type { Converted } from '../dialect';
import { KUEUE_QUEUE, workloadOf } from './assemble';
import { convertConfig, setVariable } from './config';
import { dataProblem, isSet } from './data';
import { CONTAINER, Draft, type LauncherOptions, type Pruned } from './draft';
import { convertLimit } from './limits';
import { convertPort } from './ports';
import { jobSchema, type LauncherJob } from './schema';
import { convertMount } from './volumes';

export type { LauncherOptions };

type Value<Key extends keyof LauncherJob> = Pruned<NonNullable<LauncherJob[Key]>>;
/** What becomes of a key that is set. What several keys make together is put together in assemble.ts; here they are only accounted for. */
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
    if (isSet(job[key])) (fates[key] as Fate<keyof LauncherJob>)(job[key], draft);
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

const asLoss = (problem: Problem, { onLoss }: LauncherOptions): Problem =>
  problem.code === 'unknown-key' && onLoss === 'warn' ? { ...problem, severity: 'warning' } : problem;

/** What must be there. What is there and of the wrong type has been reported already. */
function requireKeys(document: unknown, draft: Draft): void {
  if (!isMap(document)) return;
  const given = (key: keyof LauncherJob): boolean => Object.hasOwn(document, key) && isSet(document[key]);
  if (document['id'] === '') draft.refuse('required', ['id'], "is required: the Job's name is made of it");
  if (!given('container')) {
    const hint = 'For example { "image": "busybox:1.28" }';
    draft.refuse('required', ['container'], 'is required: Kubernetes runs containers only', { hint });
  }
  if (!given('command') && !given('exe')) {
    draft.refuse('required', ['command'], 'is required: what to run, as `command` (in a shell) or as `exe`');
  }
  const { queues } = draft.job;
  if (draft.options.queue === 'kueue' && (!given('queues') || queues?.[0] === '')) {
    const message = "is required: the option `queue: 'kueue'` puts the job into the first of them";
    draft.refuse('required', given('queues') ? ['queues', 0] : ['queues'], message);
  }
}

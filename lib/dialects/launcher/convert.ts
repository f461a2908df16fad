// A Launcher job becomes a Job: what each key of the document means. What several keys make together is put together in assemble.ts; here
// they are only accounted for. spec: dialects.md, "launcher"
import { printValue } from '../../report/print';
import type { Path } from '../../report/problem';
import type { Report } from '../../report/report';
import { isMap } from '../../shape/shape';
import type { Converted, DialectOptions } from '../dialect';
import { type Fate, type Fates, isSet } from '../draft';
import { KUEUE_QUEUE, workloadOf } from './assemble';
import { convertConfig, setVariable } from './config';
import { checkData } from './data';
import { CONTAINER, LauncherDraft } from './draft';
import { convertLimit } from './limits';
import type { LauncherOptions } from './options';
import { convertPort } from './ports';
import type { LauncherJob } from './schema';
import { convertMount } from './volumes';

const annotation: Fate<string, LauncherDraft> = (value, path, draft) => draft.annotate(String(path[0]), value, path);

const state =
  (message = 'is the state of a job that ran, not what to run'): Fate<string | number, LauncherDraft> =>
  (value, path, draft) =>
    draft.ignore(path, `${printValue(value)}: ${message}`);

const into =
  (...model: string[]) =>
  (_value: unknown, path: Path, draft: LauncherDraft): void =>
    draft.map(path, model);

/** Each item of a list by its own function. */
const each =
  <Item>(convert: (item: Item, path: Path, draft: LauncherDraft) => void) =>
  (items: readonly Item[], path: Path, draft: LauncherDraft): void =>
    items.forEach((item, index) => convert(item, [...path, index], draft));

/** What the vendor's own template puts into the objects that it writes. */
function loseTemplated(metadata: Readonly<Record<string, unknown>>, path: Path, draft: LauncherDraft): void {
  for (const object of ['job', 'pod', 'service']) {
    const given = Object.hasOwn(metadata, object) ? metadata[object] : undefined;
    if (!isMap(given)) continue;
    for (const key of ['labels', 'annotations', 'initContainers']) {
      if (!Object.hasOwn(given, key) || !isSet(given[key])) continue;
      const message = `the vendor's template puts it into the ${object}; here it is only kept as the annotation user_metadata`;
      draft.lose([...path, object, key], message);
    }
  }
}

const LOG = 'Kubernetes keeps the output as the log of the container';

export const FATES: Fates<LauncherJob, LauncherDraft> = {
  id: annotation,
  name: annotation,
  user: annotation,
  group: annotation,
  cluster: annotation,
  resourceProfile: annotation,
  tags: each((tag, path, draft) => draft.annotate(`USER_TAG_${path[1]}`, tag, path)),
  metadata: (metadata, path, draft) => {
    if (!checkData(metadata, path, draft)) return;
    draft.annotate('user_metadata', JSON.stringify(metadata), path);
    loseTemplated(metadata, path, draft);
  },
  queues: (queues, path, draft) => {
    draft.annotate('queues', JSON.stringify(queues), path);
    if (draft.options.queue === 'kueue') draft.map([...path, 0], ['labels', KUEUE_QUEUE]);
  },
  container: ({ image, runAsUserId, runAsGroupId, supplementalGroupIds }, path, draft) => {
    const context = ['pod', 'securityContext'];
    if (image === '') draft.refuse('required', [...path, 'image'], 'is required: Kubernetes runs containers only');
    else if (image !== undefined) draft.map([...path, 'image'], IMAGE);
    if (isSet(runAsUserId)) draft.map([...path, 'runAsUserId'], [...context, 'runAsUser']);
    if (isSet(runAsGroupId)) draft.map([...path, 'runAsGroupId'], [...context, 'runAsGroup']);
    if (isSet(supplementalGroupIds)) draft.map([...path, 'supplementalGroupIds'], [...context, 'supplementalGroups']);
  },
  command: into('containers', CONTAINER, 'command'),
  exe: (_exe, path, draft) => {
    if (isSet(draft.job.command)) {
      draft.refuse('conflict', path, 'excludes `command`: a job runs either', { hint: 'Remove one of them' });
    } else draft.map(path, ['containers', CONTAINER, 'command']);
  },
  args: (_args, path, draft) => {
    if (!isSet(draft.job.command)) return draft.map(path, ['containers', CONTAINER, 'args']);
    // What is wrong with the line is said of `command`.
    draft.note({ fate: 'mapped', path, to: ['containers', CONTAINER, 'command'], message: 'appended, quoted' });
  },
  workingDirectory: into('containers', CONTAINER, 'workingDir'),
  environment: each(({ name, value }, path, draft) => {
    if (name !== undefined && value !== undefined) setVariable(name, { value }, path, draft);
  }),
  stdin: (stdin, path, draft) => {
    draft.annotate('stdin', stdin, path);
    draft.follow(path, ['containers', CONTAINER, 'stdin'], ['containers', CONTAINER, 'stdinOnce']);
  },
  host: into('pod', 'nodeName'),
  placementConstraints: each(({ name, value }, path, draft) => {
    if (name === undefined) return;
    const known = draft.nodeSelector.get(name);
    const wanted = value ?? '';
    if (known !== undefined && known !== wanted) {
      return draft.lose(path, 'no node has two values of one label', { hint: `"${name}" is constrained before` });
    }
    draft.nodeSelector.set(name, wanted);
    draft.map(path, ['pod', 'nodeSelector', name]);
  }),
  exposedPorts: each(convertPort),
  mounts: each(convertMount),
  config: each(convertConfig),
  resourceLimits: each(convertLimit),
  status: state(),
  statusMessage: state(),
  statusCode: state(),
  pid: state(),
  exitCode: state(),
  stdoutFile: state(LOG),
  stderrFile: state(LOG),
  lastUpdateTime: state(),
  submissionTime: state(),
};

const IMAGE = ['containers', CONTAINER, 'image'];

/** Converts one job; see `Dialect.convert`. */
export function convertJob(
  document: unknown,
  options: DialectOptions & LauncherOptions,
  report: Report,
  keepsNotes: boolean,
): Converted {
  const draft = new LauncherDraft(document, options, report, keepsNotes);
  if (!isMap(document)) return { workloads: [], notes: [] };
  const { job } = draft;
  draft.follow(isSet(job.name) ? ['name'] : ['id'], ['name']);
  draft.follow(isSet(job.container) ? ['container', 'image'] : ['container'], IMAGE);
  draft.each(FATES, job);
  requireKeys(draft);
  return { workloads: [{ workload: { kind: 'Job', ...workloadOf(draft) }, trace: draft.trace }], notes: draft.notes };
}

/** What must be there. What is there and of the wrong type has been reported already. */
function requireKeys(draft: LauncherDraft): void {
  const { job, options } = draft;
  if (!isSet(job.id)) draft.refuse('required', ['id'], "is required: the Job's name is made of it");
  if (!isSet(job.container)) {
    const hint = 'For example { "image": "busybox:1.28" }';
    draft.refuse('required', ['container'], 'is required: Kubernetes runs containers only', { hint });
  }
  if (!isSet(job.command) && !isSet(job.exe) && !draft.isWrong(['exe'])) {
    draft.refuse('required', ['command'], 'is required: what to run, as `command` (in a shell) or as `exe`');
  }
  if (options.queue !== 'kueue' || isSet(job.queues?.[0])) return;
  const message = "is required: the option `queue: 'kueue'` puts the job into the first of them";
  draft.refuse('required', isSet(job.queues) ? ['queues', 0] : ['queues'], message);
}

// The Job that a job's parts make together. spec: dialects.md, "launcher"
// https://github.com/rstudio/helm/tree/main/examples/launcher-templates
import type { Container } from '../../workload/model/container';
import type { EnvSource } from '../../workload/model/env';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import { isSet, type Pruned } from '../draft';
import { CONTAINER, type LauncherDraft } from './draft';
import { literal, shellQuote } from './literal';
import { jobName } from './name';
import type { LauncherJob } from './schema';

/** The label by which Kueue finds the queue of a Job. https://kueue.sigs.k8s.io/docs/tasks/run/jobs/ */
export const KUEUE_QUEUE = 'kueue.x-k8s.io/queue-name';

/** The Job of a draft, all of whose keys have been looked at. */
export function workloadOf(draft: LauncherDraft): JobProps {
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

function containerOf(draft: LauncherDraft): Container {
  const { job } = draft;
  const variables = new Set(draft.env.keys());
  const asIs = (text: string): string => literal(text, variables);
  const env = [...draft.env].map(([name, { value, valueFrom }]): [string, EnvSource] => [
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

function podOf(draft: LauncherDraft): Pod {
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

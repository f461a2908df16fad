// The workload that a manifest's draft has become.
import type { Container } from '../../workload/model/container';
import type { Expose } from '../../workload/model/expose';
import type { Workload } from '../../workload/model/workload';
import type { ManifestDraft } from './draft';

/** A Job or a Service. What the document lacks, and was reported as missing, may be missing in it. */
export function workloadOf(draft: ManifestDraft): Workload {
  const { options, workload, pod, expose } = draft;
  const volumes = [...draft.volumes.values()];
  const { schedule, replicas, selector, ports, ...both } = workload;
  for (const key of Object.keys(options.labels ?? {})) {
    if (!Object.hasOwn(workload.labels ?? {}, key)) draft.follow([], ['labels', key]);
  }
  const labels = { ...options.labels, ...workload.labels };
  const common = {
    ...(options.name !== undefined && { name: options.name }),
    ...both,
    ...(options.namespace !== undefined && { namespace: options.namespace }),
    ...(Object.keys(labels).length > 0 && { labels }),
    containers: Object.fromEntries([[draft.name, containerOf(draft)]]),
    ...((Object.keys(pod).length > 0 || volumes.length > 0) && {
      pod: { ...pod, ...(volumes.length > 0 && { volumes }) },
    }),
  };
  if (draft.type === 'job') return { kind: 'Job', ...common, ...(schedule !== undefined && { schedule }) };
  return {
    kind: 'Service',
    ...common,
    ...(replicas !== undefined && { replicas }),
    ...(selector !== undefined && { selector }),
    ...(ports !== undefined && { ports }),
    // A prefix that is missing has been reported; everything else of `expose` is still checked.
    ...(expose !== undefined && { expose: expose as Expose }),
  };
}

function containerOf({ container, env, limits, requests, volumeMounts }: ManifestDraft): Container {
  const resources = {
    ...(limits.length > 0 && { limits: Object.fromEntries(limits) }),
    ...(requests.length > 0 && { requests: Object.fromEntries(requests) }),
  };
  const { image, imagePullPolicy, ...rest } = container;
  const parts = {
    image,
    imagePullPolicy,
    ...rest,
    ...(env.size > 0 && { env: Object.fromEntries(env) }),
    ...(Object.keys(resources).length > 0 && { resources }),
    ...(volumeMounts.length > 0 && { volumeMounts }),
  };
  // An image that is missing has been reported.
  return parts as Container;
}

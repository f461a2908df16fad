// What pods take from their node: its namespaces, directories, ports, and the addresses that probes of it reach.
// https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline
import { at, type At } from '../../../report/place';
import type { LifecycleHandler, Probe } from '../../api/types';
import { inContainers, type Offence, type AnyPod, type PodCheck } from './check';

export const HOST_NAMESPACES: PodCheck = {
  id: 'hostNamespaces',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: ({ spec, place }) =>
        (['hostNetwork', 'hostPID', 'hostIPC'] as const).flatMap((field) =>
          spec[field] === true ? [{ place: at(at(place, 'spec'), field), must: 'must not be true', value: true }] : [],
        ),
    },
  ],
};

export const HOST_PATHS: PodCheck = {
  id: 'hostPathVolumes',
  level: 'baseline',
  versions: [
    {
      since: 0,
      find: ({ spec, place }) =>
        (spec.volumes ?? []).flatMap(({ hostPath }, index) => {
          const here = at(at(at(at(place, 'spec'), 'volumes'), index), 'hostPath');
          return hostPath === undefined ? [] : [{ place: here, must: 'must not be used', value: hostPath.path }];
        }),
    },
  ],
};

export const HOST_PORTS: PodCheck = {
  id: 'hostPorts',
  level: 'baseline',
  versions: [{ since: 0, find: hostPorts }],
};

function hostPorts(pod: AnyPod): readonly Offence[] {
  return inContainers(pod, ({ ports = [] }, place) =>
    ports.flatMap(({ hostPort = 0 }, index) => {
      const here = at(at(at(place, 'ports'), index), 'hostPort');
      return hostPort === 0 ? [] : [{ place: here, must: 'must not be set', value: hostPort }];
    }),
  );
}

export const HOSTS_OF_PROBES: PodCheck = {
  id: 'hostProbesAndHostLifecycle',
  level: 'baseline',
  versions: [{ since: 34, find: hostsOfProbes }],
};

function hostsOfProbes(pod: AnyPod): readonly Offence[] {
  return inContainers(pod, ({ livenessProbe, readinessProbe, startupProbe, lifecycle }, place) => {
    const hooks = at(place, 'lifecycle');
    return [
      ...hostsOf(livenessProbe, at(place, 'livenessProbe')),
      ...hostsOf(readinessProbe, at(place, 'readinessProbe')),
      ...hostsOf(startupProbe, at(place, 'startupProbe')),
      ...hostsOf(lifecycle?.postStart, at(hooks, 'postStart')),
      ...hostsOf(lifecycle?.preStop, at(hooks, 'preStop')),
    ];
  });
}

const hostsOf = (handler: Probe | LifecycleHandler | undefined, place: At): readonly Offence[] =>
  (['httpGet', 'tcpSocket'] as const).flatMap((field) => {
    const host = handler?.[field]?.host;
    return host ? [{ place: at(at(place, field), 'host'), must: 'must not be set', value: host }] : [];
  });

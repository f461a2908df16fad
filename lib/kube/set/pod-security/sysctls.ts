// The settings of the node's kernel that a pod may change for itself.
// https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/#safe-and-unsafe-sysctls
import { at } from '../../../report/place';
import type { CheckVersion, PodCheck } from './check';

const SAFE = [
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.tcp_syncookies',
  'net.ipv4.ping_group_range',
  'net.ipv4.ip_unprivileged_port_start',
];
const SINCE_27 = [...SAFE, 'net.ipv4.ip_local_reserved_ports'];
const SINCE_29 = [
  ...SINCE_27,
  'net.ipv4.tcp_keepalive_time',
  'net.ipv4.tcp_fin_timeout',
  'net.ipv4.tcp_keepalive_intvl',
  'net.ipv4.tcp_keepalive_probes',
];
const SINCE_32 = [...SINCE_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];

export const SYSCTLS: PodCheck = {
  id: 'sysctls',
  level: 'baseline',
  versions: [
    { since: 0, find: sysctls(SAFE) },
    { since: 27, find: sysctls(SINCE_27) },
    { since: 29, find: sysctls(SINCE_29) },
    { since: 32, find: sysctls(SINCE_32) },
  ],
};

function sysctls(safe: readonly string[]): CheckVersion['find'] {
  return ({ spec, place }) =>
    (spec.securityContext?.sysctls ?? []).flatMap(({ name = '' }, index) => {
      const here = at(at(at(at(at(place, 'spec'), 'securityContext'), 'sysctls'), index), 'name');
      return safe.includes(name) ? [] : [{ place: here, must: 'must be a sysctl that is safe', value: name }];
    });
}

// PodSpec, as it stands in a pod template.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#PodSpec
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Container, HostAlias, LocalObjectReference, ObjectMeta, PodSpec } from '../../api/types';
import { offAt, since } from '../../server';
import { qualifiedName } from '../../values/syntax';
import {
  checkLabel1123,
  checkOneOf,
  checkOneOfOrEmpty,
  checkRange,
  checkRequired,
  checkSpelling,
  checkSubdomain,
  checkUnique,
  warnName,
} from '../checks';
import { checkLabels } from '../meta/metadata';
import { checkIp } from '../networking/ip';
import { checkAffinity } from './affinity';
import { type AroundPod, refusePod } from './around-pod';
import { checkContainer, checkInitContainer, type PodOfContainer } from './container';
import { warnOfNodeLabel } from './deprecated-node-label';
import { checkDnsConfig } from './pod-dns-config';
import { checkPodOs } from './pod-os';
import { checkPodPorts } from './pod-ports';
import { checkPodClaims } from './pod-resource-claim';
import { checkPodResources } from './pod-resources';
import { checkPodSecurityContext } from './pod-security-context';
import { checkOverhead } from './resource-requirements';
import { checkToleration } from './toleration';
import { checkTopologySpread } from './topology-spread-constraint';
import { checkVolumes } from './volume';

const LONGEST_DEADLINE = 2 ** 31 - 1;
const LONGEST_HOSTNAME = 64;

export function checkPodSpec(spec: PodSpec, place: At, report: Report, around: AroundPod = {}): void {
  const { metadata } = around;
  const volumesPlace = at(place, 'volumes');
  const volumesSound = report.soundAt(volumesPlace);
  const volumes = checkVolumes(spec.volumes, volumesPlace, report, around);
  const claims = checkPodClaims(spec.resourceClaims, at(place, 'resourceClaims'), report);
  const pod = { spec, volumes, claims, volumesSound, metadata };
  checkContainers(spec, pod, place, report);
  checkLifetime(spec, place, report);
  checkScheduling(spec, metadata, place, report);
  checkNetwork(spec, place, report);
  checkIdentity(spec, place, report);
  checkPodOs(spec, place, report);
  checkPodResources(spec, metadata !== undefined, at(place, 'resources'), report);
  checkHostUsers(spec, place, report);
}

function checkContainers(spec: PodSpec, pod: PodOfContainer, place: At, report: Report): void {
  const { containers = [], initContainers = [], ephemeralContainers = [] } = spec;
  const here = at(place, 'containers');
  checkRequired(containers, here, report, 'must have at least one container');
  for (let index = 0; index < containers.length; index++)
    checkContainer(containers[index] as Container, pod, at(here, index), report);
  if (spec.hostNetwork === true) checkHostNetworkPorts(containers, here, report);
  const before = at(place, 'initContainers');
  initContainers.forEach((container, index) => checkInitContainer(container, pod, at(before, index), report));
  checkPodPorts(spec, pod.metadata !== undefined, place, report);
  checkUnique(
    [...containers, ...initContainers],
    ({ name }) => name || undefined,
    (index, name, first) => {
      const isInit = index >= containers.length;
      const where = isInit ? at(before, index - containers.length) : at(here, index);
      const other = first < containers.length ? `containers[${first}]` : `initContainers[${first - containers.length}]`;
      report.error(at(where, 'name'), 'duplicate', `${other} has the same name`, { value: name });
    },
  );
  if (ephemeralContainers.length > 0) {
    report.error(
      at(place, 'ephemeralContainers'),
      'forbidden',
      'may not be set in a template: they are added to running pods',
    );
  }
}

function checkHostNetworkPorts(containers: readonly Container[], place: At, report: Report): void {
  containers.forEach((container, index) => {
    container.ports?.forEach(({ hostPort, containerPort }, port) => {
      if (!hostPort || hostPort === containerPort) return;
      const here = at(at(at(at(place, index), 'ports'), port), 'hostPort');
      report.error(here, 'conflict', `must equal containerPort (${containerPort ?? 0}) when hostNetwork is true`, {
        value: hostPort,
      });
    });
  });
}

function checkLifetime(spec: PodSpec, place: At, report: Report): void {
  checkOneOfOrEmpty(spec.restartPolicy, ['Always', 'OnFailure', 'Never'], at(place, 'restartPolicy'), report);
  checkRange(spec.activeDeadlineSeconds, 1, LONGEST_DEADLINE, at(place, 'activeDeadlineSeconds'), report);
  const grace = spec.terminationGracePeriodSeconds;
  if (grace !== undefined && grace < 0) {
    report.warning(at(place, 'terminationGracePeriodSeconds'), 'no-effect', 'a negative number is treated as 1', {
      value: grace,
    });
  }
  spec.readinessGates?.forEach(({ conditionType }, index) => {
    checkSpelling(
      conditionType ?? '',
      qualifiedName,
      at(at(at(place, 'readinessGates'), index), 'conditionType'),
      report,
    );
  });
}

function checkScheduling(spec: PodSpec, metadata: ObjectMeta | undefined, place: At, report: Report): void {
  checkNodeLabels(spec.nodeSelector, at(place, 'nodeSelector'), report);
  if (spec.affinity !== undefined) checkAffinity(spec.affinity, metadata?.labels, at(place, 'affinity'), report);
  spec.tolerations?.forEach((toleration, index) =>
    checkToleration(toleration, at(at(place, 'tolerations'), index), report),
  );
  if (spec.topologySpreadConstraints !== undefined) {
    checkTopologySpread(
      spec.topologySpreadConstraints,
      metadata?.labels,
      at(place, 'topologySpreadConstraints'),
      report,
    );
  }
  if (spec.nodeName !== '') checkSubdomain(spec.nodeName, at(place, 'nodeName'), report);
  if (spec.priorityClassName !== '') checkSubdomain(spec.priorityClassName, at(place, 'priorityClassName'), report);
  if (spec.priority !== undefined) {
    const message = 'pods whose priority is not that of their priority class are refused';
    report.warning(at(place, 'priority'), 'refused-later', message, {
      value: spec.priority,
      hint: 'state priorityClassName alone',
    });
  }
  checkOneOf(spec.preemptionPolicy, ['Never', 'PreemptLowerPriority'], at(place, 'preemptionPolicy'), report);
  checkSubdomain(spec.runtimeClassName, at(place, 'runtimeClassName'), report);
  if (spec.overhead !== undefined) checkOverhead(spec.overhead, at(place, 'overhead'), report);
  checkSchedulingGates(spec, at(place, 'schedulingGates'), report);
  if (spec.nodeName && (spec.schedulingGates?.length ?? 0) > 0) {
    const message = 'may not be set beside schedulingGates, which say that the pod is not to have a node yet';
    refusePod(metadata !== undefined, at(place, 'nodeName'), 'conflict', message, { value: spec.nodeName }, report);
  }
}

function checkNodeLabels(labels: PodSpec['nodeSelector'], place: At, report: Report): void {
  if (labels === undefined) return;
  checkLabels(labels, place, report);
  for (const key of Object.keys(labels)) warnOfNodeLabel(key, at(place, key), report);
}

function checkSchedulingGates({ schedulingGates }: PodSpec, place: At, report: Report): void {
  schedulingGates?.forEach(({ name }, index) =>
    checkSpelling(name ?? '', qualifiedName, at(at(place, index), 'name'), report),
  );
  checkUnique(
    schedulingGates,
    ({ name }) => name ?? '',
    (index, name, first) => {
      report.error(at(at(place, index), 'name'), 'duplicate', `schedulingGates[${first}] has the same name`, {
        value: name,
      });
    },
  );
}

function checkNetwork(spec: PodSpec, place: At, report: Report): void {
  if (spec.hostname !== '') checkLabel1123(spec.hostname, at(place, 'hostname'), report);
  checkHostnameOverride(spec, at(place, 'hostnameOverride'), report);
  if (spec.subdomain !== '') checkLabel1123(spec.subdomain, at(place, 'subdomain'), report);
  const policies = ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'];
  checkOneOfOrEmpty(spec.dnsPolicy, policies, at(place, 'dnsPolicy'), report);
  const { dnsConfig } = spec;
  if (spec.dnsPolicy === 'None' && !dnsConfig?.nameservers?.length) {
    const message = 'must have at least one name server when dnsPolicy is None';
    report.error(at(at(place, 'dnsConfig'), 'nameservers'), 'required', message);
  }
  if (dnsConfig !== undefined) checkDnsConfig(dnsConfig, at(place, 'dnsConfig'), report);
  if (spec.hostAliases !== undefined) checkHostAliases(spec.hostAliases, at(place, 'hostAliases'), report);
}

function checkHostnameOverride(spec: PodSpec, place: At, report: Report): void {
  const { hostnameOverride: name } = spec;
  if (name === undefined) return;
  for (const field of ['setHostnameAsFQDN', 'hostNetwork'] as const) {
    if (spec[field] === true) report.error(place, 'conflict', `may not be set when ${field} is true`, { value: name });
  }
  if (name.length > LONGEST_HOSTNAME) {
    const message = `must have at most ${LONGEST_HOSTNAME} characters, not ${name.length}`;
    report.error(place, 'too-long', message, { value: name });
  }
  checkSubdomain(name, place, report);
}

/** A pod with users of its own cannot share what belongs to the users of the node. */
function checkHostUsers(spec: PodSpec, place: At, report: Report): void {
  if (spec.hostUsers !== false) return;
  const where = ~offAt('UserNamespacesSupport');
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
    if (spec[field] !== true) continue;
    report.error(at(place, field), 'conflict', 'may not be true when hostUsers is false', { where });
  }
  for (const list of ['containers', 'initContainers'] as const) {
    spec[list]?.forEach(({ volumeDevices = [] }, index) => {
      if (volumeDevices.length === 0) return;
      const here = at(at(at(place, list), index), 'volumeDevices');
      report.error(here, 'conflict', 'may not be set when hostUsers of the pod is false', { where: since('1.34') });
    });
  }
}

function checkHostAliases(aliases: readonly HostAlias[], place: At, report: Report): void {
  aliases.forEach(({ ip, hostnames }, index) => {
    const here = at(place, index);
    if (checkRequired(ip, at(here, 'ip'), report)) checkIp(ip as string, at(here, 'ip'), report);
    hostnames?.forEach((hostname, position) => checkSubdomain(hostname, at(at(here, 'hostnames'), position), report));
  });
  checkUnique(
    aliases,
    ({ ip }) => ip,
    (index, ip, first) => {
      const message = `hostAliases[${first}] has the same ip; server-side apply refuses the repetition`;
      report.warning(at(at(place, index), 'ip'), 'duplicate', message, { value: ip });
    },
  );
}

function checkIdentity(spec: PodSpec, place: At, report: Report): void {
  const account = spec.serviceAccountName ? 'serviceAccountName' : 'serviceAccount';
  if (spec[account] !== '') checkSubdomain(spec[account], at(place, account), report);
  const context = spec.securityContext;
  if (context !== undefined) checkPodSecurityContext(context, spec, at(place, 'securityContext'), report);
  warnRoot(spec, place, report);
  if (account === 'serviceAccount' && !spec.serviceAccount) warnTokens(spec, place, report);
  if (spec.shareProcessNamespace === true && spec.hostPID === true) {
    report.error(at(place, 'shareProcessNamespace'), 'conflict', 'may not be true together with hostPID');
  }
  if (spec.imagePullSecrets !== undefined)
    warnPullSecrets(spec.imagePullSecrets, at(place, 'imagePullSecrets'), report);
}

/** A container that must not run as root and is told to is never started. */
function warnRoot(
  { securityContext = {}, containers = [], initContainers = [] }: PodSpec,
  place: At,
  report: Report,
): void {
  const check = (list: readonly Container[], here: At): void =>
    list.forEach((container, index) => {
      const own = container.securityContext;
      const user = own?.runAsUser ?? securityContext.runAsUser;
      if (user !== 0 || (own?.runAsNonRoot ?? securityContext.runAsNonRoot) !== true) return;
      const owner = own?.runAsUser === 0 ? at(here, index) : place;
      const message = 'is root, which runAsNonRoot forbids, so the container never starts';
      report.warning(at(at(owner, 'securityContext'), 'runAsUser'), 'suspicious', message, { value: user });
    });
  check(containers, at(place, 'containers'));
  check(initContainers, at(place, 'initContainers'));
}

/** Most clusters fill in the account `default`; one that does not refuses the pods. */
function warnTokens({ volumes }: PodSpec, place: At, report: Report): void {
  volumes?.forEach(({ projected }, index) => {
    projected?.sources?.forEach(({ serviceAccountToken }, source) => {
      if (serviceAccountToken === undefined) return;
      const here = at(at(at(at(place, 'volumes'), index), 'projected'), 'sources');
      const message = 'without serviceAccountName, the pods are refused where the cluster does not fill in the account';
      report.warning(at(at(here, source), 'serviceAccountToken'), 'refused-later', message, {
        hint: 'set serviceAccountName, if only to default',
      });
    });
  });
}

function warnPullSecrets(secrets: readonly LocalObjectReference[], place: At, report: Report): void {
  secrets.forEach(({ name }, index) => {
    if (name) return warnName(name, 'Secret', at(at(place, index), 'name'), report);
    report.warning(
      at(at(place, index), 'name'),
      'refused-later',
      'is taken without a name, but means nothing, and server-side apply refuses it',
    );
  });
  checkUnique(
    secrets,
    ({ name }) => name || undefined,
    (index, name, first) => {
      const message = `imagePullSecrets[${first}] has the same name; server-side apply refuses the repetition`;
      report.warning(at(at(place, index), 'name'), 'duplicate', message, { value: name });
    },
  );
}

// Container: one process of a pod, or one step before it.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Container
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { ALL } from '../../api/minors';
import type { Container, ObjectMeta, PodSpec, Probe } from '../../api/types';
import { parseImage } from '../../values/image';
import { offAt } from '../../server';
import { portName } from '../../values/syntax';

import { checkLabel1123, checkOneOfOrEmpty, checkRequired } from '../checks';
import { refusePod } from './around-pod';
import { checkContainerPorts } from './container-port';
import { checkEnvFrom } from './env-from-source';
import { checkEnv } from './env-var';
import { checkInitRestart, checkRestart } from './container-restart';
import { checkResizePolicy } from './container-resize';
import { checkLifecycle, lostLifecycle } from './lifecycle';
import { checkProbe, type ProbeField } from './probe';
import { checkClaims } from './pod-resource-claim';
import { checkResources } from './resource-requirements';
import { checkSecurityContext } from './security-context';
import type { Volumes } from './volume';
import { checkVolumeMounts } from './volume-mount';

const PROBES: readonly ProbeField[] = ['livenessProbe', 'readinessProbe', 'startupProbe'];

/** What a container may refer to in its pod. */
export interface PodOfContainer {
  readonly spec: PodSpec;
  readonly volumes: Volumes;
  readonly claims: ReadonlySet<string>;
  /** For which servers all volumes could be read. */
  readonly volumesSound: number;
  /** That of the Pod, when it is one and no template. */
  readonly metadata: ObjectMeta | undefined;
}

/** What holds for every container, before and beside its special rules. */
function checkAnyContainer(container: Container, pod: PodOfContainer, place: At, report: Report): void {
  if (checkRequired(container.name, at(place, 'name'), report))
    checkLabel1123(container.name, at(place, 'name'), report);
  if (checkRequired(container.image, at(place, 'image'), report))
    checkImage(container.image as string, pod.metadata !== undefined, at(place, 'image'), report);
  checkOneOfOrEmpty(
    container.imagePullPolicy,
    ['Always', 'IfNotPresent', 'Never'],
    at(place, 'imagePullPolicy'),
    report,
  );
  const policies = ['File', 'FallbackToLogsOnError'];
  checkOneOfOrEmpty(container.terminationMessagePolicy, policies, at(place, 'terminationMessagePolicy'), report);
  checkContainerPorts(container.ports, at(place, 'ports'), report);
  checkEnv(container.env, pod, at(place, 'env'), report);
  checkEnvFrom(container.envFrom, at(place, 'envFrom'), report);
  checkVolumeMounts(container, pod.volumes, pod.volumesSound, place, report);
  if (container.resources !== undefined) {
    checkResources(container.resources, at(place, 'resources'), report);
    checkClaims(container.resources.claims, pod.claims, at(at(place, 'resources'), 'claims'), report);
  }
  if (container.securityContext !== undefined)
    checkSecurityContext(container.securityContext, pod.spec, at(place, 'securityContext'), report);
}

export function checkContainer(container: Container, pod: PodOfContainer, place: At, report: Report): void {
  checkAnyContainer(container, pod, place, report);
  checkRunning(container, pod, place, report);
  checkRestart(container, place, report);
  checkResizePolicy(container, pod.spec, false, at(place, 'resizePolicy'), report);
}

/** What only a container has that goes on running. */
function checkRunning(container: Container, pod: PodOfContainer, place: At, report: Report): void {
  for (const field of PROBES) {
    const probe = container[field];
    if (probe === undefined) continue;
    checkProbe(probe, field, place, report);
    warnPortName(probe, container, at(place, field), report);
  }
  if (container.lifecycle !== undefined) checkLifecycle(container.lifecycle, pod.spec, at(place, 'lifecycle'), report);
}

/** The minors in which an init container always runs to its end. */
const NO_SIDECARS = offAt('SidecarContainers');

export function checkInitContainer(container: Container, pod: PodOfContainer, place: At, report: Report): void {
  checkAnyContainer(container, pod, place, report);
  checkInitRestart(container, place, report);
  checkResizePolicy(container, pod.spec, true, at(place, 'resizePolicy'), report);
  const isSidecar = container.restartPolicy === 'Always';
  const ordinary = isSidecar ? NO_SIDECARS : ALL;
  for (const field of [...PROBES, 'lifecycle'] as const) {
    if (container[field] === undefined) continue;
    const message = 'may not be set in an init container, which runs to its end before the others start';
    // A lifecycle of which nothing is left is none.
    const gone = field === 'lifecycle' ? lostLifecycle(container.lifecycle ?? {}) : 0;
    report.error(at(place, field), 'forbidden', message, { where: ordinary & ~gone });
    report.silence(at(place, field), ordinary);
  }
  if (isSidecar) checkRunning(container, pod, place, report);
}

/** The server looks at no image in a template; in a pod it wants no blanks around it, and the node a name that it can pull. */
function checkImage(image: string, isPod: boolean, place: At, report: Report): void {
  const trimmed = image.trim();
  if (trimmed !== image) {
    const details = { value: image, hint: trimmed === '' ? undefined : `write ${trimmed}` };
    return refusePod(isPod, place, 'bad-format', 'must not start or end with blanks', details, report);
  }
  const parsed = parseImage(image);
  if (!('problem' in parsed)) return;
  const message = `is taken, but no node can pull it: it ${parsed.problem}`;
  report.warning(place, 'suspicious', message, { value: image, hint: parsed.hint });
}

/** A probe may name a port that the container does not declare; it then never succeeds. */
function warnPortName(probe: Probe, container: Container, place: At, report: Report): void {
  const kind = probe.httpGet !== undefined ? 'httpGet' : 'tcpSocket';
  const port = probe[kind]?.port;
  if (typeof port !== 'string' || portName(port) !== undefined) return;
  if (container.ports?.some(({ name }) => name === port)) return;
  const names = (container.ports ?? []).flatMap(({ name }) => (name ? [name] : []));
  const meant = report.nearest(port, names);
  report.warning(
    at(at(place, kind), 'port'),
    'suspicious',
    'no port of this container has this name, so the probe always fails',
    {
      value: port,
      hint: didYouMean(meant),
    },
  );
}

/** For which servers no container of a pod was left out as wrong, so that one which others refer to and that is not there is missing. */
export const containersWhole = (pod: At, report: Report): number =>
  report.wholeAt(at(pod, 'containers')) & report.wholeAt(at(pod, 'initContainers'));

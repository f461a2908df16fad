// Lifecycle: hooks that run after a container has started and before it is stopped.
// https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { ALL } from '../../api/minors';
import type { Lifecycle, LifecycleHandler, PodSpec } from '../../api/types';
import { offAt, until } from '../../server';
import { checkHandler } from './handler';

const HOOKS = ['postStart', 'preStop'] as const;
/** How long a pod has to end when it does not say. */
const GRACE_PERIOD = 30;
/** The minors in which to sleep no time at all is refused. */
const NO_ZERO = until('1.32');

export function checkLifecycle(lifecycle: Lifecycle, spec: PodSpec, place: At, report: Report): void {
  for (const hook of HOOKS) {
    const handler = lifecycle[hook];
    if (handler === undefined) continue;
    checkHandler(handler, 'exec, httpGet, tcpSocket or sleep', at(place, hook), report);
    checkSleep(handler, spec, at(place, hook), report);
  }
}

function checkSleep({ sleep }: LifecycleHandler, spec: PodSpec, place: At, report: Report): void {
  if (sleep === undefined) return;
  const { seconds } = sleep;
  const { terminationGracePeriodSeconds: most = GRACE_PERIOD } = spec;
  const here = at(at(place, 'sleep'), 'seconds');
  if (seconds === undefined) report.error(here, 'required', 'is required');
  else if (seconds < 0 || seconds > most) {
    const message = `must be from 0 to ${most}, the terminationGracePeriodSeconds of the pod`;
    report.error(here, 'out-of-range', message, { value: seconds });
  } else if (seconds === 0) {
    report.error(here, 'out-of-range', 'must be greater than 0', { value: seconds, where: NO_ZERO });
  }
}

/** The minors that drop all that a lifecycle says, and then the lifecycle. */
export function lostLifecycle(lifecycle: Lifecycle): number {
  let lost = ALL;
  if (lifecycle.stopSignal !== undefined) lost &= offAt('ContainerStopSignals');
  for (const hook of HOOKS) {
    const { sleep, ...others } = lifecycle[hook] ?? {};
    if (lifecycle[hook] === undefined) continue;
    lost &= sleep !== undefined && Object.keys(others).length === 0 ? offAt('PodLifecycleSleepAction') : 0;
  }
  return Object.keys(lifecycle).length === 0 ? 0 : lost;
}

// Lifecycle: hooks that run after a container has started and before it is stopped.
// https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Lifecycle, LifecycleHandler, PodSpec } from '../../api/types';
import { offAt, until } from '../../server';
import { checkHandler } from './handler';

const HOOKS = ['postStart', 'preStop'] as const;
/** How long a pod has to end when it does not say. */
const GRACE_PERIOD = 30;
/** The minors that drop what is to sleep, and leave the hook. */
const NO_SLEEP = offAt('PodLifecycleSleepAction');
/** The minors in which to sleep no time at all is refused. */
const NO_ZERO = until('1.32');

export function checkLifecycle(lifecycle: Lifecycle, spec: PodSpec, place: At, report: Report): void {
  for (const hook of HOOKS) {
    const handler = lifecycle[hook];
    if (handler === undefined) continue;
    if (handler.sleep !== undefined) dropSleep(handler, at(at(place, hook), 'sleep'), report);
    checkHandler(handler, 'exec, httpGet, tcpSocket or sleep', at(place, hook), report);
    checkSleep(handler, spec, at(place, hook), report);
  }
}

function dropSleep({ sleep: _, ...others }: LifecycleHandler, place: At, report: Report): void {
  const alone = Object.keys(others).length === 0;
  const drops = (which: string): string =>
    `${which} drops this field, as the feature gate PodLifecycleSleepAction is off there${alone ? ', and then there is no handler left' : ''}`;
  if (alone) report.error(place, 'required', drops, { where: NO_SLEEP });
  else report.warning(place, 'dropped', drops, { where: NO_SLEEP });
  report.silence(place, NO_SLEEP);
}

function checkSleep({ sleep }: LifecycleHandler, spec: PodSpec, place: At, report: Report): void {
  if (sleep === undefined) return;
  const { seconds } = sleep;
  const { terminationGracePeriodSeconds: most = GRACE_PERIOD } = spec;
  const here = at(at(place, 'sleep'), 'seconds');
  if (seconds === undefined) {
    report.error(here, 'required', 'is required', { where: NO_ZERO });
    // Newer servers read it as 0.
    if ((report.variants.all & NO_ZERO) === 0)
      report.warning(here, 'no-effect', 'is missing, so that the hook sleeps no time at all');
  } else if (seconds < 0 || seconds > most) {
    const message = `must be from 0 to ${most}, the terminationGracePeriodSeconds of the pod`;
    report.error(here, 'out-of-range', message, { value: seconds });
  } else if (seconds === 0) {
    report.error(here, 'out-of-range', 'must be greater than 0', { value: seconds, where: NO_ZERO });
  }
}

/** The minors that drop all that a lifecycle says, and then the lifecycle. */
export function lostLifecycle(lifecycle: Lifecycle): number {
  if (lifecycle.stopSignal === undefined || HOOKS.some((hook) => lifecycle[hook] !== undefined)) return 0;
  return offAt('ContainerStopSignals');
}

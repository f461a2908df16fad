// Lifecycle: hooks that run after a container has started and before it is stopped.
// https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Lifecycle } from '../../api/types';
import { checkHandler } from './handler';

export function checkLifecycle(lifecycle: Lifecycle, place: At, report: Report): void {
  for (const hook of ['postStart', 'preStop'] as const) {
    const handler = lifecycle[hook];
    if (handler !== undefined) checkHandler(handler, 'exec, httpGet or tcpSocket', at(place, hook), report);
  }
}

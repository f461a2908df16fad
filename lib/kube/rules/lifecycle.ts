// Lifecycle: hooks that run after a container has started and before it is stopped.
// https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
import type { Lifecycle } from '../schema-types';
import { checkHandler } from './handler';
import { at, type At, type Report } from './report';

export function checkLifecycle(lifecycle: Lifecycle, place: At, report: Report): void {
  for (const hook of ['postStart', 'preStop'] as const) {
    const handler = lifecycle[hook];
    if (handler !== undefined) checkHandler(handler, 'exec, httpGet or tcpSocket', at(place, hook), report);
  }
}

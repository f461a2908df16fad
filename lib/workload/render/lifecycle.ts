// Lifecycle: actions around the life of a container. KAM v1/workload/container/lifecycle/lifecycle.k;
// https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
import type * as k8s from '../../kube/api/written';
import { at, type At } from '../../report/place';
import type { Container } from '../model/container';
import type { Lifecycle } from '../model/lifecycle';
import type { Context } from './context';
import { renderHandler } from './handler';

const HOOKS = ['postStart', 'preStop'] as const;

/** A Kubernetes Lifecycle; undefined when there is nothing in it, which is an error. */
export function renderLifecycle(
  lifecycle: Lifecycle,
  place: At,
  container: Container,
  context: Context,
): k8s.Lifecycle | undefined {
  const { stopSignal } = lifecycle;
  if (stopSignal === undefined && HOOKS.every((hook) => lifecycle[hook] === undefined)) {
    context.report.error(place, 'required', 'is empty', {
      hint: 'Give it postStart, preStop or stopSignal, or leave `lifecycle` out',
    });
    return undefined;
  }
  const hooks = HOOKS.flatMap((hook) => {
    const where = at(place, hook);
    const given = lifecycle[hook];
    const handler =
      given?.sleep !== undefined
        ? { sleep: given.sleep }
        : renderHandler(given, ['http', 'https', 'tcp'], where, container, context);
    return handler === undefined
      ? []
      : [[hook, context.origins.keep(handler, where, { exec: [], httpGet: [], tcpSocket: [] })]];
  });
  return context.origins.keep(
    { ...(Object.fromEntries(hooks) as k8s.Lifecycle), ...(stopSignal !== undefined && { stopSignal }) },
    place,
  );
}

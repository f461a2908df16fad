// Probe: a health check of a container. KAM v1/workload/container/probe/probe.k;
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes
import type * as k8s from '../../kube/api/written';
import { at, type At } from '../../report/place';
import type { Container } from '../model/container';
import type { Probe } from '../model/probe';
import type { Context } from './context';
import { renderHandler } from './handler';
import { stated } from './stated';

const HANDLER = ['probeHandler'];
const KEYS = {
  exec: HANDLER,
  httpGet: HANDLER,
  tcpSocket: HANDLER,
  grpc: HANDLER,
  terminationGracePeriodSeconds: ['terminationGracePeriod'],
};

/** A Kubernetes Probe; undefined when its handler cannot be read, which is reported. */
export function renderProbe(probe: Probe, place: At, container: Container, context: Context): k8s.Probe | undefined {
  const handler = renderHandler(
    probe.probeHandler,
    ['http', 'https', 'tcp', 'grpc'],
    at(place, 'probeHandler'),
    container,
    context,
  );
  if (handler === undefined) return undefined;
  const { probeHandler: _, terminationGracePeriod: terminationGracePeriodSeconds, ...numbers } = probe;
  return context.origins.keep(stated(handler, numbers, { terminationGracePeriodSeconds }), place, KEYS);
}

// Probe: how the kubelet finds out whether a container has started, is alive and is ready.
// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#Probe
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Probe } from '../../api/types';
import { checkNotNegative } from '../checks';
import { checkHandler } from './handler';

/** The field of the container that holds the probe. */
export type ProbeField = 'livenessProbe' | 'readinessProbe' | 'startupProbe';

/** @param place - The place of the container. */
export function checkProbe(probe: Probe | undefined, field: ProbeField, place: At, report: Report): void {
  if (probe === undefined) return;
  const here = at(place, field);
  checkHandler(probe, 'exec, httpGet, tcpSocket or grpc', here, report);
  checkNotNegative(probe.initialDelaySeconds, at(here, 'initialDelaySeconds'), report);
  checkNotNegative(probe.timeoutSeconds, at(here, 'timeoutSeconds'), report);
  checkNotNegative(probe.periodSeconds, at(here, 'periodSeconds'), report);
  checkNotNegative(probe.failureThreshold, at(here, 'failureThreshold'), report);
  checkSuccessThreshold(probe.successThreshold, field, at(here, 'successThreshold'), report);
  checkGracePeriod(probe.terminationGracePeriodSeconds, field, at(here, 'terminationGracePeriodSeconds'), report);
}

function checkSuccessThreshold(value: number | undefined, field: ProbeField, place: At, report: Report): void {
  if (field === 'readinessProbe') checkNotNegative(value, place, report);
  else if (value !== undefined && value !== 0 && value !== 1) {
    report.error(place, 'out-of-range', `must be 1 in a ${field}`, { value });
  }
}

function checkGracePeriod(value: number | undefined, field: ProbeField, place: At, report: Report): void {
  if (value === undefined) return;
  if (field === 'readinessProbe')
    report.error(place, 'forbidden', 'may not be set in a readinessProbe, which never ends a container', { value });
  else if (value <= 0) report.error(place, 'out-of-range', 'must be greater than 0', { value });
}

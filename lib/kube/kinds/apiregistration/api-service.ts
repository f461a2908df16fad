// APIService: a version of an API group that another server answers for, reached through a Service.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { APIService, APIServiceSpec } from '../../api/types';
import { checkRange, checkRequired, checkSubdomain, checkSpelling } from '../../rules/checks';
import { checkGeneration, checkMetadata, type NameRule, pathSegment, warnOfStatus } from '../../rules/meta/metadata';
import { label1035, subdomain } from '../../values/syntax';

export function checkAPIService({ metadata, spec = {}, status }: APIService, place: At, report: Report): void {
  const here = at(place, 'spec');
  const sound = !report.hasShapeProblem(at(here, 'group')) && !report.hasShapeProblem(at(here, 'version'));
  checkMetadata(
    metadata,
    at(place, 'metadata'),
    report,
    sound ? nameRule(spec) : { problemOf: pathSegment, anyFinalizer: true },
  );
  checkGeneration(metadata, place, report);
  checkVersion(spec, here, report);
  checkRange(spec.groupPriorityMinimum ?? 0, 1, 20_000, at(here, 'groupPriorityMinimum'), report);
  checkRange(spec.versionPriority ?? 0, 1, 1000, at(here, 'versionPriority'), report);
  checkService(spec, here, report);
  warnOfStatus(status, place, report);
}

/** The name is made of the version and the group. */
function nameRule({ version = '', group = '' }: APIServiceSpec): NameRule {
  const name = `${version}.${group}`;
  // Of a wrong version or group nobody knows what the name must be, and that is said at its own place.
  if (label1035(version) !== undefined || (group === '' ? version !== 'v1' : subdomain(group) !== undefined))
    return { problemOf: pathSegment, anyFinalizer: true };
  const message = `must be "${name}", the version and the group with a dot between them`;
  return { problemOf: (given) => pathSegment(given) ?? (given === name ? undefined : message), anyFinalizer: true };
}

function checkVersion({ group = '', version }: APIServiceSpec, place: At, report: Report): void {
  const here = at(place, 'version');
  if (checkRequired(version, here, report)) checkSpelling(version, label1035, here, report);
  if (group !== '') checkSubdomain(group, at(place, 'group'), report);
  else if (version !== 'v1') {
    report.error(at(place, 'group'), 'required', 'is required: only v1 of the core has no group');
  }
}

function checkService(spec: APIServiceSpec, place: At, report: Report): void {
  const { service, caBundle, insecureSkipTLSVerify } = spec;
  const insecure = at(place, 'insecureSkipTLSVerify');
  if (service === undefined) {
    const message = 'may not be set without a service, as the API server itself answers then';
    if (caBundle) report.error(at(place, 'caBundle'), 'forbidden', message);
    if (insecureSkipTLSVerify === true) report.error(insecure, 'forbidden', message, { value: true });
    return;
  }
  const here = at(place, 'service');
  checkRequired(service.namespace, at(here, 'namespace'), report);
  checkRequired(service.name, at(here, 'name'), report);
  checkRange(service.port, 1, 65_535, at(here, 'port'), report);
  if (insecureSkipTLSVerify !== true || !caBundle) return;
  report.error(insecure, 'conflict', 'may not be true beside a caBundle', {
    value: true,
    hint: 'leave it out, so that the certificate is checked',
  });
}

// IngressBackend: the Service (or other object) that requests go to.
// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/#IngressBackend
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { IngressBackend, IngressServiceBackend, TypedLocalObjectReference } from '../../api/types';
import { SERVICE_NAME } from '../../kinds/core/service';
import { portName, subdomain } from '../../values/syntax';
import { checkRange, checkRequired, checkSpelling, checkSpellings } from '../checks';
import { pathSegment } from '../meta/metadata';

export function checkIngressBackend({ service, resource }: IngressBackend, place: At, report: Report): void {
  if (service !== undefined && resource !== undefined) {
    report.error(place, 'conflict', 'may have a service or a resource, not both');
  } else if (service !== undefined) checkServiceBackend(service, at(place, 'service'), report);
  else if (resource !== undefined) checkResource(resource, at(place, 'resource'), report);
  else report.error(place, 'required', 'must have a service, or a resource');
}

function checkServiceBackend({ name, port = {} }: IngressServiceBackend, place: At, report: Report): void {
  if (checkRequired(name, at(place, 'name'), report)) {
    const { problemOf, some, suggest } = SERVICE_NAME;
    checkSpellings(name, problemOf, some!, at(place, 'name'), report, suggest);
  }
  const here = at(place, 'port');
  if (port.name && port.number) report.error(here, 'conflict', 'may have a name or a number, not both');
  else if (port.name) checkSpelling(port.name, portName, at(here, 'name'), report);
  else if (port.number) checkRange(port.number, 1, 65_535, at(here, 'number'), report);
  else report.error(here, 'required', 'must have the name or the number of a port of the Service');
}

function checkResource({ apiGroup, kind, name }: TypedLocalObjectReference, place: At, report: Report): void {
  checkSpelling(apiGroup, subdomain, at(place, 'apiGroup'), report);
  if (checkRequired(kind, at(place, 'kind'), report)) checkSpelling(kind, pathSegment, at(place, 'kind'), report);
  if (checkRequired(name, at(place, 'name'), report)) checkSpelling(name, pathSegment, at(place, 'name'), report);
}

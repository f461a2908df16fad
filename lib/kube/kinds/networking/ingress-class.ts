// IngressClass: which controller takes care of an Ingress.
// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-class-v1/
import { utf8Length } from '../../../text/bytes';
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { IngressClass, IngressClassParametersReference } from '../../api/types';
import { checkLabel1123, checkOneOf, checkRequired, checkSpelling } from '../../rules/checks';
import { checkMetadata, pathSegment, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { subdomain } from '../../values/syntax';

const LONGEST_CONTROLLER = 250;

export function checkIngressClass({ metadata, spec = {} }: IngressClass, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  const { controller, parameters } = spec;
  const here = at(place, 'spec');
  if (checkRequired(controller, at(here, 'controller'), report, 'is required, as in example.com/ingress-controller')) {
    checkController(controller!, at(here, 'controller'), report);
  }
  if (parameters !== undefined) checkParameters(parameters, at(here, 'parameters'), report);
}

function checkController(controller: string, place: At, report: Report): void {
  if (utf8Length(controller) > LONGEST_CONTROLLER) {
    report.error(place, 'too-long', `must have at most ${LONGEST_CONTROLLER} characters`, { value: controller });
  }
  const [, domain = '', path = ''] = /^([^/]*)\/(.*)$/s.exec(controller) ?? [];
  if (domain === '' || path === '') {
    const hint = controller === 'nginx' ? didYouMean('k8s.io/ingress-nginx') : undefined;
    const message = 'must be a domain, "/" and a path, as in example.com/ingress-controller';
    report.error(place, 'bad-name', message, { value: controller, hint });
    return;
  }
  const problem = subdomain(domain);
  if (problem !== undefined) {
    report.error(place, 'bad-name', `the part before "/" ${problem}`, { value: controller });
  }
  if (/^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/.test(path)) return;
  const message = 'the part after "/" may only contain what a path of a URL may';
  report.error(place, 'bad-name', message, { value: controller });
}

function checkParameters(parameters: IngressClassParametersReference, place: At, report: Report): void {
  const { apiGroup, kind, name, scope = 'Cluster', namespace } = parameters;
  checkSpelling(apiGroup, subdomain, at(place, 'apiGroup'), report);
  if (checkRequired(kind, at(place, 'kind'), report)) checkSpelling(kind, pathSegment, at(place, 'kind'), report);
  if (checkRequired(name, at(place, 'name'), report)) checkSpelling(name, pathSegment, at(place, 'name'), report);
  checkOneOf(scope, ['Cluster', 'Namespace'], at(place, 'scope'), report);
  const here = at(place, 'namespace');
  if (scope === 'Namespace') {
    if (namespace === undefined) report.error(here, 'required', 'is required when the scope is Namespace');
    else checkLabel1123(namespace, here, report);
  } else if (scope === 'Cluster' && namespace !== undefined) {
    const hint = 'add scope: Namespace';
    report.error(here, 'forbidden', 'may only be set when the scope is Namespace', { value: namespace, hint });
  }
}

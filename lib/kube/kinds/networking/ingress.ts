// Ingress: which requests from outside go to which Service.
// https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/
import { didYouMean } from '../../../report/suggest';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { HTTPIngressPath, Ingress, IngressRule, IngressTLS } from '../../api/types';
import { checkOneOf, checkSubdomain } from '../../rules/checks';
import { checkMetadata, SUBDOMAIN_NAME, warnOfStatus } from '../../rules/meta/metadata';
import { checkIngressBackend } from '../../rules/networking/ingress-backend';
import { ipAddress, subdomain, wildcardSubdomain } from '../../values/syntax';

const CLASS_ANNOTATION = 'kubernetes.io/ingress.class';
const FORBIDDEN_PARTS = ['//', '/./', '/../', '%2f', '%2F'];
const FORBIDDEN_ENDS = ['/..', '/.'];

export function checkIngress(ingress: Ingress, place: At, report: Report): void {
  const { metadata, spec = {}, status } = ingress;
  const { rules = [], defaultBackend, tls, ingressClassName } = spec;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  const here = at(place, 'spec');
  if (rules.length === 0 && defaultBackend === undefined) {
    report.error(at(here, 'rules'), 'required', 'there must be rules or a defaultBackend');
  }
  if (defaultBackend !== undefined) checkIngressBackend(defaultBackend, at(here, 'defaultBackend'), report);
  rules.forEach((rule, index) => checkRule(rule, at(at(here, 'rules'), index), report));
  tls?.forEach((entry, index) => checkTLS(entry, at(at(here, 'tls'), index), report));
  checkSubdomain(ingressClassName, at(here, 'ingressClassName'), report);
  checkClass(ingress, place, report);
  warnOfStatus(status, place, report);
}

function checkClass({ metadata, spec }: Ingress, place: At, report: Report): void {
  const annotations = metadata?.annotations ?? {};
  const stated = spec?.ingressClassName;
  if (!Object.hasOwn(annotations, CLASS_ANNOTATION)) return;
  const value = annotations[CLASS_ANNOTATION];
  if (value === stated) return;
  const here = at(at(at(place, 'metadata'), 'annotations'), CLASS_ANNOTATION);
  if (stated === undefined) {
    return report.warning(here, 'deprecated', 'is deprecated', { value, hint: 'write spec.ingressClassName' });
  }
  report.error(here, 'conflict', `must be the same as spec.ingressClassName, ${stated}`, {
    value,
    hint: 'remove the annotation, which is the old way',
  });
}

function checkRule({ host, http }: IngressRule, place: At, report: Report): void {
  if (host) checkHost(host, at(place, 'host'), report);
  if (http === undefined) return;
  const { paths = [] } = http;
  const here = at(at(place, 'http'), 'paths');
  if (paths.length === 0) report.error(here, 'required', 'must have at least one path');
  paths.forEach((path, index) => checkPath(path, at(here, index), report));
}

function checkHost(host: string, place: At, report: Report): void {
  if (ipAddress(host) === undefined) {
    report.error(place, 'bad-name', 'must be a DNS name, not an IP address', { value: host });
    return;
  }
  const problem = host.includes('*') ? wildcardSubdomain(host) : subdomain(host);
  if (problem === undefined) return;
  report.error(place, 'bad-name', problem, { value: host, hint: hostHint(host) });
}

/** The host within what people paste: a URL, a port, upper case, a dot at the end. */
function hostHint(host: string): string | undefined {
  const bare = host
    .slice(0, 300)
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[:/].*$/s, '')
    .replace(/\.$/, '');
  return bare !== host && subdomain(bare) === undefined ? didYouMean(bare) : undefined;
}

function checkPath({ path = '', pathType, backend = {} }: HTTPIngressPath, place: At, report: Report): void {
  if (pathType === undefined) {
    report.error(at(place, 'pathType'), 'required', 'is required: Prefix, Exact or ImplementationSpecific');
  } else checkOneOf(pathType, ['Exact', 'Prefix', 'ImplementationSpecific'], at(place, 'pathType'), report);
  if (pathType === 'Exact' || pathType === 'Prefix') checkPlainPath(path, pathType, at(place, 'path'), report);
  else if (path !== '' && !path.startsWith('/')) {
    if (pathType === 'ImplementationSpecific')
      report.error(at(place, 'path'), 'bad-format', 'must start with "/"', { value: path });
  }
  checkIngressBackend(backend, at(place, 'backend'), report);
}

function checkPlainPath(path: string, pathType: string, place: At, report: Report): void {
  if (path === '') {
    report.error(place, 'required', `is required when pathType is ${pathType}`, { hint: 'write "/" for everything' });
    return;
  }
  if (!path.startsWith('/'))
    report.error(place, 'bad-format', 'must start with "/"', { value: path, hint: `write "/${path.slice(0, 80)}"` });
  const part = FORBIDDEN_PARTS.find((each) => path.includes(each));
  if (part !== undefined) report.error(place, 'bad-format', `must not contain "${part}"`, { value: path });
  const end = FORBIDDEN_ENDS.find((each) => path.endsWith(each));
  if (end !== undefined) report.error(place, 'bad-format', `must not end with "${end}"`, { value: path });
}

function checkTLS({ hosts, secretName }: IngressTLS, place: At, report: Report): void {
  hosts?.forEach((host, index) => {
    const problem = host.includes('*') ? wildcardSubdomain(host) : subdomain(host);
    if (problem === undefined) return;
    report.error(at(at(place, 'hosts'), index), 'bad-name', problem, { value: host, hint: hostHint(host) });
  });
  if (secretName) checkSubdomain(secretName, at(place, 'secretName'), report);
}

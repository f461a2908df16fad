// WebhookClientConfig: where the server finds a webhook, for admission as well as for the conversion of objects.
// https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#contacting-the-webhook
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ServiceReference, WebhookClientConfig } from '../../api/types';
import { since } from '../../server';
import { parseUrl } from '../../values/go-url';
import { subdomain } from '../../values/syntax';
import { checkRange, checkRequired } from '../checks';

/** What stands in `caBundle` is not looked at before the webhook is asked. */
export function checkWebhookClientConfig({ url, service }: WebhookClientConfig, place: At, report: Report): void {
  if ((url === undefined) === (service === undefined)) {
    const message =
      url === undefined ? 'must have a url or a service' : 'must have either a url or a service, not both';
    report.error(place, url === undefined ? 'required' : 'conflict', message);
  } else if (url !== undefined) checkUrl(url, at(place, 'url'), report);
  else checkService(service as ServiceReference, at(place, 'service'), report);
}

function checkUrl(text: string, place: At, report: Report): void {
  const url = parseUrl(text);
  const wrong = (message: string): void => report.error(place, 'bad-url', message, { value: text });
  if (typeof url === 'string') {
    wrong(url);
    return;
  }
  if (url.scheme !== 'https') wrong('must start with https://');
  if (url.crowded) {
    const hint = 'an IPv6 address stands in brackets';
    report.error(place, 'bad-url', 'must have no colon in the host but that before the port', {
      value: text,
      hint,
      where: since('1.36'),
    });
  }
  if (url.host === '') wrong('must have a host: https://host/path');
  if (url.user !== undefined) wrong('must not have a user in it');
  if (url.fragment !== '') wrong('must not have a fragment ("#") in it');
  if (url.query !== '') wrong('must not have a query ("?") in it');
}

function checkService(service: ServiceReference, place: At, report: Report): void {
  const { name, namespace, path, port } = service;
  checkRequired(name, at(place, 'name'), report);
  checkRequired(namespace, at(place, 'namespace'), report);
  checkRange(port, 1, 65535, at(place, 'port'), report);
  if (path) checkPath(path, at(place, 'path'), report);
}

function checkPath(path: string, place: At, report: Report): void {
  if (path === '/') return;
  if (!path.startsWith('/')) {
    report.error(place, 'bad-path', 'must start with "/"', { value: path, hint: `write "/${path.slice(0, 80)}"` });
    return;
  }
  const steps = path.slice(1).replace(/\/$/, '').split('/');
  for (const step of steps) {
    const problem = step === '' ? 'must not be empty' : subdomain(step);
    if (problem === undefined) continue;
    report.error(place, 'bad-path', `each part between slashes is a DNS name: ${problem}`, { value: path });
    return;
  }
}

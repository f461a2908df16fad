// The Service that gives the pods of a StatefulSet their names in DNS.
// https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
import { at, ROOT } from '../../report/place';
import type { StatefulSet } from '../api/types';
import { decodedAs } from '../kinds';
import { selects } from '../rules/meta/label-selector';
import type { Members, Typed } from './members';

export function checkGoverningServices(members: Members): void {
  for (const set of members.as('apps/v1', 'StatefulSet')) checkService(set, members);
}

function checkService({ object, namespace, report }: Typed<StatefulSet>, members: Members): void {
  const { serviceName: name, template } = object.spec ?? {};
  if (!name) return;
  const member = members.get('Service', namespace, name);
  const spec = decodedAs(member?.decoded, 'v1', 'Service')?.spec;
  if (spec === undefined) return;
  const warn = (message: string, hint?: string): void =>
    report.warning(at(at(ROOT, 'spec'), 'serviceName'), 'suspicious', message, { value: name, hint });
  if (spec.clusterIP !== 'None') {
    const message = `the Service ${name} in the same set is not headless, so that the pods get no names of their own in DNS`;
    warn(message, 'name a Service with clusterIP: None');
    return;
  }
  const selector = spec.selector ?? {};
  // Without a selector somebody else says where it leads.
  if (Object.keys(selector).length === 0 || selects({ matchLabels: selector }, template?.metadata?.labels)) return;
  warn(`the Service ${name} in the same set does not select these pods, so that they get no names of their own in DNS`);
}

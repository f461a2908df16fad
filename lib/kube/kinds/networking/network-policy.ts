// NetworkPolicy: from where pods may be reached, and where they may go.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { IPBlock, NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../api/types';
import { checkOneOf, checkRange, checkRequired, checkSpelling } from '../../rules/checks';
import { PROTOCOLS } from '../../rules/core/container-port';
import { checkLabelSelector } from '../../rules/meta/label-selector';
import { checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';
import { checkIpRange } from '../../rules/networking/ip-range';
import { isWithin, rangeText } from '../../values/ip-address';
import { portName } from '../../values/syntax';

const POLICY_TYPES = ['Ingress', 'Egress'];

export function checkNetworkPolicy({ metadata, spec = {} }: NetworkPolicy, place: At, report: Report): void {
  const { podSelector, ingress = [], egress = [], policyTypes = [] } = spec;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  const here = at(place, 'spec');
  if (podSelector !== undefined) checkLabelSelector(podSelector, at(here, 'podSelector'), report);
  const rules = [
    ...ingress.map(({ ports, from }, index) => ({ ports, peers: from, field: 'from', list: 'ingress', index })),
    ...egress.map(({ ports, to }, index) => ({ ports, peers: to, field: 'to', list: 'egress', index })),
  ];
  for (const { ports, peers, field, list, index } of rules) {
    const rule = at(at(here, list), index);
    ports?.forEach((port, item) => checkPort(port, at(at(rule, 'ports'), item), report));
    peers?.forEach((peer, item) => checkPeer(peer, at(at(rule, field), item), report));
  }
  checkTypes(policyTypes, at(here, 'policyTypes'), report);
  warnOfIdleRules(policyTypes, { ingress, egress }, here, report);
}

function checkTypes(types: readonly string[], place: At, report: Report): void {
  if (types.length > POLICY_TYPES.length) {
    report.error(place, 'too-long', 'may have two items at most: Ingress and Egress', { value: types });
    return;
  }
  types.forEach((type, index) => checkOneOf(type, POLICY_TYPES, at(place, index), report));
}

/** Rules of a direction that the policy is not for. */
function warnOfIdleRules(
  types: readonly string[],
  rules: Readonly<Record<'ingress' | 'egress', readonly unknown[]>>,
  place: At,
  report: Report,
): void {
  if (types.length === 0 || !types.every((type) => POLICY_TYPES.includes(type))) return;
  for (const [list, type] of [
    ['ingress', 'Ingress'],
    ['egress', 'Egress'],
  ] as const) {
    if (rules[list].length === 0 || types.includes(type)) continue;
    report.warning(at(place, list), 'no-effect', `is not looked at, as policyTypes lacks ${type}`, {
      hint: `add ${type} to policyTypes`,
    });
  }
}

function checkPort({ protocol, port, endPort }: NetworkPolicyPort, place: At, report: Report): void {
  checkOneOf(protocol, PROTOCOLS, at(place, 'protocol'), report);
  const here = at(place, 'endPort');
  if (typeof port === 'number') {
    checkRange(port, 1, 65_535, at(place, 'port'), report);
    if (endPort !== undefined && endPort < port)
      report.error(here, 'conflict', `must not be below port, which is ${port}`, { value: endPort });
    checkRange(endPort, 1, 65_535, here, report);
    return;
  }
  checkSpelling(port, portName, at(place, 'port'), report);
  if (endPort === undefined) return;
  const message = `may only be set beside a port that is a number${port === undefined ? '' : ', not a name'}`;
  report.error(here, 'forbidden', message, { value: endPort });
}

function checkPeer(peer: NetworkPolicyPeer, place: At, report: Report): void {
  const { podSelector, namespaceSelector, ipBlock } = peer;
  if (podSelector !== undefined) checkLabelSelector(podSelector, at(place, 'podSelector'), report);
  if (namespaceSelector !== undefined) checkLabelSelector(namespaceSelector, at(place, 'namespaceSelector'), report);
  if (ipBlock !== undefined) checkBlock(ipBlock, at(place, 'ipBlock'), report);
  const other = podSelector === undefined ? 'namespaceSelector' : 'podSelector';
  if (podSelector === undefined && namespaceSelector === undefined) {
    if (ipBlock !== undefined) return;
    report.error(place, 'required', 'must have a podSelector, a namespaceSelector or an ipBlock', {
      hint: 'for all pods of all namespaces write namespaceSelector: {}',
    });
  } else if (ipBlock !== undefined) {
    report.error(place, 'conflict', `may have an ipBlock or a ${other}, not both`, {
      hint: 'make two items of it, each starting with "-"',
    });
  }
}

function checkBlock({ cidr, except = [] }: IPBlock, place: At, report: Report): void {
  if (!checkRequired(cidr, at(place, 'cidr'), report)) return;
  const outer = checkIpRange(cidr as string, at(place, 'cidr'), report);
  if (outer === undefined) return;
  except.forEach((text, index) => {
    const here = at(at(place, 'except'), index);
    const inner = checkIpRange(text, here, report);
    if (inner === undefined || isWithin(inner, outer)) return;
    const same = rangeText(inner) === rangeText(outer);
    const message = same ? 'must be less than all of cidr' : `must be a part of cidr, which is ${cidr}`;
    report.error(here, 'conflict', message, { value: text });
  });
}

// Pods that the Namespace of their set would not let be made, or that the server warns of.
// https://kubernetes.io/docs/concepts/security/pod-security-admission/
import { at, pathOf, ROOT } from '../../../report/place';
import { didYouMean } from '../../../report/suggest';
import { type Member, type Members, templateOf } from '../members';
import { evaluate, type Finding } from './evaluate';
import { nameOf, type Policy, policyOf, wrongLabels } from './policy';

export function checkPodSecurity(members: Members): void {
  const policies = new Map<string, Policy>();
  for (const namespace of members.of('Namespace')) {
    const { name, decoded } = namespace;
    checkLabels(namespace);
    const policy = policyOf(decoded.object.metadata?.labels ?? {});
    if (policy !== undefined) policies.set(name, policy);
  }
  if (policies.size === 0) return;
  for (const those of members.kinds.values()) {
    for (const member of those) {
      const policy = policies.get(member.namespace);
      if (policy !== undefined && member.decoded.kind.pods !== undefined) checkPods(member, policy);
    }
  }
}

/** A Namespace with labels that are not spelt right is refused. */
function checkLabels({ report, decoded }: Member): void {
  for (const { label, value, allowed } of wrongLabels(decoded.object.metadata?.labels ?? {})) {
    const hint = didYouMean(report.nearest(value, allowed));
    const message = `must be ${allowed.slice(0, -1).join(', ')} or ${allowed.at(-1)}`;
    report.error(at(at(at(ROOT, 'metadata'), 'labels'), label), 'not-one-of', message, { value, hint });
  }
}

function checkPods(member: Member, { enforce, warn }: Policy): void {
  const { template: { metadata = {}, spec } = {}, place } = templateOf(member) ?? {};
  if (spec === undefined || place === undefined) return;
  const pod = { metadata, spec, place };
  const said = new Set<string>();
  const isPod = member.decoded.kind.kind === 'Pod';
  if (enforce !== undefined) {
    const so = isPod ? 'so that it would be refused' : 'so that the pods would be refused';
    say(evaluate(pod, enforce), `enforces the Pod Security level ${nameOf(enforce)}, ${so}`, member, said);
  }
  if (warn !== undefined) {
    const so = 'and the server warns of it';
    say(evaluate(pod, warn), `asks for the Pod Security level ${nameOf(warn)}, ${so}`, member, said);
  }
}

/** Says of each check once what is wrong at a place. */
function say(findings: readonly Finding[], why: string, { report, namespace }: Member, said: Set<string>): void {
  const fresh = findings.filter(({ check, place }) => !said.has(JSON.stringify([check, pathOf(place)])));
  for (const { place, must, value, check, where } of fresh) {
    said.add(JSON.stringify([check, pathOf(place)]));
    const message = `${must}: the Namespace ${namespace} in the same set ${why}`;
    report.warning(place, 'refused-later', message, { value, where });
  }
}

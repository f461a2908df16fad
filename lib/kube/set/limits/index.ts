// Pods and claims that a LimitRange of their set would not let be made.
// https://kubernetes.io/docs/concepts/policy/limit-range/
import { at, type At, ROOT } from '../../../report/place';
import type { Container, PersistentVolumeClaimSpec, PodSpec } from '../../api/types';
import { totalOf } from '../../rules/core/pod-totals';
import { compareQuantity, roundUpToMilli, storedForm } from '../../values/quantity';
import { type Member, type Members, templateOf } from '../members';
import { type Amounts, amountsOf, type Breach, breachesOf, type Needs } from './breaches';
import { filledIn, LimitRanges, type Range, type Ranges } from './ranges';

export function checkLimits(members: Members): void {
  const limits = new LimitRanges(members);
  for (const those of members.kinds.values()) {
    for (const member of those) {
      const ranges = limits.in(member.namespace);
      if (ranges.all.length > 0) checkMember(member, ranges);
    }
  }
}

function checkMember(member: Member, ranges: Ranges): void {
  const pods = templateOf(member);
  const claims = claimsOf(member);
  claims.forEach(({ spec, place }) => checkClaim(spec, place, ranges, member));
  if (pods?.template.spec !== undefined) checkPod(pods.template.spec, at(pods.place, 'spec'), ranges, member);
}

/** A claim that an object is, or from which it makes others. */
interface Claim {
  readonly spec: PersistentVolumeClaimSpec;
  readonly place: At;
}

function claimsOf({ decoded }: Member): readonly Claim[] {
  const { kind } = decoded.kind;
  const { spec } = decoded.object as { readonly spec?: PersistentVolumeClaimSpec & Templates };
  if (kind === 'PersistentVolumeClaim') return spec === undefined ? [] : [{ spec, place: at(ROOT, 'spec') }];
  if (kind !== 'StatefulSet') return [];
  const place = at(at(ROOT, 'spec'), 'volumeClaimTemplates');
  return (spec?.volumeClaimTemplates ?? []).flatMap((claim, index) =>
    claim.spec === undefined ? [] : [{ spec: claim.spec, place: at(at(place, index), 'spec') }],
  );
}

interface Templates {
  readonly volumeClaimTemplates?: readonly { readonly spec?: PersistentVolumeClaimSpec }[];
}

function checkClaim({ resources }: PersistentVolumeClaimSpec, place: At, ranges: Ranges, member: Member): void {
  const needs = { requests: amountsOf(resources?.requests), limits: undefined };
  for (const range of ranges.all) {
    for (const item of range.items) {
      if (item.type !== 'PersistentVolumeClaim') continue;
      const { min, max } = item;
      for (const breach of breachesOf({ ...(min && { min }), ...(max && { max }) }, needs))
        say(breach, at(place, 'resources'), 'a claim', range, member);
    }
  }
}

function checkPod(spec: PodSpec, place: At, ranges: Ranges, member: Member): void {
  const filled = { containers: [] as Container[], initContainers: [] as Container[] };
  for (const list of ['containers', 'initContainers'] as const) {
    spec[list]?.forEach((container, index) => {
      const all = filledIn(container, ranges);
      filled[list].push(all);
      checkContainer(container, all, at(at(at(place, list), index), 'resources'), ranges, member);
    });
  }
  spec.volumes?.forEach(({ ephemeral }, index) => {
    const claim = ephemeral?.volumeClaimTemplate?.spec;
    const here = at(at(at(at(place, 'volumes'), index), 'ephemeral'), 'volumeClaimTemplate');
    if (claim !== undefined) checkClaim(claim, at(here, 'spec'), ranges, member);
  });
  // What is stated for the pod as a whole counts in place of what its containers need, by some servers.
  if (spec.resources === undefined) checkWhole(filled, place, ranges, member);
}

const rounded = (amounts: Amounts): Amounts =>
  new Map([...amounts].map(([name, amount]) => [name, roundUpToMilli(amount)]));

function checkContainer(own: Container, filled: Container, place: At, ranges: Ranges, member: Member): void {
  const [requests, limits] = [filled.resources?.requests, filled.resources?.limits].map((list) =>
    rounded(amountsOf(list)),
  ) as [Amounts, Amounts];
  for (const range of ranges.all) {
    for (const item of range.items) {
      if (item.type !== 'Container') continue;
      for (const breach of breachesOf(item, { requests, limits })) {
        if (breach.missing === undefined || ranges.sure) say(breach, place, 'a container', range, member);
      }
    }
  }
  const [range] = ranges.all.filter(({ items }) => items.some(({ type }) => type === 'Container'));
  if (range !== undefined && ranges.sure) checkFilledIn(own, { requests, limits }, place, range, member);
}

/** A limit that is filled in may be less than the request that is stated. */
function checkFilledIn(own: Container, { requests, limits }: Needs, place: At, { name }: Range, member: Member): void {
  for (const [resource, limit] of limits ?? []) {
    const request = requests.get(resource);
    if (request === undefined || Object.hasOwn(own.resources?.limits ?? {}, resource)) continue;
    if (compareQuantity(request, limit) <= 0) continue;
    const message = `must not be more than the limit, which the LimitRange ${name} in the same set makes ${storedForm(limit)} where none is stated: ${refused(member)}`;
    member.report.warning(at(at(place, 'requests'), resource), 'refused-later', message, {
      value: own.resources?.requests?.[resource],
      hint: 'state a limit',
    });
  }
}

/** What the containers need together. */
function checkWhole(
  {
    containers,
    initContainers,
  }: { readonly containers: readonly Container[]; readonly initContainers: readonly Container[] },
  place: At,
  ranges: Ranges,
  member: Member,
): void {
  const [requests, limits] = (['requests', 'limits'] as const).map((field) =>
    totalOf(field, containers, initContainers),
  ) as [Amounts, Amounts];
  for (const range of ranges.all) {
    for (const item of range.items) {
      if (item.type !== 'Pod') continue;
      for (const { field, resource, must, missing } of breachesOf(item, { requests, limits })) {
        if (missing === true && !ranges.sure) continue;
        const total = (field === 'requests' ? requests : limits).get(resource);
        const is = total === undefined ? 'none is stated' : `they are ${storedForm(total)}`;
        const message = `the ${field} of ${resource} of all containers together ${must} by the LimitRange ${range.name} in the same set, and ${is}: ${refused(member)}`;
        member.report.warning(at(place, 'containers'), 'refused-later', message);
      }
    }
  }
}

function say({ field, resource, must }: Breach, place: At, what: string, { name }: Range, member: Member): void {
  const message = `${must}, which the LimitRange ${name} in the same set asks of ${what}: ${refused(member)}`;
  member.report.warning(at(at(place, field), resource), 'refused-later', message);
}

const refused = ({ decoded }: Member): string =>
  ['Pod', 'PersistentVolumeClaim'].includes(decoded.kind.kind)
    ? 'it would be refused'
    : 'what is made of it would be refused';

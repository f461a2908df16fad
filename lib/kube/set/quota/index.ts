// What the objects of a set need together, held against the ResourceQuotas of their namespace in the set.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/
import { at, type At, ROOT } from '../../../report/place';
import type { Container, PersistentVolumeClaim, PodSpec, ResourceQuota, ResourceQuotaSpec } from '../../api/types';
import { decodedAs } from '../../kinds';
import { compareQuantity, parseQuantity, type Quantity, storedForm } from '../../values/quantity';
import { filledIn, LimitRanges } from '../limits/ranges';
import { type Member, type Members, templateOf, type Typed } from '../members';
import { Replicas } from './replicas';
import { countsAll, countsPod } from './scopes';
import { plus, times, type Usage, usageOfClaim, usageOfObject, usageOfPod, usageOfService } from './usage';

export function checkQuotas(members: Members): void {
  const quotas = new Map<string, Quota[]>();
  for (const member of members.as('v1', 'ResourceQuota')) {
    const there = quotas.get(member.namespace);
    if (there === undefined) quotas.set(member.namespace, [new Quota(member)]);
    else there.push(new Quota(member));
  }
  const ranges = new LimitRanges(members);
  const replicas = new Replicas(members);
  for (const those of members.kinds.values()) {
    for (const member of those) {
      const there = quotas.get(member.namespace);
      if (there === undefined || !member.decoded.kind.namespaced) continue;
      const count = replicas.of(member);
      const pods = podsOf(member, ranges);
      for (const quota of there) {
        quota.count(usageOf(member, count));
        if (pods !== undefined) quota.countPods(pods, count, member);
      }
    }
  }
  for (const there of quotas.values()) for (const quota of there) quota.check();
}

/** Pods, as they are made: with what LimitRanges fill in. */
interface Pods {
  readonly spec: PodSpec;
  readonly place: At;
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly usage: Usage;
}

function podsOf(member: Member, ranges: LimitRanges): Pods | undefined {
  const { template, place } = templateOf(member) ?? {};
  if (template?.spec === undefined || place === undefined) return undefined;
  const { spec } = template;
  const [containers, initContainers] = [spec.containers, spec.initContainers].map((list = []) =>
    list.map((container) => filledIn(container, ranges.in(member.namespace))),
  ) as [Container[], Container[]];
  const usage = usageOfPod(spec, containers, initContainers);
  return { spec, place: at(place, 'spec'), containers, initContainers, usage };
}

/** The object itself, and the claims that are made of it. */
function usageOf({ decoded }: Member, count: number): Usage {
  const { kind, apiVersion } = decoded.kind;
  // A pod is counted as what it is.
  if (kind === 'Pod') return new Map();
  const claim = decodedAs(decoded, 'v1', 'PersistentVolumeClaim');
  if (claim !== undefined) return usageOfClaim(claim);
  const own = usageOfObject(apiVersion, kind);
  const service = decodedAs(decoded, 'v1', 'Service');
  if (service !== undefined) return plus(own, usageOfService(service));
  const templates: readonly PersistentVolumeClaim[] =
    decodedAs(decoded, 'apps/v1', 'StatefulSet')?.spec?.volumeClaimTemplates ?? [];
  return templates.reduce((sum, template) => plus(sum, times(usageOfClaim(template), count)), own);
}

/** Resources that each container must state when a quota counts them, and where. */
const DEMANDED: readonly (readonly [name: string, field: 'requests' | 'limits', resource: string])[] = [
  ['cpu', 'requests', 'cpu'],
  ['requests.cpu', 'requests', 'cpu'],
  ['memory', 'requests', 'memory'],
  ['requests.memory', 'requests', 'memory'],
  ['limits.cpu', 'limits', 'cpu'],
  ['limits.memory', 'limits', 'memory'],
];

const HARD = at(at(ROOT, 'spec'), 'hard');

class Quota {
  private readonly spec: ResourceQuotaSpec;
  private readonly hard: ReadonlyMap<string, Quantity>;
  private sum: Usage = new Map();
  /** What one pod alone needs too much of, which has been said. */
  private readonly said = new Set<string>();

  constructor(private readonly member: Typed<ResourceQuota>) {
    this.spec = member.object.spec ?? {};
    this.hard = new Map(
      Object.entries(this.spec.hard ?? {}).flatMap(([name, value]) => {
        const amount = parseQuantity(value);
        return amount === undefined ? [] : [[name, amount] as const];
      }),
    );
  }

  count(usage: Usage): void {
    if (countsAll(this.spec)) this.add(usage);
  }

  countPods(pods: Pods, count: number, member: Member): void {
    if (!countsPod(this.spec, pods.spec, pods.containers)) return;
    this.checkDemanded(pods, member);
    for (const [name, amount] of this.exceeded(pods.usage)) {
      this.said.add(name);
      const message = `a pod of it counts as ${storedForm(amount)} of ${name}, and the ResourceQuota ${this.member.name} in the same set allows ${this.shown(name)} to all: it would be refused`;
      member.report.warning(pods.place, 'refused-later', message);
    }
    if (count > 0) this.add(times(pods.usage, count));
  }

  /** What the objects of the set need together, at least. */
  check(): void {
    for (const [name, amount] of this.exceeded(this.sum)) {
      if (this.said.has(name)) continue;
      const message = `is less than the ${storedForm(amount)} that the objects of the same set count as: what comes last would be refused`;
      this.member.report.warning(at(HARD, name), 'refused-later', message, { value: this.spec.hard?.[name] });
    }
  }

  private checkDemanded({ spec, place, ...lists }: Pods, member: Member): void {
    // Where something is stated for the pod as a whole, newer servers ask nothing of its containers.
    if (spec.resources !== undefined) return;
    const demanded = new Map(
      DEMANDED.flatMap(([name, field, resource]) =>
        this.hard.has(name) ? [[`${field}.${resource}`, { field, resource }]] : [],
      ),
    );
    for (const list of ['containers', 'initContainers'] as const) {
      lists[list].forEach(({ resources }, index) => {
        for (const { field, resource } of demanded.values()) {
          if (Object.hasOwn(resources?.[field] ?? {}, resource)) continue;
          const here = at(at(at(at(at(place, list), index), 'resources'), field), resource);
          const message = `must be stated, as the ResourceQuota ${this.member.name} in the same set counts it: the pods would be refused, unless a LimitRange fills it in`;
          member.report.warning(here, 'refused-later', message);
        }
      });
    }
  }

  private add(usage: Usage): void {
    this.sum = plus(this.sum, new Map([...usage].filter(([name]) => this.hard.has(name))));
  }

  private exceeded(usage: Usage): readonly (readonly [string, Quantity])[] {
    return [...usage].filter(([name, amount]) => {
      const hard = this.hard.get(name);
      return hard !== undefined && compareQuantity(amount, hard) > 0;
    });
  }

  private shown(name: string): string {
    return storedForm(this.hard.get(name) as Quantity);
  }
}

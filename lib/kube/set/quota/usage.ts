// What a ResourceQuota counts: a pod, a claim, an object.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/
import type { Container, PersistentVolumeClaim, PodSpec, Service } from '../../api/types';
import { totalOf } from '../../rules/core/pod-totals';
import { addQuantities, parseQuantity, type Quantity, timesQuantity } from '../../values/quantity';
import { groupOf } from '../identity';

/** By the name under which a quota limits it. */
export type Usage = ReadonlyMap<string, Quantity>;

export const ONE: Quantity = { digits: 1, exponent: 0, style: 'decimal' };

/** Resources that are counted under their own name too, as what is requested. */
const BARE = ['cpu', 'memory', 'ephemeral-storage'];
const HUGE_PAGES = 'hugepages-';

/** A pod, whose containers have what is filled in. What is stated for the pod as a whole is not counted by all servers. */
export function usageOfPod(spec: PodSpec, containers: readonly Container[], init: readonly Container[]): Usage {
  const usage = new Map([
    ['pods', ONE],
    ['count/pods', ONE],
  ]);
  if (spec.resources !== undefined) return usage;
  const overhead = new Map(
    Object.entries(spec.overhead ?? {}).flatMap(([name, value]) => {
      const amount = parseQuantity(value);
      return amount === undefined ? [] : [[name, amount] as const];
    }),
  );
  for (const [name, amount] of plus(totalOf('requests', containers, init), overhead)) {
    if (BARE.includes(name) || name.startsWith(HUGE_PAGES)) usage.set(name, amount);
    usage.set(`requests.${name}`, amount);
  }
  const limits = totalOf('limits', containers, init);
  for (const name of ['cpu', 'memory', 'ephemeral-storage']) {
    const amount = limits.get(name);
    if (amount === undefined) continue;
    const more = overhead.get(name);
    usage.set(`limits.${name}`, more === undefined ? amount : addQuantities(amount, more));
  }
  return usage;
}

const CLASS_ANNOTATION = 'volume.beta.kubernetes.io/storage-class';

export function usageOfClaim({ metadata, spec }: Pick<PersistentVolumeClaim, 'metadata' | 'spec'>): Usage {
  const usage = new Map([['persistentvolumeclaims', ONE]]);
  const storage = spec?.resources?.requests?.['storage'];
  const amount = storage === undefined ? undefined : parseQuantity(storage);
  if (amount !== undefined) usage.set('requests.storage', amount);
  const name = metadata?.annotations?.[CLASS_ANNOTATION] ?? spec?.storageClassName;
  const own = [...usage].map(([counted, of]) => [`${name}.storageclass.storage.k8s.io/${counted}`, of] as const);
  return new Map([...usage, ...(name ? own : []), ['count/persistentvolumeclaims', ONE]]);
}

export function usageOfService({ spec = {} }: Service): Usage {
  const usage = new Map([['services', ONE]]);
  const { type, ports = [], allocateLoadBalancerNodePorts: allocates = true } = spec;
  if (type === 'LoadBalancer') usage.set('services.loadbalancers', ONE);
  const counted = type === 'LoadBalancer' && !allocates ? ports.filter(({ nodePort = 0 }) => nodePort !== 0) : ports;
  if (type === 'LoadBalancer' || type === 'NodePort')
    usage.set('services.nodeports', timesQuantity(ONE, counted.length));
  return usage;
}

/** Kinds of the core that are counted under a shorter name too. */
const SHORT = ['ConfigMap', 'ReplicationController', 'ResourceQuota', 'Secret'];

/** An object of any kind, as one. */
export function usageOfObject(apiVersion: string, kind: string): Usage {
  const group = groupOf(apiVersion);
  const resource = pluralOf(kind);
  const usage = new Map([[group === '' ? `count/${resource}` : `count/${resource}.${group}`, ONE]]);
  if (SHORT.includes(kind)) usage.set(resource, ONE);
  return usage;
}

function pluralOf(kind: string): string {
  const word = kind.toLowerCase();
  if (word === 'endpoints') return word;
  if (word.endsWith('y')) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

export function plus(one: Usage, other: Usage): Usage {
  const sum = new Map(one);
  for (const [name, amount] of other) {
    const there = sum.get(name);
    sum.set(name, there === undefined ? amount : addQuantities(there, amount));
  }
  return sum;
}

export const times = (usage: Usage, count: number): Usage =>
  new Map([...usage].map(([name, amount]) => [name, timesQuantity(amount, count)]));

// The corpus: objects on both sides of every rule of apiserver-rules.md, sections 1 to 12, and some beyond, each with the verdict that the rules state.
// The oracle and a real kube-apiserver 1.28 agree with every one of them; lib/kube is measured against it.
import type { Case } from './corpus/case';
import { beyond } from './corpus/beyond';
import { containerCases } from './corpus/container';
import { data } from './corpus/data';
import { ingress } from './corpus/ingress';
import { metadata } from './corpus/metadata';
import { podCases } from './corpus/pod';
import { quantity, reading } from './corpus/reading';
import { service } from './corpus/service';
import { workload } from './corpus/workload';

export type { Case } from './corpus/case';

export const corpus: readonly Case[] = distinct([
  ...reading,
  ...quantity,
  ...metadata,
  ...containerCases,
  ...podCases,
  ...workload,
  ...service,
  ...data,
  ...ingress,
  ...beyond,
]);

/** Tables overlap: each object once, each name once (long values are cut in names). */
function distinct(cases: readonly Case[]): Case[] {
  const texts = new Set<string>();
  const names = new Map<string, number>();
  return cases.flatMap((one) => {
    const text = typeof one.object === 'string' ? one.object : JSON.stringify(one.object);
    if (texts.has(text)) return [];
    texts.add(text);
    const count = (names.get(one.name) ?? 0) + 1;
    names.set(one.name, count);
    return count === 1 ? [one] : [{ ...one, name: `${one.name} #${count}` }];
  });
}

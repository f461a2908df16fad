// The corpus: objects on both sides of every rule, each with the verdict that the rules state, by set of kinds (test/kube/sets). Those of workloads go
// through apiserver-rules.md, sections 1 to 12, and some beyond. The oracles agree with every one of them; lib/kube is measured against it.
import type { SetName } from '../kube/sets';
import { access } from './corpus/access';
import { admission } from './corpus/admission';
import { beyond } from './corpus/beyond';
import type { Case } from './corpus/case';
import { cluster } from './corpus/cluster';
import { containerCases } from './corpus/container';
import { control } from './corpus/control';
import { data } from './corpus/data';
import { extension } from './corpus/extension';
import { ingress } from './corpus/ingress';
import { metadata } from './corpus/metadata';
import { network } from './corpus/network';
import { podCases } from './corpus/pod';
import { pods } from './corpus/pods';
import { quantity, reading } from './corpus/reading';
import { service } from './corpus/service';
import { storage } from './corpus/storage';
import { workload } from './corpus/workload';

export type { Case } from './corpus/case';

export const corpusOf: Readonly<Record<SetName, readonly Case[]>> = {
  workload: distinct([
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
  ]),
  pods: distinct(pods),
  storage: distinct(storage),
  cluster: distinct(cluster),
  access: distinct(access),
  network: distinct(network),
  control: distinct(control),
  admission: distinct(admission),
  extension: distinct(extension),
};

/** All of it. */
export const corpus: readonly Case[] = Object.values(corpusOf).flat();

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

// References of pods to keys that a Secret or ConfigMap of the set lacks: they would not start.
import { didYouMean } from '../../report/suggest';
import { at, type At, ROOT } from '../../report/place';
import { Suggestions } from '../../report/report';
import type { Secret } from '../api/types';
import { decodedAs } from '../kinds';
import { type Member, type Members, templateOf } from './members';
import { podReferences } from './pod-references';
import type { References } from './references';

export function checkMissingKeys(members: Members): void {
  if (!members.has('Secret') && !members.has('ConfigMap')) return;
  const keys = new Keys(members);
  for (const those of members.kinds.values()) {
    for (const member of those) {
      const pods = templateOf(member);
      if (pods?.template.spec === undefined) continue;
      podReferences(pods.template.spec, at(pods.place, 'spec'), new MissingKeys(keys, member));
    }
  }
}

class MissingKeys implements References {
  constructor(
    private readonly keys: Keys,
    private readonly member: Member,
  ) {}

  object(): void {}

  key(kind: 'Secret' | 'ConfigMap', name: string, key: string, place: At): void {
    const there = this.keys.of(kind, this.member.namespace, name);
    if (there === undefined || there.has(key)) return;
    const hint = didYouMean(this.keys.suggestions.nearest(key, there));
    const message = `the ${kind} ${name} in the same set has no such key, so the pods would not start`;
    this.member.report.warning(at(place, 'key'), 'missing-key', message, { value: key, hint });
  }
}

/** The keys of the Secrets and ConfigMaps of a set. */
class Keys {
  readonly suggestions = new Suggestions();
  private readonly known = new Map<Member, ReadonlySet<string> | undefined>();

  constructor(private readonly members: Members) {}

  /** Undefined when the object is not in the set, or what it will have in the end is not. */
  of(kind: 'Secret' | 'ConfigMap', namespace: string, name: string): ReadonlySet<string> | undefined {
    const member = this.members.get(kind, namespace, name);
    if (member === undefined) return undefined;
    if (!this.known.has(member)) this.known.set(member, keysIn(member));
    return this.known.get(member);
  }
}

function keysIn({ decoded, report }: Member): ReadonlySet<string> | undefined {
  if (report.hasShapeProblem(at(ROOT, 'data'))) return undefined;
  const secret = decodedAs(decoded, 'v1', 'Secret');
  if (secret !== undefined) return isFilledLater(secret) ? undefined : keysOf(secret.data, secret.stringData);
  const configMap = decodedAs(decoded, 'v1', 'ConfigMap');
  return configMap === undefined ? undefined : keysOf(configMap.data, configMap.binaryData);
}

const keysOf = (...parts: readonly (object | undefined)[]): Set<string> =>
  new Set(parts.flatMap((part) => Object.keys(part ?? {})));

/** The controllers of the cluster put the token into such a Secret. */
const isFilledLater = ({ type }: Secret): boolean => type === 'kubernetes.io/service-account-token';

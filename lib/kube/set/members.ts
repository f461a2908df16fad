// The objects of a set of which we know what they are, by kind, namespace and name: what the checks across objects look things up in.
import { type At, placeOf } from '../../report/place';
import { Suggestions } from '../../report/report';
import type { PodTemplateSpec, Types } from '../api/types';
import { decodedAs, podTemplateOf } from '../kinds';
import { isSlip } from './near-name';
import { isMember, type Member, type Part } from './part';

export type { Member } from './part';
import { type PodGroup, Pods } from './pods';

/** A member as its type. */
export interface Typed<Type> extends Member {
  readonly object: Type;
}

/** The template of the pods that an object makes, and where it is. */
export interface Template {
  readonly template: PodTemplateSpec;
  readonly place: At;
}

type ByName = ReadonlyMap<string, Member>;

export class Members {
  private readonly byKind = new Map<string, Member[]>();
  private readonly byNames = new Map<string, ReadonlyMap<string, ByName>>();
  private readonly meant = new Map<string, string | undefined>();
  private readonly led = new Map<Member, readonly PodGroup[] | undefined>();
  private readonly suggestions = new Suggestions();
  private custom: ReadonlySet<string> | undefined;
  private podsFound: Pods | undefined;

  constructor(private readonly parts: readonly Part[]) {
    for (const part of parts) {
      if (!isMember(part)) continue;
      const { kind } = part.decoded.kind;
      const members = this.byKind.get(kind);
      if (members === undefined) this.byKind.set(kind, [part]);
      else members.push(part);
    }
  }

  /** Those of a kind. */
  of(kind: string): readonly Member[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Those of a kind of this version, one after the other. */
  *as<Name extends keyof Types>(apiVersion: string, kind: Name): Generator<Typed<Types[Name]>> {
    for (const member of this.of(kind)) {
      const object = decodedAs(member.decoded, apiVersion, kind);
      if (object !== undefined) yield typed(member, object);
    }
  }

  /** The members of each kind. */
  get kinds(): ReadonlyMap<string, readonly Member[]> {
    return this.byKind;
  }

  has(kind: string): boolean {
    return this.byKind.has(kind);
  }

  get(kind: string, namespace: string, name: string): Member | undefined {
    return this.named(kind).get(namespace)?.get(name);
  }

  /** The name of an object of the set that is surely meant by one that the set lacks. */
  near(kind: string, namespace: string, name: string): string | undefined {
    if (!this.has(kind)) return undefined;
    const names = this.named(kind).get(namespace);
    if (names === undefined || names.has(name)) return undefined;
    const key = JSON.stringify([kind, namespace, name]);
    const before = this.meant.get(key);
    if (before !== undefined || this.meant.has(key)) return before;
    const nearest = this.isMadeByOthers(namespace, name) ? undefined : this.suggestions.nearest(name, names.keys());
    const meant = nearest !== undefined && isSlip(name, nearest) ? nearest : undefined;
    this.meant.set(key, meant);
    return meant;
  }

  /** The pods that the set makes. */
  get pods(): Pods {
    return (this.podsFound ??= new Pods(this.parts));
  }

  /** Where a Service leads; undefined without a selector, or when it may lead to pods that are not in the set. */
  podsOf(service: Member): readonly PodGroup[] | undefined {
    if (!this.led.has(service)) this.led.set(service, this.findPodsOf(service));
    return this.led.get(service);
  }

  private findPodsOf({ decoded, namespace }: Member): readonly PodGroup[] | undefined {
    const { selector, type } = decodedAs(decoded, 'v1', 'Service')?.spec ?? {};
    if (selector === undefined || type === 'ExternalName' || Object.keys(selector).length === 0) return undefined;
    return this.pods.selected({ matchLabels: selector }, namespace);
  }

  private named(kind: string): ReadonlyMap<string, ByName> {
    let named = this.byNames.get(kind);
    if (named === undefined) this.byNames.set(kind, (named = byNamespace(this.of(kind))));
    return named;
  }

  /** Controllers make Secrets and the like of the name that their custom resource has. */
  private isMadeByOthers(namespace: string, name: string): boolean {
    this.custom ??= new Set(
      this.parts.flatMap(({ decoded, identity }) =>
        decoded === undefined ? [JSON.stringify([identity.namespace, identity.name])] : [],
      ),
    );
    return this.custom.has(JSON.stringify([namespace, name]));
  }
}

export const typed = <Type>(member: Member, object: Type): Typed<Type> => ({ ...member, object });

function byNamespace(members: readonly Member[]): ReadonlyMap<string, ByName> {
  const named = new Map<string, Map<string, Member>>();
  for (const member of members) {
    if (member.name === '') continue;
    let names = named.get(member.namespace);
    if (names === undefined) named.set(member.namespace, (names = new Map<string, Member>()));
    names.set(member.name, member);
  }
  return named;
}

/** The template of an object that makes pods, as far as it is there. */
export function templateOf({ decoded }: Member): Template | undefined {
  const template = podTemplateOf(decoded);
  if (template === undefined) return undefined;
  return { template, place: placeOf(decoded.kind.pods!) };
}

// The volumes of a pod: the user's own (`pod.volumes`) and those that `dirs` and `files` ask for, each declared once.
// https://kubernetes.io/docs/concepts/storage/volumes/
import type * as k8s from '../../kube/api/written';
import { toLabel1123 } from '../../kube/values/near-name';
import { label1123 } from '../../kube/values/syntax';
import type { At } from '../../report/place';
import { isMap } from '../../shape/shape';
import { sha256 } from '../../text/sha256';
import type { Origins, Renames } from './origin';

/** A volume of a pod. */
export type Volume = k8s.Volume;
/** Where a volume is seen in a container. */
export type VolumeMount = k8s.VolumeMount;

/** A volume that containers share by its name, as one of them states it. */
export interface Shared {
  readonly name: string;
  /** The reference. */
  readonly text: string;
  readonly source: Omit<Volume, 'name'>;
}

/** Collects the volumes of one pod. */
export class Volumes {
  private readonly byIdentity = new Map<string, string>();
  private readonly names: Set<string>;
  private readonly added: Volume[] = [];
  /** How each volume that containers share by a name was stated first. */
  private readonly shared = new Map<string, Shared>();

  /** @param own what stands in `pod.volumes`; its shape has not been checked */
  constructor(
    private readonly origins: Origins,
    private readonly own: readonly unknown[] = [],
  ) {
    this.names = new Set(own.filter(isMap).map(({ name }) => String(name)));
  }

  /**
   * Declares a volume, or finds the one that is already there.
   * @param wanted the name that it should have; made a DNS label, and unique
   * @param identity two calls with the same identity mean the same volume
   * @returns its name
   */
  add(wanted: string, identity: string, source: Omit<Volume, 'name'>, place: At, keys?: Renames): string {
    const known = this.byIdentity.get(identity);
    if (known !== undefined) return known;
    const name = this.uniqueName(wanted, identity);
    this.byIdentity.set(identity, name);
    this.names.add(name);
    this.added.push(this.origins.keep({ name, ...source }, place, keys));
    return name;
  }

  /** The first statement of a volume that is shared by a name; this one, when it is the first. */
  firstOf(shared: Shared): Shared {
    const first = this.shared.get(shared.name) ?? shared;
    this.shared.set(shared.name, first);
    return first;
  }

  /** All of them, the user's own first; undefined when there is none. */
  list(): readonly unknown[] | undefined {
    if (this.added.length === 0) return this.own.length === 0 ? undefined : this.own;
    return [...this.own, ...this.added];
  }

  private uniqueName(wanted: string, identity: string): string {
    const isLabel = label1123(wanted) === undefined;
    if (isLabel && !this.names.has(wanted)) return wanted;
    const stem = (isLabel ? wanted : (toLabel1123(wanted) ?? 'volume')).slice(0, 54).replace(/-+$/, '');
    return `${stem}-${shortHash(identity)}`;
  }
}

/** Eight hexadecimal digits that stand for a text. */
export const shortHash = (text: string): string => sha256(text).slice(0, 8);

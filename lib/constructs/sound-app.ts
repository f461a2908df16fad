// What an app looked like when nothing was wrong with it. cdk8s' own App validates everything again for each of its charts, when nothing has
// changed: objects of ours know whether something was done to them, so that they need not be looked at again.
import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { copy, isUnchanged } from './copy';
import type { ManifestObject } from './manifest-object';
import { sharedParts } from './shared-parts';
import { changesOf } from './stated';

/** What our constructs emitted, and what from. */
interface Made {
  readonly props: unknown;
  readonly objects: readonly ManifestObject[];
}

/** An app in which everything was sound, and whether it still is. */
export class SoundApp {
  private readonly targets: number;
  /** Objects that know what was done to them, and how often something was. */
  private readonly known: readonly (readonly [object: ManifestObject, changes: number])[];
  /** Parts of props that are parts of objects too, and may be changed from outside. */
  private readonly shared: readonly (readonly [part: object, before: unknown])[];
  /** All other objects: of others, and patched. */
  private readonly asked: readonly (readonly [object: ApiObject, before: unknown])[];

  /**
   * @param tree - All constructs, in their order.
   * @param others - Objects in the tree that are not ours.
   * @param dataOf - An object as it is now.
   */
  constructor(
    private readonly root: IConstruct,
    private readonly tree: readonly IConstruct[],
    made: readonly Made[],
    others: readonly ApiObject[],
    private readonly dataOf: (object: ApiObject) => unknown,
  ) {
    this.targets = changesOf(root);
    const isKnown = ({ changes }: ManifestObject): boolean => changes !== undefined;
    const ours = made.flatMap(({ objects }) => objects);
    this.known = ours.filter(isKnown).map((object) => [object, object.changes!]);
    this.shared = made.flatMap(({ props, objects }) => {
      const rendered = objects.filter(isKnown).map((object) => object.rendered);
      return sharedParts(props, rendered).map((part) => [part, copy(part)] as const);
    });
    this.asked = [...ours.filter((object) => !isKnown(object)), ...others].map((object) => [
      object,
      copy(dataOf(object)),
    ]);
  }

  /** Whether it is as it was. */
  get isUnchanged(): boolean {
    return (
      changesOf(this.root) === this.targets &&
      isTree(this.root, this.tree) &&
      this.known.every(([object, changes]) => object.changes === changes) &&
      this.shared.every(([part, before]) => isUnchanged(part, before)) &&
      this.asked.every(([object, before]) => isUnchanged(this.dataOf(object), before))
    );
  }
}

/** Whether these are the constructs from `root` downwards. */
function isTree(root: IConstruct, tree: readonly IConstruct[]): boolean {
  let index = 0;
  const visit = (construct: IConstruct): boolean => {
    if (tree[index++] !== construct) return false;
    for (const child of construct.node.children) if (!visit(child)) return false;
    return true;
  };
  return visit(root) && index === tree.length;
}

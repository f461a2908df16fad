// What is said of a scope and holds for everything below it: the nearest counts.
import type { IConstruct } from 'constructs';

/** How often something was said in a tree, by its root. */
const changes = new WeakMap<IConstruct, number>();

export class Stated<Value> {
  private readonly values = new WeakMap<IConstruct, Value>();

  say(scope: IConstruct, value: Value): void {
    const { root } = scope.node;
    this.values.set(scope, value);
    changes.set(root, changesOf(root) + 1);
  }

  at(construct: IConstruct): Value | undefined {
    for (let scope: IConstruct | undefined = construct; scope !== undefined; scope = scope.node.scope) {
      const value = this.values.get(scope);
      if (value !== undefined) return value;
    }
    return undefined;
  }
}

/** A number that grows when something more is said anywhere in the tree. */
export const changesOf = (root: IConstruct): number => changes.get(root) ?? 0;

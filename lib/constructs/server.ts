// Which Kubernetes an app is for: said of the app, a chart or any other scope, and the nearest counts.
import type { IConstruct } from 'constructs';
import { type Server, serverOf } from '../kube/server';

const targets = new WeakMap<IConstruct, Server>();
/** How often something was said in a tree, by its root. */
const changes = new WeakMap<IConstruct, number>();

/**
 * Says which Kubernetes everything below a scope is for. Without it what comes out is judged by all minors from 1.28 to 1.36, where what only some
 * of them refuse is a warning. Our {@link App} takes it as an option; this is for the stock App, and for a chart of its own.
 * @param kubernetes a minor such as `1.34`, or a range: `1.30-1.34`, `>=1.32`
 * @throws ProblemError when the text names no minor that we know
 * @example targetKubernetes(chart, '1.34');
 */
export function targetKubernetes(scope: IConstruct, kubernetes: string): void {
  targets.set(scope, serverOf(kubernetes));
  changes.set(scope.node.root, targetChanges(scope.node.root) + 1);
}

/** A number that grows when something in the tree gets another server. */
export const targetChanges = (root: IConstruct): number => changes.get(root) ?? 0;

/** The server by which a construct is judged. */
export function serverAt(construct: IConstruct): Server {
  for (const scope of construct.node.scopes.reverse()) {
    const server = targets.get(scope);
    if (server !== undefined) return server;
  }
  return serverOf(undefined);
}

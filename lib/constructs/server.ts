// Which Kubernetes an app is for: said of the app, a chart or any other scope, and the nearest counts.
import type { IConstruct } from 'constructs';
import { type Server, serverOf } from '../kube/server';
import { Stated } from './stated';

const targets = new Stated<Server>();

/**
 * Says which Kubernetes everything below a scope is for. Without it what comes out is judged by all minors from 1.28 to 1.36, where what only some
 * of them refuse is a warning. Our {@link App} takes it as an option; this is for the stock App, and for a chart of its own.
 * @param kubernetes a minor such as `1.34`, or a range: `1.30-1.34`, `>=1.32`
 * @throws ProblemError when the text names no minor that we know
 * @example targetKubernetes(chart, '1.34');
 */
export function targetKubernetes(scope: IConstruct, kubernetes: string): void {
  targets.say(scope, serverOf(kubernetes));
}

/** The server by which a construct is judged. */
export const serverAt = (construct: IConstruct): Server => targets.at(construct) ?? serverOf(undefined);

// The defaults of an organisation in an app: said of the app, a chart or any other scope; the nearer ones win.
import type { IConstruct } from 'constructs';
import { ProblemError } from '../report/problem-error';
import { defaultsProblems } from '../workload/check-defaults';
import { nearer } from '../workload/defaults';
import { defaultsAsText } from '../workload/model/certain-text';
import type { Defaults } from '../workload/model/defaults';

const said = new WeakMap<IConstruct, Defaults>();
/** Most apps have none: nobody looks for them then. */
let isAnySaid = false;
const workloads = new WeakSet<IConstruct>();

/**
 * Says what all workloads below a scope get that they do not state: labels, resources, a securityContext, …. Our {@link App} takes it as an option; this
 * is for the stock App, and for a chart of its own. Of a scope in another the inner one's win, key by key.
 * @throws ProblemError with everything that is wrong with the defaults; `conflict` when there are workloads below the scope already
 * @example
 * setDefaults(chart, {
 *   labels: { team: 'etl' },
 *   container: { resources: { memory: '256Mi' }, securityContext: { allowPrivilegeEscalation: false } },
 * });
 */
export function setDefaults(scope: IConstruct, defaults: Defaults): void {
  const problems = defaultsProblems(defaultsAsText(defaults)).map((problem) => ({
    ...problem,
    path: ['defaults', ...problem.path],
  }));
  if (problems.length > 0) throw new ProblemError(problems);
  const early = scope.node.findAll().find((construct) => workloads.has(construct));
  if (early !== undefined) {
    const message = `come too late for ${early.node.path}, which has been made without them`;
    const hint = 'Say them before the first workload';
    throw new ProblemError([{ code: 'conflict', severity: 'error', path: ['defaults'], message, hint }]);
  }
  said.set(scope, defaults);
  isAnySaid = true;
}

/** What a workload gets that it does not state. */
export function defaultsOf(workload: IConstruct): Defaults | undefined {
  workloads.add(workload);
  if (!isAnySaid) return undefined;
  let all: Defaults | undefined;
  for (const scope of workload.node.scopes) {
    const defaults = said.get(scope);
    if (defaults !== undefined) all = nearer(defaults, all);
  }
  return all;
}

// From a workload as data to Kubernetes objects: shape, rendering, and the API server's rules, each walked once, with one report.
import type { KubeObject } from '../kube/object';
import { ignored, ignoredIn } from '../kube/ignored';
import { serverOf } from '../kube/server';
import type { CheckOptions } from '../kube/validate';
import { errorsOf, type Problem } from '../report/problem';
import { ProblemError } from '../report/problem-error';
import { Report } from '../report/report';
import { fitWorkload } from './fit';
import { judge, naming } from './judge';
import type { Workload } from './model/workload';
import { objectsOf, type Rendered, renderWorkload } from './render/workload';

/**
 * Renders a workload to plain Kubernetes objects. Needs no cdk8s.
 * @throws ProblemError with everything that is wrong, at the workload's fields: shapes, references, and whatever the API server would refuse
 * @example toManifests({ kind: 'Job', name: 'hello', containers: { main: { image: 'busybox:1.28' } } })
 */
export function toManifests(workload: Workload, options: CheckOptions = {}): KubeObject[] {
  const { objects, problems } = renderAndJudge(workload, options);
  const errors = errorsOf(problems);
  if (errors.length > 0) throw new ProblemError(errors);
  return objects;
}

/** Everything that is wrong with, or surprising in, a workload; the checks of {@link toManifests} without throwing. */
export const checkWorkload = (workload: unknown, options: CheckOptions = {}): Problem[] =>
  renderAndJudge(workload, options).problems;

/** The objects of a workload and all problems. With errors among them the objects are what could be made of the rest. */
export function renderAndJudge(
  workload: unknown,
  { kubernetes }: CheckOptions = {},
): { objects: KubeObject[]; problems: Problem[] } {
  const report = new Report(false, undefined, serverOf(kubernetes));
  const rendered = render(workload, report);
  if (rendered === undefined) return { objects: [], problems: report.problems };
  judge(rendered, report);
  const asked = ignoredIn(rendered.main);
  const problems = asked === undefined ? report.problems : ignored(report.problems, asked);
  return { objects: objectsOf(rendered), problems: [...naming(rendered.main, problems)] };
}

/** Renders whatever should be a workload: its shape is reported, and what is wrong left out. Undefined where not even its kind can be told. */
export function render(workload: unknown, report: Report): Rendered | undefined {
  const fitting = fitWorkload(workload, report);
  return fitting && renderWorkload(fitting, report);
}

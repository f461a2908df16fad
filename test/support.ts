// The harness that makes a case its data. What workloads and constructs emit by way of it is kept: test/emitted.judged.test.ts has it judged
// by the API servers, and all of it must be taken.
import { App, Chart } from 'cdk8s';
import type { KubeObject } from '../lib/kube/object';
import { printPath } from '../lib/report/print';
import type { Problem } from '../lib/report/problem';
import { checkWorkload, toManifests as render } from '../lib/workload/manifests';
import type { Workload } from '../lib/workload/model/workload';

/** What was emitted, as JSON, each object once. */
export const emitted = new Set<string>();

/** Keeps what was emitted for the judges. */
export function keep<Objects extends readonly object[]>(objects: Objects): Objects {
  for (const object of objects) if (emitted.size < 20_000) emitted.add(JSON.stringify(object));
  return objects;
}

/** The objects of a workload. */
export const toManifests = (workload: Workload): KubeObject[] => keep(render(workload));

/** A chart in a new app, in the namespace `ns` when one is given. */
export const chartOf = (namespace?: string): Chart =>
  new Chart(new App(), 'test', { ...(namespace !== undefined && { namespace }), disableResourceNameHashes: true });

/** The objects that a chart writes after `build` has filled it. */
export function synth(build: (chart: Chart) => void, namespace?: string): KubeObject[] {
  const chart = chartOf(namespace);
  build(chart);
  return keep(chart.toJson() as KubeObject[]);
}

/** The text of the error that is thrown; '' when none is. */
export function thrown(action: () => unknown): string {
  try {
    action();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

/** The text of the error that a synth throws; '' when it does not. */
export const synthError = (build: (chart: Chart) => void): string => thrown(() => synth(build));

/** A Job with one container, which gets what is given. */
export const jobWith = (container: object, job: object = {}): Workload =>
  ({ kind: 'Job', name: 'echo', containers: { main: { image: 'busybox:1.28', ...container } }, ...job }) as Workload;

/** A Service with one container, which gets what is given. */
export const serviceWith = (container: object, service: object = {}): Workload =>
  ({
    kind: 'Service',
    name: 'web',
    containers: { main: { image: 'nginx:1.27', ...container } },
    ...service,
  }) as Workload;

/** Code and path of each error of a workload, one a line: `bad-name containers.Main`. */
export const errorsIn = (workload: unknown): string[] =>
  checkWorkload(workload)
    .filter(({ severity }) => severity === 'error')
    .map(brief);

/** `bad-name containers.Main`. */
export const brief = ({ code, path }: Problem): string => `${code} ${printPath(path)}`.trim();

/** The object of a kind that a workload becomes. */
export function objectOf(workload: Workload, kind: string): KubeObject {
  const found = toManifests(workload).filter((object) => object.kind === kind);
  if (found.length !== 1) throw new Error(`${found.length} objects of kind ${kind}`);
  return found[0]!;
}

/** The first container of what a workload becomes. */
export function containerOf(workload: Workload): Record<string, unknown> {
  const main = toManifests(workload).find(({ kind }) => ['Job', 'CronJob', 'Deployment'].includes(kind))!;
  return (podSpecOf(main).containers as Record<string, unknown>[])[0]!;
}

/** The pod spec inside a Job, CronJob or Deployment. */
export function podSpecOf({ kind, spec }: KubeObject): Record<string, unknown> {
  type Templated = { template: { spec: Record<string, unknown> }; jobTemplate: { spec: Templated } };
  const outer = spec as Templated;
  return (kind === 'CronJob' ? outer.jobTemplate.spec : outer).template.spec;
}

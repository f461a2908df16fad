// Which cluster a chart is for. Objects collide, and are looked at together, only within what is applied together.
import { type App, Chart, YamlOutputType } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { EVERYWHERE, type Home } from '../kube/set/home';
import { ProblemError } from '../report/problem-error';
import { Stated } from './stated';

const clusters = new Stated<string>();

/**
 * Says for which cluster (or environment) a chart is, or all charts of a scope: objects of different clusters may have the same names, and are not
 * looked at together. Charts of the same cluster are one whole. Without it, charts that have an object in common are taken for different clusters,
 * with a warning; a chart without a cluster, beside charts with one, is for each of them.
 * @param scope a chart or any scope of charts; the nearest counts
 * @param cluster any name; it stands in no manifest
 * @throws ProblemError when the scope is inside a chart, which is written as a whole, or the name is empty
 * @example targetCluster(chart, 'eu');
 */
export function targetCluster(scope: IConstruct, cluster: string): void {
  const wrong = (code: 'forbidden' | 'wrong-type', message: string): ProblemError =>
    new ProblemError([
      { code, severity: 'error', path: ['cluster'], value: cluster, message, construct: scope.node.path },
    ]);
  if (typeof cluster !== 'string' || cluster === '') throw wrong('wrong-type', 'must be the name of a cluster');
  if (!Chart.isChart(scope) && scope.node.scopes.some((each) => Chart.isChart(each))) {
    throw wrong('forbidden', 'cannot be said of a part of a chart, which is written as a whole');
  }
  clusters.say(scope, cluster);
}

/** What the user said of a chart. */
export const clusterAt = (chart: Chart): string | undefined => clusters.at(chart);

/** Where the objects of charts are written; all in one where the app writes all of them into one file, or one folder. */
export function homesIn(root: IConstruct): (chart: Chart) => Home {
  const { yamlOutputType } = root as Partial<App>;
  if (yamlOutputType === YamlOutputType.FILE_PER_APP || yamlOutputType === YamlOutputType.FILE_PER_RESOURCE) {
    return () => EVERYWHERE;
  }
  const homes = new Map<Chart, Home>();
  return (chart) => {
    let home = homes.get(chart);
    if (home === undefined) {
      const cluster = clusterAt(chart);
      homes.set(chart, (home = { path: chart.node.path, ...(cluster !== undefined && { cluster }) }));
    }
    return home;
  };
}

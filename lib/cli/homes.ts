// What of the input is applied together: a folder, but of cdk8s' files in it each is a chart of its own.
import { dirname, normalize, sep } from 'node:path';
import { EVERYWHERE, type Home } from '../kube/set/home';

const CHART = /\.k8s\.(?:ya?ml|json)$/i;

export class Homes {
  /** Files come one after the other, in pieces. */
  private last: { readonly file: string; readonly home: Home } | undefined;

  /** Where the manifests of a file are written. Standard input goes with everything. */
  of(file: string): Home {
    if (this.last?.file !== file) this.last = { file, home: homeOf(file) };
    return this.last.home;
  }
}

function homeOf(file: string): Home {
  if (file === '-') return EVERYWHERE;
  const path = normalize(CHART.test(file) ? file : dirname(file));
  return path === '.' ? EVERYWHERE : { path: path.split(sep).join('/') };
}

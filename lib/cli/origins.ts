// Where a field of a workload is to be found in the Kubernetes objects that it becomes: the way back of what places problems.
import { refOf } from '../kube/set/identity';
import { printObject } from '../report/print';
import type { Path } from '../report/problem';
import { Report } from '../report/report';
import { render } from '../workload/manifests';
import type { Workload } from '../workload/model/workload';
import { objectsOf } from '../workload/render/workload';

/** A place in a Kubernetes object. */
export interface Place {
  /** `Deployment data/web`. */
  readonly object: string;
  readonly path: Path;
}

interface Leaf extends Place {
  /** The field of the workload that it was made from. */
  readonly from: Path;
}

/** For a workload: from a field to the places that were made from it. */
export function originTable(workload: Workload): (field: Path) => Place[] {
  const rendered = render(workload, new Report());
  const objects = rendered === undefined ? [] : objectsOf(rendered);
  const leaves = objects.flatMap((object): Leaf[] => {
    const ref = refOf(object);
    const name = ref === undefined ? '' : printObject(ref);
    return pathsIn(object).map((path) => ({ object: name, path, from: rendered!.origins.pathOf(object, path) }));
  });
  return (field) => {
    if (field.length === 1 && field[0] === 'kind') return [];
    const found = new Map<string, Place>();
    for (const { object, path, from } of leaves) {
      if (!startsWith(from, field)) continue;
      const place = withoutEnd(path, from.slice(field.length));
      found.set(JSON.stringify([object, place]), { object, path: place });
    }
    // What lies inside another place goes without saying.
    return [...found.values()].filter(
      ({ object, path }) => !path.some((_, length) => found.has(JSON.stringify([object, path.slice(0, length)]))),
    );
  };
}

/** The paths of all values that are neither maps nor lists, or empty ones. */
function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Array.isArray(value)
    ? value.map((item, index): [number, unknown] => [index, item])
    : Object.entries(value);
  return inner.length === 0 ? [path] : inner.flatMap(([key, item]) => pathsIn(item, [...path, key]));
}

/** `*` is any key. */
const startsWith = (path: Path, start: Path): boolean =>
  start.every((key, index) => path[index] === key || (key === '*' && path[index] !== undefined));

/** The path without `end`, as far as it ends so: `metadata.labels` for the label `app` of the labels. */
function withoutEnd(path: Path, end: Path): Path {
  let same = 0;
  while (same < end.length && path[path.length - 1 - same] === end[end.length - 1 - same]) same++;
  return path.slice(0, path.length - same);
}

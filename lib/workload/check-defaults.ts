// What is wrong with defaults by themselves, found before any workload gets them: said once, not at each.
import type { CheckOptions } from '../kube/validate';
import { isPlainObject } from '../report/data';
import { errorsOf, type Path, type Problem } from '../report/problem';
import { shapeProblems } from '../shape/shape';
import { fillIn } from './defaults';
import { checkWorkload } from './manifests';
import { type Defaults, defaultsSchema } from './model/defaults';

/** Everything that is wrong with defaults, whatever workload gets them. */
export function defaultsProblems(defaults: unknown, options: CheckOptions = {}): readonly Problem[] {
  const shape = shapeProblems(defaultsSchema, defaults);
  if (shape.length > 0 || !isPlainObject(defaults)) return shape;
  const found = (['Job', 'Service'] as const).flatMap((kind) => {
    const workload = kind === 'Job' ? { ...WORKLOAD, schedule: '@daily' } : WORKLOAD;
    const problems = checkWorkload({ kind, ...fillIn(kind, workload, defaults as Defaults) }, options);
    return errorsOf(problems).map(({ object: _, lost: __, ...problem }) => ({
      ...problem,
      path: placeOf(kind, problem.path),
    }));
  });
  const said = new Set<string>();
  return found.filter(({ path, code, message }) => {
    const key = JSON.stringify([path, code, message]);
    return !said.has(key) && said.add(key);
  });
}

/** That any default can be filled into. */
const WORKLOAD = {
  name: 'defaults',
  containers: { container: { image: 'image:1' } },
};

function placeOf(kind: 'Job' | 'Service', path: Path): Path {
  const [first] = path;
  if (first === 'containers') return ['container', ...path.slice(2)];
  return first === 'labels' || first === 'annotations' || first === 'pod' ? path : [kind.toLowerCase(), ...path];
}

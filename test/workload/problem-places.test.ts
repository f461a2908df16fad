// What we refuse is reported at a place that the workload has.
import fc, { runs } from '../property';
import { printProblem } from '../../lib/report/print';
import type { Path, Problem } from '../../lib/report/problem';
import { renderAndJudge } from '../../lib/workload/manifests';
import { cronJobs, jobs, services } from './arbitrary';

jest.setTimeout(120_000);

const kinds = [
  ['Job', jobs],
  ['CronJob', cronJobs],
  ['Service', services],
] as const;

test.each(kinds)('the problems of a %s are at places that it has', (_, workloads) => {
  fc.assert(
    fc.property(workloads, (workload) => {
      for (const problem of renderAndJudge(workload).problems) {
        const lost = lostPart(workload, problem);
        if (lost !== undefined) throw new Error(`${lost} is no place: ${printProblem(problem)}`);
      }
    }),
    { numRuns: runs(500) },
  );
});

/** The first key on the way that the workload does not have; the last may be one that should be there. */
function lostPart(workload: unknown, { path, code }: Problem): Path[number] | undefined {
  let value = workload;
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) {
      const isMissing = depth === path.length - 1 && MISSING.has(code);
      return isMissing ? undefined : key;
    }
    value = (value as Record<string | number, unknown>)[key];
  }
  return undefined;
}

const MISSING = new Set(['required', 'open-route']);

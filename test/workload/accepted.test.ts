// What we take, the API servers take; what we refuse is reported at a place that the workload has.
import fc from 'fast-check';
import { printProblem } from '../../lib/report/print';
import { errorsOf, type Path, type Problem } from '../../lib/report/problem';
import { renderChecked } from '../../lib/workload/manifests';
import { judge } from '../oracle/oracle';
import { cronJobs, jobs, services } from './arbitrary';

jest.setTimeout(120_000);

const kinds = [
  ['Job', jobs],
  ['CronJob', cronJobs],
  ['Service', services],
] as const;

test.each(kinds)('a %s that we take, the API servers take', async (_, workloads) => {
  const accepted: object[] = [];
  let taken = 0;
  fc.assert(
    fc.property(workloads, (workload) => {
      const { objects, problems } = renderChecked(workload);
      if (errorsOf(problems).length > 0) return;
      taken++;
      accepted.push(...objects);
    }),
    { numRuns: 1500 },
  );
  expect(taken).toBeGreaterThan(700);
  expect(await judge(accepted)).toEqual([]);
});

test.each(kinds)('the problems of a %s are at places that it has', (_, workloads) => {
  fc.assert(
    fc.property(workloads, (workload) => {
      for (const problem of renderChecked(workload).problems) {
        const lost = lostPart(workload, problem);
        if (lost !== undefined) throw new Error(`${lost} is no place: ${printProblem(problem)}`);
      }
    }),
    { numRuns: 1500 },
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

// What we take for all API servers, all of them take.
import fc, { runs } from '../property';
import { errorsOf } from '../../lib/report/problem';
import { renderAndJudge } from '../../lib/workload/manifests';
import { judge } from '../oracle/oracle';
import { oldest } from '../tools/build';
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
      const { objects, problems } = renderAndJudge(workload, { kubernetes: `>=${oldest}` });
      if (errorsOf(problems).length > 0) return;
      taken++;
      accepted.push(...objects);
    }),
    { numRuns: runs(1500) },
  );
  expect(taken).toBeGreaterThan(700);
  expect(await judge(accepted)).toEqual([]);
});

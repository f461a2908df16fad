// The golden cases: test/workload/cases/<behaviour>/ holds input.json (a workload as data, or a list of them) or input.ts (a chart of
// constructs), and what is expected.
import { Chart, App as StockApp } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from '../../lib/constructs/app';
import { warningsOf } from '../../lib/constructs/app-check';
import { printProblem } from '../../lib/report/print';
import { errorsOf } from '../../lib/report/problem';
import { writeYamlDocuments } from '../../lib/text/write-yaml';
import { checkWorkload, toManifests } from '../../lib/workload/manifests';
import type { Workload } from '../../lib/workload/model/workload';
import { goldens, type Outcome } from '../goldens';

jest.setTimeout(60_000);

goldens(join(__dirname, 'cases'), ({ file }) => {
  const data = file('input.json');
  return data === undefined ? ofChart(file('input.ts')!) : ofData(data);
});

function ofData(file: string): Outcome {
  const workloads = [JSON.parse(readFileSync(file, 'utf8'))].flat() as Workload[];
  const problems = workloads
    .flatMap((workload) => checkWorkload(workload))
    .filter(({ severity }) => severity !== 'note');
  const refused = errorsOf(problems).length > 0;
  return {
    yaml: refused ? undefined : writeYamlDocuments(workloads.flatMap((workload) => toManifests(workload))),
    problems: problems.map((problem) => `${printProblem(problem)}\n`).join(''),
  };
}

/** What our App writes; cdk8s' own must write the same objects, or refuse with the same words. */
function ofChart(file: string): Outcome {
  const { build } = require(file) as { build: (chart: Chart) => void };
  const ours = synth(App, build);
  const stock = synth(StockApp, build);
  expect(stock.problems).toEqual(ours.problems);
  expect(stock.yaml && loadAll(stock.yaml)).toEqual(ours.yaml && loadAll(ours.yaml));
  return ours;
}

function synth(AnyApp: typeof StockApp, build: (chart: Chart) => void): Outcome {
  const outdir = mkdtempSync(join(tmpdir(), 'cases-'));
  try {
    const app = new AnyApp({ outdir });
    build(new Chart(app, 'case', { namespace: 'data', labels: { team: 'etl' }, disableResourceNameHashes: true }));
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    try {
      app.synth();
    } finally {
      stderr.mockRestore();
    }
    const files = readdirSync(outdir).sort();
    const yaml = files.map((each) => readFileSync(join(outdir, each), 'utf8')).join('---\n');
    return {
      yaml,
      problems: warningsOf(app)
        .map((warning) => `${printProblem(warning)}\n`)
        .join(''),
    };
  } catch (error) {
    return { yaml: undefined, problems: `${(error as Error).message}\n` };
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

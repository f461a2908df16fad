// The golden cases: test/dialects/<dialect>/cases/<behaviour>/ holds input.*, perhaps options.json, and expected.yaml or problems.txt.
// A missing expectation fails; only UPDATE=1 writes one.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, type ReadOptions } from '../../lib/read';
import { printProblem } from '../../lib/report/print';
import { writeYamlDocuments } from '../../lib/text/write-yaml';

const dialects = readdirSync(__dirname, { withFileTypes: true }).filter((entry) =>
  existsSync(join(__dirname, entry.name, 'cases')),
);

describe.each(dialects.map(({ name }) => name))('%s', (dialect) => {
  const cases = join(__dirname, dialect, 'cases');
  test.each(readdirSync(cases).sort())('%s', (behaviour) => {
    const folder = join(cases, behaviour);
    const input = readdirSync(folder).find((file) => file.startsWith('input.'))!;
    const optionsFile = join(folder, 'options.json');
    const options = existsSync(optionsFile) ? (JSON.parse(readFileSync(optionsFile, 'utf8')) as ReadOptions) : {};
    const { workloads, problems } = read(readFileSync(join(folder, input)), { ...options, file: input });
    const shown = problems
      .filter(({ severity }) => severity !== 'note')
      .map((problem) => `${printProblem(problem)}\n`)
      .join('');
    const refused = problems.some(({ severity }) => severity === 'error');
    const files = {
      'expected.yaml': refused ? undefined : writeYamlDocuments(workloads.flatMap(({ manifests }) => manifests)),
      'problems.txt': shown === '' ? undefined : shown,
    };
    for (const [file, actual] of Object.entries(files)) {
      const path = join(folder, file);
      if (process.env.UPDATE === '1' && actual !== undefined) writeFileSync(path, actual);
      const expected = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
      expect({ file, text: actual }).toEqual({ file, text: expected });
    }
  });
});

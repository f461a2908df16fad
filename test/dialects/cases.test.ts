// The golden cases of the dialects: test/dialects/<dialect>/cases/<behaviour>/ holds input.*, perhaps options.json, and what is expected.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read, type ReadOptions } from '../../lib/read';
import { printProblem } from '../../lib/report/print';
import { writeYamlDocuments } from '../../lib/text/write-yaml';
import { goldens } from '../goldens';

const dialects = readdirSync(__dirname).filter((name) => existsSync(join(__dirname, name, 'cases')));

describe.each(dialects)('%s', (dialect) => {
  goldens(join(__dirname, dialect, 'cases'), ({ file }) => {
    const input = file('input.')!;
    const settings = file('options.json');
    const options = settings === undefined ? {} : (JSON.parse(readFileSync(settings, 'utf8')) as ReadOptions);
    const { workloads, problems } = read(readFileSync(input), { ...options, file: basename(input) });
    const refused = problems.some(({ severity }) => severity === 'error');
    return {
      yaml: refused ? undefined : writeYamlDocuments(workloads.flatMap(({ manifests }) => manifests)),
      problems: problems
        .filter(({ severity }) => severity !== 'note')
        .map((problem) => `${printProblem(problem)}\n`)
        .join(''),
    };
  });
});

// import: documents → the TypeScript of a cdk8s app that uses the constructs, and synthesizes what `convert` writes.
import { basename, dirname, resolve } from 'node:path';
import type { ReadWorkload } from '../read';
import { errorsOf } from '../report/problem';
import { readAllDocuments } from './documents';
import { nothingRead, refuseInput } from './inputs';
import { count, printProblems } from './print-problems';
import { treeOf } from './source-comments';
import { tidied } from './tidy';
import { printCall, quoted } from './typescript';
import { type Run, UsageError } from './verb';
import { writeNew } from './write-file';

export const importSource: Run = async (args, io) => {
  const { output = '-' } = args.flags;
  if (output.endsWith('/')) throw new UsageError('-o is a file: -o main.ts', 'Like this: -o main.ts');
  refuseInput(output, args, io);
  const workloads: ReadWorkload[] = [];
  let errors = 0;
  for await (const result of readAllDocuments(args, io)) {
    workloads.push(...result.workloads);
    errors += errorsOf(result.problems).length;
    await printProblems(
      result.problems.filter(({ severity }) => severity !== 'note'),
      io.stderr,
      io,
    );
  }
  if (errors > 0) {
    await io.stderr.write(`${count(errors, 'error')}; nothing was written\n`);
    return 1;
  }
  if (workloads.length === 0) {
    await io.stderr.write(nothingRead(args));
    return 0;
  }
  const source = sourceOf(workloads);
  if (output === '-') await io.stdout.write(source);
  else await writeNew(output, io, source);
  return 0;
};

/** The source of an app with all workloads in one chart. */
function sourceOf(workloads: readonly ReadWorkload[]): string {
  const [first] = workloads;
  const namespace = first?.workload.namespace;
  const common = namespace !== undefined && workloads.every(({ workload }) => workload.namespace === namespace);
  const kinds = [...new Set(workloads.map(({ workload }) => workload.kind))].sort();
  const ids = new Set<string>();
  const calls = workloads.map(({ workload, manifests, source, comments }) => {
    const { kind, ...props } = tidied(workload, manifests);
    if (common) delete props.namespace;
    const id = uniqueId(workload.name ?? '', kind, ids);
    const tree = treeOf(props, comments);
    const head = commentOf(source.file) + tree.before.map((comment) => `${comment}\n`).join('');
    return `${head}${printCall(`new ${kind}`, ['chart', quoted(id)], props, tree)};\n`;
  });
  const chart = printCall('new Chart', ['app', quoted(chartName(workloads))], common ? { namespace } : undefined);
  return `import { Chart } from 'cdk8s';
import { App, ${kinds.join(', ')} } from 'cdk8s-kam';

const app = new App();
const chart = ${chart};

${calls.join('\n')}
app.synth();
`;
}

/** Where it came from, on one line. */
const commentOf = (file: string | undefined): string =>
  file === undefined || file === '-' ? '' : `// ${file.replace(/[\p{C}\p{Z}]/gu, ' ')}\n`;

function uniqueId(name: string, kind: string, taken: Set<string>): string {
  const base = name === '' ? kind.toLowerCase() : name;
  let id = base;
  for (let nth = 1; taken.has(id); nth++) id = nth === 1 ? `${base}-${kind.toLowerCase()}` : `${base}-${nth}`;
  taken.add(id);
  return id;
}

/** Files whose folder has the better name. */
const FOLDER_NAMES = /^(?:manifest\.\w+|(?:main|base)\.k)$/;

/** After the one file, or its folder where all files have that name; `workloads` for many. */
function chartName(workloads: readonly ReadWorkload[]): string {
  const files = new Set(workloads.map(({ source }) => source.file));
  const [file] = files;
  if (files.size !== 1 || file === undefined || file === '-') return 'workloads';
  const base = basename(file);
  const name = FOLDER_NAMES.test(base) ? basename(dirname(resolve('/', file))) : base.replace(/\.\w+$/, '');
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  return label === '' ? 'workloads' : label;
}

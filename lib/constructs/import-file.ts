// importFile, importText: documents of any dialect become Job and Service constructs.
import { Construct } from 'constructs';
import type { ImageToBuild } from '../dialects/dialect';
import { read, type ReadOptions, readSources, type ReadResult, type ReadWorkload } from '../read';
import { printProblem } from '../report/print';
import type { Note, Problem } from '../report/problem';
import { filesOf, readDocumentFiles } from '../text/files';
import { Job } from './job';
import { Service } from './service';
import { locators, type WorkloadConstruct } from './workload-construct';

/** How documents are imported: {@link ReadOptions} but the file's name, which is known. */
export type ImportOptions = Omit<ReadOptions, 'file'>;

/** The files or the text that were imported. */
export class Imported extends Construct {
  /** The workloads, in the order of the documents. */
  readonly workloads: readonly WorkloadConstruct[];
  /** What happened to the documents' keys: mapped, defaulted, ignored. */
  readonly notes: readonly Note[];
  /** Images that are to be built from the documents' own folders. */
  readonly images: readonly ImageToBuild[];

  /** @internal */
  constructor(scope: Construct, id: string, results: readonly ReadResult[], problems: readonly Problem[] = []) {
    super(scope, id);
    this.notes = results.flatMap((result) => result.notes);
    this.images = results.flatMap((result) => result.images);
    const taken = new Set<string>();
    this.workloads = results.flatMap((result) => result.workloads.map((each) => this.build(each, taken)));
    const unread = [...problems, ...results.flatMap(documentProblems)].filter(({ severity }) => severity === 'error');
    if (unread.length > 0) this.node.addValidation({ validate: () => unread.map(printProblem) });
  }

  private build({ workload, locate }: ReadWorkload, taken: Set<string>): WorkloadConstruct {
    const { kind, ...props } = workload;
    locators.set(props, locate);
    const id = uniqueId(props.name ?? kind.toLowerCase(), taken);
    return kind === 'Job' ? new Job(this, id, props) : new Service(this, id, props);
  }
}

/** Problems of the documents as such; those of their workloads are found again by the constructs, after the user's patches. */
const documentProblems = (result: ReadResult): readonly Problem[] => {
  const ofWorkloads = new Set(result.workloads.flatMap(({ problems }) => problems));
  return result.problems.filter((problem) => !ofWorkloads.has(problem));
};

function uniqueId(wanted: string, taken: Set<string>): string {
  const name = wanted === '' ? 'workload' : wanted.slice(0, 100);
  let id = name;
  for (let count = 2; taken.has(id); count++) id = `${name}-${count}`;
  taken.add(id);
  return id;
}

/**
 * Imports documents of any dialect as constructs: a file, all `.json`, `.jsonl`, `.ndjson`, `.yaml`, `.yml` and `.k` files of a folder, or
 * a glob. The KCL sources of one folder are a stack and are read together.
 *
 * Problems are reported at `synth`, at the documents' own keys with file, line and column.
 * @param path relative to the working directory, as with cdk8s' Include
 * @example importFile(chart, 'tasks/gstogs/manifest.json', { namespace: 'data' });
 */
export function importFile(scope: Construct, path: string, options: ImportOptions = {}): Imported {
  const cwd = process.cwd();
  const { files, problem } = filesOf(path, cwd);
  const found = files.map((each) => readDocumentFiles(each, cwd));
  const results = found.flatMap((each) => ('sources' in each ? [readSources(each.sources, options)] : []));
  const unread = found.flatMap((each) => ('problem' in each ? [each.problem] : []));
  return new Imported(scope, path, results, problem === undefined ? unread : [problem, ...unread]);
}

/**
 * Imports documents of any dialect from a text, as constructs.
 * @param id of the construct; also names the text in messages
 */
export const importText = (
  scope: Construct,
  id: string,
  text: string | Uint8Array,
  options: ImportOptions = {},
): Imported => new Imported(scope, id, [read(text, { ...options, file: id })]);

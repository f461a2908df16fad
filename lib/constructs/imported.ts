// What documents of any dialect have in common when they are imported: their workloads become Job and Service constructs.
import { Construct } from 'constructs';
import type { ImageToBuild } from '../dialects/dialect';
import { serverOf } from '../kube/server';
import {
  convertDocuments,
  type ConvertedDocument,
  type LocatedWorkload,
  type ReadOptions,
  wrongOptions,
} from '../read';
import type { Note, Problem } from '../report/problem';
import { type NamedText, type ParsedText, parseStack, parseText, splitItems } from '../text/parse';
import { sayAtSynth } from './app-check';
import { Job } from './job';
import { Service } from './service';
import type { From, WorkloadConstruct } from './workload-construct';
import { classBelow, keepPlace } from './written-at';

/** How documents are imported: {@link ReadOptions} but the file's name, which is known. */
export type ImportOptions = Omit<ReadOptions, 'file'>;

/** Texts, or the KCL sources of a stack, which are read together; a problem in the place of what cannot be read. */
type Sources = readonly (readonly NamedText[] | Problem)[];

/**
 * Documents that were imported. Problems are reported at `synth`, at the documents' own keys with file, line and column.
 * See {@link ImportedFile} and {@link ImportedText}.
 */
export abstract class Imported extends Construct {
  /** The workloads, in the order of the documents. */
  readonly workloads: readonly WorkloadConstruct[];
  readonly #documents: readonly ConvertedDocument[];
  /** Images that are to be built from the documents' own folders. */
  readonly images: readonly ImageToBuild[];

  /** @internal */
  protected constructor(scope: Construct, id: string, sources: Sources, options: ImportOptions);
  protected constructor(scope: Construct, id: string);
  protected constructor(scope: Construct, id: string, sources: Sources = [], options: ImportOptions = {}) {
    super(scope, id);
    keepPlace(this, classBelow(Imported, this));
    const problems: Problem[] = [...wrongOptions(options)];
    const read = problems.length > 0 ? [] : sources;
    const documents = read.flatMap((source): readonly ConvertedDocument[] => {
      if ('code' in source) {
        problems.push(source);
        return [];
      }
      const parsed = parsedOf(source);
      const converted = convertDocuments(parsed.documents, options);
      // What is wrong with the documents as such; what their workloads add is said of these, after the user's patches.
      problems.push(...parsed.problems, ...converted.flatMap(({ report }) => report.problems));
      return converted;
    });
    this.#documents = documents;
    this.images = documents.flatMap(({ images }) => images);
    const taken = new Set<string>();
    const server =
      documents.length === 0 || options.kubernetes === undefined ? undefined : serverOf(options.kubernetes);
    this.workloads = documents.flatMap(({ workloads }) =>
      workloads.map((each) =>
        newWorkload(this, uniqueId(each.workload, taken), each.workload, { report: each.report, server }),
      ),
    );
    if (problems.length > 0) sayAtSynth(this, problems);
  }

  /** What happened to the documents' keys: mapped, defaulted, ignored. */
  get notes(): readonly Note[] {
    return this.#documents.flatMap(({ notes }) => notes());
  }
}

function parsedOf(sources: readonly NamedText[]): ParsedText {
  const [first, ...others] = sources;
  if (first === undefined || others.length > 0) return parseStack(sources);
  const { documents, problems } = parseText(first.text, { file: first.file });
  return { documents: splitItems(documents), problems };
}

function newWorkload(
  scope: Construct,
  id: string,
  workload: LocatedWorkload['workload'],
  from: From,
): WorkloadConstruct {
  const { kind, ...props } = workload;
  return kind === 'Job' ? new Job(scope, id, props, from) : new Service(scope, id, props, from);
}

function uniqueId({ name, kind }: LocatedWorkload['workload'], taken: Set<string>): string {
  const wanted = name ?? kind.toLowerCase();
  const id = unusedId(wanted === '' ? 'workload' : wanted.slice(0, 100), (each) => taken.has(each));
  taken.add(id);
  return id;
}

/** The id itself, or with the first number behind it that makes it one of its own. */
export function unusedId(wanted: string, isTaken: (id: string) => boolean): string {
  let id = wanted;
  for (let count = 2; isTaken(id); count++) id = `${wanted}-${count}`;
  return id;
}

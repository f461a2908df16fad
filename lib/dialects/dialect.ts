// The contract of a dialect: other people's documents -> our workloads, data to data.
import type { Note, Path, Problem } from '../report/problem';
import type { JsonSchemaDraft } from '../shape/json-schema';
import type { Workload } from '../workload/model/workload';

/** The dialects that documents come in. */
export type DialectName = 'manifest' | 'sqs' | 'launcher' | 'kam';

export const DIALECT_NAMES: readonly DialectName[] = ['manifest', 'sqs', 'launcher', 'kam'];

/** What the caller may say beside the document; never taken from the environment. */
export interface DialectOptions {
  /** Namespace of every workload that does not state one. */
  readonly namespace?: string;
  /** Name of the workload in place of the document's own. */
  readonly name?: string;
  /** Labels added to every workload; a label of the document wins. */
  readonly labels?: Readonly<Record<string, string>>;
  /** What a key or setting means that neither the model nor Kubernetes can say. Default `error`. */
  readonly onLoss?: 'error' | 'warn';
}

/** Where a part of the model came from: what is found at `model`, or below it, is reported at `source`. */
export interface Trace {
  readonly model: Path;
  readonly source: Path;
}

/** One workload of a document. */
export interface ConvertedWorkload {
  readonly workload: Workload;
  /** Longest `model` prefix wins; what is left of the path is appended to `source` as far as the document has it. */
  readonly trace: readonly Trace[];
}

/** An image that the document asks to be built from its own folder. */
export interface ImageToBuild {
  readonly image: string;
  /** The build context: the folder of the document. */
  readonly context: string;
}

/** What a document became. All paths are paths of the document. */
export interface Converted {
  readonly workloads: readonly ConvertedWorkload[];
  readonly notes: readonly Note[];
  readonly problems: readonly Problem[];
  readonly images?: readonly ImageToBuild[];
}

/** A dialect: how it is told apart, what its documents look like and what they become. */
export interface Dialect<Options extends DialectOptions = DialectOptions> {
  readonly name: DialectName;
  /** In words, for the error that lists what was looked for: `an object with "type" and "labels"`. */
  readonly looksLike: string;
  /** Whether the document is of this dialect, by its shape alone; cheap, never throws. */
  readonly detect: (document: unknown) => boolean;
  /** Converts one document; checks its shape, never throws on any input. Wrong parts are reported and left out of the workload. */
  readonly convert: (document: unknown, options: Options) => Converted;
  /** JSON Schema of the documents, with descriptions. */
  readonly jsonSchema: (draft?: JsonSchemaDraft) => object;
}

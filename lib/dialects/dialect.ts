// The contract of a dialect: other people's documents -> our workloads, data to data.
import type { Note, Path } from '../report/problem';
import type { Report } from '../report/report';
import type { Schema } from '../shape/shape';
import type { Workload } from '../workload/model/workload';

/** The dialects that documents come in. */
export type DialectName = 'manifest' | 'sqs' | 'launcher' | 'kam';

/** What documents are called, in the order in which a document's shape is compared with the dialects. */
export const DOCUMENTS: Readonly<Record<DialectName, string>> = {
  manifest: 'manifest.json',
  sqs: 'SQS job messages',
  launcher: 'Posit Launcher jobs',
  kam: 'KAM workloads',
};

export const DIALECT_NAMES = Object.keys(DOCUMENTS) as readonly DialectName[];

/** What the caller may say beside the document, of whatever dialect it is; never taken from the environment. */
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
  /**
   * No two of one `model`. The longest one at or above a place counts; what is left of the path is appended to `source` as far as the
   * document has it.
   */
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
  readonly images?: readonly ImageToBuild[];
}

/** Something that has a JSON Schema, and a small, valid example of it. */
export interface Described {
  /** Its shape; made when it is asked for. */
  readonly schema: () => Schema;
  readonly example: unknown;
}

/** The shape of each option, so that none is without one. */
export type OptionShapes<Own> = { readonly [Key in keyof Required<Own>]: Schema<Own[Key]> };

/** A dialect: how it is told apart, what its documents look like and what they become. `Own` are the options that it has beside everybody's. */
export interface Dialect<Own extends object = object> extends Described {
  readonly name: DialectName;
  /** In words, for the error that lists what was looked for: `an object with "type" and "labels"`. */
  readonly looksLike: string;
  readonly options: OptionShapes<Own> & Readonly<Record<string, Schema>>;
  /** What becomes of each key of a document (a {@link Fates} of it, so that the compiler asks for a key that is new). */
  readonly fates: Readonly<Record<string, unknown>>;
  /** What else of the dialect has a JSON Schema, by its name: the bodies that are sent back. */
  readonly more?: Readonly<Record<string, Described>>;
  /** Whether the document is of this dialect, by its shape alone; cheap, never throws. */
  readonly detect: (document: unknown) => boolean;
  /**
   * Converts one document; checks its shape, never throws on any input. Wrong parts are reported and left out of the workload. Notes and traces,
   * which a sound document needs no more than anybody asks for them, are there only when they are to be kept.
   */
  readonly convert: (
    document: unknown,
    options: DialectOptions & Own,
    report: Report,
    keepsNotes: boolean,
  ) => Converted;
}

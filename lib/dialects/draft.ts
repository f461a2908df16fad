// The notebook of a conversion: where each part of a document went, what was filled in or left out, and what is wrong with it. A sound document
// has nobody who reads it, so that it is kept only by a conversion that somebody asks for it.
import { placeOf } from '../report/place';
import { printValue } from '../report/print';
import type { Code } from '../report/codes';
import type { Note, Path } from '../report/problem';
import type { Details, Report } from '../report/report';
import { misspeltKeys, prune, type Schema, shapeProblems } from '../shape/shape';
import type { DialectOptions, Trace } from './dialect';

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A value of which wrong parts were taken out: anything in it may be missing. */
export type Pruned<T> = T extends readonly (infer Item)[]
  ? readonly Pruned<Item>[]
  : T extends object
    ? string extends keyof T
      ? { readonly [Key in keyof T]: Pruned<T[Key]> }
      : { readonly [Key in keyof T]?: Pruned<T[Key]> }
    : T;

/** What becomes of a key that is set. */
export type Fate<Value, D> = (value: Pruned<NonNullable<Value>>, path: Path, draft: D) => void;

/** What becomes of each key of a map. */
export type Fates<T, D> = { readonly [Key in keyof Required<T>]: Fate<T[Key], D> };

/** Whether a value says anything: null, "", [] and {} do not. */
export const isSet = <T>(value: T | null | undefined): value is T =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  !(typeof value === 'object' && Object.keys(value).length === 0);

/** A document, or a workload of it, on its way; each dialect adds what it collects. All paths are paths of the document. */
export class Draft<Own extends object> {
  readonly notes: Note[] = [];
  /** Of two with the same model path the last one counts. */
  readonly trace: Trace[] = [];

  constructor(
    readonly options: DialectOptions & Own,
    readonly report: Report,
    private readonly keepsNotes: boolean,
  ) {}

  /** What happened to a key, for `explain`. */
  note(note: Note): void {
    if (this.keepsNotes) this.notes.push(note);
  }

  /** Where a part of the document went, for `explain`; problems of the model are reported there. */
  map(source: Path, model: Path, message?: string): void {
    if (!this.keepsNotes) return;
    this.note({ fate: 'mapped', path: source, to: model, ...(message !== undefined && { message }) });
    this.follow(source, model);
  }

  /** Where a part of the model came from, without a note of its own. Said again, the last one counts. */
  follow(source: Path, ...models: readonly Path[]): void {
    if (this.keepsNotes) for (const model of models) this.trace.push({ model, source });
  }

  /** A value that was filled in, where it could have been stated. */
  fill(path: Path, model: Path | undefined, message: string): void {
    this.note({ fate: 'defaulted', path, ...(model !== undefined && { to: model }), message });
  }

  ignore(path: Path, message: string): void {
    this.note({ fate: 'ignored', path, message });
  }

  /** What is simply wrong. Nothing more is said of what stands there. */
  refuse(code: Code, path: Path, message: string, details?: Details): void {
    this.report.shape(placeOf(path), code, message, details);
  }

  /** Everything that is wrong with a text of several parts, at one place. */
  refuseAll(path: Path, wrong: readonly (readonly [Code, string, Details?])[]): void {
    const place = placeOf(path);
    for (const [code, message, details] of wrong) this.report.error(place, code, message, details);
    this.report.silence(place);
  }

  warn(code: Code, path: Path, message: string, details?: Details): void {
    this.report.warning(placeOf(path), code, message, details);
  }

  /** A setting that neither the model nor Kubernetes can say. */
  lose(path: Path, message: string, details?: Details): void {
    this.loseAs('loss', path, message, details);
  }

  /** Whether something is wrong at, above or below a place, so that what is there is not all that was written. */
  isWrong(path: Path): boolean {
    return this.report.hasShapeProblem(placeOf(path));
  }

  /** The value without what is wrong with its shape, which is reported; an unknown key is a loss. */
  check(schema: Schema, value: unknown, base: Path = []): unknown {
    const problems = shapeProblems(schema, value);
    if (problems.length === 0) return value;
    if (this.options.onLoss !== 'warn')
      for (const path of misspeltKeys(problems, value)) this.report.silence(placeOf([...base, ...path]));
    for (const { code, path, message, ...details } of problems) {
      const place = [...base, ...path];
      if (code === 'unknown-key') this.loseAs(code, place, message, details);
      else this.refuse(code, place, message, details);
    }
    return prune(value, problems);
  }

  /** Hands each key of a map that is set to its fate. */
  each<T extends object>(fates: Fates<T, this>, map: Pruned<T>, base: Path = []): void {
    for (const key in fates) {
      if (!Object.hasOwn(map, key)) continue;
      const value = (map as { readonly [Key in keyof T]?: Pruned<T[Key]> })[key];
      if (value === undefined) continue;
      const path = [...base, key];
      if (isSet(value)) fates[key](value as Parameters<(typeof fates)[typeof key]>[0], path, this);
      else this.ignore(path, `${printValue(value)} means not set`);
    }
  }

  private loseAs(code: Code, path: Path, message: string, details?: Details): void {
    if (this.options.onLoss === 'warn') this.warn(code, path, message, details);
    else this.refuse(code, path, message, details);
  }
}

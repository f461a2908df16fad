// A set of valid objects of some kinds, from which manifests near every limit are made (../arbitrary.ts).
export type Fields = Record<string, unknown>;

/** Valid objects by a name for their kind, each made anew. */
export type Bases = Readonly<Record<string, readonly (() => Fields)[]>>;

/** What is worth trying in a field, by its name, or by `Type.name` where that is another thing in a type. */
export type Words = Readonly<Record<string, readonly unknown[]>>;

/** Valid objects of some types, for lists and fields that are new to an object. */
export type Examples = Readonly<Record<string, readonly Fields[]>>;

/** Keys worth trying in a map, by the name of its field. */
export type Keys = Readonly<Record<string, readonly string[]>>;

export interface ObjectSet {
  readonly bases: Bases;
  readonly words?: Words;
  readonly keys?: Keys;
  readonly examples?: Examples;
}

/** A text of `length` times the letter a. */
export const a = (length: number): string => 'a'.repeat(length);

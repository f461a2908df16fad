// The verdicts of the API servers on record, so that `npm test` needs none: what each minor says to the corpus and to generated objects, in
// recorded/*.jsonl (a file a set of kinds), written by `npm run record` and held against the servers by recorded.judged.test.ts.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Minor, MINORS, minorsIn, minorsText, only } from '../../lib/kube/api/minors';
import { apply, baseOf, type Edit } from '../kube/arbitrary';
import { type SetName, setNames } from '../kube/sets';
import { corpusOf } from './corpus';
import type { Verdict } from './oracle';

/** The fields that a server names, without doubles; none when it takes the object. */
export type Named = readonly string[];

/** What was asked of a line's minors: the fields alone where all say the same, or by set of minors (`-1.30`, `1.31+`). */
type Verdicts = Named | Readonly<Record<string, Named>>;

/** A judged object and what each minor that was asked says. */
export interface Recorded {
  readonly name: string;
  readonly object: Readonly<Record<string, unknown>>;
  readonly verdicts: ReadonlyMap<Minor, Named>;
}

export const fileOf = (set: SetName): string => join(__dirname, 'recorded', `${set}.jsonl`);

/** The objects of the corpus of a set, by a hash of each. */
export const corpusObjects = (set: SetName): Map<string, { name: string; object: Record<string, unknown> }> =>
  new Map(
    corpusOf[set].flatMap(({ name, object }) => {
      // Texts that are not the JSON of an object are for the readers.
      if (typeof object === 'string') return [];
      const text = JSON.stringify(object);
      const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
      return [[hash, { name, object: JSON.parse(text) as Record<string, unknown> }]];
    }),
  );

/** A line of an object of the corpus: its hash and the verdicts. */
export type Known = readonly [hash: string, verdicts: Verdicts];

/** A line of a generated object: what it was made from, what was changed in it, the verdicts. */
export type Line = readonly [kind: string, index: number, edits: readonly Edit[], verdicts: Verdicts];

/** What a line of a file was made from, as an object. */
export function generated(set: SetName, [kind, index, edits]: Line): Record<string, unknown> {
  const object = baseOf([set, kind, index]);
  for (const edit of edits) apply(object, edit);
  return object;
}

/** The minors that were asked, from the first line of a file, and the other lines. */
export function linesOf(set: SetName): { minors: Minor[]; corpus: Known[]; made: Line[] } {
  if (!existsSync(fileOf(set))) return { minors: [...MINORS], corpus: [], made: [] };
  const [minors, ...lines] = readFileSync(fileOf(set), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly unknown[]);
  const [corpus, made] = [lines.filter(({ length }) => length === 2), lines.filter(({ length }) => length === 4)];
  return { minors: minors as Minor[], corpus: corpus as unknown as Known[], made: made as unknown as Line[] };
}

/** All that is on record of a set. */
export function recorded(set: SetName): Recorded[] {
  const objects = corpusObjects(set);
  const { minors, corpus, made } = linesOf(set);
  return [
    ...corpus.map(([hash, verdicts]): Recorded => {
      const found = objects.get(hash);
      if (found === undefined) throw new Error(`${hash} is no longer in the corpus: npm run record`);
      objects.delete(hash);
      return { ...found, verdicts: unfold(verdicts, minors) };
    }),
    ...[...objects.values()].map(({ name }): never => {
      throw new Error(`${name} has no verdict on record: npm run record`);
    }),
    ...made.map((line): Recorded => {
      const [kind, , edits, verdicts] = line;
      const name = `${kind} with ${edits.map(([path, ...values]) => `${path.join('.')}: ${JSON.stringify(values[0])}`).join(' and ')}`;
      return { name, object: generated(set, line), verdicts: unfold(verdicts, minors) };
    }),
  ];
}

/** The sets that are asked about: all, or those of SETS=pods,storage. */
export const chosenSets: readonly SetName[] = setNames.filter(
  (set) => process.env['SETS'] === undefined || process.env['SETS'].split(',').includes(set),
);

function unfold(verdicts: Verdicts, asked: readonly Minor[]): Map<Minor, Named> {
  const bySet = Array.isArray(verdicts)
    ? { [minorsText(minorsOf(asked))]: verdicts as Named }
    : (verdicts as Record<string, Named>);
  return new Map(
    Object.entries(bySet).flatMap(([set, named]) =>
      asked.filter((minor) => minorsIn(set) & only(minor)).map((minor) => [minor, named] as const),
    ),
  );
}

const minorsOf = (list: readonly Minor[]): number => list.reduce((set, minor) => set | only(minor), 0);

/** The shortest way to write what the minors say. */
export function fold(verdicts: ReadonlyMap<Minor, Named>): Verdicts {
  const groups = new Map<string, Minor[]>();
  for (const minor of MINORS) {
    const named = verdicts.get(minor);
    if (named === undefined) continue;
    const key = JSON.stringify(named);
    groups.set(key, [...(groups.get(key) ?? []), minor]);
  }
  if (groups.size === 1) return JSON.parse([...groups.keys()][0]!) as Named;
  return Object.fromEntries(
    [...groups].map(([key, minors]) => [minorsText(minorsOf(minors)), JSON.parse(key) as Named]),
  );
}

/** What a verdict comes to on record. */
export const namedBy = ({ ok, errors }: Verdict): Named =>
  ok ? [] : [...new Set(errors.map(({ field, type }) => field || type))].sort();

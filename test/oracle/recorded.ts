// The verdicts of the API servers on record, so that `npm test` needs none: what each minor says to the corpus and to generated objects, in
// recorded/*.jsonl, written by `npm run record` and held against the servers by recorded.judged.test.ts.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Minor, MINORS, minorsIn, minorsText, only } from '../../lib/kube/api/minors';
import { apply, baseOf, type Edit, type Manifest } from '../kube/arbitrary';
import { corpus } from './corpus';
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

export const fileOf = (name: 'corpus' | 'generated'): string => join(__dirname, 'recorded', `${name}.jsonl`);

/** The objects of the corpus, by a hash of each. */
export const corpusObjects = (): Map<string, { name: string; object: Record<string, unknown> }> =>
  new Map(
    corpus.flatMap(({ name, object }) => {
      // Texts that are not the JSON of an object are for the readers.
      if (typeof object === 'string') return [];
      const text = JSON.stringify(object);
      const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
      return [[hash, { name, object: JSON.parse(text) as Record<string, unknown> }]];
    }),
  );

/** A line of generated.jsonl: the object that it was made from, what was changed in it, the verdicts. */
export type Line = readonly [...base: Manifest['base'], edits: readonly Edit[], verdicts: Verdicts];

/** What a line of a file was made from, as an object. */
export function generated([kind, index, edits]: Line): Record<string, unknown> {
  const object = baseOf([kind, index]);
  for (const edit of edits) apply(object, edit);
  return object;
}

/** The minors that were asked, from the first line of a file, and the other lines. */
export function linesOf(name: 'corpus' | 'generated'): { minors: Minor[]; lines: unknown[] } {
  const [minors, ...lines] = readFileSync(fileOf(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return { minors: minors as Minor[], lines };
}

export function recorded(): Recorded[] {
  const objects = corpusObjects();
  const ofCorpus = linesOf('corpus');
  const ofGenerated = linesOf('generated');
  return [
    ...(ofCorpus.lines as [string, Verdicts][]).map(([hash, verdicts]): Recorded => {
      const found = objects.get(hash);
      if (found === undefined) throw new Error(`${hash} is no longer in the corpus: npm run record`);
      objects.delete(hash);
      return { ...found, verdicts: unfold(verdicts, ofCorpus.minors) };
    }),
    ...[...objects.values()].map(({ name }): never => {
      throw new Error(`${name} has no verdict on record: npm run record`);
    }),
    ...(ofGenerated.lines as Line[]).map((line): Recorded => {
      const [kind, , edits, verdicts] = line;
      const name = `${kind} with ${edits.map(([path, ...values]) => `${path.join('.')}: ${JSON.stringify(values[0])}`).join(' and ')}`;
      return { name, object: generated(line), verdicts: unfold(verdicts, ofGenerated.minors) };
    }),
  ];
}

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

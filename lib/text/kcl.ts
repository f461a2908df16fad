// KCL sources that are data, as a KAM stack has them: one file, or several that are united. What would have to be computed is refused where
// it stands.
// https://www.kcl-lang.io/docs/reference/lang/spec

import type { Problem } from '../report/problem';
import type { CommentSpot } from './comments';
import type { Origin } from './json-scan';
import { commentsIn } from './kcl-comments';
import { KclReport } from './kcl-report';
import { KclSource } from './kcl-statement';
import { type KclEntry, KclValue, clashesOf, settle } from './kcl-union';
import type { Lines, Place } from './lines';
import type { Spot } from './positions';

/** What KCL sources came to. */
interface KclText {
  readonly document?: {
    /** All names and their values. */
    readonly value: Readonly<Record<string, unknown>>;
    /** Offsets are those in the sources one after the other, with a character between them. */
    readonly spot: Spot;
    /** Finds the file of an offset too. */
    readonly lines: Pick<Lines, 'at'>;
    /** Reads the sources again for their comments. */
    readonly comments: () => readonly CommentSpot[];
  };
  readonly problems: readonly Problem[];
}

/** Reads the sources of one stack, which are united in their order. */
export function readKcl(origins: readonly Origin[]): KclText {
  const root = new Map<string, KclEntry>();
  const sources: KclSource[] = [];
  const sourceOf = (offset: number): KclSource => sources.findLast(({ report }) => report.base <= offset)!;
  const placeOf = (offset: number): Place => sourceOf(offset).report.placeOf(offset);
  let base = 0;
  for (const origin of origins) {
    const source = new KclSource(new KclReport(origin, base, placeOf), root);
    sources.push(source);
    source.run();
    base += origin.text.length + 1;
  }
  const imports = new Map(sources.flatMap((source) => [...source.imports]));
  for (const source of sources) source.checkSchemas(imports);
  const spot = new KclValue(0, base - 1, undefined, root);
  for (const { value, at, path } of clashesOf(spot)) sourceOf(at).report.clash(value.start, at, path);
  const problems = sources.flatMap(({ report }) => report.sorted());
  if (problems.length > 0) return { problems };
  const value = settle(spot, ({ start, names }) => sourceOf(start).typeOf(names, imports)!) as Record<string, unknown>;
  const comments = (): CommentSpot[] => sources.flatMap(({ report }) => commentsIn(report.origin.text, report.base));
  return { document: { value, spot, lines: { at: placeOf }, comments }, problems };
}

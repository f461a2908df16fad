// The comments of a document, at the fields that its keys became.
import type { Path } from '../report/problem';
import type { Comment } from '../text/comments';
import type { ConvertedWorkload } from './dialect';

/** For each workload of a document its comments, with paths of the workload; one whose key went nowhere stands before its workload. */
export function commentsOfWorkloads(
  workloads: readonly ConvertedWorkload[],
  comments: readonly Comment[],
): readonly (readonly Comment[])[] {
  const found = workloads.map((): Comment[] => []);
  const sources = workloads.map(bySource);
  for (const comment of comments) {
    const { nth, ...placed } = placeIn(workloads, sources, comment);
    found[nth]?.push(placed);
  }
  return found;
}

type Sources = ReadonlyMap<string, readonly Path[]>;

/** From places of the document to what was made of them; of those on the way to one nothing was. */
function bySource({ trace }: ConvertedWorkload): Sources {
  const models = new Map<string, Path[]>();
  for (const { source, model } of trace) {
    for (const index of source.keys()) {
      const above = JSON.stringify(source.slice(0, index));
      if (!models.has(above)) models.set(above, []);
    }
    const key = JSON.stringify(source);
    const there = models.get(key);
    if (there === undefined) models.set(key, [model]);
    else there.push(model);
  }
  return models;
}

/** The nearest place at or above a comment that went into a workload; or else the workload that is near. */
function placeIn(
  workloads: readonly ConvertedWorkload[],
  sources: readonly Sources[],
  comment: Comment,
): Comment & { readonly nth: number } {
  const { path } = comment;
  let near: number | undefined;
  for (let length = path.length; length >= 0; length--) {
    const key = JSON.stringify(path.slice(0, length));
    for (const [nth, models] of sources.entries()) {
      const made = models.get(key);
      if (made !== undefined) near ??= nth;
      for (const model of made ?? []) {
        const whole = [...model, ...path.slice(length)];
        const there = beginningIn(workloads[nth]!.workload, whole);
        if (there.length === whole.length) return { ...comment, path: there, nth };
        if (there.length >= model.length) return { ...comment, path: there, stands: 'before', nth };
      }
    }
  }
  return { ...comment, path: [], stands: 'before', nth: near ?? 0 };
}

/** As much of a path as a value has. */
function beginningIn(value: unknown, path: Path): Path {
  let inner = value;
  for (const [index, key] of path.entries()) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, key)) return path.slice(0, index);
    inner = (inner as Record<string | number, unknown>)[key];
  }
  return path;
}

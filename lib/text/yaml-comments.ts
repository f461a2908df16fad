// The comments of a YAML text: what begins with a `#` outside of all scalars, tags and anchors.
// https://yaml.org/spec/1.2.2/#66-comments

import { parseEvents } from 'js-yaml';
import { commentAt, type CommentSpot } from './comments';
import { MAX_DEPTH } from './json-scan';
import type { Chunk } from './yaml-compose';

/** The comments of a chunk that is sound YAML. */
export function commentsIn({ start, text }: Chunk): CommentSpot[] {
  const comments: CommentSpot[] = [];
  const spans = spansIn(text);
  let nth = 0;
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at)) {
    while (nth < spans.length && spans[nth]![1] <= at) nth++;
    const span = spans[nth];
    if (span !== undefined && span[0] <= at) {
      at = span[1];
      continue;
    }
    const comment = commentAt(text, at, /[\r\n]/g);
    comments.push({ ...comment, start: start + comment.start, end: start + comment.end });
    at = comment.end;
  }
  return comments;
}

/** Where the scalars, tags and anchors are. */
function spansIn(text: string): (readonly [start: number, end: number])[] {
  const spans: [number, number][] = [];
  for (const event of parseEvents(text, { maxDepth: MAX_DEPTH + 2 })) {
    if ('tagStart' in event) spans.push([event.tagStart, event.tagEnd]);
    if ('anchorStart' in event) spans.push([event.anchorStart, event.anchorEnd]);
    if ('valueStart' in event) spans.push([event.valueStart, event.valueEnd]);
  }
  return spans.filter(([start]) => start !== -1).sort(([a], [b]) => a - b);
}

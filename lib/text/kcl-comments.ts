// The comments of KCL sources: what begins with a `#` outside of all strings.
// https://www.kcl-lang.io/docs/reference/lang/spec/lexical-rules#comments

import { commentAt, type CommentSpot } from './comments';
import { endOfString, isString } from './kcl-literal';
import { KclScanner } from './kcl-scan';

/** The comments of a source, which begins at `base` among all. */
export function commentsIn(text: string, base: number): CommentSpot[] {
  const comments: CommentSpot[] = [];
  const scanner = new KclScanner(text);
  while (scanner.at < text.length) {
    if (scanner.char === '#') {
      const comment = commentAt(text, scanner.at, /\n/g);
      comments.push({ ...comment, start: base + comment.start, end: base + comment.end });
      scanner.at = comment.end;
    } else if (isString(text, scanner.at)) scanner.at = endOfString(text, scanner.at);
    else scanner.at += scanner.peekName()?.length ?? 1;
  }
  return comments;
}

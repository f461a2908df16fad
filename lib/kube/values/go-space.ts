// White space as Go counts it, which is not quite what JavaScript counts.
// https://pkg.go.dev/unicode#IsSpace

export const GO_SPACES = /[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Without the space around it, in as many steps as there is of it. */
export function trimGoSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && GO_SPACES.test(text[start] as string)) start++;
  while (end > start && GO_SPACES.test(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

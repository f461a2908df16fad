// Which strings a YAML reader takes for something else, and how to write any string in double quotes.
// Readers meant: sigs.k8s.io/yaml (go-yaml v2), go-yaml v3, js-yaml, and yaml in its 1.1 and 1.2 modes.

/** Every form of number that any reader knows, broken ones too: `0o755`, `1_000`, `12:30:45`, `.5`, `1e`, `0x`, `+.inf`. */
const NUMBER =
  /^[-+]?(?:0[xX][0-9a-fA-F_]*|0[oO][0-9_]*|0[bB][0-9_]*|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9_]*)?|[0-9][0-9_]*(?::[0-9_]+)+(?:\.[0-9_]*)?|\.[0-9_]*(?:[eE][-+]?[0-9_]*)?|_[0-9_.]*|[eE][-+]?[0-9]+|\.?(?:inf|nan)|\.?infinity)$/i;
const DATE = /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:$|[Tt \t])/;
/** Words that are booleans, null, a merge or a default value somewhere. */
const WORD = /^(?:y|n|yes|no|on|off|true|false|null|~|=|<<)$/i;

/** Whether a plain string would be read as a number, date, boolean, null or merge by some reader. */
export function isAmbiguous(text: string): boolean {
  const first = text.charCodeAt(0);
  if ((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46) {
    return NUMBER.test(text) || DATE.test(text);
  }
  // yaml in its 1.1 mode, which cdk8s uses, reads `e1` as NaN.
  if (first === 69 || first === 101) return NUMBER.test(text);
  return text.length <= 5 && WORD.test(text);
}

/** Characters that are not written as themselves in double quotes, beyond those that JSON escapes. */
const INVISIBLE =
  /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff]/g;

/** A string in double quotes, as YAML and JSON read it. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A finite number as every reader reads it: an exponent only with a point before it. */
export function numberText(value: number): string {
  const text = String(value);
  if (Number.isInteger(value) && value < 1e21 && value > -1e21) return text === '-0' ? '0' : text;
  const exponent = text.indexOf('e');
  return exponent === -1 || text.includes('.') ? text : `${text.slice(0, exponent)}.0${text.slice(exponent)}`;
}

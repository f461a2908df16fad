/**
 * The base64 of Secret data and ConfigMap binaryData as the server decodes it, measured without decoding.
 * https://pkg.go.dev/encoding/base64#StdEncoding
 */

/** How many bytes the text stands for, or what is wrong with it. Messages never show a part of the text. */
export type Base64 = { readonly bytes: number } | { readonly problem: string; readonly hint?: string };

/**
 * Checks standard, padded base64. Line breaks are skipped anywhere; blanks and the URL-safe letters `-` and `_` are not
 * base64; left-over bits in the last letter are ignored.
 */
export function checkBase64(text: string): Base64 {
  let letters = 0;
  let padding = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x0a || code === 0x0d) continue;
    if (code === 0x3d) {
      padding++;
      const tail = letters % 4;
      if (tail < 2 || padding > 4 - tail) return at(text, index);
    } else if (padding > 0 || !isLetter(code)) {
      return at(text, index);
    } else {
      letters++;
    }
  }
  if ((letters + padding) % 4 !== 0) return unfinished(letters, padding);
  return { bytes: ((letters + padding) / 4) * 3 - padding };
}

function isLetter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2b ||
    code === 0x2f
  );
}

function at(text: string, index: number): Base64 {
  const where = `at character ${index + 1}`;
  switch (text[index]) {
    case '=':
      return { problem: `is not base64: the padding "=" ${where} is out of place` };
    case ' ':
    case '\t':
      return {
        problem: `is not base64: there is a blank ${where}`,
        hint: 'remove the blanks, or put plain text into stringData',
      };
    case '-':
    case '_':
      return {
        problem: `is not standard base64: there is a letter of the URL-safe kind ${where}`,
        hint: 'write "+" for "-" and "/" for "_"',
      };
    default:
      return {
        problem: `is not base64: the character ${where} is none of A-Z, a-z, 0-9, "+", "/", "="`,
        hint: 'encode the value, or put plain text into stringData',
      };
  }
}

function unfinished(letters: number, padding: number): Base64 {
  const problem = `is not complete base64: ${letters + padding} characters are no multiple of four`;
  if (letters % 4 === 1) return { problem, hint: 'encode the value again, or put plain text into stringData' };
  const missing = '='.repeat(4 - ((letters + padding) % 4));
  return { problem, hint: `if it is base64, add "${missing}" at the end; plain text belongs into stringData` };
}

/**
 * The base64 of Secret data and ConfigMap binaryData as the server decodes it, measured without decoding.
 * https://pkg.go.dev/encoding/base64#StdEncoding
 */

/**
 * What is wrong with standard, padded base64. Line breaks are skipped anywhere; blanks and the URL-safe letters `-` and `_`
 * are not base64; left-over bits in the last letter are ignored. Messages never show a part of the text.
 */
export function base64(text: string): string | undefined {
  let letters = 0;
  let padding = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isLineBreak(code)) continue;
    if (code === 0x3d) {
      padding++;
      const tail = letters % 4;
      if (tail < 2 || padding > 4 - tail) return wrongAt(text, index);
    } else if (padding > 0 || !isLetter(code)) {
      return wrongAt(text, index);
    } else {
      letters++;
    }
  }
  return (letters + padding) % 4 === 0 ? undefined : unfinished(letters, padding);
}

/** How many bytes a valid {@link base64} text stands for. */
export function decodedLength(text: string): number {
  let letters = 0;
  for (let index = 0; index < text.length; index++) {
    if (isLetter(text.charCodeAt(index))) letters++;
  }
  return Math.floor((letters * 3) / 4);
}

function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
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

function wrongAt(text: string, index: number): string {
  const where = `at character ${index + 1}`;
  switch (text[index]) {
    case '=':
      return `is not base64: the padding "=" ${where} is out of place`;
    case ' ':
    case '\t':
      return `is not base64: there is a blank ${where}`;
    case '-':
    case '_':
      return `is not standard base64: there is a letter of the URL-safe kind ${where}; write "+" for "-" and "/" for "_"`;
    default:
      return `is not base64: the character ${where} is none of A-Z, a-z, 0-9, "+", "/" and "="`;
  }
}

function unfinished(letters: number, padding: number): string {
  const problem = `is not complete base64: ${letters + padding} characters are no multiple of four`;
  if (letters % 4 === 1) return problem;
  return `${problem}; if it is base64, "${'='.repeat(4 - ((letters + padding) % 4))}" is missing at its end`;
}

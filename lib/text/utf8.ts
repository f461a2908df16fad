/**
 * Text as the server counts and keeps it: bytes of UTF-8, and strings that UTF-8 cannot write.
 * https://www.unicode.org/faq/utf_bom.html
 */

/** Length in bytes as UTF-8; a lone surrogate counts 3, like the U+FFFD that the server puts in its place. */
export function utf8Length(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Index of the first half of a surrogate pair that stands alone, or -1: no UTF-8 exists for it. */
export function loneSurrogate(text: string): number {
  return text.search(/\p{Surrogate}/u);
}

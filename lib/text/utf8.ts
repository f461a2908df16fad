/**
 * Text as the server counts and keeps it: bytes of UTF-8, and strings that UTF-8 cannot write.
 * https://www.unicode.org/faq/utf_bom.html
 */

/** Index of the first half of a surrogate pair that stands alone, or -1: no UTF-8 exists for it. */
export function loneSurrogate(text: string): number {
  return text.search(/\p{Surrogate}/u);
}

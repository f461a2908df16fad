// Texts and bytes, as far as what is around us has to help: all that the library needs of Node's `Buffer`. For a browser the site has a file of its own
// in the place of this one.
export { isUtf8 } from 'node:buffer';

/** Length in bytes as UTF-8; a lone surrogate counts 3, like the U+FFFD that the server puts in its place. */
export const utf8Length = (text: string): number => Buffer.byteLength(text, 'utf8');

/** The text that bytes of UTF-8 say. */
export const utf8Text = (bytes: Uint8Array): string => viewOf(bytes).toString('utf8');

/** The bytes of a text as UTF-8. */
export const utf8Bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** A character for each byte. */
export const latin1Text = (bytes: Uint8Array): string => viewOf(bytes).toString('latin1');

/** The bytes that base64 says, of whichever kind. */
export const fromBase64 = (text: string): Uint8Array => Buffer.from(text, 'base64');

export const toBase64 = (bytes: Uint8Array): string => viewOf(bytes).toString('base64');

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer => Buffer.from(buffer, byteOffset, byteLength);

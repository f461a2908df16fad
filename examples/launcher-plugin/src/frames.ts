// Messages on a pipe: four bytes of length, the most significant first, and so many bytes of JSON.

/** The most that a message may have, as in the vendor's SDK. */
export const LARGEST = 5 * 1024 * 1024;

/** What was read: a message's bytes, or the length of one that is too long and is passed over. */
export type Frame = { readonly bytes: Buffer } | { readonly tooLong: number };

/** Cuts a stream of chunks into messages. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #size = 0;
  #skip = 0;

  *push(chunk: Buffer): Generator<Frame> {
    const rest = chunk.subarray(Math.min(this.#skip, chunk.length));
    this.#skip -= chunk.length - rest.length;
    this.#chunks.push(rest);
    this.#size += rest.length;
    for (let header = this.#peek(4); header !== undefined; header = this.#peek(4)) {
      const length = header.readUInt32BE();
      if (length > LARGEST) {
        const there = Math.min(this.#size, 4 + length);
        this.#take(there);
        this.#skip = 4 + length - there;
        yield { tooLong: length };
      } else if (this.#size < 4 + length) return;
      else yield { bytes: this.#take(4 + length).subarray(4) };
    }
  }

  #peek(length: number): Buffer | undefined {
    if (this.#size < length) return undefined;
    if (this.#chunks[0]!.length < length) this.#chunks = [Buffer.concat(this.#chunks)];
    return this.#chunks[0]!.subarray(0, length);
  }

  #take(length: number): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [all.subarray(length)];
    this.#size -= length;
    return all.subarray(0, length);
  }
}

/** A message with its length before it. */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  const header = Buffer.alloc(4);
  header.writeUInt32BE(body.length);
  return Buffer.concat([header, body]);
}

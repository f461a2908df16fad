// DER, the one way to write ASN.1, read as strictly as Go does: element by element, and what nobody asks for is not looked at.
// https://pkg.go.dev/encoding/asn1#Unmarshal

/** The bytes are not what they are read as. */
export class NotDer extends Error {}

export interface Element {
  /** 0 universal, 1 application, 2 by context, 3 private. */
  readonly class: number;
  readonly constructed: boolean;
  readonly tag: number;
  readonly content: Buffer;
  /** With its tag and length. */
  readonly whole: Buffer;
}

export const INTEGER = 2;
export const BIT_STRING = 3;
export const OCTET_STRING = 4;
export const OBJECT_IDENTIFIER = 6;
export const SEQUENCE = 16;
export const SET = 17;

const LARGEST_LENGTH = 2 ** 31;

/** Elements one after the other. */
export class DerReader {
  private offset = 0;

  constructor(private readonly bytes: Buffer) {}

  get done(): boolean {
    return this.offset >= this.bytes.length;
  }

  /** The next element, whatever it is. */
  next(): Element {
    const start = this.offset;
    const first = this.byte();
    const tag = (first & 0x1f) === 0x1f ? this.longTag() : first & 0x1f;
    const end = this.length() + this.offset;
    if (end > this.bytes.length) throw new NotDer('it is cut off');
    const content = this.bytes.subarray(this.offset, end);
    this.offset = end;
    const whole = this.bytes.subarray(start, end);
    return { class: first >> 6, constructed: (first & 0x20) !== 0, tag, content, whole };
  }

  /** Whether the next element is of this universal type, which holds no others. */
  isAt(tag: number): boolean {
    return this.bytes[this.offset] === tag;
  }

  /** The next element, which must be of this universal type. */
  expect(tag: number): Element {
    const element = this.next();
    if (element.class !== 0 || element.tag !== tag || element.constructed !== (tag === SEQUENCE || tag === SET)) {
      throw new NotDer('its parts are not those of a certificate request');
    }
    return element;
  }

  /** What is in the next SEQUENCE. */
  sequence(): DerReader {
    return new DerReader(this.expect(SEQUENCE).content);
  }

  /** The next object identifier, as in 2.5.4.3. */
  identifier(): string {
    const numbers = base128(this.expect(OBJECT_IDENTIFIER).content);
    const [first] = numbers;
    if (first === undefined) throw new NotDer('an object identifier is empty');
    const head = Math.min(2, Math.floor(first / 40));
    return [head, first - head * 40, ...numbers.slice(1)].join('.');
  }

  /** The bytes of the next bit string, which must be whole. */
  bits(): Buffer {
    const { missing, bytes } = this.anyBits();
    if (missing > 0) throw new NotDer('a bit string is not of whole bytes');
    return bytes;
  }

  /** The next bit string, and how many bits are missing at its end. */
  anyBits(): { missing: number; bytes: Buffer } {
    const { content } = this.expect(BIT_STRING);
    const [missing = 8] = content;
    const bytes = content.subarray(1);
    const isWrong = missing > 7 || (bytes.length === 0 && missing > 0);
    if (isWrong || ((bytes.at(-1) ?? 0) & ((1 << missing) - 1)) !== 0) throw new NotDer('a bit string is wrong');
    return { missing, bytes };
  }

  /** What stands in the next element, which must have this tag by context. */
  explicit(tag: number): DerReader {
    const { class: of, constructed, tag: own, content } = this.next();
    if (of !== 2 || !constructed || own !== tag) throw new NotDer('a parameter has a wrong tag');
    return new DerReader(content);
  }

  /** The next whole number, of at most 64 bits. */
  integer(): bigint {
    const { content } = this.expect(INTEGER);
    if (content.length > 8) throw new NotDer('a number is too large');
    return BigInt.asIntN(8 * content.length, BigInt(`0x${shortest(content).toString('hex')}`));
  }

  private byte(): number {
    const byte = this.bytes[this.offset++];
    if (byte === undefined) throw new NotDer('it is cut off');
    return byte;
  }

  private longTag(): number {
    const start = this.offset;
    while ((this.byte() & 0x80) !== 0);
    const [tag = 0] = base128(this.bytes.subarray(start, this.offset));
    if (tag < 0x1f) throw new NotDer('a tag is longer than it need be');
    return tag;
  }

  private length(): number {
    const first = this.byte();
    if (first < 0x80) return first;
    if (first === 0x80) throw new NotDer('a length is left open, as in BER');
    let length = 0;
    for (let count = first & 0x7f; count > 0; count--) {
      length = length * 256 + this.byte();
      if (length === 0 || length >= LARGEST_LENGTH) throw new NotDer('a length is wrong');
    }
    if (length < 0x80) throw new NotDer('a length is longer than it need be');
    return length;
  }
}

/** The bytes of a number, if there is none too many. */
export function shortest(content: Buffer): Buffer {
  const [first, second] = content;
  const isLong = second !== undefined && ((first === 0 && second < 0x80) || (first === 0xff && second >= 0x80));
  if (first === undefined || isLong) throw new NotDer('a number is longer than it need be');
  return content;
}

function base128(bytes: Buffer): number[] {
  const numbers: number[] = [];
  let value = 0;
  let isNew = true;
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f);
    if ((isNew && byte === 0x80) || value >= LARGEST_LENGTH) throw new NotDer('a number is wrong');
    isNew = byte < 0x80;
    if (!isNew) continue;
    numbers.push(value);
    value = 0;
  }
  if (!isNew) throw new NotDer('it is cut off');
  return numbers;
}

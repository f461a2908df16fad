// Long texts of many documents, cut between two of them, so that each piece can be read by itself and then be forgotten: JSON values one after
// the other, and YAML documents.

/** A piece of a text. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Where it begins; absent for a text in one piece. */
  readonly start?: Start;
  /** How many bytes it has, where they are more than are read; they are not there. */
  readonly tooLarge?: number;
}

/** Whether a text begins with this piece. */
export const isBeginning = ({ start }: Piece): boolean => start === undefined || start.bytes === 0;

/** Where a piece begins. */
export interface Start {
  /** The lines before it. */
  readonly lines: number;
  /** The bytes before it. */
  readonly bytes: number;
}

/** A text has pieces of about this size, of which one is quickly forgotten; one that is no larger has one piece. */
export const PIECE = 256 * 1024;

/** The most that is read at once, in bytes. */
export const MAX_SIZE = 64 * 1024 * 1024;

/** The byte order mark. */
const MARK = [0xef, 0xbb, 0xbf];
const NEWLINE = 10;
const RETURN = 13;
const [OPEN_MAP, CLOSE_MAP, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Where the last document of a block begins, or 0. */
type Cut = (block: Uint8Array) => number;

/** How a text is cut, by the ending of its file, else by its first character; undefined for what is read as a whole. */
function cutFor(file: string, block: Uint8Array): Cut | undefined {
  const ending = /\.(\w+)$/.exec(file)?.[1]?.toLowerCase();
  if (ending === 'json' || ending === 'k') return undefined;
  if (ending === 'yaml' || ending === 'yml') return beforeMark;
  if (ending === 'jsonl' || ending === 'ndjson') return beforeValue;
  const first = block.find((byte, at) => byte > 0x20 && byte !== MARK[at]);
  return first === OPEN_MAP || first === OPEN_LIST ? beforeValue : beforeMark;
}

/** kubectl begins a document at every line that begins with `---`. */
const beforeMark: Cut = (block) => Buffer.from(block.buffer, block.byteOffset, block.length).lastIndexOf('\n---') + 1;

/** Inside of JSON a comma stands between the end of a map or list and the beginning of another. */
const beforeValue: Cut = (block) => {
  for (let at = block.lastIndexOf(NEWLINE); at > 0; at = block.lastIndexOf(NEWLINE, at - 1)) {
    const [before, after] = [block[at - 1] === RETURN ? block[at - 2] : block[at - 1], block[at + 1]];
    if ((before === CLOSE_MAP || before === CLOSE_LIST) && (after === OPEN_MAP || after === OPEN_LIST)) return at + 1;
  }
  return 0;
};

/** Cuts a text that comes in blocks. */
export class Pieces {
  private cut: Cut | undefined;
  private begun = false;
  /** What is not cut yet: what there is of it, where it begins, and how far it goes. */
  private held: Uint8Array[] = [];
  private start: Start = { lines: 0, bytes: 0 };
  private reached: Start = { lines: 0, bytes: 0 };

  constructor(
    private readonly file: string,
    private readonly maxSize = MAX_SIZE,
  ) {}

  /** The text goes on with this block, which belongs to us from now on. */
  add(block: Uint8Array): Piece | undefined {
    if (!this.begun) this.cut = cutFor(this.file, block);
    this.begun = true;
    const at = this.size + block.length > PIECE ? (this.cut?.(block) ?? 0) : 0;
    if (at === 0) {
      this.hold(block);
      return undefined;
    }
    this.hold(block.subarray(0, at));
    const piece = this.taken();
    this.hold(block.subarray(at));
    return piece;
  }

  /** What is left when nothing follows. */
  end(): Piece {
    const { start, ...piece } = this.taken();
    return start.bytes === 0 ? piece : { ...piece, start };
  }

  private hold(block: Uint8Array): void {
    const { lines, bytes } = this.reached;
    this.reached = { lines: lines + linesIn(block), bytes: bytes + block.length };
    if (this.size <= this.maxSize) this.held.push(block);
    else this.held = [];
  }

  private get size(): number {
    return this.reached.bytes - this.start.bytes;
  }

  private taken(): Piece & { readonly start: Start } {
    const { held, start, size } = this;
    this.held = [];
    this.start = this.reached;
    if (size > this.maxSize) return { bytes: NOTHING, start, tooLarge: size };
    return { bytes: held.length === 1 ? held[0]! : Buffer.concat(held), start };
  }
}

const NOTHING = new Uint8Array();

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

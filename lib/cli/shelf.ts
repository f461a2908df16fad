// Objects put away: as they are while there are few, else as text, of which memory has only the first: most of a large set are asked for only
// once or twice more.
import type { Decoded, Kind, KubeFields } from '../kube/kinds';
import { utf8Length, utf8Text } from '../text/bytes';
import { Spool } from './spool';

/** So many bytes are read at once, as objects are mostly asked for in their order. */
const BLOCK = 256 * 1024;

/** A part of the text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export class Shelf {
  private readonly spool = new Spool();
  private size = 0;
  /** Those that are there as they are. */
  private few: Shelved[] | undefined = [];
  /** The object that was asked for last: one check asks for it several times. */
  private last: { readonly of: Decoded; readonly object: KubeFields } | undefined;
  private block: { readonly at: number; readonly bytes: Uint8Array } = { at: 0, bytes: new Uint8Array() };

  /** The same as what is given, as long as it came from a text, of which JSON can hold all. */
  put({ kind, object }: Decoded): Decoded {
    const shelved = new Shelved(kind, { object }, this);
    if (this.few === undefined) shelved.toText();
    else this.few.push(shelved);
    return shelved;
  }

  /** There are many: all is text from now on. */
  toText(): void {
    this.few?.forEach((shelved) => shelved.toText());
    this.few = undefined;
  }

  /** Puts an object as text behind the others. */
  add(object: KubeFields): Span {
    const text = JSON.stringify(object);
    const start = this.size;
    this.spool.add(text);
    this.size += utf8Length(text);
    this.block = { at: 0, bytes: new Uint8Array() };
    return { start, end: this.size };
  }

  /** The object in a part of the text. */
  take(of: Decoded, { start, end }: Span): KubeFields {
    if (this.last?.of !== of) this.last = { of, object: JSON.parse(this.textAt(start, end)) as KubeFields };
    return this.last.object;
  }

  /** Forgets all of them. */
  close(): void {
    this.spool.close();
  }

  private textAt(start: number, end: number): string {
    const { at, bytes } = this.block;
    if (start < at || end > at + bytes.length) {
      this.block = { at: start, bytes: this.spool.read(start, Math.max(BLOCK, end - start)) };
    }
    const from = start - this.block.at;
    return utf8Text(this.block.bytes.subarray(from, from + end - start));
  }
}

class Shelved implements Decoded {
  constructor(
    readonly kind: Kind,
    private held: { readonly object: KubeFields } | Span,
    private readonly shelf: Shelf,
  ) {}

  get object(): KubeFields {
    return 'object' in this.held ? this.held.object : this.shelf.take(this, this.held);
  }

  toText(): void {
    this.held = this.shelf.add(this.object);
  }
}

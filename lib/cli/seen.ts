// What has been seen before, and where first, among millions: in memory a table of hashes, the texts themselves in a spool.
import { utf8Length, utf8Text } from '../text/bytes';
import { Spool } from './spool';

/** So many characters of texts are kept in memory. */
const IN_MEMORY = 4 * 1024 * 1024;

/** Keys, each with where it was seen first. A key is a JSON text, of which none begins another. */
export class Seen {
  /** Key and place of the newest, the first of which has the number `spooled`. */
  private texts: string[] = [];
  private length = 0;
  private spooled = 0;
  private readonly spool = new Spool();
  private spoolSize = 0;
  private count = 0;
  /** Of each by its number: the hash of its key, and where it begins in the spool if it is there. */
  private hashes = new Int32Array(1024);
  private offsets = new Float64Array(1025);
  /** By hash, then the next free one: the number, from 1 on. */
  private slots = new Uint32Array(2048);

  /** Where this key was seen first; undefined when that is here. */
  first(key: string, place: string): string | undefined {
    const hash = hashOf(key);
    let slot = hash & (this.slots.length - 1);
    for (let number = this.slots[slot]!; number !== 0; number = this.slots[slot]!) {
      const text = this.hashes[number - 1] === hash ? this.textOf(number - 1) : '';
      if (text.startsWith(key)) return text.slice(key.length);
      slot = (slot + 1) & (this.slots.length - 1);
    }
    if (this.count === this.hashes.length) this.grow();
    this.hashes[this.count++] = hash;
    this.enter(this.count);
    this.texts.push(key + place);
    this.length += key.length + place.length;
    if (this.length >= IN_MEMORY) this.spill();
    return undefined;
  }

  /** Forgets all of it. */
  close(): void {
    this.spool.close();
  }

  private textOf(number: number): string {
    if (number >= this.spooled) return this.texts[number - this.spooled]!;
    const [start, end] = [this.offsets[number]!, this.offsets[number + 1]!];
    return utf8Text(this.spool.read(start, end - start));
  }

  private enter(number: number): void {
    let slot = this.hashes[number - 1]! & (this.slots.length - 1);
    while (this.slots[slot] !== 0) slot = (slot + 1) & (this.slots.length - 1);
    this.slots[slot] = number;
  }

  private grow(): void {
    const [hashes, offsets] = [new Int32Array(2 * this.count), new Float64Array(2 * this.count + 1)];
    hashes.set(this.hashes);
    offsets.set(this.offsets);
    [this.hashes, this.offsets, this.slots] = [hashes, offsets, new Uint32Array(4 * this.count)];
    for (let number = 1; number <= this.count; number++) this.enter(number);
  }

  private spill(): void {
    for (const text of this.texts) {
      this.offsets[this.spooled++] = this.spoolSize;
      this.spoolSize += utf8Length(text);
    }
    this.offsets[this.spooled] = this.spoolSize;
    this.spool.add(this.texts.join(''));
    [this.texts, this.length] = [[], 0];
  }
}

/** FNV-1a, of all bits. https://datatracker.ietf.org/doc/html/rfc9923 */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

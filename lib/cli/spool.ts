// A text that is held back until all of it is right: in memory, and when it grows in a file that has no name any more.
import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Output } from './io';

/** So many characters are kept in memory. */
const IN_MEMORY = 8 * 1024 * 1024;
const CHUNK = 1024 * 1024;

/** Takes text, and gives all of it at once. */
export class Spool {
  private texts: string[] = [];
  private length = 0;
  private file: number | undefined;

  add(text: string): void {
    this.texts.push(text);
    this.length += text.length;
    if (this.length >= IN_MEMORY) this.spill();
  }

  /** Writes all of it; may be called once. */
  async copyTo(output: Pick<Output, 'write'>): Promise<void> {
    if (this.file !== undefined) {
      this.spill();
      const buffer = Buffer.alloc(CHUNK);
      for (let at = 0; ;) {
        const read = readSync(this.file, buffer, 0, CHUNK, at);
        if (read === 0) break;
        await output.write(Uint8Array.prototype.slice.call(buffer, 0, read));
        at += read;
      }
    } else if (this.length > 0) await output.write(this.texts.join(''));
    this.close();
  }

  /** Forgets all of it. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.texts = [];
    this.length = 0;
  }

  private spill(): void {
    this.file ??= nameless();
    const bytes = Buffer.from(this.texts.join(''));
    for (let at = 0; at < bytes.length;) at += writeSync(this.file, bytes, at);
    this.texts = [];
    this.length = 0;
  }
}

/** A file that only we can reach: what is written may hold secrets, and nothing is left when we die. */
function nameless(): number {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kam-'));
  const path = join(folder, 'spool');
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  rmdirSync(folder);
  return file;
}

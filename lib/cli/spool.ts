// A text that is held back: in memory, and when it grows in a file that has no name any more.
import { closeSync, mkdtempSync, openSync, readSync, rmdirSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8Bytes } from '../text/bytes';
import type { Output } from './io';

/** So many characters are kept in memory. */
const IN_MEMORY = 1024 * 1024;
const CHUNK = 1024 * 1024;

/** Takes text, and gives it back. */
export class Spool {
  private texts: string[] = [];
  private length = 0;
  private file: number | undefined;
  /** All of it, when it is small and has been read. */
  private whole: Uint8Array | undefined;

  add(text: string): void {
    this.whole = undefined;
    this.texts.push(text);
    this.length += text.length;
    if (this.length >= IN_MEMORY) this.spill();
  }

  /** The bytes from `at` on, at most so many. */
  read(at: number, length: number): Uint8Array {
    if (this.file === undefined) {
      this.whole ??= utf8Bytes(this.texts.join(''));
      return this.whole.subarray(at, at + length);
    }
    if (this.texts.length > 0) this.spill();
    const bytes = new Uint8Array(length);
    let read = 0;
    for (let more = -1; more !== 0 && read < length; read += more) {
      more = readSync(this.file, bytes, read, length - read, at + read);
    }
    return bytes.subarray(0, read);
  }

  /** Writes all of it. */
  async copyTo(output: Pick<Output, 'write'>): Promise<void> {
    for (let at = 0; ;) {
      const bytes = this.read(at, CHUNK);
      if (bytes.length === 0) return;
      await output.write(bytes);
      at += bytes.length;
    }
  }

  /** Forgets all of it. */
  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.whole = undefined;
    this.texts = [];
    this.length = 0;
  }

  private spill(): void {
    this.file ??= nameless();
    const bytes = utf8Bytes(this.texts.join(''));
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

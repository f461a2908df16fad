// Texts put away in a spool, for when somebody asks where something stands in them.
import type { TextStore } from '../text/stored';
import { Spool } from './spool';

export class Texts implements TextStore {
  private readonly spool = new Spool();
  /** Where each ends. */
  private readonly ends: number[] = [];

  put(text: string): number {
    this.spool.add(text);
    return this.ends.push((this.ends.at(-1) ?? 0) + Buffer.byteLength(text)) - 1;
  }

  take(number: number): string {
    const start = this.ends[number - 1] ?? 0;
    return Buffer.from(this.spool.read(start, this.ends[number]! - start)).toString();
  }

  /** Forgets all of them. */
  close(): void {
    this.spool.close();
  }
}

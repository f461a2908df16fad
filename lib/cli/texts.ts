// Texts put away in a spool, for when somebody asks where something stands in them.
import { utf8Length, utf8Text } from '../text/bytes';
import type { TextStore } from '../text/stored';
import { Spool } from './spool';

export class Texts implements TextStore {
  private readonly spool = new Spool();
  /** Where each ends. */
  private readonly ends: number[] = [];

  put(text: string): number {
    this.spool.add(text);
    return this.ends.push((this.ends.at(-1) ?? 0) + utf8Length(text)) - 1;
  }

  take(number: number): string {
    const start = this.ends[number - 1] ?? 0;
    return utf8Text(this.spool.read(start, this.ends[number]! - start));
  }

  /** Forgets all of them. */
  close(): void {
    this.spool.close();
  }
}

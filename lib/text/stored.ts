// Texts that are kept elsewhere once they have been read: of many only the one that was asked for last is in memory.
import type { Origin } from './json-scan';
import { Lines } from './lines';

/** Keeps texts that are well-formed UTF-16. */
export interface TextStore {
  /** Returns its number. */
  put(text: string): number;
  take(number: number): string;
}

type Open = Pick<Origin, 'text' | 'lines' | 'located'>;

/** What is open of the texts of a store. */
const opened = new WeakMap<TextStore, { readonly of: StoredText; readonly open: Open }>();

/** A text in a store. */
export class StoredText implements Origin {
  readonly file?: string;
  private readonly number: number;

  /** @param before - The lines before the text, where it is a piece of a longer one. */
  constructor(
    private readonly store: TextStore,
    text: string,
    file: string | undefined,
    private readonly before = 0,
  ) {
    if (file !== undefined) this.file = file;
    this.number = store.put(text);
    this.open(text);
  }

  get text(): string {
    return this.content.text;
  }

  get lines(): Lines {
    return this.content.lines;
  }

  get located(): Origin['located'] {
    return this.content.located;
  }

  set located(located: Origin['located']) {
    this.content.located = located;
  }

  private get content(): Open {
    const last = opened.get(this.store);
    return last?.of === this ? last.open : this.open(this.store.take(this.number));
  }

  private open(text: string): Open {
    const open: Open = { text, lines: new Lines(text, this.before) };
    opened.set(this.store, { of: this, open });
    return open;
  }
}

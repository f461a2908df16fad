// Offsets in a text to the 1-based line and column (in UTF-16 code units) that an editor shows.

/** A place in a text, both numbers 1-based; the column counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  /** Of a document that was read from several files: the file. */
  readonly file?: string;
}

/** Answers places for one text; the table of line starts is made at the first question. */
export class Lines {
  private starts: number[] | undefined;

  /** @param before - The lines before the text, where it is a piece of a longer one. */
  constructor(
    private readonly text: string,
    private readonly before = 0,
  ) {}

  /** The place of an offset; one beyond the end is the end. */
  at(offset: number): Place {
    const starts = (this.starts ??= lineStarts(this.text));
    const wanted = Math.min(offset, this.text.length);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: this.before + low + 1, column: wanted - starts[low]! + 1 };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

// How far long work has come: one line on standard error, on a terminal only, which is gone when there is something to say.
import type { Io } from './io';

/** Work that is done sooner needs no word, in milliseconds. */
const LONG = 1000;
/** The line is written no sooner again. */
const PAUSE = 200;

export class Progress {
  private readonly start: number;
  private last = 0;
  private shown = false;

  constructor(
    private readonly io: Io,
    private readonly verb: string,
  ) {
    this.start = io.now().getTime();
  }

  /** So many are done. */
  async at(count: number, what: string): Promise<void> {
    const now = this.io.now().getTime();
    // Whether there is a terminal takes time to ask.
    if (now - this.start < LONG || now - this.last < PAUSE) return;
    this.last = now;
    const { stderr, env } = this.io;
    if (stderr.isTTY !== true || env['TERM'] === 'dumb') return;
    this.shown = true;
    const seconds = Math.floor((now - this.start) / 1000);
    await stderr.write(`${CLEAR}${this.verb} ${count.toLocaleString('en-US')} ${what}, ${seconds} s`);
  }

  /** Takes the line away. */
  async clear(): Promise<void> {
    if (!this.shown) return;
    this.shown = false;
    await this.io.stderr.write(CLEAR);
  }
}

/** To the beginning of the line, and nothing left in it. */
const CLEAR = '\r\u001b[K';

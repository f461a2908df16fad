// The limit on active Jobs. What counts is what the watch has seen of all workers, and what this one is about to add.
import { pause } from './pause';

const LOOK_AGAIN = 200;

export class Room {
  /** Let in, and their Jobs not yet among the active ones. */
  #entered = 0;
  readonly #limit: number;
  readonly #active: () => number | undefined;

  /** @param active undefined as long as nobody knows */
  constructor(limit: number, active: () => number | undefined) {
    this.#limit = limit;
    this.#active = active;
  }

  /** For how many more Jobs there is room. */
  get left(): number {
    return this.#limit - (this.#active() ?? this.#limit) - this.#entered;
  }

  /** Waits, unless none is needed. @returns what is to be called when the Job is among the active ones, or will not be */
  async enter(signal: AbortSignal, isThere: () => boolean): Promise<() => void> {
    while (this.left <= 0 && !isThere()) {
      await pause(LOOK_AGAIN, signal);
      signal.throwIfAborted();
    }
    this.#entered++;
    return () => void this.#entered--;
  }
}

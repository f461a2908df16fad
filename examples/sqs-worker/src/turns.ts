// Names that wait for their turn: each is looked at once more after every `add`, never twice at the same time, and so many at once.

export interface TurnsOptions {
  readonly atOnce: number;
  /** @returns milliseconds after which the name is looked at again, if at all */
  run(name: string): Promise<number | undefined>;
  /** @returns as `run` */
  onFailure(name: string, error: unknown): number;
}

export class Turns {
  readonly #options: TurnsOptions;
  readonly #waiting = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #later = new Map<string, NodeJS.Timeout>();
  #stopped = false;

  constructor(options: TurnsOptions) {
    this.#options = options;
  }

  add(name: string): void {
    clearTimeout(this.#later.get(name));
    this.#later.delete(name);
    if (this.#stopped) return;
    this.#waiting.add(name);
    this.#next();
  }

  /** Those that run come to their end; nothing else is begun. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#waiting.clear();
    for (const timer of this.#later.values()) clearTimeout(timer);
    this.#later.clear();
    await Promise.all(this.#running.values());
  }

  #next(): void {
    for (const name of this.#waiting) {
      if (this.#running.size >= this.#options.atOnce) return;
      if (this.#running.has(name)) continue;
      this.#waiting.delete(name);
      this.#running.set(name, this.#run(name));
    }
  }

  async #run(name: string): Promise<void> {
    const { run, onFailure } = this.#options;
    const again = await run(name).catch((error: unknown) => onFailure(name, error));
    this.#running.delete(name);
    if (again !== undefined && !this.#waiting.has(name) && !this.#stopped) {
      this.#later.set(
        name,
        setTimeout(() => this.add(name), Math.min(again, 2 ** 31 - 1)),
      );
    }
    this.#next();
  }
}

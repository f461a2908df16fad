import { setTimeout as sleep } from 'node:timers/promises';

/** Waits so many milliseconds, or until the signal says to stop. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal }).catch(() => undefined);

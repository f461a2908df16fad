// What the caller may say beside a Launcher job. spec: dialects.md, "launcher"
import * as z from '../../shape/schema';
import type { OptionShapes } from '../dialect';

/** What the caller may say beside a Launcher job. */
export interface LauncherOptions {
  /** `kueue`: the Job is created suspended in the Kueue queue named by the first of `queues`, and Kueue starts it. */
  readonly queue?: 'kueue';
}

export const launcherOptions: OptionShapes<LauncherOptions> = { queue: z.optional(z.enum(['kueue'])) };

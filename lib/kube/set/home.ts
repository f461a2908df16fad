// Where an object is written, and for which cluster: objects collide, and refer to each other, only within what is applied together.

/** Objects of one home are applied together. */
export interface Home {
  /** The folders and the file, or the scopes and the chart, joined by `/`. What a path goes on from is applied together with it. */
  readonly path: string;
  /** The cluster that it was said to be for. What has none, beside others that have, is for each of them. */
  readonly cluster?: string;
}

/** Written with everything. */
export const EVERYWHERE: Home = { path: '' };

/** Paths side by side that hold the same objects, and so cannot be for one cluster. */
export interface Twins {
  /** In their order. */
  readonly paths: readonly string[];
  /** Whether each of them is what objects are written in, and not a folder of such. */
  readonly areLeaves: boolean;
  /** The objects that more than one of them has: how many, and the position of the first. */
  readonly count: number;
  readonly example: number;
}

// Where lib/kube and the API server's create path disagree on purpose, each with its reason. Everything else must agree both ways.

/** One disagreement. */
export interface Deliberate {
  readonly reason: string;
  /** Whether the object shows it. */
  readonly applies: (object: Readonly<Record<string, unknown>>) => boolean;
}

export const deliberate: readonly Deliberate[] = [];

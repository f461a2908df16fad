// AlgorithmIdentifier: which algorithm, and its parameters as they stand.
// https://www.rfc-editor.org/rfc/rfc5280#section-4.1.1.2
import type { DerReader } from './der';

export interface Algorithm {
  readonly id: string;
  /** Empty when there are none. */
  readonly parameters: Buffer;
}

export function readAlgorithm(from: DerReader): Algorithm {
  const parts = from.sequence();
  const id = parts.identifier();
  return { id, parameters: parts.done ? Buffer.alloc(0) : parts.next().whole };
}

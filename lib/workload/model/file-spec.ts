// FileSpec: a file in a container. KAM v1/workload/container/container.k

import { expecting, named, oneOfByKey } from '../../shape/shape';
import * as z from '../../shape/schema';
import { text } from './fields';

export interface FileMode {
  /**
   * Permission bits: a string with a leading zero is octal ("0000"–"0777"), any other string and a number are decimal (0–511).
   * Default "0644".
   */
  readonly mode?: string | number;
}
/** A file with its text given here. */
export interface FileContent extends FileMode {
  /** The text. Becomes a key of the ConfigMap `<workload>-<container>-files`. */
  readonly content: string;
  readonly contentFrom?: never;
}
/** A file with its text in a Secret or ConfigMap. */
export interface FileContentFrom extends FileMode {
  /** `secret://name/key` or `configmap://name/key`. */
  readonly contentFrom: string;
  readonly content?: never;
}
/** A file in a container. Mounted at exactly its path; the folder's other files stay visible. (KAM schema FileSpec) */
export type FileSpec = FileContent | FileContentFrom;
const mode = z.optional(expecting('permission bits such as "0644" or 420', z.union([z.string(), z.number()])));
export const fileSpecSchema = oneOfByKey('{ content } or { contentFrom }', {
  content: named('FileContent', z.strictObject({ content: text, mode })),
  contentFrom: named('FileContentFrom', z.strictObject({ contentFrom: text, mode })),
});

// The codes of what is wrong with a workload as such; what its objects break of the API server's rules has the codes of lib/kube/rules.

/** What is wrong, in one or two words. Stable, for scripts and tests. */
export type WorkloadCode =
  /** A reference such as `secret://name/key` that cannot be read. */
  | 'bad-reference'
  /** A reference to a key that the workload's own Secret does not have. */
  | 'missing-key'
  /** A URL of a probe or hook that cannot be read, or of the wrong scheme. */
  | 'bad-url'
  /** An image that is no OCI reference. */
  | 'bad-image'
  /** An image without tag and digest (a note). */
  | 'image-without-tag'
  /** A path that is not absolute. */
  | 'bad-path'
  /** Permission bits outside 0000–0777. */
  | 'bad-mode'
  /** Files of one container that do not fit into a ConfigMap. */
  | 'too-large'
  /** Two fields that exclude each other. */
  | 'conflict'
  /** Something that must be given and is not. */
  | 'required'
  /** An option of a `dirs` reference that does not exist. */
  | 'unknown-key'
  /** Not one of the words that are allowed there. */
  | 'not-one-of'
  /** A number outside its range. */
  | 'out-of-range'
  /** A name whose spelling is not allowed. */
  | 'bad-name'
  /** A text of another form than expected. */
  | 'bad-format'
  /** Too many items. */
  | 'too-long'
  /** The same thing twice where it must be unique. */
  | 'duplicate'
  /** A route that nothing guards, and nobody said that it is open to everyone. */
  | 'open-route'
  /** A route without a target: nothing is emitted for it (a warning). */
  | 'not-exposed'
  /** A setting that what is emitted cannot say. */
  | 'loss'
  /** Needs an experimental part of an API (a warning). */
  | 'experimental'
  /** Taken, but without effect or surprising (warnings). */
  | 'suspicious';

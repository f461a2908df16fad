// The codes that problems of Kubernetes objects carry: few, stable, for scripts and tests.

/** What is wrong, in one or two words. */
export type Code =
  // Shape: found while the object is read, before any rule.
  /** A field that the type does not have. */
  | 'unknown-field'
  /** Another kind of value than the field takes: a number where a text belongs, a fraction where an integer does. */
  | 'wrong-type'
  /** A value that no manifest can hold: NaN, a function, a class instance, a cycle. */
  | 'not-data'
  /** No `apiVersion` and `kind` that the server serves. */
  | 'unknown-kind'
  // Values.
  /** Missing or empty where something must stand. */
  | 'required'
  /** A number outside its range. */
  | 'out-of-range'
  /** Not one of the words that are allowed there. */
  | 'not-one-of'
  /** A name, label, key or path whose spelling is not allowed. */
  | 'bad-name'
  /** A text that does not parse: quantity, schedule, base64, time, IP address, percentage. */
  | 'bad-format'
  /** Too many bytes or items. */
  | 'too-long'
  /** The same thing twice where it must be unique. */
  | 'duplicate'
  // Relations between fields.
  /** May not be set here at all, or not beside another field. */
  | 'forbidden'
  /** Two fields that contradict each other. */
  | 'conflict'
  /** Refers to something that the object itself lacks: a volume, a container. */
  | 'not-found'
  // Relations between objects.
  /** Refers to a key, port or pod that the other objects of the set lack. */
  | 'missing-key'
  | 'missing-port'
  | 'selects-nothing'
  // Taken by the server, and surprising (warnings).
  /** Silently left out of the stored object. */
  | 'dropped'
  /** Stored, but without the effect that it seems to have. */
  | 'no-effect'
  /** Taken now and refused later: by another way to apply, when a pod is made, when it is applied again. */
  | 'refused-later'
  /** Taken, though almost never what is meant. */
  | 'suspicious';

// The codes that problems carry: few, stable, for scripts and tests. docs/problems.md has a row for each.

/** What is wrong, in one or two words. */
export type Code =
  // Texts.
  /** Not sound in its format. */
  | 'bad-json'
  | 'bad-yaml'
  | 'bad-kcl'
  /** An expression in a KCL source, which would have to be computed. */
  | 'computed'
  | 'bad-utf8'
  | 'bad-number'
  | 'duplicate-key'
  /** A whole number that would be rounded. */
  | 'unsafe-integer'
  | 'lone-surrogate'
  | 'too-deep'
  | 'too-many-problems'
  /** A value that JSON cannot hold, when it is to be written. */
  | 'not-json'
  // Files and documents.
  | 'no-file'
  | 'file-exists'
  | 'unknown-dialect'
  | 'ambiguous-dialect'
  /** A setting that neither the model nor Kubernetes can say. */
  | 'loss'
  // Shapes.
  /** A key that a workload, a document or an option does not have. */
  | 'unknown-key'
  /** A field that the Kubernetes type does not have. */
  | 'unknown-field'
  /** Another kind of value than the field takes: a number where a text belongs, a fraction where an integer does. */
  | 'wrong-type'
  /** A value that no manifest can hold: NaN, a function, a class instance, a cycle. */
  | 'not-data'
  /** No `apiVersion` and `kind` that the server serves. */
  | 'unknown-kind'
  /** Of a kind whose values we do not know (a note). */
  | 'not-checked'
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
  /** A CEL expression that does not compile. */
  | 'bad-expression'
  /** A reference such as `secret://name/key` that cannot be read. */
  | 'bad-reference'
  | 'bad-url'
  /** A path that is not absolute. */
  | 'bad-path'
  /** Permission bits outside 0000–0777. */
  | 'bad-mode'
  /** An image that is no OCI reference. */
  | 'bad-image'
  /** An image without tag and digest (a note). */
  | 'image-without-tag'
  /** Too many bytes or items. */
  | 'too-long'
  /** Files of one container that do not fit into a ConfigMap, or a text that is too large to read. */
  | 'too-large'
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
  /** Refers to a key, port, pod or object that the set lacks: of a key, port or pod it has what should have it, of an object one of a near name. */
  | 'missing-key'
  | 'missing-object'
  | 'missing-port'
  | 'selects-nothing'
  // Taken by the server, and surprising (warnings).
  /** Silently left out of the stored object. */
  | 'dropped'
  /** Stored, but without the effect that it seems to have. */
  | 'no-effect'
  /** Taken now and refused later: by another way to apply, when a pod is made, when it is applied again. */
  | 'refused-later'
  /** Taken, and on its way out, or without function already: the server warns of it too. */
  | 'deprecated'
  /** Taken, though almost never what is meant. */
  | 'suspicious'
  // Routes.
  /** A route that nothing guards, and nobody said that it is open to everyone. */
  | 'open-route'
  /** A route without a target: nothing is emitted for it (a warning). */
  | 'not-exposed'
  /** Needs an experimental part of an API (a warning). */
  | 'experimental'
  // Apps.
  /** A JSON patch that does not fit its object. */
  | 'bad-patch'
  /** What the validation of a construct that is not ours says. */
  | 'validation'
  // Text forms of the Launcher, as its SDK names them.
  | 'invalid-env-spec'
  | 'invalid-mount-spec'
  | 'invalid-mount-path'
  | 'invalid-port-spec'
  | 'invalid-port';

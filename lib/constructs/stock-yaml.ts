// What cdk8s' own App writes. It writes with the `yaml` package, which asks what says that it is one of that package's documents for its text: our
// objects say so, and their text is ours, faster and read back unchanged by kubectl. Our App has nothing to do with this.
// https://eemeli.org/yaml/#documents
import type { KubeObject } from '../kube/object';
import { writeYaml } from '../text/write-yaml';
import { resolvePlain } from '../text/yaml-scalar';
import { copy } from './copy';

/** How the `yaml` package knows what is its own, whichever copy of it made it. */
const NODE_TYPE = Symbol.for('yaml.node.type');

const AS_DOCUMENT: PropertyDescriptorMap = {
  [NODE_TYPE]: { value: Symbol.for('yaml.document') },
  toString: {
    value(this: unknown): string {
      return writeYaml(this);
    },
  },
};

/** What the package takes of a document in another value; before 2.6, which older cdk8s have, of any. */
const CONTENTS: PropertyDescriptor = {
  get(this: unknown): unknown {
    return copy(this, forOldYaml);
  },
};

/** The object itself, plain data to all but that package; what is changed in it later is in its text. */
export function forStockYaml(object: KubeObject): KubeObject {
  Object.defineProperties(object, AS_DOCUMENT);
  return Object.hasOwn(object, 'contents') ? object : Object.defineProperty(object, 'contents', CONTENTS);
}

/** Numbers to Go that cdk8s, which writes YAML 1.1, takes for plain text; and characters that some readers take for line breaks. */
const isRisky = (text: string): boolean =>
  (/_|^[-+]?0[oOBX]/.test(text) && resolvePlain(text) !== text) || /[\u2028\u2029\ufeff]/.test(text);

/** A double-quoted scalar of the package. */
class QuotedScalar {
  readonly type = 'QUOTE_DOUBLE';

  constructor(readonly value: string) {
    Object.defineProperty(this, NODE_TYPE, { value: Symbol.for('yaml.scalar') });
  }

  toJSON(): string {
    return this.value;
  }
}

const forOldYaml = (value: unknown): unknown =>
  typeof value === 'string' && isRisky(value) ? new QuotedScalar(value) : value;

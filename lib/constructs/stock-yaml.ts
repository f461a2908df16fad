// What cdk8s' own App writes. It writes with the `yaml` package, which asks what says that it is one of that package's documents for its text: our
// objects say so, and their text is ours, faster and read back unchanged by kubectl. Of a part or a copy of one, which the package writes itself,
// texts that kubectl would misread are scalars of the package that come out quoted. Our App has nothing to do with this.
// https://eemeli.org/yaml/#documents
import type { KubeObject } from '../kube/object';
import { refOf } from '../kube/set/identity';
import { isPlainObject } from '../report/data';
import { ProblemError } from '../report/problem-error';
import { writeYaml } from '../text/write-yaml';
import { resolvePlain } from '../text/yaml-scalar';
import { copy } from './copy';

/** How the `yaml` package knows what is its own, whichever copy of it made it. */
const NODE_TYPE = Symbol.for('yaml.node.type');

/** Numbers to Go that cdk8s, which writes YAML 1.1, takes for plain text; and characters that some readers take for line breaks. */
const isRisky = (text: string): boolean =>
  (/_|^[-+]?0[oOBX]/.test(text) && resolvePlain(text) !== text) || /[\u2028\u2029\ufeff]/.test(text);

/** A double-quoted scalar. */
class QuotedScalar {
  readonly type = 'QUOTE_DOUBLE';
  /** Our writer takes it for no map. */
  readonly [Symbol.toStringTag] = 'QuotedScalar';

  constructor(readonly value: string) {
    Object.defineProperty(this, NODE_TYPE, { value: Symbol.for('yaml.scalar') });
  }

  toJSON(): string {
    return this.value;
  }

  toString(): string {
    return this.value;
  }
}

const quoted = (value: unknown): unknown =>
  typeof value === 'string' && isRisky(value) ? new QuotedScalar(value) : value;

const unquoted = (value: unknown): unknown => (value instanceof QuotedScalar ? value.value : value);

const AS_DOCUMENT: PropertyDescriptorMap = {
  [NODE_TYPE]: { configurable: true, value: Symbol.for('yaml.document') },
  toString: {
    configurable: true,
    writable: true,
    /** The package gives its options, whoever makes a text of any value gives nothing. */
    value(this: unknown, ...options: readonly unknown[]): string {
      return options.length === 0 ? Object.prototype.toString.call(this) : textOf(this);
    },
  },
  /** What the package takes of a document in another value; before 2.6, which older cdk8s have, of any. */
  contents: {
    configurable: true,
    get(this: unknown): unknown {
      return copy(this);
    },
    set(this: object, value: unknown): void {
      Object.defineProperty(this, 'contents', { value, configurable: true, enumerable: true, writable: true });
    },
  },
};

/** A copy of an object as the stock App is to write it, plain data to all others; what is changed in it later is in its text. */
export function forStockYaml(object: KubeObject): KubeObject {
  const given = copy(object, quoted) as KubeObject;
  if (!isPlainObject(given) || Object.hasOwn(given, 'contents')) return given;
  return Object.defineProperties<KubeObject>(given, AS_DOCUMENT);
}

function textOf(object: unknown): string {
  try {
    return writeYaml(object);
  } catch {
    // It has scalars of the package, or what the user put there.
  }
  try {
    return writeYaml(copy(object, unquoted));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const title = refOf(object);
    throw new ProblemError(error.problems.map((problem) => ({ ...(title && { object: title }), ...problem })));
  }
}

// Texts that cdk8s' own writer leaves bare and kubectl then reads as numbers or breaks at: wrapped as scalars of the `yaml` package, which
// cdk8s writes with, so that they come out quoted. Our App has its own writer and never sees these.
// https://eemeli.org/yaml/#scalar-values
import { resolvePlain } from '../text/yaml-scalar';

/** Numbers to Go that cdk8s, which writes YAML 1.1, takes for plain text; and characters that some readers take for line breaks. */
const isRisky = (text: string): boolean =>
  (/_|^[-+]?0[oOBX]/.test(text) && resolvePlain(text) !== text) || /[\u2028\u2029\ufeff]/.test(text);

/** A double-quoted scalar, as the `yaml` package knows its own by a registered symbol. */
class QuotedScalar {
  readonly type = 'QUOTE_DOUBLE';

  constructor(readonly value: string) {
    Object.defineProperty(this, Symbol.for('yaml.node.type'), { value: Symbol.for('yaml.scalar') });
  }

  toJSON(): string {
    return this.value;
  }

  toString(): string {
    return this.value;
  }
}

/** A value that is no list and no map, wrapped when it is a risky text. */
export const forStockYaml = (value: unknown): unknown =>
  typeof value === 'string' && isRisky(value) ? new QuotedScalar(value) : value;

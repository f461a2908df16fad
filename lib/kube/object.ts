// Kubernetes' own types as plain data, taken from cdk8s-plus-28's generated declarations (types only, nothing is loaded).
import type { k8s } from 'cdk8s-plus-28';

/**
 * A generated Kubernetes type as people write it in YAML: quantities and int-or-strings are strings and numbers, times are strings.
 */
export type Plain<T> = T extends k8s.Quantity | k8s.IntOrString
  ? k8s.Quantity extends T
    ? string | number
    : PlainFields<T>
  : T extends Date
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Plain<Item>[]
      : T extends object
        ? PlainFields<T>
        : T;

/** A type with a `value` of its own, such as HttpHeader, looks like a Quantity from one side; only a Quantity does from both. */
type PlainFields<T> = { readonly [Key in keyof T]: Plain<T[Key]> };

/** Any Kubernetes object as plain data. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: KubeMetadata;
  readonly [field: string]: unknown;
}

/** The metadata that we write. */
export interface KubeMetadata {
  readonly name?: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

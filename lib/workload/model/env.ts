// Environment variables of a container. https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/

import type * as k8s from '../../kube/api/written';
import { expecting, hidden, named, type Schema, secretText } from '../../shape/shape';
import * as z from '../../shape/schema';

/** The value of an environment variable in Kubernetes' own form; a cdk8s-plus EnvValue is one. */
export interface EnvSource {
  /** Literal text, taken as it is, even if it looks like a reference. */
  readonly value?: string;
  /** Where the value comes from. */
  readonly valueFrom?: k8s.EnvVarSource;
}
/**
 * Text, a reference, or Kubernetes' own form. A number or a boolean where its text is certain: `true` and `false`, whole numbers that are exact, and
 * fractions of at most 15 digits without an exponent.
 */
export type EnvValue = string | number | boolean | EnvSource;
/** All variables of a Secret or ConfigMap at once. */
export interface EnvFrom {
  /** `secret://name` or `configmap://name`. */
  readonly from: string;
  /** Put before each variable's name. */
  readonly prefix?: string;
}
/** What is in it is checked where it is emitted; text there may be a value that was meant as `value`. */
const source = z.looseObject({}) as unknown as Schema<NonNullable<EnvSource['valueFrom']>>;
export const ENV_VALUE = 'text, a reference or { value } / { valueFrom }';
/** An EnvValue of cdk8s-plus is an instance of a class, so that its fields are looked at one by one. */
export const envSourceSchema = expecting(
  ENV_VALUE,
  named(
    'EnvSource',
    z.strictObject({
      value: z.optional(hidden(z.string())),
      valueFrom: z.optional(hidden(expecting('a map such as { secretKeyRef: { name, key } }', source))),
    }),
  ),
);
export const envValueSchema = expecting(ENV_VALUE, hidden(z.union([secretText(), envSourceSchema])));

// Secret: sensitive data. KAM v1/workload/secret/secret.k; https://kubernetes.io/docs/concepts/configuration/secret/

import { dict, expecting, hidden, named, type Schema, secretText } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type Dict, flag, text } from './fields';

export interface SecretBase {
  /** If true, the data can never be changed. */
  readonly immutable?: boolean;
}
export interface SecretWithParams extends SecretBase {
  /** Become annotations `cdk8s-kam/param-<key>`. */
  readonly params?: Dict<string>;
}
/** User name and password → type `kubernetes.io/basic-auth`. At least one of the keys; a value may be "". */
export interface BasicSecret extends SecretWithParams {
  readonly type: 'basic';
  readonly data: { readonly username?: string; readonly password?: string };
}
/** A token → type `Opaque`, key `token`. */
export interface TokenSecret extends SecretWithParams {
  readonly type: 'token';
  readonly data: { readonly token: string };
}
/** Any keys → type `Opaque`. */
export interface OpaqueSecret<Key extends string = string> extends SecretWithParams {
  readonly type: 'opaque';
  readonly data?: { readonly [Each in Key]: string };
}
/** A certificate and its key, PEM → type `kubernetes.io/tls`. */
export interface CertificateSecret extends SecretWithParams {
  readonly type: 'certificate';
  readonly data: { readonly 'tls.crt': string; readonly 'tls.key': string };
}
/**
 * A secret that the External Secrets operator fetches → `external-secrets.io/v1` ExternalSecret.
 * @see https://external-secrets.io/latest/api/externalsecret/
 */
export interface ExternalSecret<Key extends string = string> extends SecretBase {
  readonly type: 'external';
  /** Local key → remote reference: `path`, `path#property`, or as KAM writes it `ref://name/property?version=v`. */
  readonly data: { readonly [Each in Key]: string };
  readonly params: {
    /** Name of the store. */
    readonly store: string;
    /** Default `SecretStore`. */
    readonly storeKind?: 'SecretStore' | 'ClusterSecretStore';
    /** A Go duration such as `1h`; the operator's default is used when absent. */
    readonly refreshInterval?: string;
  };
}
/** Sensitive data of a workload. Values never appear in messages. (KAM schema Secret) */
export type SecretSpec<Key extends string = string> =
  BasicSecret | TokenSecret | OpaqueSecret<Key> | CertificateSecret | ExternalSecret<Key>;
const immutable = z.optional(flag);
const params = z.optional(dict(text));
export const secretValues = <Key extends string>(keys: readonly Key[]) =>
  hidden(
    z.strictObject(
      Object.fromEntries(keys.map((key) => [key, z.optional(secretText())])) as Record<
        Key,
        z.ZodMiniOptional<Schema<string>>
      >,
    ),
  );
export const secretSpecSchema = expecting(
  'a map with `type`: basic, token, opaque, certificate or external',
  z.discriminatedUnion('type', [
    named(
      'BasicSecret',
      z.strictObject({ type: z.literal('basic'), data: secretValues(['username', 'password']), immutable, params }),
    ),
    named(
      'TokenSecret',
      z.strictObject({ type: z.literal('token'), data: secretValues(['token']), immutable, params }),
    ),
    named(
      'OpaqueSecret',
      z.strictObject({ type: z.literal('opaque'), data: z.optional(hidden(dict(secretText()))), immutable, params }),
    ),
    named(
      'CertificateSecret',
      z.strictObject({ type: z.literal('certificate'), data: secretValues(['tls.crt', 'tls.key']), immutable, params }),
    ),
    named(
      'ExternalSecret',
      z.strictObject({
        type: z.literal('external'),
        data: hidden(dict(secretText())),
        immutable,
        params: z.strictObject({
          store: text,
          storeKind: z.optional(z.enum(['SecretStore', 'ClusterSecretStore'])),
          refreshInterval: z.optional(text),
        }),
      }),
    ),
  ]),
);

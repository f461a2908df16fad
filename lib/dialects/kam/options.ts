// What the caller may say beside a KAM document. spec: dialects.md, "kam"
import * as z from '../../shape/schema';
import type { OptionShapes } from '../dialect';

/** What a caller may say beside a KAM document. */
export interface KamOptions {
  /** The Kusion project. Becomes the label `app.kubernetes.io/part-of`. */
  readonly project?: string;
  /**
   * The application's name, where the document does not say it: it then names the workload, too. With it, or with `project`, the labels that
   * Kusion writes are the selector.
   */
  readonly app?: string;
  /** What a workload is that says neither `_type` nor `schedule`. Default `Service`. */
  readonly kind?: 'Job' | 'Service';
  /** The store of secrets of the type `external` that do not name one in `params`. */
  readonly secretStore?: KamSecretStore;
  /**
   * What an accessory means that belongs to another system: a database, an operator's monitor. Default: as `onLoss`; `ignore` notes it for
   * `explain`.
   */
  readonly accessories?: 'ignore' | 'warn' | 'error';
}

/** A store of the External Secrets operator. */
export interface KamSecretStore {
  /** Its name. */
  readonly name: string;
  /** Default `SecretStore`, of the workload's own namespace. */
  readonly kind?: 'SecretStore' | 'ClusterSecretStore';
}

const text = z.optional(z.string());

export const kamOptions: OptionShapes<KamOptions> = {
  project: text,
  app: text,
  kind: z.optional(z.enum(['Job', 'Service'])),
  secretStore: z.optional(
    z.strictObject({ name: z.string(), kind: z.optional(z.enum(['SecretStore', 'ClusterSecretStore'])) }),
  ),
  accessories: z.optional(z.enum(['ignore', 'warn', 'error'])),
};

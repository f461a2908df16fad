// What the caller may say beside a manifest.json. spec: dialects.md, "manifest"
import { expecting } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type ExposeTarget, exposeTargetSchema } from '../../workload/model/expose';
import type { OptionShapes } from '../dialect';

/** What the caller may say beside a manifest.json. */
export interface ManifestOptions {
  /**
   * What `svc-account-secret` names: a Secret that is mounted at `mountPath` (`/var/secrets/google`), with the variable `env`
   * (`GOOGLE_APPLICATION_CREDENTIALS`) set to the path of its `key` (`key.json`); or, with `'serviceAccountName'`, the pod's service account.
   */
  readonly svcAccount?: SvcAccount | 'serviceAccountName';
  /** With what a `published` service is routed. Default: nothing; it is only annotated, with a warning. */
  readonly expose?: ExposeTarget;
}

/** Where the key of a service account is found in the container. */
export interface SvcAccount {
  /** Default `/var/secrets/google`. */
  readonly mountPath?: string;
  /** Key of the Secret. Default `key.json`. */
  readonly key?: string;
  /** Variable with the path of the key. Default `GOOGLE_APPLICATION_CREDENTIALS`. */
  readonly env?: string;
}

const text = z.optional(z.string());

export const manifestOptions: OptionShapes<ManifestOptions> = {
  svcAccount: z.optional(
    expecting(
      '"serviceAccountName" or { mountPath, key, env }',
      z.union([z.literal('serviceAccountName'), z.strictObject({ mountPath: text, key: text, env: text })]),
    ),
  ),
  expose: z.optional(exposeTargetSchema),
};

// expose.mapping: a Mapping of Emissary-ingress. https://emissary-ingress.dev/docs/3.10/topics/using/intro-mappings

import { named } from '../../shape/shape';
import * as z from '../../shape/schema';

/**
 * A route as a `getambassador.io/v3alpha1` Mapping. Emissary's AuthService guards it unless `expose.auth.bypass`; the group is not in
 * the Mapping, only in the Service's annotation `datatask.io/access`. Emissary matches the prefix letter by letter: `/app` is also the
 * prefix of `/apple`, and `/app/` does not match `/app`.
 * @see https://emissary-ingress.dev/docs/3.10/topics/using/intro-mappings
 */
export interface MappingTarget {
  /** Host, also `*.example.com`. Default: `expose.host`, or `*`. */
  readonly hostname?: string;
  /** The Emissary installations that read the Mapping. Default: the one without an id. Becomes `ambassador_id`. */
  readonly ambassadorId?: readonly string[];
}
export const mappingTargetSchema = named(
  'MappingTarget',
  z.strictObject({ hostname: z.optional(z.string()), ambassadorId: z.optional(z.array(z.string())) }),
);

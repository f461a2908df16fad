// A workload as data. KAM v1/workload

import { expecting, knowingWhere, named } from '../../shape/shape';
import * as z from '../../shape/schema';
import { elsewhereOfJob, elsewhereOfService } from './elsewhere';
import { job, type JobProps } from './job';
import { service, type ServiceProps } from './service';

/** A workload as data: what dialects read and `toManifests` renders. */
export type Workload = ({ readonly kind: 'Job' } & JobProps) | ({ readonly kind: 'Service' } & ServiceProps);
/** A workload as data. */
export const workloadSchema = expecting(
  'a workload: a map with `kind`: "Job" or "Service"',
  z.discriminatedUnion('kind', [
    knowingWhere(elsewhereOfJob, named('JobProps', z.strictObject({ kind: z.literal('Job'), ...job }))),
    knowingWhere(elsewhereOfService, named('ServiceProps', z.strictObject({ kind: z.literal('Service'), ...service }))),
  ]),
);

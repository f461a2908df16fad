// One application of a KAM document while it is being put together.
import type { JobProps } from '../../workload/model/job';
import type { Port } from '../../workload/model/port';
import type { ServiceProps } from '../../workload/model/service';
import { Draft, type Mutable } from '../draft';
import type { KamOptions } from './options';

/** An application on its way to a workload. */
export class KamDraft extends Draft<KamOptions> {
  kind: 'Job' | 'Service' = 'Service';
  /** The workload's props, as far as they are right. */
  readonly props: Mutable<Partial<Omit<JobProps & ServiceProps, 'ports'>>> = {};
  readonly ports: Port[] = [];
}

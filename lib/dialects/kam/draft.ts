// One application of a KAM document while it is being put together.
import { printValue } from '../../report/print';
import type { Path } from '../../report/problem';
import type { JobProps } from '../../workload/model/job';
import type { Pod } from '../../workload/model/pod';
import type { Port } from '../../workload/model/port';
import type { ServiceProps } from '../../workload/model/service';
import { Draft, type Mutable } from '../draft';
import type { KamOptions } from './options';

/** An application on its way to a workload. */
export class KamDraft extends Draft<KamOptions> {
  kind: 'Job' | 'Service' = 'Service';
  /** The workload's name. */
  name: string | undefined;
  /** The workload's props, as far as they are right. */
  readonly props: Mutable<Partial<Omit<JobProps & ServiceProps, 'ports'>>> = {};
  readonly ports: Port[] = [];

  /** Adds an annotation of the pods; one that the workload has wins. */
  annotatePods(key: string, value: string, source: Path): void {
    const { annotations = {}, ...pod }: Pod = this.props.pod ?? {};
    const own = annotations[key];
    if (own !== undefined) return this.ignore(source, `the workload says ${key}: ${printValue(own)}`);
    this.props.pod = { ...pod, annotations: { ...annotations, [key]: value } };
    this.map(source, ['pod', 'annotations', key]);
  }

  /** An accessory that belongs to another system, said once for all that is in it. */
  loseAccessory(path: Path, type: string, known: readonly string[]): void {
    const { onLoss, accessories = onLoss === 'warn' ? 'warn' : 'error' } = this.options;
    const message = `the accessory ${printValue(type)} belongs to another system than the workload`;
    const hint = `Known accessories: ${known.join(', ')}; the option kam: { accessories: 'ignore' } passes over the others`;
    if (accessories === 'ignore') this.ignore(path, message);
    else if (accessories === 'warn') this.warn('loss', path, message, { hint });
    else this.refuse('loss', path, message, { hint });
  }
}

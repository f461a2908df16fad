// Lease: who of several does the work just now, and until when.
// https://kubernetes.io/docs/concepts/architecture/leases/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Lease } from '../../api/types';
import { checkNotNegative } from '../../rules/checks';
import { checkGeneration, checkMetadata, type NameRule, SUBDOMAIN_NAME } from '../../rules/meta/metadata';

const NAME: NameRule = { ...SUBDOMAIN_NAME, anyFinalizer: true };

/** The rules of `strategy` and `preferredHolder` are missing here: all servers drop both, whose gate is off everywhere. */
export function checkLease({ metadata, spec = {} }: Lease, place: At, report: Report): void {
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  checkGeneration(metadata, place, report);
  const { leaseDurationSeconds: duration, leaseTransitions } = spec;
  const here = at(place, 'spec');
  if (duration !== undefined && duration <= 0)
    report.error(at(here, 'leaseDurationSeconds'), 'out-of-range', 'must be at least 1', { value: duration });
  checkNotNegative(leaseTransitions, at(here, 'leaseTransitions'), report);
}

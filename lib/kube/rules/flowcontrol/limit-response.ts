// LimitResponse: whether requests beyond the limit of a priority level are refused, or wait in queues.
// https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/priority-level-configuration-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { LimitResponse, QueuingConfiguration } from '../../api/types';
import { checkOneOf, checkRequired } from '../checks';

const MOST_QUEUES = 10_000_000;
/** Bits of the hash by which requests are dealt out to queues. */
const HASH_BITS = 60;

export function checkLimitResponse({ type, queuing }: LimitResponse, place: At, report: Report): void {
  if (!checkRequired(type, at(place, 'type'), report, 'is required: Reject or Queue')) return;
  checkOneOf(type, ['Reject', 'Queue'], at(place, 'type'), report);
  const here = at(place, 'queuing');
  if (type === 'Reject' && queuing !== undefined) {
    report.error(here, 'forbidden', 'may not be set when the type is Reject', { value: queuing });
  } else if (type === 'Queue') {
    if (queuing === undefined) {
      report.error(here, 'required', 'is required when the type is Queue', { hint: 'write {} for the defaults' });
    } else checkQueuing(queuing, here, report);
  }
}

/** 0 is as if nothing were stated. */
function checkQueuing(queuing: QueuingConfiguration, place: At, report: Report): void {
  const queueLengthLimit = queuing.queueLengthLimit || 50;
  const queues = queuing.queues || 64;
  const handSize = queuing.handSize || 8;
  const least = 'must be at least 1';
  if (queueLengthLimit < 1) {
    report.error(at(place, 'queueLengthLimit'), 'out-of-range', least, { value: queueLengthLimit });
  }
  if (queues < 1) report.error(at(place, 'queues'), 'out-of-range', least, { value: queues });
  else if (queues > MOST_QUEUES) {
    report.error(at(place, 'queues'), 'out-of-range', `must be at most ${MOST_QUEUES}`, { value: queues });
  }
  const hand = at(place, 'handSize');
  if (handSize < 1) report.error(hand, 'out-of-range', least, { value: handSize });
  else if (handSize > queues) {
    const stated = queuing.handSize ? '' : `is ${handSize} when it is not stated, and `;
    report.error(hand, 'out-of-range', `${stated}must be at most the number of queues, ${queues}`, { value: handSize });
  } else if (Math.ceil(Math.log2(queues) * handSize) > HASH_BITS) {
    const most = Math.floor(HASH_BITS / Math.log2(queues));
    const message = `must be at most ${most} with ${queues} queues, as requests are dealt out by a hash of ${HASH_BITS} bits`;
    report.error(hand, 'out-of-range', message, { value: handSize });
  }
}

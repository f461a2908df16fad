// What both versions of Event share, under names of their own: something that happened to an object.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { ObjectMeta, ObjectReference } from '../../api/types';
import { qualifiedName } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';

/** The fields, with the name that each has in the version. */
export interface EventFields {
  readonly metadata: ObjectMeta | undefined;
  readonly eventTime: string | undefined;
  readonly involved: readonly [field: string, value: ObjectReference | undefined];
  readonly controller: readonly [field: string, value: string | undefined];
  readonly message: readonly [field: string, value: string | undefined];
  readonly reportingInstance: string | undefined;
  readonly action: string | undefined;
  readonly reason: string | undefined;
}

const LONGEST_WORD = 128;
const LONGEST_MESSAGE = 1024;

export function checkEventFields(event: EventFields, place: At, report: Report): void {
  checkNamespaces(event, place, report);
  // Events without a time of their own are of the old kind, of which nobody asks more.
  if (event.eventTime === undefined) return;
  const [controllerField, controller] = event.controller;
  if (checkRequired(controller, at(place, controllerField), report))
    checkSpelling(controller, qualifiedName, at(place, controllerField), report);
  for (const field of ['reportingInstance', 'action', 'reason'] as const) {
    if (checkRequired(event[field], at(place, field), report))
      checkLength(event[field] as string, LONGEST_WORD, at(place, field), report);
  }
  const [messageField, message = ''] = event.message;
  checkLength(message, LONGEST_MESSAGE, at(place, messageField), report);
}

function checkLength(value: string, limit: number, place: At, report: Report): void {
  const bytes = utf8Length(value);
  if (bytes > limit) report.error(place, 'too-long', `must have at most ${limit} bytes, not ${bytes}`);
}

/** An event lies in the namespace of what it is about; in default, or with a time kube-system, where that has none. */
function checkNamespaces({ metadata, eventTime, involved }: EventFields, place: At, report: Report): void {
  const [field, about] = involved;
  const inner = about?.namespace ?? '';
  const outer = metadata?.namespace ?? '';
  const here = at(at(place, field), 'namespace');
  if (inner !== '') {
    if (eventTime !== undefined || outer === inner) return;
    // Without a namespace of its own the event goes into the one that it is sent to.
    if (outer === '') {
      if (inner === 'default') return;
      const message = `is refused unless the event is sent to the namespace ${inner}`;
      const hint = `add namespace: ${inner.slice(0, 63)} to the metadata`;
      report.warning(here, 'refused-later', message, { value: inner, hint });
      return;
    }
    const message = `must be the namespace of the event itself, ${outer}`;
    report.error(here, 'conflict', message, { value: inner });
  } else if (outer !== '' && outer !== 'default' && (eventTime === undefined || outer !== 'kube-system')) {
    report.error(here, 'required', `is required, as the event is in the namespace ${outer}`, {
      hint: `write ${outer.slice(0, 63)}`,
    });
  }
}

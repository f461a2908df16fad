// Event of the core group: as events.k8s.io has it, and in the form from before, of which less is asked.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Event } from '../../api/types';
import { checkEventFields } from '../../rules/events/event';
import { checkGeneration, checkMetadata, type NameRule, PATH_NAME } from '../../rules/meta/metadata';

const NAME: NameRule = { ...PATH_NAME, anyFinalizer: true };

export function checkEvent(event: Event, place: At, report: Report): void {
  const { metadata, eventTime, involvedObject, reportingComponent, message } = event;
  const { reportingInstance, action, reason } = event;
  checkMetadata(metadata, at(place, 'metadata'), report, NAME);
  checkGeneration(metadata, place, report);
  const named = {
    involved: ['involvedObject', involvedObject],
    controller: ['reportingComponent', reportingComponent],
    message: ['message', message],
  } as const;
  checkEventFields({ metadata, eventTime, ...named, reportingInstance, action, reason }, place, report);
}

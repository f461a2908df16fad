// Event: something that happened to an object.
// https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { Types } from '../../api/types';
import { checkOneOf, checkRequired } from '../../rules/checks';
import { checkEventFields } from '../../rules/events/event';
import { checkGeneration, checkMetadata, SUBDOMAIN_NAME } from '../../rules/meta/metadata';

type Event = Types['events.v1.Event'];

export function checkEventsEvent(event: Event, place: At, report: Report): void {
  const { metadata, eventTime, regarding, reportingController, note, type } = event;
  const { reportingInstance, action, reason, series } = event;
  checkMetadata(metadata, at(place, 'metadata'), report, SUBDOMAIN_NAME);
  checkGeneration(metadata, place, report);
  if (eventTime === undefined) {
    report.error(at(place, 'eventTime'), 'required', 'is required, with microseconds: 2024-01-31T12:00:00.000000Z');
  }
  const named = {
    involved: ['regarding', regarding],
    controller: ['reportingController', reportingController],
    message: ['note', note],
  } as const;
  checkEventFields({ metadata, eventTime, ...named, reportingInstance, action, reason }, place, report);
  if (checkRequired(type, at(place, 'type'), report, 'is required: Normal or Warning'))
    checkOneOf(type, ['Normal', 'Warning'], at(place, 'type'), report);
  if (series !== undefined) {
    const { count = 0, lastObservedTime } = series;
    const here = at(place, 'series');
    if (count < 2) report.error(at(here, 'count'), 'out-of-range', 'must be at least 2', { value: series.count });
    if (lastObservedTime === undefined) report.error(at(here, 'lastObservedTime'), 'required', 'is required');
  }
  checkUnset(event, place, report);
}

/** Fields that are there for the events of the core group. */
function checkUnset(event: Event, place: At, report: Report): void {
  const { deprecatedCount, deprecatedFirstTimestamp, deprecatedLastTimestamp, deprecatedSource } = event;
  const forbid = (field: keyof Event, isSet: boolean): void => {
    if (isSet) report.error(at(place, field), 'forbidden', 'may not be set: only events of v1 have it');
  };
  forbid('deprecatedFirstTimestamp', deprecatedFirstTimestamp !== undefined);
  forbid('deprecatedLastTimestamp', deprecatedLastTimestamp !== undefined);
  forbid('deprecatedCount', (deprecatedCount ?? 0) !== 0);
  forbid('deprecatedSource', Boolean(deprecatedSource?.component) || Boolean(deprecatedSource?.host));
}

// ResourceClaimSpec: the devices that a claim asks for, how they belong together, and what their drivers are told.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { didYouMean } from '../../../report/suggest';
import type { DeviceRequest, ResourceClaimSpec } from '../../api/types';
import { label1123 } from '../../values/syntax';
import { checkCount, checkUnique } from '../checks';
import { checkConfiguration, MOST_CONFIGURATIONS } from './device-configuration';
import { checkDeviceConstraint } from './device-constraint';
import { checkDeviceRequest } from './device-request';

const MOST = 32;

export function checkResourceClaimSpec({ devices = {} }: ResourceClaimSpec, place: At, report: Report): void {
  const here = at(place, 'devices');
  const { requests = [], constraints, config } = devices;
  checkRequests(requests, at(here, 'requests'), report);
  const names = namesOf(requests, at(here, 'requests'), report);
  if (checkCount(constraints, MOST, at(here, 'constraints'), report)) {
    constraints?.forEach((constraint, index) => {
      const one = at(at(here, 'constraints'), index);
      checkReferences(constraint.requests, names, at(one, 'requests'), report);
      checkDeviceConstraint(constraint, one, report);
    });
  }
  if (!checkCount(config, MOST_CONFIGURATIONS, at(here, 'config'), report)) return;
  config?.forEach((configuration, index) => {
    const one = at(at(here, 'config'), index);
    checkReferences(configuration.requests, names, at(one, 'requests'), report);
    checkConfiguration(configuration, one, report);
  });
}

function checkRequests(requests: readonly DeviceRequest[], place: At, report: Report): void {
  if (!checkCount(requests, MOST, place, report)) return;
  requests.forEach((request, index) => checkDeviceRequest(request, at(place, index), report));
  checkUnique(
    requests,
    ({ name = '' }) => name,
    (index, value, first) => {
      report.error(at(at(place, index), 'name'), 'duplicate', `requests[${first}] has the same name`, { value });
    },
  );
}

/** What a constraint or a configuration may name: a request, or one of the alternatives in it. Undefined when a name cannot be read. */
function namesOf(requests: readonly DeviceRequest[], place: At, report: Report): ReadonlySet<string> | undefined {
  const names = new Map<string, readonly string[]>();
  let known = report.wholeAt(place) !== 0;
  requests.forEach(({ name = '', firstAvailable = [] }, index) => {
    const here = at(place, index);
    const list = at(here, 'firstAvailable');
    const places = [at(here, 'name'), ...firstAvailable.map((_, position) => at(at(list, position), 'name'))];
    known &&= report.wholeAt(list) !== 0 && !places.some((one) => report.hasShapeProblem(one));
    // Of two requests with one name the last has the say.
    names.set(
      name,
      firstAvailable.map((alternative) => `${name}/${alternative.name ?? ''}`),
    );
  });
  return known ? new Set([...names].flat(2)) : undefined;
}

function checkReferences(
  references: readonly string[] | undefined,
  names: ReadonlySet<string> | undefined,
  place: At,
  report: Report,
): void {
  if (references === undefined || !checkCount(references, MOST, place, report)) return;
  references.forEach((value, index) => {
    const here = at(place, index);
    const parts = value.split('/', 3);
    const problem = parts.length > 2 ? undefined : parts.map(label1123).find((each) => each !== undefined);
    if (problem !== undefined) report.error(here, 'bad-name', problem, { value });
    else if (names?.has(value) === false) {
      const message = 'must be the name of a request of this claim, or of an alternative in it: request/alternative';
      report.error(here, 'not-found', message, { value, hint: didYouMean(report.nearest(value, names)) });
    }
  });
  checkUnique(references, String, (index, value, first) => {
    report.error(at(place, index), 'duplicate', `requests[${first}] is the same`, { value });
  });
}

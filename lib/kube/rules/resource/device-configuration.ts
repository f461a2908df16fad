// DeviceConfiguration: what a driver is told when a device is made ready; any object, which nobody but the driver understands.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { kindOf } from '../../../report/data';
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { OpaqueDeviceConfiguration } from '../../api/types';
import { checkCsiDriverName } from '../core/csi-driver-name';

/** Entries in the `config` of a class or a claim. */
export const MOST_CONFIGURATIONS = 32;
const LONGEST = 10 * 1024;

export function checkConfiguration(
  { opaque }: { readonly opaque?: OpaqueDeviceConfiguration },
  place: At,
  report: Report,
): void {
  const here = at(place, 'opaque');
  if (opaque === undefined) {
    report.error(here, 'required', 'is required, with a driver and its parameters');
    return;
  }
  checkCsiDriverName(opaque.driver, at(here, 'driver'), report);
  checkParameters(opaque.parameters, at(here, 'parameters'), report);
}

function checkParameters(parameters: unknown, place: At, report: Report): void {
  if (report.hasShapeProblem(place)) return;
  if (parameters === undefined || parameters === null) {
    report.error(place, 'required', 'is required: an object that the driver understands');
    return;
  }
  const bytes = utf8Length(JSON.stringify(parameters));
  if (bytes > LONGEST) report.error(place, 'too-long', `must be at most ${LONGEST} bytes as JSON (has ${bytes})`);
  else if (typeof parameters !== 'object' || Array.isArray(parameters)) {
    report.error(place, 'wrong-type', `must be an object, not ${kindOf(parameters)}`);
  }
}

// What a class says to the driver that serves it: who that is, and parameters of its own.
// https://kubernetes.io/docs/concepts/storage/storage-classes/#provisioner
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import { annotationKey } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';

const MOST = 512;
const MOST_BYTES = 262_144;

export function checkDriver(name: string | undefined, place: At, report: Report): void {
  if (checkRequired(name, place, report)) checkSpelling(name, annotationKey, place, report);
}

export function checkParameters(parameters: Readonly<Record<string, string>>, place: At, report: Report): void {
  const entries = Object.entries(parameters);
  if (entries.length > MOST) {
    report.error(place, 'too-long', `must have at most ${MOST} parameters, not ${entries.length}`);
    return;
  }
  if (Object.hasOwn(parameters, '')) report.error(at(place, ''), 'bad-name', 'the key must not be empty');
  const bytes = entries.reduce((sum, [key, value]) => sum + utf8Length(key) + utf8Length(value), 0);
  if (bytes <= MOST_BYTES) return;
  report.error(place, 'too-long', `keys and values must have at most ${MOST_BYTES} bytes together, not ${bytes}`);
}

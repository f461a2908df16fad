// The name of a CSI driver, as the driver itself states it; those of devices are named by the same rule.
// https://kubernetes.io/docs/concepts/storage/volumes/#csi
import { utf8Length } from '../../../text/bytes';
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { lowerCase, subdomain } from '../../values/syntax';
import { checkRequired, checkSpelling } from '../checks';

export function checkCsiDriverName(name: string | undefined, place: At, report: Report): void {
  if (checkRequired(name, place, report)) checkSpelling(name, csiDriver, place, report);
}

/** A DNS name of at most 63 characters, in any letter case. */
export function csiDriver(value: string): string | undefined {
  return utf8Length(value) > 63 ? 'must be at most 63 characters' : subdomain(lowerCase(value));
}

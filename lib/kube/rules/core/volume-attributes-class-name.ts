// The VolumeAttributesClass that a claim or a volume names.
// https://kubernetes.io/docs/concepts/storage/volume-attributes-classes/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { offAt } from '../../server';
import { subdomain } from '../../values/syntax';

const DROPPED = offAt('VolumeAttributesClass');

/** The servers that look at it. */
export const WITH_ATTRIBUTES_CLASS = ~DROPPED;

export function checkAttributesClassName(name: string, place: At, report: Report): void {
  const problem = subdomain(name);
  if (problem === undefined) return;
  report.error(place, 'bad-name', problem, { value: name, where: WITH_ATTRIBUTES_CLASS });
}

/** In an object of its own, unlike in a template or a VolumeAttachment. */
export function warnOfDroppedClassName(name: string | undefined, place: At, report: Report): void {
  if (name === undefined) return;
  const message = (which: string): string =>
    `${which} drops this field, as the feature gate VolumeAttributesClass is off there`;
  report.warning(place, 'dropped', message, { where: DROPPED });
}

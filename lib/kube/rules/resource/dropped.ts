// Fields of devices and of requests for them that a server drops, as their feature gate is off there, in ways that decoding does not know.
// https://kubernetes.io/docs/reference/command-line-tools-reference/feature-gates/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';

export function warnOfDropped(gate: string, where: number, place: At, report: Report): void {
  const message = (which: string): string => `${which} drops this field, as the feature gate ${gate} is off there`;
  report.warning(place, 'dropped', message, { where });
}

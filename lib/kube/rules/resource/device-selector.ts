// DeviceSelector: which devices are meant, as an expression over one of them.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { DeviceSelector } from '../../api/types';
import { checkExpression } from '../../cel/compile';
import { deviceEditions, MATCHES } from '../../cel/device';
import { checkCount, checkRequired } from '../checks';

const MOST = 32;
const LONGEST = 10 * 1024;

export function checkSelectors(selectors: readonly DeviceSelector[] | undefined, place: At, report: Report): void {
  if (!checkCount(selectors, MOST, place, report)) return;
  selectors?.forEach(({ cel }, index) => {
    const here = at(at(place, index), 'cel');
    if (cel === undefined) report.error(here, 'required', 'is required, with an expression that chooses the devices');
    else checkSelector(cel.expression, at(here, 'expression'), report);
  });
}

function checkSelector(expression: string | undefined, place: At, report: Report): void {
  if (!checkRequired(expression, place, report)) return;
  const text = expression as string;
  const bytes = utf8Length(text);
  if (bytes > LONGEST) {
    report.error(place, 'too-long', `must be at most ${LONGEST} bytes (has ${bytes})`);
    return;
  }
  // How long it may take at the most, which the server limits too, is not counted here.
  checkExpression(text, deviceEditions(text), MATCHES, place, report);
}

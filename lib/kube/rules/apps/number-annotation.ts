// The annotations that stand for fields of older versions of Deployment and DaemonSet: whole numbers of 64 bits.
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import type { ObjectMeta } from '../../api/types';

const LARGEST = 2n ** 63n - 1n;

/** @returns The number; undefined when there is no such annotation, or none that can be read, which is reported. */
export function checkNumberAnnotation(
  key: string,
  metadata: ObjectMeta | undefined,
  place: At,
  report: Report,
): bigint | undefined {
  const { annotations = {} } = metadata ?? {};
  if (!Object.hasOwn(annotations, key)) return undefined;
  const value = annotations[key] as string;
  const number = numberOf(value);
  if (number === undefined) {
    const message = `must be a whole number from -${LARGEST + 1n} to ${LARGEST}, as a string of digits`;
    report.error(at(at(at(place, 'metadata'), 'annotations'), key), 'bad-format', message, { value });
  }
  return number;
}

function numberOf(text: string): bigint | undefined {
  // 19 digits hold every such number, and zeros may stand before them.
  const [, sign, digits] = /^([+-]?)0*(\d{1,19})$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const number = sign === '-' ? -BigInt(digits) : BigInt(digits);
  return number > LARGEST || number < -LARGEST - 1n ? undefined : number;
}

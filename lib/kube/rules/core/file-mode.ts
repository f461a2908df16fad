// The mode bits of files in a volume: nine permission bits, which YAML may write in octal and JSON only in decimal.
// https://kubernetes.io/docs/concepts/storage/projected-volumes/
import type { At } from '../../../report/place';
import type { Report } from '../../../report/report';

const LARGEST = 0o777;

export function checkFileMode(mode: number | undefined, place: At, report: Report): void {
  if (mode === undefined || (mode >= 0 && mode <= LARGEST)) return;
  // 644 in decimal looks like the permissions that were meant in octal.
  const octal = /^[0-7]{3,4}$/.test(String(mode)) ? Number.parseInt(String(mode), 8) : LARGEST + 1;
  const hint = octal > LARGEST ? undefined : `write 0${octal.toString(8).padStart(3, '0')} in YAML or ${octal} in JSON`;
  report.error(place, 'out-of-range', `must be from 0 to ${LARGEST} (octal 0777)`, { value: mode, hint });
}

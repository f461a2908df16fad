// DeviceAttribute: what is known of a device, as one value of one type.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { at, type At } from '../../../report/place';
import type { Report } from '../../../report/report';
import { utf8Length } from '../../../text/bytes';
import type { DeviceAttribute } from '../../api/types';
import { offAt } from '../../server';
import { warnOfDropped } from './dropped';

const GATE = 'DRAListTypeAttributes';
const VALUES = ['bool', 'int', 'string', 'version'] as const;
const LISTS = ['bools', 'ints', 'strings', 'versions'] as const;
const LONGEST = 64;

/** A number, three of them, then what comes before a release and of which build it is. https://semver.org */
const NUMBER = '(?:0|[1-9][0-9]*)';
const BEFORE = `(?:${NUMBER}|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)`;
const BUILD = '[0-9a-zA-Z-]+';
const VERSION = new RegExp(
  `^${NUMBER}\\.${NUMBER}\\.${NUMBER}(?:-${BEFORE}(?:\\.${BEFORE})*)?(?:\\+${BUILD}(?:\\.${BUILD})*)?$`,
);

export function checkDeviceAttribute(attribute: DeviceAttribute, place: At, report: Report): void {
  const { string, version } = attribute;
  // No server has lists by default: the field is read, and dropped before anything looks at it.
  for (const list of LISTS) {
    if (attribute[list] !== undefined) warnOfDropped(GATE, offAt(GATE), at(place, list), report);
  }
  if (string !== undefined) checkLength(string, at(place, 'string'), report);
  if (version !== undefined) checkVersion(version, at(place, 'version'), report);
  const stated = VALUES.filter((value) => attribute[value] !== undefined);
  if (stated.length > 1) {
    report.error(place, 'conflict', `may have only one value, not ${stated.join(' and ')}`, { value: attribute });
  } else if (stated.length === 0) {
    if (LISTS.some((list) => attribute[list] !== undefined)) {
      const message = 'must have a value of its own, bool, int, string or version, as lists are dropped';
      report.error(place, 'required', message, { where: offAt(GATE) });
    } else report.error(place, 'required', 'must have a value: bool, int, string or version');
  }
}

function checkLength(text: string, place: At, report: Report): void {
  const bytes = utf8Length(text);
  if (bytes <= LONGEST) return;
  report.error(place, 'too-long', `must be at most ${LONGEST} bytes (has ${bytes})`, { value: text });
}

function checkVersion(version: string, place: At, report: Report): void {
  checkLength(version, place, report);
  if (version.length > 1000 || VERSION.test(version)) return;
  report.error(place, 'bad-format', 'must be a semantic version such as 1.2.3 or 1.2.3-beta.1', {
    value: version,
    hint: versionHint(version),
  });
}

/** `v1.2`, `1.02.3` and `1` as people write them. */
function versionHint(version: string): string | undefined {
  const [, numbers = '', rest = ''] = /^\s*[vV]?([0-9]{1,9}(?:\.[0-9]{1,9}){0,2})(\S*)\s*$/.exec(version) ?? [];
  if (numbers === '') return undefined;
  const meant = `${[...numbers.split('.').map(Number), 0, 0].slice(0, 3).join('.')}${rest}`;
  return VERSION.test(meant) ? `write "${meant}"` : undefined;
}

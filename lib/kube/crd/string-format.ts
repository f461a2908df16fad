// `format` of a string in the schema of a custom resource: what the server checks of it, by Go's own parsers.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation
import { utf8Length } from '../../text/bytes';
import { parseDuration } from '../values/duration';
import { parseRequestUrl } from '../values/go-url';
import { ipAddress, label1123, subdomain } from '../values/syntax';

const HEX = '[0-9a-f]';
const uuid = (third: string, fourth: string): RegExp =>
  new RegExp(`^${HEX}{8}-?${HEX}{4}-?${third}-?${fourth}-?${HEX}{12}$`, 'i');
const matches =
  (pattern: RegExp) =>
  (text: string): boolean =>
    pattern.test(text);

const ANY = `${HEX}{4}`;
const VARIANT = `[89ab]${HEX}{3}`;

/** By the name without hyphens. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  bsonobjectid: matches(/^[0-9a-f]{24}$/i),
  uri: (text) => typeof parseRequestUrl(text) !== 'string',
  email: isEmail,
  hostname: isHostname,
  ipv4: (text) => text.includes('.') && ipAddress(text) === undefined,
  ipv6: isIpv6,
  cidr: isCidr,
  mac: isMac,
  uuid: matches(uuid(ANY, ANY)),
  uuid3: matches(uuid(`3${HEX}{3}`, ANY)),
  uuid4: matches(uuid(`4${HEX}{3}`, VARIANT)),
  uuid5: matches(uuid(`5${HEX}{3}`, VARIANT)),
  isbn: (text) => isIsbn10(text) || isIsbn13(text),
  isbn10: isIsbn10,
  isbn13: isIsbn13,
  creditcard: isCreditCard,
  ssn: (text) => text.length === 11 && /^\d{3}[- ]?\d{2}[- ]?\d{4}$/.test(text),
  hexcolor: matches(/^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/),
  rgbcolor: isRgbColor,
  byte: matches(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/),
  password: () => true,
  date: isDate,
  duration: isDuration,
  datetime: isDateTime,
  k8sshortname: (text) => label1123(text) === undefined,
  k8slongname: (text) => subdomain(text) === undefined,
};

/** The formats, without hyphens. */
export const STRING_FORMATS: ReadonlySet<string> = new Set(Object.keys(FORMATS));

/** Whether a text has a format; one that nobody knows it has. */
export function hasFormat(text: string, format: string): boolean {
  const name = format.replaceAll('-', '');
  return !Object.hasOwn(FORMATS, name) || (FORMATS[name] as (text: string) => boolean)(text);
}

const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~\\x80-\\u{10ffff}-]+";
const DOT_ATOM = `${ATOM}(?:\\.${ATOM})*`;
const QUOTED = '"(?:[^"\\\\\\r\\n]|\\\\[^\\r\\n])*"';
const ADDRESS = `(?:${DOT_ATOM}|${QUOTED})[ \\t]*@[ \\t]*(?:${DOT_ATOM}|\\[[0-9A-Fa-f:.]+\\])`;
const EMAIL = new RegExp(`^[ \\t]*${ADDRESS}[ \\t]*$`, 'u');
const NAMED_EMAIL = new RegExp(`^[ \\t]*<${ADDRESS}>[ \\t]*$`, 'u');
const PHRASE = new RegExp(`^(?:[ \\t]*(?:[A-Za-z0-9!#$%&'*+/=?^_\`{|}~\\x80-\\u{10ffff}.-]|${QUOTED}))+[ \\t]*$`, 'u');

/** An address, alone or behind a name: `Ann <ann@example.com>`. */
function isEmail(text: string): boolean {
  if (EMAIL.test(text)) return true;
  const start = text.lastIndexOf('<');
  if (start < 0 || !NAMED_EMAIL.test(text.slice(start))) return false;
  return text.slice(0, start).trim() === '' || (text.length < 1000 && PHRASE.test(text.slice(0, start)));
}

const HOST =
  /^([a-zA-Z0-9\p{S}\p{L}]((-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?)|([a-zA-Z0-9\p{S}\p{L}](([a-zA-Z0-9\p{S}\p{L}-]{0,61}[a-zA-Z0-9\p{S}\p{L}])?)(\.)){1,}([a-zA-Z\p{L}]){2,63})$/u;

function isHostname(text: string): boolean {
  const bytes = (part: string): number => utf8Length(part);
  return bytes(text) <= 255 && text.split('.').every((part) => bytes(part) <= 63) && HOST.test(text);
}

function isCidr(text: string): boolean {
  const [, address = '', bits = ''] = /^([^/]*)\/([0-9]{1,4})$/.exec(text) ?? [];
  const colon = address.indexOf(':');
  return bits !== '' && ipAddress(address) === undefined && Number(bits) <= (colon < 0 ? 32 : 128);
}

/** Without the zeros in front that an address of an object may have. */
function isIpv6(text: string): boolean {
  const last = text.slice(text.lastIndexOf(':') + 1);
  const hasZeros = /[0-9a-f]{5}/i.test(text) || (last.includes('.') && /(?:^|\.)0[0-9]/.test(last));
  return text.includes(':') && ipAddress(text) === undefined && !hasZeros;
}

const BYTES: ReadonlySet<number> = new Set([6, 8, 20]);

function isMac(text: string): boolean {
  if (/^[0-9a-f]*$/i.test(text)) return BYTES.has(text.length / 2);
  if (/^[0-9a-f]{4}(?:\.[0-9a-f]{4})+$/i.test(text)) return BYTES.has((2 * (text.length + 1)) / 5);
  return /^[0-9a-f]{2}(?:(?::[0-9a-f]{2})+|(?:-[0-9a-f]{2})+)$/i.test(text) && BYTES.has((text.length + 1) / 3);
}

function isIsbn10(text: string): boolean {
  const digits = text.replace(/[\t\n\f\r -]+/g, '');
  if (!/^[0-9]{9}[0-9X]$/.test(digits)) return false;
  const sum = [...digits].reduce(
    (total, digit, index) => total + (index + 1) * (digit === 'X' ? 10 : Number(digit)),
    0,
  );
  return sum % 11 === 0;
}

function isIsbn13(text: string): boolean {
  const digits = text.replace(/[\t\n\f\r -]+/g, '');
  if (!/^[0-9]{13}$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}

const CARD =
  /^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35\d{3})\d{11})$/;

function isCreditCard(text: string): boolean {
  const digits = text.replace(/[^0-9]+/g, '');
  if (!CARD.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isRgbColor(text: string): boolean {
  const part = '[\\t\\n\\f\\r ]*(?:0|[1-9]\\d?|1\\d\\d?|2[0-4]\\d|25[0-5])[\\t\\n\\f\\r ]*';
  return new RegExp(`^rgb\\(${part},${part},${part}\\)$`).test(text);
}

function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const last = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return year !== '' && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= last;
}

function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t');
  const parts = /^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$/.exec(time);
  if (parts === null || !isDate(date)) return false;
  const [, hours = '', minutes = '', seconds = ''] = parts;
  return hours <= '23' && minutes <= '59' && seconds <= '59';
}

/** The last of each may have anything behind it. */
const UNITS: readonly (readonly string[])[] = [
  ['ns', 'nano'],
  ['us', 'µs', 'micro'],
  ['ms', 'milli'],
  ['s', 'sec'],
  ['m', 'min'],
  ['h', 'hr', 'hour'],
  ['d', 'day'],
  ['w', 'wk', 'week'],
];

/** A duration as Go writes it, or numbers with units in words anywhere in the text: `2 days`. */
function isDuration(text: string): boolean {
  if ('nanoseconds' in parseDuration(text)) return true;
  const found = [...text.matchAll(/(\d+)[\t\n\f\r ]*([A-Za-zµ]+)/g)];
  if (found.some(([, count = '']) => BigInt(count) >= 2n ** 63n)) return false;
  return found.some(([, , unit = '']) => {
    const lower = unit.toLowerCase();
    return UNITS.some((names) => names.includes(lower) || lower.startsWith(names.at(-1) as string));
  });
}

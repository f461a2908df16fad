/**
 * The spellings that Kubernetes allows for names, keys and values: one function per class. Each returns undefined when
 * the value fits, otherwise a sentence without a subject ("must …") that names the offending part.
 * https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */

import type { Misspelt } from '../../report/report';
import { utf8Length } from '../../text/bytes';

type Spelling = (value: string) => string | undefined;

const LOWER = 1;
const UPPER = 2;
const DIGIT = 4;
const HYPHEN = 8;
const DOT = 16;
const UNDERSCORE = 32;

const KIND_OF_ASCII = new Uint8Array(128);
for (let code = 0x61; code <= 0x7a; code++) KIND_OF_ASCII[code] = LOWER;
for (let code = 0x41; code <= 0x5a; code++) KIND_OF_ASCII[code] = UPPER;
for (let code = 0x30; code <= 0x39; code++) KIND_OF_ASCII[code] = DIGIT;
KIND_OF_ASCII[0x2d] = HYPHEN;
KIND_OF_ASCII[0x2e] = DOT;
KIND_OF_ASCII[0x5f] = UNDERSCORE;

const LETTER = LOWER | UPPER;
const LABEL = LOWER | DIGIT | HYPHEN;
const WORD = LETTER | DIGIT | HYPHEN | DOT | UNDERSCORE;

function kindAt(value: string, index: number): number {
  return KIND_OF_ASCII[value.charCodeAt(index)] ?? 0;
}

/** Index of the first character that is none of `kinds`, or -1. */
function firstOther(value: string, kinds: number): number {
  for (let index = 0; index < value.length; index++) {
    if ((kindAt(value, index) & kinds) === 0) return index;
  }
  return -1;
}

const NAMED: Record<string, string> = {
  ' ': 'a space',
  '\t': 'a tab',
  '\n': 'a line break',
  '\r': 'a carriage return',
  '\0': 'a NUL character',
  '"': 'a double quote',
};

function shown(value: string, index: number): string {
  const code = value.codePointAt(index) as number;
  const character = String.fromCodePoint(code);
  const named = NAMED[character];
  if (named !== undefined) return named;
  const printable = code > 0x20 && code !== 0x7f && /^[\p{L}\p{M}\p{N}\p{P}\p{S}]$/u.test(character);
  return printable ? `"${character}"` : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

function foundAt(value: string, index: number): string {
  return `found ${shown(value, index)} at character ${index + 1}`;
}

function tooLong(value: string, limit: number): string | undefined {
  if (value.length <= limit) return undefined;
  return `must be at most ${limit} characters (has ${utf8Length(value)})`;
}

function join(first: string | undefined, second: string | undefined): string | undefined {
  if (first === undefined) return second;
  return second === undefined ? first : `${first}; ${second}`;
}

/** What is wrong with the characters of a value that must start and end with one of `ends`. */
function wrongCharacters(value: string, kinds: number, ends: number, allowed: string, end: string): string | undefined {
  const other = firstOther(value, kinds);
  if (other >= 0) return `may only contain ${allowed}: ${foundAt(value, other)}`;
  if ((kindAt(value, 0) & ends) === 0) return `must start with ${end}, not ${shown(value, 0)}`;
  const last = value.length - 1;
  return (kindAt(value, last) & ends) === 0 ? `must end with ${end}, not ${shown(value, last)}` : undefined;
}

const LOWER_OR_DIGIT = 'a lower-case letter or a digit';

function subdomainCharacters(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  const allowed = 'lower-case letters, digits, "-" and "."';
  const wrong = wrongCharacters(value, LABEL | DOT, LOWER | DIGIT, allowed, LOWER_OR_DIGIT);
  if (wrong !== undefined) return wrong;
  for (let dot = value.indexOf('.'); dot >= 0; dot = value.indexOf('.', dot + 1)) {
    if ((kindAt(value, dot - 1) & LABEL) === 0 || (kindAt(value, dot + 1) & LABEL) === 0) {
      return `must not contain two dots in a row (at character ${dot + 1})`;
    }
    if (kindAt(value, dot - 1) === HYPHEN || kindAt(value, dot + 1) === HYPHEN) {
      return `must have ${LOWER_OR_DIGIT} on both sides of a dot, not "-" (at character ${dot + 1})`;
    }
  }
  return undefined;
}

/**
 * A lower-case DNS name of at most 253 characters, such as `web` or `a.example.com`: the names of most objects.
 * Parts between dots have no limit of their own.
 */
export function subdomain(value: string): string | undefined {
  return join(tooLong(value, 253), subdomainCharacters(value));
}

/** One part of a DNS name, at most 63 characters, such as `web-1`: namespaces, containers, volumes, Service port names. */
export function label1123(value: string): string | undefined {
  return join(tooLong(value, 63), labelCharacters(value));
}

function labelCharacters(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  return wrongCharacters(value, LABEL, LOWER | DIGIT, 'lower-case letters, digits and "-"', LOWER_OR_DIGIT);
}

/** As {@link label1123}, but with a letter first: the names of Services. */
export function label1035(value: string): string | undefined {
  return join(tooLong(value, 63), lettersFirst(value));
}

function lettersFirst(value: string): string | undefined {
  const wrong = labelCharacters(value);
  if (kindAt(value, 0) !== DIGIT) return wrong;
  return join(wrong, `must start with a lower-case letter, not ${shown(value, 0)}`);
}

function wordCharacters(value: string): string | undefined {
  if (value === '') return undefined;
  return wrongCharacters(value, WORD, LETTER | DIGIT, 'letters, digits, "-", "_" and "."', 'a letter or a digit');
}

/** `[prefix/]name`, such as `app.kubernetes.io/name`: keys of labels and annotations, extended resources. */
export function qualifiedName(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  const slash = value.indexOf('/');
  if (slash < 0) return labelValue(value);
  const second = value.indexOf('/', slash + 1);
  if (second >= 0) return `may contain only one "/": found another at character ${second + 1}`;
  if (slash === 0) return 'must have a DNS name before the "/"';
  const prefix = subdomain(value.slice(0, slash));
  const rest = value.slice(slash + 1);
  const name = rest === '' ? 'must not be empty' : labelValue(rest);
  return join(
    prefix === undefined ? undefined : `the part before "/" ${prefix}`,
    name === undefined ? undefined : `the part after "/" ${name}`,
  );
}

/**
 * The key of an annotation: a {@link qualifiedName} after lower-casing, as the server does, so that `Example.COM/Foo`
 * passes here and not as a label.
 */
export function annotationKey(value: string): string | undefined {
  return qualifiedName(lowerCase(value));
}

/** The value of a label: empty, or at most 63 letters, digits, `-`, `_`, `.` with a letter or digit at both ends. */
export function labelValue(value: string): string | undefined {
  return join(tooLong(value, 63), wordCharacters(value));
}

/** From the widest to the narrowest: characters that one of these takes, those before it take. */
const NARROWER: readonly { readonly problemOf: Spelling; readonly characters: Spelling; readonly most: number }[] = [
  { problemOf: labelValue, characters: wordCharacters, most: 63 },
  { problemOf: subdomain, characters: subdomainCharacters, most: 253 },
  { problemOf: label1123, characters: labelCharacters, most: 63 },
  { problemOf: label1035, characters: lettersFirst, most: 63 },
];

/** What is wrong with a value that has to be spelt so; undefined where nothing is known of how narrow that is. */
export function misspeltBy(problemOf: Spelling, value: string): Misspelt | undefined {
  const narrow = NARROWER.findIndex((spelling) => spelling.problemOf === problemOf);
  if (narrow < 0) return undefined;
  const { characters, most } = NARROWER[narrow]!;
  return {
    characters: characters(value) === undefined ? 0 : narrow + 1,
    most: value.length > most ? most : Infinity,
  };
}

/** The name of a container port, and of a port in a probe, a Service's `targetPort` or an Ingress backend. */
export function portName(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  const allowed = 'lower-case letters, digits and "-"';
  const wrong = wrongCharacters(value, LABEL, LOWER | DIGIT, allowed, LOWER_OR_DIGIT);
  return join(tooLong(value, 15), wrong ?? withoutLetterOrWithTwoHyphens(value));
}

function withoutLetterOrWithTwoHyphens(value: string): string | undefined {
  if (!/[a-z]/.test(value)) return 'must contain at least one letter (a-z)';
  const twice = value.indexOf('--');
  return twice < 0 ? undefined : `must not contain two hyphens in a row (at character ${twice + 1})`;
}

function dotsFirst(value: string): string | undefined {
  if (value === '.') return 'must not be "."';
  return value.startsWith('..') ? 'must not start with ".."' : undefined;
}

/** The name of an environment variable since Kubernetes 1.32: printable ASCII without `=`. */
export function relaxedEnvName(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  const other = /[^ -<>-~]/u.exec(value);
  return other === null
    ? undefined
    : `may only contain printable ASCII characters, but for "=": ${foundAt(value, other.index)}`;
}

/** The name of an environment variable until Kubernetes 1.31: letters, digits, `-`, `_`, `.`, no digit first. */
export function envName(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  const other = firstOther(value, WORD);
  if (other >= 0) return `may only contain letters, digits, "_", "-" and ".": ${foundAt(value, other)}`;
  if (kindAt(value, 0) === DIGIT) return `must not start with a digit (starts with "${value[0]}")`;
  return dotsFirst(value);
}

/** A key in the data of a Secret or ConfigMap: 1–253 letters, digits, `-`, `_`, `.`. */
export function dataKey(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  const other = firstOther(value, WORD);
  if (other < 0) return join(tooLong(value, 253), dotsFirst(value));
  return join(tooLong(value, 253), `may only contain letters, digits, "-", "_" and ".": ${foundAt(value, other)}`);
}

/** Whether one of the parts between slashes is `..`. */
export function hasBackstep(value: string): boolean {
  return /(?:^|\/)\.\.(?:\/|$)/.test(value);
}

/** A path that neither starts with `/` nor has a part `..`. The empty path passes. */
export function relativePath(value: string): string | undefined {
  if (value.startsWith('/')) return 'must be a relative path, without "/" at the start';
  return hasBackstep(value) ? 'must not contain the part ".."' : undefined;
}

/** A {@link relativePath} for a file in a volume: not empty and not starting with `..` at all. */
export function filePath(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  return relativePath(value) ?? (value.startsWith('..') ? 'must not start with ".."' : undefined);
}

/** An IPv4 address (leading zeros allowed, as in the server) or an IPv6 address without zone. No CIDR, no port. */
export function ipAddress(value: string): string | undefined {
  const colon = value.indexOf(':');
  const dot = value.indexOf('.');
  const v6 = colon >= 0 && (dot < 0 || colon < dot);
  if (v6 ? isIpv6(value) : isIpv4(value)) return undefined;
  return `must be an IP address such as 10.0.0.1 or fd00::1${value.includes('/') ? ', without a "/" part' : ''}`;
}

function isIpv4(value: string): boolean {
  const parts = value.split('.', 5);
  return parts.length === 4 && parts.every((part) => firstOther(part, DIGIT) < 0 && part !== '' && Number(part) <= 255);
}

function isIpv6(value: string): boolean {
  const halves = value.split('::', 3);
  if (halves.length === 3) return false;
  let groups = 0;
  for (const [index, half] of halves.entries()) {
    if (half === '' && halves.length === 2) continue;
    const parts = half.split(':', 9);
    const last = parts[parts.length - 1] ?? '';
    if (index === halves.length - 1 && last.includes('.')) {
      if (!isIpv4(last)) return false;
      parts.splice(-1, 1, '0', '0');
    }
    if (!parts.every((part) => part !== '' && isHex16(part))) return false;
    groups += parts.length;
  }
  return halves.length === 2 ? groups <= 7 : groups === 8;
}

function isHex16(part: string): boolean {
  let value = 0;
  for (let index = 0; index < part.length; index++) {
    const digit = '0123456789abcdef'.indexOf((part[index] as string).toLowerCase());
    value = value * 16 + digit;
    if (digit < 0 || value > 0xffff) return false;
  }
  return true;
}

/** A percentage such as `25%`: digits, then `%`. No sign, point or blank. */
export function percent(value: string): string | undefined {
  if (value.length > 1 && value.endsWith('%') && firstOther(value, DIGIT) === value.length - 1) return undefined;
  return 'must be a whole number, or a string of digits followed by "%" such as "25%"';
}

/** A host name with a wildcard: `*.` and then a {@link subdomain}. */
export function wildcardSubdomain(value: string): string | undefined {
  const long = tooLong(value, 253);
  if (!value.startsWith('*.')) return join(long, 'may have a "*" only as the whole first part, as in "*.example.com"');
  const wrong = subdomainCharacters(value.slice(2));
  return join(long, wrong === undefined ? undefined : `the part after "*." ${wrong}`);
}

/** The name of an HTTP header in a probe: letters, digits and `-`. */
export function headerName(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  const other = firstOther(value, LETTER | DIGIT | HYPHEN);
  return other < 0 ? undefined : `may only contain letters, digits and "-": ${foundAt(value, other)}`;
}

/** Lower-cases as Go's strings.ToLower does: like JavaScript, except that `İ` becomes a plain `i`. */
export function lowerCase(value: string): string {
  return (value.includes('\u0130') ? value.replaceAll('\u0130', 'i') : value).toLowerCase();
}

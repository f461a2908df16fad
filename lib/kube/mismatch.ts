// The words for a value of the wrong type: what the field takes, and how to write what was probably meant.
import { asList, asMap } from '../report/as-list';
import { isData, kindOf } from '../report/data';
import type { At } from '../report/place';
import type { Fix } from '../report/problem';
import { inQuotes } from '../report/quotes';
import type { Details, Report } from '../report/report';

/** What a field takes, in words, by the kind of its type. */
const EXPECTED = {
  string: 'a string',
  bool: 'true or false',
  int32: 'a whole number',
  int64: 'a whole number',
  double: 'a number',
  quantity: 'a quantity such as 500m or 1Gi',
  intOrString: 'a whole number or a string',
  time: 'a time such as 2024-01-31T12:00:00Z',
  microTime: 'a time such as 2024-01-31T12:00:00.000000Z',
  bytes: 'base64 text',
  any: 'any value',
  list: 'a list',
  map: 'a map',
  object: 'a map',
} as const;

/** The kinds of types that a field may have. */
type FieldKind = keyof typeof EXPECTED;

/** Reports that a value has the wrong type. `fields` are those of the object that was expected, or of each in a list. */
export function reportMismatch(
  kind: FieldKind,
  value: unknown,
  place: At,
  report: Report,
  fields?: readonly string[],
): void {
  if (!isData(value)) {
    report.shape(place, 'not-data', `expected ${EXPECTED[kind]}; ${kindOf(value)} cannot be written in a manifest`);
    return;
  }
  const shown = report.mayShow(place) && !mayBeSecret(place);
  const hint = hintFor(kind, value, place, shown, fields);
  const fix = fixFor(kind, value, shown);
  const details: Details = {
    ...(shown && { value }),
    ...(hint !== undefined && { hint }),
    ...(fix !== undefined && { fix }),
  };
  report.shape(place, 'wrong-type', `expected ${EXPECTED[kind]}, not ${given(kind, value)}`, details);
}

/** The field for texts beside one for base64, where there is one: that of a ConfigMap or of a Secret. */
export function plainField(bytes: At | undefined): string | undefined {
  if (bytes?.key === 'binaryData') return 'data';
  return bytes?.key === 'data' ? 'stringData' : undefined;
}

/** The value of an environment variable or a header may be a password. */
const mayBeSecret = (place: At): boolean => place.key === 'value' && typeof place.parent?.key === 'number';

function given(kind: FieldKind, value: unknown): string {
  const whole = kind === 'int32' || kind === 'int64' || kind === 'intOrString';
  return whole && typeof value === 'number' ? 'a fraction' : kindOf(value);
}

function hintFor(
  kind: FieldKind,
  value: unknown,
  place: At,
  shown: boolean,
  fields?: readonly string[],
): string | undefined {
  switch (kind) {
    case 'bytes': {
      const plain = plainField(place.parent);
      return plain === undefined ? undefined : `put plain text into ${plain}, in quotes where it is no text otherwise`;
    }
    case 'string':
      if (typeof value === 'boolean')
        return `${inQuotes(shown ? String(value) : undefined)}; YAML reads ${READ_AS[`${value}`]} too`;
      return typeof value === 'number' ? inQuotes(shown ? String(value) : undefined) : undefined;
    case 'bool':
      return typeof value === 'string' && shown ? boolHint(value) : undefined;
    case 'int32':
    case 'int64':
      return typeof value === 'string' && shown && /^-?\d{1,19}$/.test(value)
        ? `write ${value} without quotes`
        : undefined;
    case 'list':
      return Array.isArray(value) ? undefined : asList(value, shown, fields);
    case 'map':
      return Array.isArray(value) ? asMap(value) : undefined;
    case 'object':
      if (fields?.length === 1 && fields[0] === 'name' && shown && typeof value === 'string' && value.length < LONGEST)
        return `write name: ${value}`;
      return fields === undefined ? undefined : `its fields are ${listed(fields)}`;
    default:
      return undefined;
  }
}

/** A number that is text, and text that is a number. */
function fixFor(kind: FieldKind, value: unknown, shown: boolean): Fix | undefined {
  if (kind === 'string') return typeof value === 'number' || typeof value === 'boolean' ? { quote: true } : undefined;
  if (typeof value !== 'string' || !shown) return undefined;
  if (kind === 'bool') return value === 'true' || value === 'false' ? { value: value === 'true' } : undefined;
  return (kind === 'int32' || kind === 'int64') && /^(?:0|-?[1-9]\d{0,14})$/.test(value)
    ? { value: Number(value) }
    : undefined;
}

/** The longest text that a hint repeats. */
const LONGEST = 80;

/** What a person may have written where YAML gives a boolean. */
const READ_AS = { true: 'y, yes and on as true', false: 'n, no and off as false' } as const;

function boolHint(value: string): string | undefined {
  if (/^(true|yes|on|1)$/i.test(value)) return 'write true without quotes';
  return /^(false|no|off|0)$/i.test(value) ? 'write false without quotes' : undefined;
}

/** At most the first eight names. */
const listed = (names: readonly string[]): string => `${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`;

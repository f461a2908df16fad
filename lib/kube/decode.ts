// Reads a plain value as a Kubernetes type, as the API server's strict JSON reader does, and says everything that does not fit.
// https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
//
// The contract with the rules (lib/kube/rules): `decode('Job', object, report)` gives an object of the type `Job` of
// api/types.ts in which every field has its type or is absent. Never null: null is the same as leaving the field out, and as an
// item of a list or a value of a map it is the zero value ('' 0 false {} []). What has the wrong type is reported and absent (in a
// list: the zero value, so that indexes stay); `report` then drops what rules say there. Unknown fields are reported and otherwise ignored.
// An object without fault comes back itself, not copied.
//
// Rules shared between the files of lib/kube/rules, each in the file of its type:
//   metadata.ts        checkLabels(labels, place, report), checkAnnotations(annotations, place, report), checkMetadata(metadata, place, report, …)
//   label-selector.ts  checkLabelSelector(selector, place, report)
//   pod-template.ts    checkPodTemplate(template, place, report): all that holds for every pod template, its labels and annotations too; what
//                      depends on the owner (restartPolicy, activeDeadlineSeconds of a Deployment, job labels) stands with the owner.
import { toBase64 } from '../text/bytes';
import { certain, didYouMean } from '../report/suggest';
import { checkPlain, isPlainObject } from '../report/data';
import { at, type At, pathOf, ROOT } from '../report/place';
import type { Report } from '../report/report';
import { fieldsOf } from './api/fields';
import { elsewhere } from './elsewhere';
import { ALL } from './api/minors';
import type { Types } from './api/types';
import { plainField, reportMismatch } from './mismatch';
import { offAt } from './server';
import { base64 } from './values/base64';
import { quantityProblem } from './values/quantity';
import { timestamp } from './values/timestamp';

/** One way to read a value. */
type Reader =
  | { readonly kind: Scalar }
  | { readonly kind: 'list' | 'map'; readonly of: Reader }
  | { readonly kind: 'either'; readonly of: readonly Reader[] }
  | { readonly kind: 'object'; readonly type: ObjectType };

const SCALARS = [
  'string',
  'bool',
  'int32',
  'int64',
  'double',
  'quantity',
  'intOrString',
  'time',
  'microTime',
  'bytes',
  'any',
] as const;
type Scalar = (typeof SCALARS)[number];

interface ObjectType {
  readonly name: string;
  /** Inside a field with more than one type, which the server reads by a reader of its own: what is unknown there it drops. */
  readonly lenient: boolean;
  /** It has fields of its own type, so that there is no end to how deep it may be. */
  readonly endless: boolean;
  readonly fields: ReadonlyMap<string, FieldReader>;
}

interface FieldReader {
  readonly reader: Reader;
  /** In all minors and never dropped, as nearly all fields are. */
  readonly always: boolean;
  readonly minors: number;
  /** The minors that drop it, as its gate is off. */
  readonly dropped: number;
  readonly gate: string | undefined;
}

/** Reads `value` as the type called `type`. */
export function decode<Name extends keyof Types>(
  type: Name,
  value: unknown,
  report: Report,
  place: At = ROOT,
): Types[Name] {
  root = { type, place };
  return readObject(objectType(type), value, place, report) ?? {};
}

/** What is being read, for the hint where a field belongs. */
let root: { readonly type: string; readonly place: At };

const types = new Map<string, ObjectType>();

/** All fields of a type that has no more of them than this are named to who writes another one. */
const FEW = 8;

/** Behind a gate as others are, but what that leads to depends on more than the field, so their rules say it. */
const SAID_BY_RULES: ReadonlySet<string> = new Set([
  // Dropped of a Job, kept and judged in a CronJob.
  ...['backoffLimitPerIndex', 'maxFailedIndexes', 'managedBy', 'podReplacementPolicy', 'successPolicy'].map(
    (field) => `JobSpec.${field}`,
  ),
  // What is left of the variable has no source and is refused.
  'EnvVarSource.fileKeyRef',
  // What is left of the hook may have no handler and is refused.
  'LifecycleHandler.sleep',
  // The whole volume is dropped, with its mounts.
  'Volume.image',
  // It becomes Default.
  'SecurityContext.procMount',
  // Dropped of a claim, kept in the template of one.
  'PersistentVolumeClaimSpec.volumeAttributesClassName',
  // Dropped of a volume, kept in a VolumeAttachment.
  'PersistentVolumeSpec.volumeAttributesClassName',
  // 1.34 forgets to drop them.
  'DeviceConstraint.distinctAttribute',
  'DeviceSubRequest.tolerations',
  'ExactDeviceRequest.tolerations',
  // The device has no value then, or the slice is on no node.
  ...['bools', 'ints', 'strings', 'versions'].map((field) => `DeviceAttribute.${field}`),
  'ResourceSliceSpec.perDeviceNodeSelection',
]);

/** The compiled form of a type of the table; made when it is first met. */
function objectType(name: keyof Types, lenient = false): ObjectType {
  const key = lenient ? `${name}?` : name;
  let type = types.get(key);
  if (type === undefined) {
    const fields = new Map<string, FieldReader>();
    const endless = [...(fieldsOf(name) ?? [])].some((field) => field[1].type.split('|').includes(name));
    type = { name, lenient, endless, fields };
    types.set(key, type);
    for (const [key, { type: notation, minors, gate }] of fieldsOf(name) ?? []) {
      const dropped = gate === undefined || SAID_BY_RULES.has(`${name}.${key}`) ? 0 : offAt(gate);
      fields.set(key, {
        reader: readerOf(notation, lenient),
        always: minors === ALL && dropped === 0,
        minors,
        dropped,
        gate,
      });
    }
  }
  return type;
}

function readerOf(notation: string, lenient: boolean): Reader {
  if (notation.startsWith('map<')) return { kind: 'map', of: readerOf(notation.slice(4, -1), lenient) };
  if (notation.includes('|')) return { kind: 'either', of: notation.split('|').map((one) => readerOf(one, true)) };
  if (notation.endsWith('[]')) return { kind: 'list', of: readerOf(notation.slice(0, -2), lenient) };
  if (isScalar(notation)) return { kind: notation };
  return { kind: 'object', type: objectType(notation as keyof Types, lenient) };
}

const isScalar = (notation: string): notation is Scalar => (SCALARS as readonly string[]).includes(notation);

/** The value as it is to be used, or undefined when it is wrong (which has then been reported). */
function read(reader: Reader, value: unknown, parent: At, key: string | number, report: Report): unknown {
  switch (reader.kind) {
    case 'string':
      if (typeof value !== 'string') return wrong(reader, value, at(parent, key), report);
      return wellFormed(value) ? value : lone(value, at(parent, key), report);
    case 'bool':
      return typeof value === 'boolean' ? value : wrong(reader, value, at(parent, key), report);
    case 'int32':
    case 'int64':
      return readInteger(reader, value, parent, key, report);
    case 'intOrString':
      if (typeof value === 'string') return value;
      return readInteger(reader, value, parent, key, report);
    case 'double':
      return typeof value === 'number' && Number.isFinite(value)
        ? value
        : wrong(reader, value, at(parent, key), report);
    case 'quantity':
      return readQuantity(reader, value, parent, key, report);
    case 'bytes':
      return readBytes(reader, value, parent, key, report);
    case 'time':
    case 'microTime':
      return readTime(reader, value, parent, key, report);
    case 'any':
      return checkPlain(value, at(parent, key), report) ? value : undefined;
    case 'list':
      return readList(reader, value, at(parent, key), report);
    case 'map':
      return readMap(reader, value, at(parent, key), report);
    case 'object':
      return readObject(reader.type, value, at(parent, key), report);
    case 'either':
      if (typeof value !== 'object' && reader.of.some(({ kind }) => kind === 'list')) {
        // The server looks for a brace or a bracket, and reads anything else as nothing.
        const message = 'must be a map or a list; the server drops it';
        report.warning(at(parent, key), 'dropped', message, { value });
        return undefined;
      }
      return read(chosen(reader.of, value), value, parent, key, report);
  }
}

/** Of two ways to read a field the one for what is there: a list, true or false; an object else. */
const chosen = (readers: readonly Reader[], value: unknown): Reader =>
  readers.find(
    ({ kind }) => kind === (Array.isArray(value) ? 'list' : typeof value === 'boolean' ? 'bool' : 'object'),
  ) ?? readers[0]!;

/** How many objects of an endless type are around what is read, and the outermost of them. */
let around = 0;
let outermost = ROOT;

/** Deeper than any schema. */
const DEEPEST = 500;

function readObject(type: ObjectType, value: unknown, place: At, report: Report): object | undefined {
  if (!type.endless) return readFields(type, value, place, report);
  if (around === 0) outermost = place;
  if (around === DEEPEST) {
    report.shape(outermost, 'not-data', `nested deeper than ${DEEPEST} levels`);
    return undefined;
  }
  around++;
  try {
    return readFields(type, value, place, report);
  } finally {
    around--;
  }
}

function readFields(type: ObjectType, value: unknown, place: At, report: Report): object | undefined {
  if (!isPlainObject(value)) return wrong({ kind: 'object', type }, value, place, report);
  let out = value;
  for (const key of Object.keys(value)) {
    const given = value[key];
    if (given === undefined) continue;
    const field = type.fields.get(key);
    if (field === undefined) {
      unknownField(type, key, value, place, report);
      continue;
    }
    if (!field.always) lackingField(field, type.lenient, at(place, key), report);
    const used = given === null ? undefined : read(field.reader, given, place, key, report);
    // Only now: what is dropped must be well-formed all the same.
    if (!field.always && field.dropped !== 0 && given !== null) droppedField(field, at(place, key), report);
    if (used === given) continue;
    if (out === value) out = { ...value };
    if (used === undefined) delete out[key];
    else out[key] = used;
  }
  return out;
}

function readMap(
  reader: Reader & { kind: 'list' | 'map' },
  value: unknown,
  place: At,
  report: Report,
): object | undefined {
  if (!isPlainObject(value)) return wrong(reader, value, place, report);
  let out = value;
  for (const key of Object.keys(value)) {
    const given = value[key];
    if (!wellFormed(key)) lone(key, at(place, key), report);
    const used =
      given === null ? zeroOf(reader.of) : given === undefined ? undefined : read(reader.of, given, place, key, report);
    if (used === given && given !== undefined) continue;
    if (out === value) out = { ...value };
    if (used === undefined) delete out[key];
    else Object.defineProperty(out, key, { value: used, enumerable: true, configurable: true, writable: true });
  }
  return out;
}

function readList(
  reader: Reader & { kind: 'list' | 'map' },
  value: unknown,
  place: At,
  report: Report,
): unknown[] | undefined {
  if (!Array.isArray(value)) return wrong(reader, value, place, report);
  let out: unknown[] = value;
  for (let index = 0; index < value.length; index++) {
    const given: unknown = value[index];
    const used = given === null ? nullItem(at(place, index), report) : read(reader.of, given, place, index, report);
    if (used === given && given !== undefined) continue;
    if (out === value) out = [...(value as unknown[])];
    out[index] = used ?? zeroOf(reader.of);
  }
  return out;
}

function nullItem(place: At, report: Report): undefined {
  report.warning(place, 'refused-later', 'null in a list is read as an empty item, which server-side apply refuses');
  return undefined;
}

/** What the server makes of null in a list or map. */
function zeroOf(reader: Reader): unknown {
  switch (reader.kind) {
    case 'list':
      return [];
    case 'map':
    case 'object':
    case 'either':
      return {};
    case 'bool':
      return false;
    case 'int32':
    case 'int64':
    case 'double':
    case 'intOrString':
      return 0;
    case 'quantity':
      return '0';
    case 'any':
      return null;
    default:
      return '';
  }
}

function readInteger(
  reader: Reader,
  value: unknown,
  parent: At,
  key: string | number,
  report: Report,
): number | undefined {
  if (typeof value !== 'number' || !Number.isInteger(value)) return wrong(reader, value, at(parent, key), report);
  // -2^63 is printed as -9223372036854776000, which is out.
  const fits = reader.kind === 'int64' ? Math.abs(value) < 2 ** 63 : value < 2 ** 31 && value >= -(2 ** 31);
  if (fits) return value;
  const range = reader.kind === 'int64' ? '64' : '32';
  const message = `does not fit a ${range}-bit integer, as the field takes it`;
  report.shape(at(parent, key), 'out-of-range', message, { value });
  return undefined;
}

function readQuantity(reader: Reader, value: unknown, parent: At, key: string | number, report: Report): unknown {
  if (typeof value === 'number' ? !Number.isFinite(value) : typeof value !== 'string')
    return wrong(reader, value, at(parent, key), report);
  const problem = quantityProblem(value as string | number);
  if (problem === undefined) return value;
  report.shape(at(parent, key), 'bad-format', problem.message, { value, hint: problem.hint });
  return undefined;
}

function readTime(
  reader: Reader,
  value: unknown,
  parent: At,
  key: string | number,
  report: Report,
): string | undefined {
  if (typeof value !== 'string') return wrong(reader, value, at(parent, key), report);
  const problem = timestamp(value) ?? (reader.kind === 'microTime' ? micro(value) : undefined);
  if (problem === undefined) return value;
  report.shape(at(parent, key), 'bad-format', problem, { value });
  return undefined;
}

const micro = (value: string): string | undefined =>
  /:\d\d[.,]\d{6}(?:Z|[+-])/.test(value)
    ? undefined
    : 'must have six digits behind the second: 2024-01-31T12:00:00.000000Z';

function readBytes(
  reader: Reader,
  value: unknown,
  parent: At,
  key: string | number,
  report: Report,
): string | undefined {
  if (Array.isArray(value) && value.every(isByte)) {
    const message = 'a list of numbers is read as bytes; write base64 text, which is what everyone expects here';
    report.warning(at(parent, key), 'suspicious', message);
    return toBase64(Uint8Array.from(value as number[]));
  }
  if (typeof value !== 'string') return wrong(reader, value, at(parent, key), report);
  const problem = base64(value);
  if (problem === undefined) return value;
  // What was meant to be base64 may be a secret in plain text.
  const plain = plainField(parent);
  const hint = plain === undefined ? 'encode the value' : `encode the value, or put plain text into ${plain}`;
  report.shape(at(parent, key), 'bad-format', problem, { hint });
  return undefined;
}

const isByte = (item: unknown): boolean =>
  item === null || (Number.isInteger(item) && (item as number) >= 0 && (item as number) <= 255);

function wrong(reader: Reader, value: unknown, place: At, report: Report): undefined {
  reportMismatch(reader.kind === 'either' ? 'object' : reader.kind, value, place, report, fieldsIn(reader));
  return undefined;
}

function unknownField(type: ObjectType, key: string, owner: Record<string, unknown>, place: At, report: Report): void {
  const meant = report.nearest(key, type.fields.keys()) ?? longer(key, type);
  const hint = didYouMean(meant) ?? belongs(key, place) ?? fewFields(type);
  const name = type.name.slice(type.name.lastIndexOf('.') + 1);
  if (type.lenient) {
    report.warning(at(place, key), 'dropped', `there is no such field in ${name}, and the server drops it`, { hint });
    return;
  }
  const only = certain(key, type.fields.keys());
  const fix = only === undefined || Object.hasOwn(owner, only) ? undefined : { rename: key, to: only };
  report.shape(at(place, key), 'unknown-field', `there is no such field in ${name}`, { hint, fix });
  if (meant !== undefined && !Object.hasOwn(owner, meant)) report.silence(at(place, meant));
}

/** The fields of the object that a reader reads, or of each object of its list. */
function fieldsIn(reader: Reader): string[] | undefined {
  const object = reader.kind === 'list' ? reader.of : reader;
  return object.kind === 'object' ? [...object.type.fields.keys()] : undefined;
}

/** The one field that ends with the key: secretName for name. */
function longer(key: string, { fields }: ObjectType): string | undefined {
  const found = [...fields.keys()].filter((field) => field.endsWith(key.charAt(0).toUpperCase() + key.slice(1)));
  return key.length > 3 && found.length === 1 ? found[0] : undefined;
}

/** Where in the object that is being read the field belongs. */
function belongs(key: string, place: At): string | undefined {
  const start = pathOf(root.place).length;
  return elsewhere(root.type, pathOf(place).slice(start), key);
}

const fewFields = ({ fields }: ObjectType): string | undefined =>
  fields.size <= FEW ? `its fields are ${[...fields.keys()].join(', ')}` : undefined;

/** A field that some minors do not have. The rules are silent about it for those. */
function lackingField({ minors }: FieldReader, lenient: boolean, place: At, report: Report): void {
  if (minors === ALL) return;
  const where = ALL & ~minors;
  if (lenient) {
    report.warning(place, 'dropped', (which) => `${which} has no such field, and drops it`, { where });
    report.silence(place, where);
  } else report.shape(place, 'unknown-field', (which) => `${which} has no such field`, { where });
}

/** A field that some minors read and then drop, so that no rule looks at it there. */
function droppedField({ dropped, gate }: FieldReader, place: At, report: Report): void {
  const message = (which: string): string => `${which} drops this field, as the feature gate ${gate} is off there`;
  report.warning(place, 'dropped', message, { where: dropped });
  report.silence(place, dropped);
}

/** Lone surrogates are halves of characters: the server stores U+FFFD in their place. */
function lone(value: string, place: At, report: Report): string {
  report.warning(place, 'suspicious', 'contains half of a surrogate pair, which the server replaces by U+FFFD');
  return value;
}

const wellFormed = (text: string): boolean => (text as string & { isWellFormed(): boolean }).isWellFormed();

// SQS and SNS envelopes around messages: what AWS hands to a consumer, opened down to the JSON texts that people sent.
// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html, https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html
import { utf8Length } from './bytes';
import type { Code } from '../report/codes';
import type { Path, Problem } from '../report/problem';
import { isMap, kindOf } from '../shape/shape';
import { readJson } from './json';
import { Lines } from './lines';

/** One message found in an envelope. */
export interface Unwrapped {
  /** The document that was sent. */
  readonly value: unknown;
  /** Where its text stands in the envelope: `Records, 0, body`. Paths inside the message go on from here. */
  readonly path: Path;
}

/** What was in an envelope. */
export interface Envelope {
  readonly messages: readonly Unwrapped[];
  /** Bodies that are no JSON, too large, or nothing that carries a message. Paths are those of the envelope. */
  readonly problems: readonly Problem[];
}

/** The most that SQS and SNS carry, in bytes. */
const LARGEST_BODY = 1024 * 1024;
/** SNS in SQS is two; a queue behind a queue makes it four. */
const MOST_LAYERS = 8;

/**
 * Opens an SQS or SNS envelope: a Lambda event (`Records[].body`, `Records[].Sns.Message`), the answer of ReceiveMessage
 * (`Messages[].Body`), one SQS message (`Body` or `body` beside its id), an SNS notification (`Message`), and one inside another.
 * @returns undefined when the document is no envelope
 */
export function unwrap(document: unknown): Envelope | undefined {
  const parts = open(document);
  if (parts === undefined) return undefined;
  const messages: Unwrapped[] = [];
  const problems: Problem[] = [];
  for (const part of parts) unpack(part, [], 1, messages, problems);
  return { messages, problems };
}

/** A part of an envelope: the text of a message, or why there is none. */
type Part = { readonly path: Path; readonly body: unknown } | { readonly problem: Problem };

function unpack(part: Part, base: Path, layer: number, messages: Unwrapped[], problems: Problem[]): void {
  if ('problem' in part) {
    problems.push({ ...part.problem, path: [...base, ...part.problem.path] });
    return;
  }
  const path = [...base, ...part.path];
  const read = readBody(part.body, path);
  if (!('value' in read)) {
    problems.push(...read.problems);
    return;
  }
  const inner = open(read.value);
  if (inner === undefined) {
    messages.push({ value: read.value, path });
  } else if (layer === MOST_LAYERS) {
    problems.push(error('too-large', path, `is an envelope in more than ${MOST_LAYERS} others`));
  } else {
    for (const each of inner) unpack(each, path, layer + 1, messages, problems);
  }
}

/** The parts of an envelope; undefined when the document is none. */
function open(document: unknown): Part[] | undefined {
  if (!isMap(document)) return undefined;
  for (const list of ['Records', 'Messages']) {
    const items = document[list];
    if (!Array.isArray(items) || (items.length > 0 && !items.some(isRecord))) continue;
    return items.flatMap((each: unknown, index) => within([list, index], each));
  }
  return isRecord(document) ? within([], document) : undefined;
}

function within(path: Path, record: unknown): Part[] {
  if (!isRecord(record)) {
    return [{ problem: error('wrong-type', path, 'expected an SQS or SNS record with a body', record) }];
  }
  if (isSnsRecord(record)) return within([...path, 'Sns'], record.Sns);
  if (isNotification(record)) {
    if (record.Type === 'Notification') return [{ path: [...path, 'Message'], body: record.Message }];
    const hint = 'Only notifications carry messages; confirm the subscription by visiting its SubscribeURL';
    return [{ problem: error('not-one-of', [...path, 'Type'], 'expected "Notification"', record.Type, hint) }];
  }
  const key = 'body' in record ? 'body' : 'Body';
  return [{ path: [...path, key], body: record[key] }];
}

/** A map that carries a body, as SQS, Lambda and SNS make them. */
const isRecord = (value: unknown): value is Record<string, unknown> =>
  isMap(value) && (isSqsRecord(value) || isNotification(value) || isSnsRecord(value));

const isSqsRecord = (record: Record<string, unknown>): boolean =>
  (Object.hasOwn(record, 'body') && (Object.hasOwn(record, 'messageId') || record.eventSource === 'aws:sqs')) ||
  (Object.hasOwn(record, 'Body') && (Object.hasOwn(record, 'MessageId') || Object.hasOwn(record, 'ReceiptHandle')));

const isNotification = (record: Record<string, unknown>): boolean =>
  Object.hasOwn(record, 'Message') && Object.hasOwn(record, 'Type') && Object.hasOwn(record, 'TopicArn');

const isSnsRecord = (record: Record<string, unknown>): record is { Sns: Record<string, unknown> } =>
  isMap(record.Sns) && isNotification(record.Sns);

function readBody(body: unknown, path: Path): { readonly value: unknown } | { readonly problems: readonly Problem[] } {
  if (typeof body !== 'string') {
    return { problems: [error('wrong-type', path, `expected a string with a message in JSON, not ${kindOf(body)}`)] };
  }
  if (body.length > LARGEST_BODY || utf8Length(body) > LARGEST_BODY) {
    return { problems: [error('too-large', path, `is larger than ${LARGEST_BODY} bytes, the most that SQS carries`)] };
  }
  const { values, problems } = readJson({ text: body, lines: new Lines(body) }, false);
  const [first, second] = values;
  if (second !== undefined) return { problems: [error('bad-json', path, 'expected one JSON value, found several')] };
  if (first !== undefined && problems.length === 0) return { value: first.value };
  return { problems: problems.map((problem) => relocate(problem, path)) };
}

/** A problem inside a body, told from outside of it: lines and columns count in the body's own text. */
function relocate({ source, ...problem }: Problem, path: Path): Problem {
  const place = source?.line === undefined ? '' : ` (line ${source.line}, column ${source.column} of this text)`;
  return { ...problem, path: [...path, ...problem.path], message: `${problem.message}${place}` };
}

function error(code: Code, path: Path, message: string, value?: unknown, hint?: string): Problem {
  return {
    code,
    severity: 'error',
    path,
    message,
    ...(value === undefined ? {} : { value }),
    ...(hint === undefined ? {} : { hint }),
  };
}

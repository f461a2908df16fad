import { sqs } from '../../../lib/dialects/sqs';
import { jsonSchema } from '../../../lib/dialects/sqs/api';
import { SqsCallback, type sqsCallbackSchema } from '../../../lib/dialects/sqs/callback-schema';
import type { SqsMessage, sqsMessageSchema } from '../../../lib/dialects/sqs/schema';
import type * as z from '../../../lib/shape/zod';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
type Same<A, B> = (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false;

// These lines do not compile when an interface and its schema differ.
const sameMessage: Same<SqsMessage, z.infer<typeof sqsMessageSchema>> = true;
const sameCallback: Same<SqsCallback, z.infer<typeof sqsCallbackSchema>> = true;

test('the interfaces are the schemas', () => {
  expect([sameMessage, sameCallback]).toEqual([true, true]);
});

test('messages are told apart by their job', () => {
  expect(sqs.detect({ job: { prefixName: 'x' } })).toBe(true);
  expect(sqs.detect({ id: 1, service: 1, job: {} })).toBe(true);
  expect(sqs.detect({ job: { workload: {} } })).toBe(false);
  expect(sqs.detect({ job: [] })).toBe(false);
  expect(sqs.detect(null)).toBe(false);
});

test('the JSON Schema knows every key', () => {
  const text = JSON.stringify(jsonSchema());
  for (const key of ['prefixName', 'ttlSecondsAfterFinished', 'volume:', 'gpuNumber', 'mountPath', 'matchKey']) {
    expect(text).toContain(`"${key}"`);
  }
  expect(JSON.stringify(SqsCallback.jsonSchema())).toContain('"jobName"');
});

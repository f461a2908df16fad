import { kam } from '../../../lib/dialects/kam';
import { jsonSchema } from '../../../lib/dialects/kam/api';
import type { KamNetwork, KamOpsRule, networkSchema, opsRuleSchema } from '../../../lib/dialects/kam/schema';
import type * as z from '../../../lib/shape/zod';

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
type Same<A, B> = (<T>() => T extends Frozen<A> ? 1 : 2) extends <T>() => T extends Frozen<B> ? 1 : 2 ? true : false;

// These lines do not compile when an interface and its schema differ.
const sameNetwork: Same<KamNetwork, z.infer<typeof networkSchema>> = true;
const sameOpsRule: Same<KamOpsRule, z.infer<typeof opsRuleSchema>> = true;

test('the interfaces are the schemas', () => {
  expect([sameNetwork, sameOpsRule]).toEqual([true, true]);
});

test('documents are told apart by their containers', () => {
  const containers = { a: { image: 'b' } };
  expect(kam.detect({ containers })).toBe(true);
  expect(kam.detect({ workload: { containers } })).toBe(true);
  expect(kam.detect({ a: { containers } })).toBe(true);
  expect(kam.detect({ a: 1, b: { workload: { containers } } })).toBe(true);
  expect(kam.detect({ _type: 'kam.v1.workload.Job' })).toBe(true);
  expect(kam.detect({ apiVersion: 'v1', kind: 'Pod', spec: { containers: [] } })).toBe(false);
  expect(kam.detect({ containers: [] })).toBe(false);
  expect(kam.detect([])).toBe(false);
});

test('the JSON Schema knows the keys around the workload', () => {
  const text = JSON.stringify(jsonSchema());
  for (const key of ['_type', 'accessories', 'maxUnavailable', 'ingressClassName', 'containers']) {
    expect(text).toContain(`"${key}"`);
  }
});

import fc, { runs } from '../property';
import { applicationSchema } from '../../lib/dialects/kam/schema';
import { jobSchema as launcherJobSchema } from '../../lib/dialects/launcher/schema';
import { manifestSchema } from '../../lib/dialects/manifest/schema';
import { sqsCallbackSchema } from '../../lib/dialects/sqs/callback-schema';
import { sqsMessageSchema } from '../../lib/dialects/sqs/schema';
import { testOf } from '../../lib/shape/fits';
import * as z from '../../lib/shape/schema';
import { issuesOf, zodOf } from '../../lib/shape/zod-schema';
import { podSchema } from '../../lib/workload/model/pod';
import { workloadSchema } from '../../lib/workload/model/workload';

const zodAccepts = (schema: z.Schema, value: unknown): boolean => issuesOf(schema, value).length === 0;

class Instance {
  constructor(readonly image: unknown) {}
  get value(): unknown {
    return this.image;
  }
}

/** Anything that could be given in place of what is right. */
const wrong = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, '', 0, NaN, Infinity, 1.5, 2 ** 60, true, [], {}, [null], 5n, Symbol('s')),
  fc.constantFrom<unknown>(new Instance('a'), new Instance(5), () => 1, new Date(0), Object.create(null)),
  fc.string(),
  fc.jsonValue(),
);

/** A key that is not the schema's. */
const strayKey = fc.constantFrom('x', '__proto__', 'constructor', 'toString', '');

/** What a schema accepts, in most places. */
function near(schema: z.Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: right(schema) }, { weight: 1, arbitrary: wrong });
}

function right(schema: z.Schema): fc.Arbitrary<unknown> {
  const { def } = z.shapeOf(schema);
  switch (def.type) {
    case 'string':
      return fc.constantFrom('', 'a', 'http://a/b', 'tcp://a:1', 'grpc://a:1', '/a', '2021-01-01T00:00:00Z');
    case 'number':
    case 'int':
      return fc.constantFrom(0, 1, -1, 8080, 0.5);
    case 'boolean':
      return fc.boolean();
    case 'literal':
    case 'enum':
      return fc.constantFrom(...def.values);
    case 'optional':
    case 'nullable':
      return near(def.inner);
    case 'array':
      return fc.array(near(def.inner), { maxLength: 2 });
    case 'dict':
      return fc.array(fc.tuple(strayKey, near(def.inner)), { maxLength: 3 }).map(Object.fromEntries);
    case 'union':
      return fc.oneof(...def.options.map(near));
    case 'one of by key':
      return fc.oneof(
        ...[...Object.values(def.shapes), ...(def.otherwise === undefined ? [] : [def.otherwise])].map(near),
      );
    case 'object': {
      const entries = Object.entries(def.fields).map(([key, field]) => {
        const isRequired = zodOf(field)._zod.optin === undefined;
        const entry = near(field).map((item): [string, unknown][] => [[key, item]]);
        const absent = fc.constant<[string, unknown][]>([]);
        return fc.oneof({ weight: isRequired ? 20 : 2, arbitrary: entry }, { weight: 1, arbitrary: absent });
      });
      const stray = fc.tuple(strayKey, wrong).map((entry): [string, unknown][] => [entry]);
      const extra = fc.oneof(
        { weight: 20, arbitrary: fc.constant<[string, unknown][]>([]) },
        { weight: 1, arbitrary: stray },
      );
      return fc.tuple(...entries, extra).map((found) => Object.fromEntries(found.flat()));
    }
    case 'unknown':
      return fc.constantFrom<unknown>('a', 1, {}, [], { hostNetwork: true }, { containers: [] });
  }
}

const SCHEMAS: Readonly<Record<string, z.Schema>> = {
  workload: workloadSchema,
  manifest: manifestSchema,
  message: sqsMessageSchema,
  callback: sqsCallbackSchema,
  'launcher job': launcherJobSchema,
  application: applicationSchema,
};

test.each(Object.entries(SCHEMAS))('%s: a value fits when zod finds nothing wrong, and only then', (_, schema) => {
  let fitting = 0;
  fc.assert(
    fc.property(near(schema), (value) => {
      const accepted = zodAccepts(schema, value);
      if (accepted) fitting++;
      expect(testOf(schema)(value)).toBe(accepted);
    }),
    { numRuns: runs(500) },
  );
  expect(fitting).toBeGreaterThan(5);
});

test('what a schema asks beside its kind is asked', () => {
  expect(testOf(podSchema)({ hostNetwork: true })).toBe(true);
  expect(testOf(podSchema)({ containers: [] })).toBe(false);
  expect(testOf(podSchema)({ labels: { a: 1 } })).toBe(false);
  const upper = z.string().check(z.regex(/^[A-Z]+$/));
  expect([testOf(upper)('ABC'), testOf(upper)('abc'), testOf(upper)(5)]).toEqual([true, false, false]);
  const path = z.optional(z.string().check(z.startsWith('/')));
  expect([testOf(path)('/a'), testOf(path)(undefined), testOf(path)('a')]).toEqual([true, true, false]);
});

test('a key that must be there may be undefined where anything may, but not absent', () => {
  const schema = z.strictObject({ a: z.unknown(), b: z.optional(z.unknown()) });
  for (const value of [{ a: undefined }, { b: 1 }, {}, { a: 1, b: undefined }, { a: 1, c: 1 }]) {
    expect([value, testOf(schema)(value)]).toEqual([value, zodAccepts(schema, value)]);
  }
});

test('what is inherited counts as zod counts it', () => {
  const schema = z.strictObject({ image: z.optional(z.string()), value: z.optional(z.string()) });
  for (const value of [new Instance('a'), new Instance(5), Object.create({ image: 5 }), Object.create({ other: 5 })]) {
    expect(testOf(schema)(value)).toBe(zodAccepts(schema, value));
  }
});

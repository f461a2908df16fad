// schema: the JSON Schema of a dialect, of the SQS callbacks or of a part of the workload model, for editors and other languages.
import { didYouMean } from '../report/suggest';
import { DIALECTS } from '../dialects';
import type { Described, DialectName } from '../dialects/dialect';
import { nearest } from '../report/suggest';
import { type JsonSchema, type JsonSchemaDraft, jsonSchemaOf } from '../shape/json-schema';
import type { Schema } from '../shape/shape';
import { containerSchema } from '../workload/model/container';
import { fileSpecSchema } from '../workload/model/file-spec';
import { execSchema, grpcSchema, httpSchema, tcpSchema } from '../workload/model/handler';
import { jobSchema } from '../workload/model/job';
import { lifecycleSchema } from '../workload/model/lifecycle';
import { probeSchema } from '../workload/model/probe';
import { secretSpecSchema } from '../workload/model/secret';
import { serviceSchema } from '../workload/model/service';
import { workloadSchema } from '../workload/model/workload';
import { EXAMPLES } from './schema-examples';
import { type Run, UsageError } from './verb';

/** The parts of the workload model. */
const PARTS = {
  Workload: workloadSchema,
  Job: jobSchema,
  Service: serviceSchema,
  Secret: secretSpecSchema,
  Container: containerSchema,
  Probe: probeSchema,
  Lifecycle: lifecycleSchema,
  FileSpec: fileSpecSchema,
  Exec: execSchema,
  Http: httpSchema,
  Tcp: tcpSchema,
  Grpc: grpcSchema,
} satisfies Readonly<Record<string, Schema>>;

export type SchemaName = DialectName | 'sqs-callback' | keyof typeof PARTS;

export const schema: Run = async ({ operands: [name], flags }, io) => {
  const all = described();
  const names = [...all.keys()];
  if (name === undefined) {
    await io.stdout.write(`${names.join('\n')}\n`);
    return 0;
  }
  // KAM's words begin with a capital, and nobody should have to know that; a dialect's name goes first.
  const found = names.find((each) => each === name) ?? names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    const meant = nearest(name, names);
    const hint = didYouMean(meant, `Schemas: ${names.join(', ')}`);
    throw new UsageError(`there is no schema ${JSON.stringify(name)}`, hint);
  }
  const draft = flags['draft'] === '2020-12' ? 'draft-2020-12' : 'draft-07';
  await io.stdout.write(`${JSON.stringify(jsonSchema(found, all.get(found)!, draft), null, 2)}\n`);
  return 0;
};

/** Everything that has a schema, by its name: the dialects, what else they write, and the parts of the model. */
const described = (): ReadonlyMap<string, Described> =>
  new Map<string, Described>([
    ...DIALECTS.map((dialect) => [dialect.name, dialect] as const),
    ...DIALECTS.flatMap(({ more = {} }) => Object.entries(more)),
    ...Object.entries(PARTS).map(
      ([name, schema]) => [name, { schema: () => schema, example: EXAMPLES[name as keyof typeof PARTS] }] as const,
    ),
  ]);

function jsonSchema(name: string, { schema, example }: Described, draft: JsonSchemaDraft): object {
  const { $schema, ...rest } = jsonSchemaOf(schema(), draft) as JsonSchema;
  const isDocument = DIALECTS.some((dialect) => dialect.name === name);
  return { $schema, title: name, ...(isDocument ? withSchemaKey(rest) : rest), examples: [example] };
}

/** Where a JSON Schema goes on. */
interface Parts {
  readonly anyOf?: readonly JsonSchema[];
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly $ref?: string;
}

/** Documents may name their schema; `additionalProperties: false` would forbid it. */
function withSchemaKey(root: JsonSchema): JsonSchema {
  const place = root['definitions'] === undefined ? '$defs' : 'definitions';
  const definitions = { ...(root[place] as Record<string, JsonSchema> | undefined) };
  const allowed = (shape: JsonSchema): JsonSchema => {
    const { anyOf, then, else: otherwise, $ref } = shape as Parts;
    if ($ref !== undefined) {
      const name = $ref.slice($ref.lastIndexOf('/') + 1);
      definitions[name] = allowed(definitions[name]!);
      return shape;
    }
    if (anyOf !== undefined) return { ...shape, anyOf: anyOf.map(allowed) };
    if (then !== undefined && otherwise !== undefined)
      return { ...shape, then: allowed(then), else: allowed(otherwise) };
    if (shape.type !== 'object') return shape;
    const $schema = { type: 'string', description: 'The JSON Schema of this document, for editors.' };
    return { ...shape, properties: { $schema, ...shape.properties } };
  };
  const schema = allowed(root);
  return Object.keys(definitions).length === 0 ? schema : { ...schema, [place]: definitions };
}

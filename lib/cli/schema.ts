// schema: the JSON Schema of a dialect, of the SQS callbacks or of a part of the workload model, for editors and other languages.
import { DIALECTS } from '../dialects';
import { sqsCallbackSchema } from '../dialects/sqs/callback-schema';
import { nearest } from '../report/suggest';
import { type JsonSchemaDraft, jsonSchemaOf } from '../shape/json-schema';
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
import { SCHEMAS } from './verbs';

type Name = (typeof SCHEMAS)[number];

export const schema: Run = async ({ operands: [name], flags }, io) => {
  if (name === undefined) {
    await io.stdout.write(`${SCHEMAS.join('\n')}\n`);
    return 0;
  }
  // KAM's words begin with a capital, and nobody should have to know that; a dialect's name goes first.
  const found =
    SCHEMAS.find((each) => each === name) ?? SCHEMAS.find((each) => each.toLowerCase() === name.toLowerCase());
  if (found === undefined) {
    const meant = nearest(name, SCHEMAS);
    const hint = meant === undefined ? `Schemas: ${SCHEMAS.join(', ')}` : `Did you mean ${meant}?`;
    throw new UsageError(`there is no schema ${JSON.stringify(name)}`, hint);
  }
  const draft = flags['draft'] === '2020-12' ? 'draft-2020-12' : 'draft-07';
  await io.stdout.write(`${JSON.stringify(withExamples(found, jsonSchema(found, draft)), null, 2)}\n`);
  return 0;
};

function jsonSchema(name: Name, draft: JsonSchemaDraft): object {
  const dialect = DIALECTS.find((each) => each.name === name);
  return dialect?.jsonSchema(draft) ?? jsonSchemaOf(MODEL[name as keyof typeof MODEL], draft);
}

const MODEL: Readonly<Record<Exclude<Name, (typeof DIALECTS)[number]['name']>, Schema>> = {
  'sqs-callback': sqsCallbackSchema,
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
};

const withExamples = (name: Name, schema: object): object => {
  const { $schema, ...rest } = schema as { $schema?: string };
  const isDocument = DIALECTS.some((dialect) => dialect.name === name);
  return { $schema, title: name, ...(isDocument ? withSchemaKey(rest) : rest), examples: EXAMPLES[name] };
};

/** A part of a JSON Schema, as far as this file looks at it. */
interface Shape {
  readonly type?: string;
  readonly properties?: object;
  readonly anyOf?: readonly Shape[];
}

/** Documents may name their schema; `additionalProperties: false` would forbid it. */
function withSchemaKey(shape: Shape): Shape {
  const { anyOf, properties, type } = shape;
  if (anyOf !== undefined) return { ...shape, anyOf: anyOf.map(withSchemaKey) };
  if (type !== 'object') return shape;
  const $schema = { type: 'string', description: 'The JSON Schema of this document, for editors.' };
  return { ...shape, properties: { $schema, ...properties } };
}

// Generates lib/kube/api/schema.ts and lib/kube/api/types.ts from the OpenAPI description inside the Go module k8s.io/kubernetes.
// Run it with `npx tsx scripts/generate-kube-schema.ts` (needs Go once, to fetch the modules); with --check it only compares.
// https://github.com/kubernetes/kubernetes/tree/v1.28.15/api/openapi-spec
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** The version whose fields are the schema. */
const VERSION = 'v1.28.15';
/** The version that tells which fields exist only later. */
const NEWER = 'v1.36.3';

/** The kinds that the library checks. */
const ROOTS = [
  'io.k8s.api.apps.v1.Deployment',
  'io.k8s.api.batch.v1.CronJob',
  'io.k8s.api.batch.v1.Job',
  'io.k8s.api.core.v1.ConfigMap',
  'io.k8s.api.core.v1.Secret',
  'io.k8s.api.core.v1.Service',
  'io.k8s.api.networking.v1.Ingress',
];

/** Definitions that are values of their own, not objects with fields. */
const SCALARS: ReadonlyMap<string, string> = new Map([
  ['io.k8s.apimachinery.pkg.api.resource.Quantity', 'quantity'],
  ['io.k8s.apimachinery.pkg.util.intstr.IntOrString', 'intOrString'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.Time', 'time'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1', 'any'],
]);

interface Definition {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly items?: Definition;
  readonly additionalProperties?: Definition;
  readonly allOf?: readonly Definition[];
  readonly properties?: Readonly<Record<string, Definition>>;
}

type Definitions = Readonly<Record<string, Definition>>;
type Schema = Map<string, Map<string, string>>;

/** Reads the definitions of one Kubernetes version. */
function definitionsOf(version: string): Definitions {
  const answer = execFileSync('go', ['mod', 'download', '-json', `k8s.io/kubernetes@${version}`], { encoding: 'utf8' });
  const { Dir } = JSON.parse(answer) as { Dir: string };
  const spec = readFileSync(join(Dir, 'api', 'openapi-spec', 'swagger.json'), 'utf8');
  return (JSON.parse(spec) as { definitions: Definitions }).definitions;
}

/** The part of a definition's name that Kubernetes calls the type. */
const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** The type of a field in the table's notation; `visit` hears of every object type met. */
function typeOf(field: Definition, visit: (name: string) => void): string {
  const target = field.$ref ?? field.allOf?.[0]?.$ref;
  if (target !== undefined) {
    const name = target.slice(target.lastIndexOf('/') + 1);
    const scalar = SCALARS.get(name);
    if (scalar !== undefined) return scalar;
    visit(name);
    return shortName(name);
  }
  if (field.type === 'array' && field.items) return `${typeOf(field.items, visit)}[]`;
  if (field.type === 'object' && field.additionalProperties) return `map<${typeOf(field.additionalProperties, visit)}>`;
  if (field.type === 'boolean') return 'bool';
  if (field.type === 'integer' && (field.format === 'int32' || field.format === 'int64')) return field.format;
  if (field.type === 'string') return field.format === 'byte' ? 'bytes' : 'string';
  throw new Error(`a kind of field that this script does not know: ${JSON.stringify(field)}`);
}

/** Every type reachable from the seven kinds, sorted by name. */
function schemaOf(definitions: Definitions): Schema {
  const schema: Schema = new Map();
  const origin = new Map<string, string>();
  const visit = (name: string): void => {
    const short = shortName(name);
    const known = origin.get(short);
    if (known === name) return;
    if (known !== undefined) throw new Error(`two types are called ${short}: ${known} and ${name}`);
    origin.set(short, name);
    const fields = new Map<string, string>();
    schema.set(short, fields);
    const properties = definitions[name]?.properties;
    if (properties === undefined) throw new Error(`${name} has no fields`);
    for (const key of Object.keys(properties).sort()) fields.set(key, typeOf(properties[key] as Definition, visit));
  };
  ROOTS.forEach(visit);
  return new Map([...schema].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The fields that a type of `schema` has only in `newer`. */
function newerFields(schema: Schema, newer: Schema): Map<string, string[]> {
  const out = new Map<string, string[]>();
  for (const [name, fields] of schema) {
    const added = [...(newer.get(name)?.keys() ?? [])].filter((key) => !fields.has(key));
    if (added.length > 0) out.set(name, added);
  }
  return out;
}

/** The TypeScript type of a type in the table's notation. */
function typescriptOf(type: string): string {
  if (type.endsWith('[]')) return `readonly ${typescriptOf(type.slice(0, -2))}[]`;
  if (type.startsWith('map<')) return `Readonly<Record<string, ${typescriptOf(type.slice(4, -1))}>>`;
  switch (type) {
    case 'bool':
      return 'boolean';
    case 'int32':
    case 'int64':
      return 'number';
    case 'intOrString':
    case 'quantity':
      return 'number | string';
    case 'time':
    case 'bytes':
    case 'string':
      return 'string';
    case 'any':
      return 'unknown';
    default:
      return type;
  }
}

const ORIGIN = `// Written by scripts/generate-kube-schema.ts; do not edit.\n// https://github.com/kubernetes/kubernetes/blob/${VERSION}/api/openapi-spec/swagger.json\n`;

function printTable(schema: Schema, newer: Map<string, string[]>): string {
  const rows = [...schema].map(
    ([name, fields]) => `${name}: {${[...fields].map(([key, type]) => `${key}: '${type}',`).join('\n')}\n},`,
  );
  const later = [...newer].map(([name, keys]) => `${name}: [${keys.map((key) => `'${key}'`).join(', ')}],`);
  return `// The fields of every Kubernetes 1.28 type that the seven kinds reach.
${ORIGIN}
/**
 * Type name to field name to type. A type is \`string\`, \`bool\`, \`int32\`, \`int64\`, \`quantity\`, \`intOrString\`, \`time\` (RFC 3339),
 * \`bytes\` (base64), \`any\`, the name of another type here, \`T[]\` for a list, or \`map<T>\` for a map with string keys.
 */
export const SCHEMA = {
${rows.join('\n')}
} as const satisfies Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Fields that these types have only in newer versions of Kubernetes (as of ${NEWER.slice(1)}). */
export const NEWER_FIELDS: Readonly<Record<string, readonly string[]>> = {
${later.join('\n')}
};
`;
}

function printTypes(schema: Schema): string {
  const types = [...schema].map(([name, fields]) => {
    const members = [...fields].map(([key, type]) => `readonly ${key}?: ${typescriptOf(type)};`);
    return `export interface ${name} {\n${members.join('\n')}\n}\n`;
  });
  return `// The types of decoded Kubernetes 1.28 objects: every field is optional, as the server's own reader sees them.
${ORIGIN}
/* A quantity may be a number or a text; a time is RFC 3339 text; bytes are base64 text. */

${types.join('\n')}
/** Every type by its name. */
export interface Types {
${[...schema.keys()].map((name) => `readonly ${name}: ${name};`).join('\n')}
}
`;
}

/** What the two files should hold, by their path in the repository. */
async function generate(): Promise<Map<string, string>> {
  const schema = schemaOf(definitionsOf(VERSION));
  const newer = newerFields(schema, schemaOf(definitionsOf(NEWER)));
  const out = new Map<string, string>();
  const root = join(__dirname, '..');
  for (const [path, text] of [
    ['lib/kube/api/schema.ts', printTable(schema, newer)],
    ['lib/kube/api/types.ts', printTypes(schema)],
  ] as const) {
    const options = await resolveConfig(join(root, path));
    out.set(path, await format(text, { ...options, parser: 'typescript' }));
  }
  return out;
}

void generate().then((files) => {
  for (const [path, text] of files) {
    const file = join(__dirname, '..', path);
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`${path} is not what the script writes`);
      process.exitCode = 1;
    }
  }
});

// Strict, stand-alone JSON Schemas for kubeconform, one file a kind: from the OpenAPI document inside the Go module k8s.io/kubernetes and
// from the CRDs inside the modules of Gateway API and External Secrets. Emissary publishes no module with its CRDs; its Mapping is here.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cached, goModule, release, type Version } from '../tools/build';

/** The part of JSON Schema and OpenAPI that these documents use. */
interface Schema {
  $ref?: string;
  $schema?: string;
  type?: string | string[];
  format?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  required?: string[];
  nullable?: boolean;
  definitions?: Record<string, Schema>;
  [keyword: string]: unknown;
}

interface GroupVersionKind {
  group: string;
  version: string;
  kind: string;
}

const gatewayApi = { module: 'sigs.k8s.io/gateway-api@v1.4.0', folder: 'config/crd/experimental' };
const externalSecrets = { module: 'github.com/external-secrets/external-secrets@v1.3.2', folder: 'config/crds/bases' };
const crds = [
  { ...gatewayApi, file: 'gateway.networking.k8s.io_httproutes.yaml' },
  { ...externalSecrets, file: 'external-secrets.io_externalsecrets.yaml' },
];

const objectMeta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta';
const intOrString: Schema = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
/** Definitions whose OpenAPI type is narrower than what the server reads. */
const readWider: Record<string, Schema> = {
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': intOrString,
  'io.k8s.apimachinery.pkg.api.resource.Quantity': { oneOf: [{ type: 'number' }, { type: 'string' }] },
};

const text: Schema = { type: 'string' };
/** The fields of an Emissary-ingress Mapping that a published route uses. */
const mapping: Schema = closed(['prefix', 'service'], {
  hostname: text,
  prefix: text,
  rewrite: text,
  service: text,
  timeout_ms: { type: 'integer' },
  bypass_auth: { type: 'boolean' },
  resolver: text,
  ambassador_id: { type: 'array', items: text },
  load_balancer: closed(['policy'], {
    policy: { enum: ['round_robin', 'ring_hash', 'maglev', 'least_request'] },
    cookie: closed(['name'], { name: text, path: text, ttl: text }),
  }),
});

function closed(required: string[], properties: Record<string, Schema>): Schema {
  return { type: 'object', required, properties, additionalProperties: false };
}

/** Where kubeconform finds the schema of a kind; Group is the version for the core group. */
export const schemaLocation = '{{.Group}}_{{.ResourceAPIVersion}}_{{.ResourceKind}}.json';

function fileOf({ group, version, kind }: GroupVersionKind): string {
  return `${group || version}_${version}_${kind.toLowerCase()}.json`;
}

/** The folder of the schemas of a Kubernetes version and of the custom resources, made on first use (seconds, after the download). */
export function schemaFolder(version: Version): string {
  const kubernetes = `k8s.io/kubernetes@v${release[version]}`;
  const inputs = [readFileSync(__filename, 'utf8'), kubernetes];
  return cached(`schemas-${release[version]}`, inputs, (folder) => {
    const openApi = join(goModule(kubernetes), 'api/openapi-spec/swagger.json');
    const { definitions }: { definitions: Record<string, Schema> } = JSON.parse(readFileSync(openApi, 'utf8'));
    const strict = strictDefinitions(definitions);
    const write = (gvk: GroupVersionKind, schema: Schema): void =>
      writeFileSync(join(folder, fileOf(gvk)), JSON.stringify(standAlone(gvk, schema, strict)));

    for (const [name, definition] of Object.entries(definitions)) {
      const kinds = definition['x-kubernetes-group-version-kind'] as GroupVersionKind[] | undefined;
      // DeleteOptions and the like belong to every group: they are no objects.
      if (kinds?.length === 1 && strict[name]) write(kinds[0]!, strict[name]);
    }
    for (const { module, folder: base, file } of crds) {
      for (const [gvk, schema] of customResources(readFileSync(join(goModule(module), base, file), 'utf8'))) {
        write(gvk, schema);
      }
    }
    const spec = closed(['apiVersion', 'kind', 'metadata', 'spec'], { ...envelope, spec: mapping });
    write({ group: 'getambassador.io', version: 'v3alpha1', kind: 'Mapping' }, spec);
  });
}

const envelope: Record<string, Schema> = { apiVersion: text, kind: text, metadata: ref(objectMeta) };

function ref(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

function strictDefinitions(definitions: Record<string, Schema>): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, schema]) => [name, readWider[name] ?? strictSchema(schema)]),
  );
}

/** Closes every object that lists its fields, and lets null stand for a field that may be left out, as the server does. */
function strictSchema(schema: Schema): Schema {
  const strict: Schema = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'description' || keyword === 'default' || keyword === 'nullable') continue;
    if (keyword.startsWith('x-kubernetes-')) continue;
    // Formats of Go types (int32, byte, …) mean nothing to a JSON Schema validator.
    if (keyword === 'format' && value !== 'date-time') continue;
    strict[keyword] = value;
  }
  if (schema['x-kubernetes-int-or-string']) Object.assign(strict, intOrString, { type: undefined, anyOf: undefined });
  if (schema.items) strict.items = strictSchema(schema.items);
  if (typeof schema.additionalProperties === 'object') {
    strict.additionalProperties = strictSchema(schema.additionalProperties);
  }
  if (schema.properties) {
    strict.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([name, property]) => {
        const own = strictSchema(property);
        return [name, schema.required?.includes(name) && !property.nullable ? own : { anyOf: [own, { type: 'null' }] }];
      }),
    );
    if (!schema['x-kubernetes-preserve-unknown-fields']) strict.additionalProperties ??= false;
  }
  return strict;
}

function standAlone(
  { group, version, kind }: GroupVersionKind,
  schema: Schema,
  strict: Record<string, Schema>,
): Schema {
  const used: Record<string, Schema> = {};
  const collect = (text: string): void => {
    for (const [, name] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) {
      const definition = strict[name!];
      if (!definition || Object.hasOwn(used, name!)) continue;
      used[name!] = definition;
      collect(JSON.stringify(definition));
    }
  };
  const properties = {
    ...schema.properties,
    apiVersion: { enum: [group ? `${group}/${version}` : version] },
    kind: { enum: [kind] },
  };
  collect(JSON.stringify({ ...schema, properties }));
  return { $schema: 'http://json-schema.org/draft-07/schema#', ...schema, properties, definitions: used };
}

function customResources(crd: string): [GroupVersionKind, Schema][] {
  const { spec } = parse(crd) as {
    spec: {
      group: string;
      names: { kind: string };
      versions: { name: string; served: boolean; schema: { openAPIV3Schema: Schema } }[];
    };
  };
  return spec.versions
    .filter(({ served }) => served)
    .map(({ name, schema }) => {
      const strict = strictSchema(schema.openAPIV3Schema);
      const gvk = { group: spec.group, version: name, kind: spec.names.kind };
      return [gvk, { ...strict, properties: { ...strict.properties, ...envelope } }];
    });
}

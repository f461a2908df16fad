// Writes lib/kube/api/tables, types.ts and written.ts from what the Go modules of Kubernetes hold, for each minor that we know: the OpenAPI description,
// the versions that are served by default and the feature gates. Run it with `npx tsx scripts/generate-kube-api.ts` (needs Go once, to
// fetch the modules); with --check it only compares.
// https://github.com/kubernetes/kubernetes/tree/v1.36.3/api/openapi-spec
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ALL, type Minor, MINORS, minorsText, only } from '../lib/kube/api/minors';
import { gatedFields } from './gated-fields';
import { jsiiCase } from './jsii-case';
import { release } from './releases';

/** Definitions that are values of their own, not objects with fields. */
const SCALARS: ReadonlyMap<string, string> = new Map([
  ['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON', 'any'],
  [
    'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray',
    'JSONSchemaProps|JSONSchemaProps[]',
  ],
  ['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool', 'JSONSchemaProps|bool'],
  ['io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray', 'JSONSchemaProps|string[]'],
  ['io.k8s.apimachinery.pkg.api.resource.Quantity', 'quantity'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1', 'any'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime', 'microTime'],
  ['io.k8s.apimachinery.pkg.apis.meta.v1.Time', 'time'],
  ['io.k8s.apimachinery.pkg.runtime.RawExtension', 'any'],
  ['io.k8s.apimachinery.pkg.util.intstr.IntOrString', 'intOrString'],
]);

/** A field whose type has another name in some minors: it is read as the newer type, which has the fields of the older one there. */
const RENAMED: Readonly<Record<string, { readonly from: string; readonly to: string }>> = {
  'io.k8s.api.core.v1.PersistentVolumeClaimSpec.resources': {
    from: 'io.k8s.api.core.v1.ResourceRequirements',
    to: 'io.k8s.api.core.v1.VolumeResourceRequirements',
  },
};

/** The groups whose types are loaded at once; the first that has a name keeps it. */
const COMMON = ['core', 'apps', 'batch', 'meta', 'autoscaling', 'networking', 'policy', 'rbac'];

interface Definition {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly items?: Definition;
  readonly additionalProperties?: Definition;
  readonly allOf?: readonly Definition[];
  readonly properties?: Readonly<Record<string, Definition>>;
  readonly required?: readonly string[];
}

interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly schema?: Definition }[];
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

interface Swagger {
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly paths: Readonly<Record<string, { readonly post?: Operation }>>;
}

/** A field over the minors. Types of fields are still those of the OpenAPI: whole names. */
interface Field {
  type: string;
  minors: number;
  required: boolean;
}

interface Type {
  readonly fields: Map<string, Field>;
  minors: number;
}

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly definition: string;
  readonly namespaced: boolean;
  on: number;
  off: number;
}

interface Gate {
  minors: number;
  on: number;
}

const types = new Map<string, Type>();
const kinds = new Map<string, Kind>();
const gates = new Map<string, Gate>();

/** The folder of a Go module. */
function moduleFolder(module: string): string {
  const answer = execFileSync('go', ['mod', 'download', '-json', module], { encoding: 'utf8', cwd: '/' });
  return (JSON.parse(answer) as { Dir: string }).Dir;
}

function readMinor(minor: Minor): void {
  const patch = release[minor];
  const folder = moduleFolder(`k8s.io/kubernetes@v${patch}`);
  const swagger = JSON.parse(readFileSync(join(folder, 'api/openapi-spec/swagger.json'), 'utf8')) as Swagger;
  const enabled = versionsByDefault(readFileSync(join(folder, 'pkg/controlplane/instance.go'), 'utf8'));
  readKinds(swagger, enabled, only(minor));
  readGates(
    [
      join(folder, 'pkg/features'),
      ...['apiserver', 'apiextensions-apiserver'].map((name) =>
        join(moduleFolder(`k8s.io/${name}@v0${patch.slice(1)}`), 'pkg/features'),
      ),
    ],
    minor,
  );
}

// Kinds: what can be created is what has a POST on a collection.

function readKinds({ paths, definitions }: Swagger, enabled: ReadonlySet<string>, minor: number): void {
  for (const [path, { post }] of Object.entries(paths)) {
    const gvk = post?.['x-kubernetes-group-version-kind'];
    if (gvk === undefined || path.includes('{name}')) continue;
    const body = post?.parameters?.find((parameter) => parameter.in === 'body')?.schema?.$ref;
    if (body === undefined) throw new Error(`${path} has no body`);
    const definition = targetOf(body);
    const apiVersion = gvk.group === '' ? gvk.version : `${gvk.group}/${gvk.version}`;
    const known = kinds.get(`${apiVersion} ${gvk.kind}`);
    const kind = known ?? {
      apiVersion,
      kind: gvk.kind,
      definition,
      namespaced: path.includes('{namespace}'),
      on: 0,
      off: 0,
    };
    kinds.set(`${apiVersion} ${gvk.kind}`, kind);
    if (isEnabled(definition, path, enabled)) {
      kind.on |= minor;
      readType(definition, definitions, minor);
    } else kind.off |= minor;
  }
}

/** The API servers of extensions and of aggregation, which are part of the server, serve what is stable. */
function isEnabled(definition: string, path: string, enabled: ReadonlySet<string>): boolean {
  const api = /^io\.k8s\.api\.(\w+)\.(\w+)\.\w+$/.exec(definition);
  if (api === null) return /\.v\d+\.\w+$/.test(definition);
  return enabled.has(`${api[1]}/${api[2]}`) || enabled.has(`${api[1]}/${api[2]}/${path.split('/').at(-1)}`);
}

/** The `group/version` and `group/version/resource` that are served by default, the group as the folder of k8s.io/api is called. */
function versionsByDefault(instance: string): Set<string> {
  const packages = new Map<string, string>();
  for (const [, alias, path] of instance.matchAll(/^\t(\w+) "k8s\.io\/(?:api|kubernetes\/pkg\/apis)\/(\w+\/\w+)"$/gm))
    packages.set(alias!, path!);
  const enabled = new Set<string>();
  const lists = instance.matchAll(/^\t\w+EnabledByDefault\w* += \[\]schema\.\w+\{\n([^}]*)\}/gm);
  for (const [, list] of lists) {
    const entries = list!.matchAll(/^\t\t(\w+)\.SchemeGroupVersion(?:\.WithResource\("(\w+)"\))?,/gm);
    for (const [entry, alias, resource] of entries) {
      const path = packages.get(alias!);
      if (path === undefined) throw new Error(`${entry.trim()}: from which package?`);
      enabled.add(resource === undefined ? path : `${path}/${resource}`);
    }
  }
  return enabled;
}

// Types

const targetOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

function readType(name: string, definitions: Swagger['definitions'], minor: number, source = name): void {
  const type = types.get(name) ?? { fields: new Map<string, Field>(), minors: 0 };
  types.set(name, type);
  if ((type.minors & minor) !== 0) return;
  type.minors |= minor;
  const definition = definitions[source];
  if (definition?.type !== 'object') throw new Error(`${source} is no object`);
  for (const [key, property] of Object.entries(definition.properties ?? {})) {
    const renamed = RENAMED[`${name}.${key}`];
    const notation = typeOf(property, (target) => {
      readType(renamed?.to ?? target, definitions, minor, target);
    });
    const written = notation === renamed?.from ? renamed.to : notation;
    const field = type.fields.get(key) ?? { type: written, minors: 0, required: false };
    if (field.type !== written) throw new Error(`${name}.${key} was ${field.type} and becomes ${written}`);
    field.minors |= minor;
    field.required = definition.required?.includes(key) ?? false;
    type.fields.set(key, field);
  }
}

/** The type of a field in the table's notation; `visit` hears of every object type met. */
function typeOf(field: Definition, visit: (name: string) => void): string {
  const ref = field.$ref ?? field.allOf?.[0]?.$ref;
  if (ref !== undefined) {
    const target = targetOf(ref);
    const scalar = SCALARS.get(target);
    if (scalar === undefined) visit(target);
    return scalar?.replaceAll('JSONSchemaProps', target.replace(/Or\w+$/, '')) ?? target;
  }
  if (field.type === 'array' && field.items) return `${typeOf(field.items, visit)}[]`;
  if (field.type === 'object' && field.additionalProperties) return `map<${typeOf(field.additionalProperties, visit)}>`;
  if (field.type === 'boolean') return 'bool';
  if (field.type === 'integer' && (field.format === 'int32' || field.format === 'int64')) return field.format;
  if (field.type === 'number' && field.format === 'double') return 'double';
  if (field.type === 'string') return field.format === 'byte' ? 'bytes' : 'string';
  throw new Error(`a kind of field that this script does not know: ${JSON.stringify(field)}`);
}

// Gates

/** Reads the gates of one minor: a spec a gate in older files, one a version of Kubernetes in newer ones. */
function readGates(folders: readonly string[], minor: Minor): void {
  const files = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((file) => /^(?!.*_test).*\.go$/.test(file))
          .map((file) => join(folder, file))
      : [],
  );
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  const names = new Map<string, string>();
  for (const text of texts) {
    for (const [, constant, name] of text.matchAll(/^\t(\w+)\s+featuregate\.Feature = "(\w+)"/gm))
      names.set(constant!, name!);
  }
  const missing = new Set(names.values());
  for (const text of texts) {
    for (const [, constant, specs] of text.matchAll(
      /^\t(?:\w+\.)?([A-Z]\w+):\s*\{(\s*(?:\{.*\},.*\n|\/\/.*\n|\s)*|[^{}\n]*)\},?/gm,
    )) {
      const name = names.get(constant!);
      if (name === undefined) continue;
      const on = isOn(specs!, minor);
      if (on === undefined) continue;
      missing.delete(name);
      const gate = gates.get(name) ?? { minors: 0, on: 0 };
      gates.set(name, gate);
      gate.minors |= only(minor);
      if (on) gate.on |= only(minor);
    }
  }
  if (missing.size > 0) throw new Error(`${minor}: nothing says whether these are on: ${[...missing].join(', ')}`);
}

/** Undefined where the gate is not there yet. */
function isOn(specs: string, minor: Minor): boolean | undefined {
  let on: boolean | undefined;
  for (const [spec] of specs.matchAll(/^.*Default: (?:true|false).*$/gm)) {
    const since = /Version: version\.MustParse\("1\.(\d+)"\)/.exec(spec)?.[1];
    if (since === undefined || Number(since) <= Number(minor.slice(2))) on = /\bDefault: true/.test(spec);
  }
  return on;
}

// Names: Kubernetes' own where it is taken once; else it goes to the groups in their order, the newest version first.

const groupOf = (definition: string): string => definition.split('.').at(-3)!;
const versionOf = (definition: string): string => definition.split('.').at(-2)!;
const shortOf = (definition: string): string => definition.split('.').at(-1)!;

/** v1 before v1beta3 before v1beta2; v2 before v1. */
function maturity(version: string): number {
  const [, major, stage, minor] = /^v(\d+)(alpha|beta)?(\d*)$/.exec(version)!;
  return Number(major) * 1000 + (stage === undefined ? 500 : stage === 'beta' ? 200 : 100) + Number(minor);
}

function namesOf(definitions: Iterable<string>): Map<string, string> {
  const rank = (definition: string): number => {
    const index = COMMON.indexOf(groupOf(definition));
    return index < 0 ? COMMON.length : index;
  };
  const sorted = [...definitions].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (groupOf(a) < groupOf(b) ? -1 : groupOf(a) > groupOf(b) ? 1 : maturity(versionOf(b)) - maturity(versionOf(a))),
  );
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const definition of sorted) {
    const short = shortOf(definition);
    const name = taken.has(short) ? `${groupOf(definition)}.${versionOf(definition)}.${short}` : short;
    if (taken.has(name)) throw new Error(`two types are called ${name}`);
    taken.add(name);
    names.set(definition, name);
  }
  return names;
}

const byName = <T>([a]: [string, T], [b]: [string, T]): number => (a < b ? -1 : a > b ? 1 : 0);

interface NamedField extends Field {
  readonly gate?: string;
}

/** A type under our name, its fields sorted and those of theirs that are types too. */
interface NamedType {
  readonly name: string;
  readonly group: string;
  readonly minors: number;
  readonly fields: readonly (readonly [string, NamedField])[];
}

const isOffSomewhere = (gate: string, minors: number): boolean => {
  const { minors: known, on } = gates.get(gate) ?? { minors: 0, on: 0 };
  return (minors & known & ~on) !== 0;
};

function namedTypes(names: ReadonlyMap<string, string>): NamedType[] {
  const unused = new Set(Object.keys(gatedFields));
  const named = [...types].map(([definition, { fields, minors }]): NamedType => {
    const name = names.get(definition)!;
    return {
      name,
      group: groupOf(definition),
      minors,
      fields: [...fields].sort(byName).map(([key, field]) => {
        const type = field.type.replace(/[\w-]+(?:\.[\w-]+)+/g, (target) => names.get(target)!);
        const gate = gatedFields[`${name}.${key}`];
        unused.delete(`${name}.${key}`);
        if (gate !== undefined && !isOffSomewhere(gate, field.minors)) {
          throw new Error(`${name}.${key}: ${gate} is never off`);
        }
        return [
          key,
          { ...field, type, minors: field.minors === minors ? ALL : field.minors, ...(gate !== undefined && { gate }) },
        ];
      }),
    };
  });
  if (unused.size > 0) throw new Error(`no such fields: ${[...unused].join(', ')}`);
  return named.sort((a, b) => byName([a.name, 0], [b.name, 0]));
}

// What is written

const WRITTEN_BY = '// Written by scripts/generate-kube-api.ts; do not edit.';

function printFields(of: readonly NamedType[]): string {
  return of
    .map(({ name, fields }) => {
      const lines = fields.map(([key, { type, minors, required, gate }]) =>
        [
          ` ${key}${required ? '!' : ''}`,
          type,
          ...(minors === ALL ? [] : [minorsText(minors)]),
          ...(gate === undefined ? [] : [gate]),
        ].join(' '),
      );
      return [name, ...lines].map((line) => `${line}\n`).join('');
    })
    .join('');
}

const printTable = (title: string, name: string, text: string): string =>
  `// ${title}\n${WRITTEN_BY}\n\nexport const ${name} = \`\n${text}\`;\n`;

function printKinds(names: ReadonlyMap<string, string>): string {
  return [...kinds]
    .sort(byName)
    .map(([key, { definition, kind, namespaced, on, off }]) => {
      const type = names.get(definition);
      const words = [
        key,
        ...(namespaced ? [] : ['cluster']),
        ...(type === undefined || type === kind ? [] : [`type=${type}`]),
        ...(on === 0 || on === ALL ? [] : [`on=${minorsText(on)}`]),
        ...(off === 0 ? [] : [`off=${minorsText(off)}`]),
      ];
      return `${words.join(' ')}\n`;
    })
    .join('');
}

const printGates = (): string =>
  [...gates]
    .sort(byName)
    .map(([name, { minors, on }]) => `${name} ${minorsText(minors)}${on === 0 ? '' : ` on=${minorsText(on)}`}\n`)
    .join('');

/** The TypeScript type of a type in the table's notation. */
function typescriptOf(type: string): string {
  if (type.startsWith('map<')) return `Readonly<Record<string, ${typescriptOf(type.slice(4, -1))}>>`;
  if (type.includes('|')) return type.split('|').map(typescriptOf).join(' | ');
  if (type.endsWith('[]')) {
    const item = typescriptOf(type.slice(0, -2));
    return item.includes(' ') ? `readonly (${item})[]` : `readonly ${item}[]`;
  }
  switch (type) {
    case 'bool':
      return 'boolean';
    case 'double':
    case 'int32':
    case 'int64':
      return 'number';
    case 'intOrString':
    case 'quantity':
      return 'number | string';
    case 'bytes':
    case 'microTime':
    case 'string':
    case 'time':
      return 'string';
    case 'any':
      return 'unknown';
    default:
      return interfaceOf(type);
  }
}

/** `events.v1.Event` is `EventsV1Event`. */
const interfaceOf = (name: string): string =>
  name.includes('.')
    ? name
        .split('.')
        .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
        .join('')
    : name;

const memberOf = (key: string): string => (/^\w+$/.test(key) ? key : `'${key}'`);

function printTypes(all: readonly NamedType[]): string {
  const declarations = all.map(({ name, fields }) => {
    const members = fields.map(([key, { type }]) => `readonly ${memberOf(key)}?: ${typescriptOf(type)};`);
    if (members.length === 0) return `export type ${interfaceOf(name)} = object;\n`;
    return `export interface ${interfaceOf(name)} {\n${members.join('\n')}\n}\n`;
  });
  return `// The types of decoded objects: every field is optional, as the server's own reader sees them, and has the type of the newest minor.
${WRITTEN_BY}

/* A quantity may be a number or a text; a time is RFC 3339 text; bytes are base64 text. */

${declarations.join('\n')}
/** Every type by its name. */
export interface Types {
${all.map(({ name }) => `readonly ${memberOf(name)}: ${interfaceOf(name)};`).join('\n')}
}
`;
}

/** The types that the workload model takes as they are; they reach the others. */
const WRITTEN = ['DeploymentStrategy', 'PodFailurePolicy', 'PodSpec', 'ServicePort', 'SuccessPolicy'];

function printWritten(all: readonly NamedType[]): string {
  const types = new Map(all.map((type) => [type.name, type]));
  const reached = new Set(WRITTEN);
  const newest = only(MINORS.at(-1)!);
  const declarations: [string, string][] = [];
  for (const name of reached) {
    const members = types.get(name)!.fields.flatMap(([key, field]) => {
      if ((field.minors & newest) === 0) return [];
      field.type.match(/\b[A-Z]\w+/g)?.forEach((type) => reached.add(type));
      const note = noteOf(field);
      const doc = note === '' ? '' : `/** ${note} */\n`;
      const foreign = jsiiCase(key);
      return [
        `${doc}readonly ${key}${field.required ? '' : '?'}: ${typescriptOf(field.type)};`,
        ...(foreign === key ? [] : [`/** Kubernetes calls it \`${key}\`. */\nreadonly ${foreign}?: never;`]),
      ];
    });
    declarations.push([name, `export interface ${name} {\n${members.join('\n')}\n}\n`]);
  }
  return `// Kubernetes' types as people write them in TypeScript: the fields of ${MINORS.at(-1)}, in Kubernetes' own spelling, required where the server asks for
// them. What cdk8s-plus spells otherwise is there as \`never\`: a value of its types is refused by the compiler, as it would be at synth.
${WRITTEN_BY}

/* A quantity may be a number or a text; a time is RFC 3339 text; bytes are base64 text. */

${declarations
  .sort(byName)
  .map(([, declaration]) => declaration)
  .join('\n')}`;
}

/** Which servers have a field, and which drop it. */
function noteOf({ minors, gate }: NamedField): string {
  const since = minors === ALL ? '' : `Since Kubernetes ${minorsText(minors).replace('+', '')}`;
  const { minors: known, on } = gates.get(gate ?? '') ?? { minors: 0, on: 0 };
  const off = minors & known & ~on;
  if (off === 0) return since === '' ? '' : `${since}.`;
  const unless = `the server drops it unless the feature gate ${gate} is on`;
  if ((off & only(MINORS.at(-1)!)) !== 0)
    return `${since === '' ? '' : `${since}; `}${unless}, which it is not by default.`;
  const before = MINORS[MINORS.findLastIndex((minor) => (off & only(minor)) !== 0) + 1];
  return `${since === '' ? 'Before' : `${since}; before`} ${before} ${unless}.`;
}

/** What the files should hold, by their path in the repository. */
async function generate(): Promise<Map<string, string>> {
  MINORS.forEach(readMinor);
  const names = namesOf(types.keys());
  const named = namedTypes(names);
  const common = named.filter(({ group }) => COMMON.includes(group));
  const rare = named.filter(({ group }) => !COMMON.includes(group));
  const out = new Map<string, string>();
  const root = join(__dirname, '..');
  for (const [path, text] of [
    [
      'tables/common.ts',
      printTable('The fields of the types that most manifests have.', 'common', printFields(common)),
    ],
    ['tables/rare.ts', printTable('The fields of all other types.', 'rare', printFields(rare))],
    ['tables/kinds.ts', printTable('The kinds that can be created.', 'kinds', printKinds(names))],
    ['tables/gates.ts', printTable('The feature gates.', 'gates', printGates())],
    ['types.ts', printTypes(named)],
    ['written.ts', printWritten(named)],
  ] as const) {
    const file = join('lib/kube/api', path);
    const options = await resolveConfig(join(root, file));
    out.set(file, await format(text, { ...options, parser: 'typescript' }));
  }
  return out;
}

if (require.main === module) {
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
}

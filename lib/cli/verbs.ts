// The verbs of the command, with every flag and example: what `--help` prints and the completion knows. What a verb does is in the file of its
// name, which is loaded when it is called. spec: ecosystem.md, "Commands that feel native"

import type { DialectName } from '../dialects/dialect';
import type { Flag, Verb } from './verb';

export const DIALECT_NAMES: readonly DialectName[] = ['manifest', 'sqs', 'launcher', 'kam'];
export const FORMATS = ['yaml', 'json', 'kyaml'] as const;
export const REPORTS = ['text', 'json', 'sarif', 'github'] as const;
export const DRAFTS = ['draft-07', '2020-12'] as const;
/** What `schema` knows: the dialects, the SQS callbacks, and KAM's own words. */
export const SCHEMAS = [
  ...DIALECT_NAMES,
  'sqs-callback',
  'Workload',
  'Job',
  'Service',
  'Secret',
  'Container',
  'Probe',
  'Lifecycle',
  'FileSpec',
  'Exec',
  'Http',
  'Tcp',
  'Grpc',
] as const;

const from: Flag = {
  name: 'from',
  value: 'DIALECT',
  choices: DIALECT_NAMES,
  help: 'dialect of the documents, when their shape does not tell',
  example: '--from launcher',
};
const namespace: Flag = {
  name: 'namespace',
  short: 'n',
  value: 'NAME',
  help: 'namespace of every workload that states none',
  example: '-n data',
};
const onLoss: Flag = {
  name: 'on-loss',
  value: 'error or warn',
  choices: ['error', 'warn'],
  help: 'what a key means that neither the model nor Kubernetes can say (default: error)',
  example: '--on-loss warn',
};
const options: Flag = {
  name: 'options',
  value: 'FILE',
  help: 'YAML or JSON with the options of importFile: expose, svcAccount, labels, queue, …',
  example: '--options platform.yaml',
};
const reading = [from, namespace, onLoss, options];

const DOCUMENTS =
  'A FILE is a document, a folder (all .json, .jsonl, .ndjson, .yaml and .yml files in it), a glob in quotes, or - for standard input, which is also read when there is none.';
const DIALECTS =
  'Documents are manifest.json (manifest), SQS job messages (sqs), Posit Launcher jobs (launcher) and KAM workloads (kam); which one is told by their shape.';

/** All verbs, in the order of the help. */
export const VERBS: readonly Verb[] = [
  {
    name: 'convert',
    summary: 'documents → Kubernetes manifests',
    operands: '[FILE…]',
    about: [
      DIALECTS,
      DOCUMENTS,
      'Everything is checked by the rules of the API server first. When anything is wrong, all of it is reported with file, line and column, nothing is written, and the exit code is 1.',
      'With -o DIR/ each resource gets a file, Kind.name.k8s.yaml or Kind.namespace_name.k8s.yaml. A file that is there already is only replaced when it holds the same object; no file is ever deleted.',
    ],
    flags: [
      {
        name: 'output',
        short: 'o',
        value: 'FILE, DIR/ or -',
        help: 'where the manifests go (default: -, standard output)',
        example: '-o manifests/',
      },
      {
        name: 'format',
        short: 'f',
        value: 'FORMAT',
        choices: FORMATS,
        help: 'yaml, json or kyaml (default: what the name of the output file says, else yaml)',
        example: '--format kyaml',
      },
      {
        name: 'split',
        value: 'resource or workload',
        choices: ['resource', 'workload'],
        help: 'in a folder: a file for each resource, or for all of a workload (default: resource)',
        example: '-o manifests/ --split workload',
      },
      ...reading,
    ],
    examples: [
      ['convert tasks/gstogs/manifest.json | kubectl apply -f -', 'apply a document'],
      ['convert tasks/ -n data -o manifests/', 'all documents below tasks/, a file for each resource'],
      ['aws sqs receive-message --queue-url $URL | cdk8s-kam convert -', 'messages as they come out of the queue'],
    ],
    load: () => (require('./convert') as typeof import('./convert')).convert,
  },
  {
    name: 'import',
    summary: 'documents → TypeScript that uses the constructs',
    operands: '[FILE…]',
    about: [
      DIALECTS,
      DOCUMENTS,
      'Writes a cdk8s app with a Job or Service for each workload, and only the fields that the documents set. What the app synthesizes is what `convert` writes, byte for byte.',
    ],
    flags: [
      {
        name: 'output',
        short: 'o',
        value: 'FILE or -',
        help: 'where the source goes (default: -, standard output)',
        example: '-o main.ts',
      },
      ...reading,
    ],
    examples: [
      ['import tasks/gstogs/manifest.json -o main.ts', 'move a document into code'],
      ['import tasks/ -n data', 'many documents in one app'],
    ],
    load: () => (require('./import') as typeof import('./import')).importSource,
  },
  {
    name: 'validate',
    summary: 'check documents and plain Kubernetes manifests, offline',
    operands: '[FILE…]',
    about: [
      'Says everything for which a Kubernetes 1.28 API server would refuse an object, at its file, line and column; then what only shows when all objects are seen together: the same object twice, a reference to a key that its Secret or ConfigMap lacks, a Service that selects no pod, an Ingress that leads to no port.',
      `${DOCUMENTS} Manifests and documents of all dialects may be mixed; a List is its items.`,
      'Exit code 1 when there is an error. Warnings alone do not fail.',
    ],
    flags: [
      {
        name: 'report',
        value: 'REPORT',
        choices: REPORTS,
        help: 'text, json, sarif (code scanning) or github (annotations of a workflow) (default: text)',
        example: '--report github',
      },
      ...reading,
    ],
    examples: [
      ['validate manifests/ tasks/', 'everything in two folders'],
      ['helm template . | cdk8s-kam validate -', 'what another tool made'],
      ['validate dist/ --report sarif > results.sarif', 'for code scanning'],
    ],
    load: () => (require('./validate') as typeof import('./validate')).validate,
  },
  {
    name: 'explain',
    summary: 'where every key of a document went',
    operands: '[FILE…]',
    about: [
      'For each key of a document: where it went in the workload and in the Kubernetes objects, what was filled in, ignored or lost; images to build, and the next five runs of a schedule in its time zone.',
      DOCUMENTS,
    ],
    flags: [
      {
        name: 'report',
        value: 'text or json',
        choices: ['text', 'json'],
        help: 'for people or for programs (default: text)',
        example: '--report json',
      },
      ...reading,
    ],
    examples: [['explain tasks/gstogs/manifest.json', 'a document, key by key']],
    load: () => (require('./explain') as typeof import('./explain')).explain,
  },
  {
    name: 'schema',
    summary: 'JSON Schema of a dialect or of a part of the model',
    operands: '[DIALECT or KIND]',
    most: 1,
    words: () => SCHEMAS,
    about: [
      `For editors and other languages. Knows ${SCHEMAS.join(', ')}; without an operand their names are printed.`,
    ],
    flags: [
      {
        name: 'draft',
        value: 'DRAFT',
        choices: DRAFTS,
        help: 'draft-07, which editors know best, or 2020-12 (default: draft-07)',
        example: '--draft 2020-12',
      },
    ],
    examples: [
      ['schema manifest > manifest.schema.json', 'for "$schema" or `yaml.schemas` of an editor'],
      ['schema Container --draft 2020-12', "a part of KAM's workload model"],
    ],
    load: () => (require('./schema') as typeof import('./schema')).schema,
  },
  {
    name: 'init',
    summary: 'start an app: cdk8s.yaml, main.ts and a test',
    operands: '[DIR]',
    most: 1,
    about: [
      'Writes a small cdk8s app into DIR (default: the current folder): after `npm install`, `npm run synth` and `npm test` pass as they are.',
      'A file that is there already is never touched: then nothing is written.',
    ],
    flags: [],
    examples: [['init my-app && cd my-app && npm install && npm run synth', 'from nothing to manifests']],
    load: () => (require('./init') as typeof import('./init')).init,
  },
  {
    name: 'graph',
    summary: 'workloads, what they become and what they refer to',
    operands: '[FILE…]',
    about: [
      'Draws documents and Kubernetes manifests (also those that an app has synthesized): which objects a workload becomes, the Secrets, ConfigMaps and volume claims that it refers to, Services to pods, routes to Services.',
      DOCUMENTS,
      'Prints Mermaid, or with --html one page that needs no network, with the problems in place and a timeline of all schedules for 24 hours.',
    ],
    flags: [
      { name: 'html', help: 'a self-contained page instead of Mermaid', example: '--html -o graph.html' },
      {
        name: 'output',
        short: 'o',
        value: 'FILE or -',
        help: 'where it goes (default: -, standard output)',
        example: '-o graph.mmd',
      },
      ...reading,
    ],
    examples: [
      ['graph dist/', 'of what an app has synthesized'],
      ['graph tasks/ --html -o graph.html', 'a page to look at'],
    ],
    load: () => (require('./graph') as typeof import('./graph')).graph,
  },
  {
    name: 'completion',
    summary: 'completion for a shell',
    operands: 'bash, zsh or fish',
    most: 1,
    words: () => ['bash', 'zsh', 'fish'],
    about: ['Prints a script that completes verbs, flags and their values.'],
    flags: [],
    examples: [
      ['completion bash > /etc/bash_completion.d/cdk8s-kam', 'for all users'],
      ['completion zsh > "${fpath[1]}/_cdk8s-kam"', 'for zsh'],
      ['completion fish > ~/.config/fish/completions/cdk8s-kam.fish', 'for fish'],
    ],
    load: () => (require('./completion') as typeof import('./completion')).completion,
  },
];

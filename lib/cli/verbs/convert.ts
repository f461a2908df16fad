import type { Format } from '../manifests';
import type { Verb } from '../verb';
import { DIALECTS, DOCUMENTS, IGNORING, JUDGING, READING, WATCH } from './reading';

const FORMATS: readonly Format[] = ['yaml', 'json', 'kyaml'];

export const convert: Verb = {
  name: 'convert',
  summary: 'documents → Kubernetes manifests',
  operands: '[FILE…]',
  about: [
    DIALECTS,
    DOCUMENTS,
    'Everything is checked by the rules of the API server first. When anything is wrong, all of it is reported with file, line and column, nothing is written, and the exit code is 1.',
    IGNORING,
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
    WATCH,
    ...JUDGING,
    ...READING,
  ],
  examples: [
    ['cdk8s-kam convert tasks/gstogs/manifest.json | kubectl apply -f -', 'apply a document'],
    ['cdk8s-kam convert tasks/ -n data -o manifests/', 'all documents below tasks/, a file for each resource'],
    ['aws sqs receive-message --queue-url $URL | cdk8s-kam convert -', 'messages as they come out of the queue'],
  ],
  run: (...call) => (require('../convert') as typeof import('../convert')).convert(...call),
};

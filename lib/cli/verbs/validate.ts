import type { ReportFormat } from '../validate';
import type { Verb } from '../verb';
import { DOCUMENTS, IGNORING, JUDGING, READING, SERVERS, WATCH } from './reading';

const REPORTS: readonly ReportFormat[] = ['text', 'json', 'sarif', 'github', 'junit'];

export const validate: Verb = {
  name: 'validate',
  summary: 'check documents and plain Kubernetes manifests, offline',
  operands: '[FILE…]',
  about: [
    'Says everything for which a Kubernetes API server would refuse an object, at its file, line and column; then what only shows when all objects are seen together: the same object twice, a reference to a key that its Secret or ConfigMap lacks, a Service that selects no pod, an Ingress that leads to no port.',
    `${DOCUMENTS} Manifests and documents of all dialects may be mixed; a List is its items. What is neither is an error in a file that is named, and left out of a folder.`,
    SERVERS,
    IGNORING,
    'With --fix, words and keys that are misspelt beyond doubt, and numbers where text belongs and the reverse, are mended where they stand: nothing else in the file changes. JSON and YAML; a link that leads out of a folder is left alone.',
    'Exit code 1 when there is an error. Warnings alone do not fail, unless --fail-on warning says so.',
  ],
  flags: [
    {
      name: 'report',
      value: 'REPORT',
      choices: REPORTS,
      help: 'text, json, sarif (code scanning), github (annotations of a workflow) or junit (tests of a CI server) (default: text)',
      example: '--report github',
    },
    {
      name: 'fix',
      help: 'mends in the files what has one certain fix, and says what is left',
      example: '--fix',
    },
    WATCH,
    ...JUDGING,
    ...READING,
  ],
  examples: [
    ['cdk8s-kam validate manifests/ tasks/', 'everything in two folders'],
    ['helm template . | cdk8s-kam validate -', 'what another tool made'],
    ['cdk8s-kam validate dist/ --report sarif > results.sarif', 'for code scanning'],
  ],
  run: (...call) => (require('../validate') as typeof import('../validate')).validate(...call),
};

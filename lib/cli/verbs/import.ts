import type { Verb } from '../verb';
import { DIALECTS, DOCUMENTS, READING } from './reading';

export const importVerb: Verb = {
  name: 'import',
  summary: 'documents → TypeScript that uses the constructs',
  operands: '[FILE…]',
  about: [
    DIALECTS,
    DOCUMENTS,
    'Writes a cdk8s app with a Job or Service for each workload, and only the fields that the documents set; the comments of YAML and KCL stand where they stood. What the app synthesizes is what `convert` writes, byte for byte.',
    'A file that is there already and holds something else is left alone: it may have been edited.',
  ],
  flags: [
    {
      name: 'output',
      short: 'o',
      value: 'FILE or -',
      help: 'where the source goes (default: -, standard output)',
      example: '-o main.ts',
    },
    ...READING,
  ],
  examples: [
    ['cdk8s-kam import tasks/gstogs/manifest.json -o main.ts', 'move a document into code'],
    ['cdk8s-kam import tasks/ -n data', 'many documents in one app'],
  ],
  run: (...call) => (require('../import') as typeof import('../import')).importSource(...call),
};

import type { Verb } from '../verb';
import { DOCUMENTS, READING } from './reading';

export const explain: Verb = {
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
    ...READING,
  ],
  examples: [['cdk8s-kam explain tasks/gstogs/manifest.json', 'a document, key by key']],
  run: (...call) => (require('../explain') as typeof import('../explain')).explain(...call),
};

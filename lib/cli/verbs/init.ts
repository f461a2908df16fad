import type { Verb } from '../verb';

export const init: Verb = {
  name: 'init',
  summary: 'start an app: cdk8s.yaml, main.ts and a test',
  operands: '[DIR]',
  most: 1,
  about: [
    'Writes a small cdk8s app into DIR (default: the current folder): after `npm install`, `npm run synth` and `npm test` pass as they are.',
    'A file that is there already is never touched: then nothing is written.',
  ],
  flags: [],
  examples: [['cdk8s-kam init my-app && cd my-app && npm install && npm run synth', 'from nothing to manifests']],
  run: (...call) => (require('../init') as typeof import('../init')).init(...call),
};

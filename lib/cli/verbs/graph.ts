import type { Verb } from '../verb';
import { DOCUMENTS, READING } from './reading';

export const graph: Verb = {
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
    ...READING,
  ],
  examples: [
    ['cdk8s-kam graph dist/', 'of what an app has synthesized'],
    ['cdk8s-kam graph tasks/ --html -o graph.html', 'a page to look at'],
  ],
  run: (...call) => (require('../graph') as typeof import('../graph')).graph(...call),
};

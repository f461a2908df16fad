import type { Verb } from '../verb';
import { DOCUMENTS, READING } from './reading';

export const graph: Verb = {
  name: 'graph',
  summary: 'workloads, what they become and what they refer to',
  operands: '[FILE…]',
  about: [
    'Draws documents and Kubernetes manifests (also those that an app has synthesized): which objects a workload becomes, the Secrets, ConfigMaps and volume claims that it refers to, Services to pods, routes to Services; who scales, keeps running or isolates it, and what its account may do.',
    DOCUMENTS,
    'Prints Mermaid (of more than a hundred objects a summary), or with --html one page that needs no network, for one workload or a thousand: groups, search, the problems in place, and a week of all schedules. The same input is the same page.',
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

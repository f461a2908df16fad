import { DIALECT_NAMES } from '../../dialects/dialect';
import type { SchemaName } from '../schema';
import type { Verb } from '../verb';

/** The dialects, the SQS callbacks, and KAM's own words. */
export const SCHEMAS: readonly SchemaName[] = [
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
];

export const schema: Verb = {
  name: 'schema',
  summary: 'JSON Schema of a dialect or of a part of the model',
  operands: '[DIALECT or KIND]',
  most: 1,
  words: SCHEMAS,
  about: [`For editors and other languages. Knows ${SCHEMAS.join(', ')}; without an operand their names are printed.`],
  flags: [
    {
      name: 'draft',
      value: 'DRAFT',
      choices: ['draft-07', '2020-12'],
      help: 'draft-07, which editors know best, or 2020-12 (default: draft-07)',
      example: '--draft 2020-12',
    },
  ],
  examples: [
    ['cdk8s-kam schema manifest > manifest.schema.json', 'for "$schema" or `yaml.schemas` of an editor'],
    ['cdk8s-kam schema Container --draft 2020-12', "a part of KAM's workload model"],
  ],
  run: (...call) => (require('../schema') as typeof import('../schema')).schema(...call),
};

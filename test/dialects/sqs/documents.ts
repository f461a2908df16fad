// Messages for the property tests.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Stands in a variable: no problem may tell it. */
export const SECRET = 'hunter2-hunter2';
export const page = JSON.parse(readFileSync(join(__dirname, '../../../examples/from-sqs/message.json'), 'utf8')) as {
  job: object;
};
/** Every key of a message but the misspelled one. */
const full = {
  ...page,
  job: {
    ...page.job,
    'volume:': undefined,
    volume: { pvc: 'ps-pvc', mountPath: 'workdir' },
    args: ['a', 'b'],
    env: [
      { name: 'A', value: SECRET },
      { name: 'B', value: '' },
    ],
    envRef: [
      { name: 'settings', type: 'configMap' },
      { name: 'db', type: 'secret' },
    ],
    gpuEnable: true,
    gpuNumber: 2,
  },
};
/** What is read without an error. */
export const valid = [page, JSON.parse(JSON.stringify(full))] as const;

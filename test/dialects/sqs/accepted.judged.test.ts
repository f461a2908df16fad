import fc from '../../property';
import { read } from '../../../lib/read';
import { errorsOf } from '../../../lib/report/problem';
import { type Oracle, startOracle } from '../../oracle/oracle';
import { mutated, nastyJson, RUNS } from '../mutate';
import { valid } from './documents';

let oracle: Oracle;
beforeAll(async () => (oracle = await startOracle({ version: '1.28' })));
afterAll(() => oracle.close());

test('the API server takes what is read without an error', async () => {
  const documents = [...valid, ...fc.sample(mutated(valid, nastyJson), { numRuns: RUNS })];
  let accepted = 0;
  for (const document of documents) {
    const { workloads, problems } = read(JSON.stringify(document), {
      dialect: 'sqs',
      namespace: 'jobs',
      onLoss: 'warn',
    });
    if (errorsOf(problems).length > 0) continue;
    accepted++;
    for (const object of workloads.flatMap(({ manifests }) => manifests)) {
      const { ok, errors } = await oracle.create(object);
      if (!ok) throw new Error(`${JSON.stringify(errors)}\n${JSON.stringify(document)}`);
    }
  }
  expect(accepted).toBeGreaterThan(documents.length / 20);
}, 600_000);

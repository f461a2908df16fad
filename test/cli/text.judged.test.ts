// Any string in any field survives `convert`: what kubectl reads (sigs.k8s.io/yaml, through the oracle) is what was given.
import { type Oracle, startOracle } from '../oracle/oracle';
import { survives } from './hard-text';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle({ version: '1.28' });
});
afterAll(() => oracle.close());

test(
  'sigs.k8s.io/yaml reads what was written, in both formats of YAML',
  () => survives(async (text) => (await oracle.yaml(text)).documents),
  60_000,
);

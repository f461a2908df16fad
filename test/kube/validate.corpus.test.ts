// Every object of the corpus (test/oracle/corpus): refused by us exactly when the API server refuses it.
import { validateManifest } from '../../lib/kube/validate';
import { printProblems } from '../../lib/report/print';
import { corpus } from '../oracle/corpus';

test('verdicts agree with the whole corpus', () => {
  const wrong = corpus.flatMap(({ name, object, refused, by = '1.28' }) => {
    // Texts that are not the JSON of an object are for the readers.
    if (typeof object === 'string') return [];
    const problems = validateManifest(JSON.parse(JSON.stringify(object)), { kubernetes: by }).filter(
      ({ severity }) => severity === 'error',
    );
    return problems.length > 0 === refused ? [] : [`${name}\n${printProblems(problems)}`];
  });
  expect(wrong).toEqual([]);
  expect(corpus.length).toBeGreaterThan(2000);
});

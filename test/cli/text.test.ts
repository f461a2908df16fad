// Any string in any field survives `convert`: what js-yaml and yaml read is what was given. (kubectl's reader: text.judged.test.ts.)
import fc, { runs } from '../property';
import * as jsYaml from 'js-yaml';
import { parseAllDocuments } from 'yaml';
import { documentOf, hard, survives } from './hard-text';
import { run } from './run';

test.each([
  ['js-yaml', (text: string) => jsYaml.loadAll(text)],
  ['yaml', (text: string) => parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS() as unknown)],
] as const)('%s reads what was written, in both formats of YAML', (_, readAll) => survives(readAll), 60_000);

test('what is not converted is refused with a word, never with a fault', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(hard, { minLength: 5, maxLength: 5 }), async (texts) => {
      const { code, out, err } = await run(['convert'], { stdin: JSON.stringify(documentOf(texts)) });
      expect(err).not.toContain('fault');
      expect(out === '').toBe(code !== 0);
    }),
    { numRuns: runs(100) },
  );
}, 60_000);

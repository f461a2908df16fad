// Documents for the property tests.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { kam } from '../../../lib/dialects/kam';
import { errorsOf } from '../../../lib/report/problem';
import { convertWith } from '../convert';

const cases = join(__dirname, 'cases');
/** What the cases accept, every attribute of KAM among it. */
export const valid = readdirSync(cases).flatMap((name): unknown[] => {
  const text = (() => {
    try {
      readFileSync(join(cases, name, 'expected.yaml'));
      return readFileSync(join(cases, name, 'input.yaml'), 'utf8');
    } catch {
      return '';
    }
  })();
  const document: unknown = text === '' || text.includes('\n---\n') ? undefined : parse(text);
  return document === undefined || errorsOf(convertWith(kam, document, {}).problems).length > 0 ? [] : [document];
});

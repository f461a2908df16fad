import fc from '../../property';
import { read } from '../../../lib/read';
import { errorsOf } from '../../../lib/report/problem';
import { RUNS } from '../mutate';
import { seeds } from './documents';

/** The bytes of a document with some of them replaced, left out or doubled. */
const broken = fc
  .tuple(
    fc.constantFrom(...seeds),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat({ max: 2 })), { maxLength: 5 }),
  )
  .map(([bytes, changes]) => {
    let out = [...bytes];
    for (const [where, byte, how] of changes) {
      const at = where % out.length;
      out = [...out.slice(0, at), ...(how === 0 ? [byte] : how === 1 ? [] : [byte, out[at]!]), ...out.slice(at + 1)];
    }
    return Uint8Array.from(out);
  });

test('no bytes break the reader', () => {
  let whole = 0;
  fc.assert(
    fc.property(broken, (bytes) => {
      const { workloads, problems } = read(bytes, { dialect: 'manifest', file: 'manifest.json' });
      if (errorsOf(problems).length === 0) whole += workloads.length;
      for (const { source } of problems) expect(source?.file).toBe('manifest.json');
    }),
    { numRuns: RUNS },
  );
  expect(whole).toBeGreaterThan(0);
});

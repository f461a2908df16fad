// fast-check for all tests. Every run of `npm test` tries the same inputs; `npm run test:deep` (DEEP=1) tries other ones, twenty times as many.
// SEED=… repeats a run that failed.
import fc from 'fast-check';

const deep = process.env['DEEP'] === '1';

export const seed = Number(process.env['SEED'] ?? (deep ? Date.now() % 2 ** 31 : 20_261_121));

/** How often a property is tried that is tried this often in an ordinary run. */
export const runs = (ordinary: number): number => (deep ? 20 * ordinary : ordinary);

// No limit of time: where a run ends must not depend on the machine.
fc.configureGlobal({ seed });

export default fc;

// Our readers against the server's own (robfig/cron, resource.Quantity, Go's tz database): generated texts, nearly all of them a
// valid one with up to two characters changed.
import fc, { runs, seed } from '../../property';
import { cronProblem, neverFires } from '../../../lib/kube/values/cron';
import { nextRuns } from '../../../lib/kube/values/next-runs';
import {
  compareQuantity,
  isWhole,
  parseQuantity,
  quantitySign,
  roundUpToMilli,
  storedForm,
} from '../../../lib/kube/values/quantity';
import { isTimeZone, timeZones } from '../../../lib/kube/values/time-zone';
import { type Oracle, startOracle } from '../../oracle/oracle';

const sample = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] => fc.sample(arbitrary, runs(count));

let oracle: Oracle;
beforeAll(async () => {
  oracle = await startOracle({ version: '1.28' });
}, 600_000);
afterAll(() => oracle?.close());

/** Fails with the texts on which the two differ. */
async function compare<T>(
  inputs: readonly T[],
  theirs: (input: T, index: number) => Promise<unknown>,
  ours: (input: T, index: number) => unknown,
): Promise<void> {
  const answers = await Promise.all(inputs.map(theirs));
  const different = inputs
    .map((input, index) => ({ input, server: answers[index], ours: ours(input, index) }))
    .filter(({ server, ours: own }) => JSON.stringify(server) !== JSON.stringify(own));
  expect({ seed, different: different.slice(0, 5) }).toEqual({ seed, different: [] });
}

const edit = (base: fc.Arbitrary<string>, alphabet: string): fc.Arbitrary<string> => {
  const change = fc.record({ at: fc.nat(40), kind: fc.nat(2), character: fc.constantFrom(...alphabet) });
  return fc.tuple(base, fc.array(change, { maxLength: 2 })).map(([text, changes]) => {
    const characters = [...text];
    for (const { at, kind, character } of changes) {
      const index = at % (characters.length + 1);
      characters.splice(index, kind === 0 ? 0 : 1, ...(kind === 1 ? [] : [character]));
    }
    return characters.join('');
  });
};
const concat = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((all) => all.join(''));

const quantities = edit(
  concat(
    fc.constantFrom('', '', '', '+', '-'),
    fc.oneof(fc.nat(2000).map(String), fc.stringMatching(/^[0-9]{0,25}$/)),
    fc.constantFrom('', '', '', '.', '.5', '.000', '.1234567891', '.000000001'),
    fc.constantFrom(
      ...',,n,u,m,k,M,G,T,P,E,Ki,Mi,Gi,Ti,Pi,Ei,e3,E5,e-10,e+2,e30,e,e4294967297,e007,e-9,e-3'.split(','),
    ),
  ),
  '0123456789.+-eEinumkKMGTP ,b',
).filter((text) => !/[eE][-+]?0*[1-9][0-9]{4}/.test(text.replace('e4294967297', '')));

test('quantities: the same are taken, with the same value, rounding and stored form', async () => {
  await compare(
    sample(quantities, 10_000),
    async (text) => {
      const { ok, quantity } = await oracle.quantity(text);
      if (!ok || quantity === undefined) return 'refused';
      const { canonical, sign, rounded, milli } = quantity;
      const whole =
        sign > 0 && milli !== undefined && milli.length < 15 ? BigInt(milli) % 1000n === 0n : 'not compared';
      return { canonical, sign, rounded, whole };
    },
    (text) => {
      const quantity = parseQuantity(text);
      if (quantity === undefined) return 'refused';
      const rounded = roundUpToMilli(quantity);
      const small = compareQuantity(rounded, { digits: 10 ** 11, exponent: 0, style: 'decimal' }) < 0;
      return {
        canonical: storedForm(quantity),
        sign: quantitySign(quantity),
        rounded: storedForm(rounded),
        whole: small && quantitySign(quantity) > 0 ? isWhole(rounded) : 'not compared',
      };
    },
  );
}, 120_000);

test('quantities: the same order', async () => {
  const texts = sample(quantities, 10_000).filter((text) => parseQuantity(text) !== undefined);
  const read = (text: string) => parseQuantity(text) as NonNullable<ReturnType<typeof parseQuantity>>;
  await compare(
    texts.map((text, index) => [text, texts[(index * 7 + 1) % texts.length] as string] as const),
    async ([a, b]) => (await oracle.compareQuantity(a, b)).compare,
    ([a, b]) => compareQuantity(read(a), read(b)),
  );
}, 120_000);

const value = fc.oneof(
  fc.nat(8).map(String),
  fc.nat(70).map(String),
  fc.constantFrom(
    'mon',
    'FRI',
    'jan',
    'Dec',
    'sun',
    '*',
    '?',
    '',
    '07',
    '+5',
    '-1',
    'L',
    'monday',
    '9223372036854775807',
    '9223372036854775808',
  ),
);
const item = fc
  .tuple(value, fc.constantFrom('', '', '-', '--'), value, fc.constantFrom('', '', '/'), value)
  .map(([low, hyphen, high, slash, step]) => low + hyphen + (hyphen && high) + slash + (slash && step));
const field = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('*', '*', '*', '?', '*/5', '1', '5', '1-5', '0') },
  { weight: 1, arbitrary: fc.array(item, { maxLength: 3 }).map((items) => items.join(',')) },
);
const schedules = edit(
  fc.oneof(
    { weight: 6, arbitrary: fc.tuple(field, field, field, field, field).map((fields) => fields.join(' ')) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.nat(59),
          fc.nat(4),
          fc.constantFrom('*', '25-31', '*/2'),
          fc.constantFrom('*', '3,10', '2', '4/2'),
          fc.constantFrom('*', '0', '1-5', ','),
        )
        .map((fields) => fields.join(' ')),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        ...[
          '@yearly',
          '@hourly',
          '@weekly',
          '@every 1h30m',
          '@every 5ms',
          '@every 1.5h',
          '@reboot',
          'TZ=UTC 0 0 * * *',
        ],
        ...[
          'CRON_TZ=Europe/Paris 5 1 * * *',
          'TZ= 0 0 * * *',
          'TZ=Asia/Tokyo  @daily',
          'TZ=UTC',
          '0 0 29 2 *',
          '0 0 31 2 *',
        ],
        ...['0 0 ? 2 ,', '0 0 30 2 1', '0 0 */30 2 *', '\t0 0\u00a0* * *\n', '0\u00850 * * *'],
      ),
    },
  ),
  '0123456789*/,-? \t@abLW#\u00a0\ufeffTZ=\u0130',
).filter((schedule) => schedule !== 'TZ=UTC' && !schedule.includes('Local'));

test('schedules: the same are taken, with the same next runs in every time zone', async () => {
  const zones = [...timeZones()];
  const zone = (schedule: string, index: number): string | undefined =>
    schedule.includes('TZ') ? undefined : zones[(index * 31) % zones.length];
  const from = (index: number): Date => new Date(Date.UTC(2026, 2, 1, 13, 7, 11) + (index % 400) * 86_400_000);
  await compare(
    sample(schedules, 5000),
    async (schedule, index) => {
      const { ok } = await oracle.cron(schedule);
      const { runs } = await oracle.cron(schedule, {
        timeZone: zone(schedule, index),
        from: from(index).toISOString(),
        n: 3,
      });
      return ok ? { runs: runs.map((run) => Date.parse(run)), never: runs.length === 0 } : 'refused';
    },
    (schedule, index) =>
      cronProblem(schedule) === undefined
        ? { runs: nextRuns(schedule, zone(schedule, index), from(index), 3).map(Number), never: neverFires(schedule) }
        : 'refused',
  );
}, 240_000);

test('time zones: the same names', async () => {
  const names = [...timeZones(), ...sample(edit(fc.constantFrom(...timeZones()), 'aeiouAE/_-+ 01.'), 4000)];
  await compare(
    names.filter((name) => name !== '' && name !== 'Local'),
    async (name) => (await oracle.timeZone(name)).ok,
    isTimeZone,
  );
}, 120_000);

// The oracle against the rules: the verdict on every object of the corpus, and what else it answers.
import { oldest, versions } from '../tools/build';
import { corpus } from './corpus';
import { judge, type Oracle, startOracle } from './oracle';

// Thousands of verdicts a test, on machines that are busy with other test files.
jest.setTimeout(120_000);

const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { key: 'value' } };
const cronJob = (schedule: string): object => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { name: 'a' },
  spec: {
    schedule,
    jobTemplate: { spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a' }] } } } },
  },
});

const oracles: Oracle[] = [];
beforeAll(async () => {
  for (const version of versions) oracles.push(await startOracle({ version }));
});
afterAll(() => Promise.all(oracles.map((oracle) => oracle.close())));
const [old, current] = [() => oracles[0]!, () => oracles.at(-1)!];

describe('the corpus', () => {
  const ofOldest = corpus.filter(({ by }) => by === undefined);

  test('has both sides and names each object once', () => {
    expect(corpus.filter(({ refused }) => refused).length).toBeGreaterThan(3000);
    expect(corpus.filter(({ refused }) => !refused).length).toBeGreaterThan(3000);
    expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
  });

  test('the oldest agrees with the rules, and the newest with those of its own', async () => {
    const verdicts = await Promise.all(
      corpus.map(({ object, by }) => (by === undefined ? old() : current()).create(object)),
    );
    const wrong = corpus.flatMap(({ name, refused }, i) =>
      verdicts[i]!.ok === refused ? [[name, verdicts[i]!.errors]] : [],
    );
    expect(wrong).toEqual([]);
  });

  test('the oldest agrees in a dry run, but for what only storing finds', async () => {
    const verdicts = await Promise.all(ofOldest.map(({ object }) => old().create(object, { dryRun: true })));
    const wrong = ofOldest.filter(
      ({ refused, hiddenFromDryRun }, i) => verdicts[i]!.ok === (refused && !hiddenFromDryRun),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
});

describe('create', () => {
  test('reports every violation with the field, the type and the text of the server', async () => {
    const { ok, code, errors } = await old().create({ ...configMap, metadata: { name: 'A b' }, data: { 'a b': 'c' } });
    expect({ ok, code }).toEqual({ ok: false, code: 422 });
    expect(errors.map(({ field, type }) => [field, type])).toEqual([
      ['metadata.name', 'FieldValueInvalid'],
      ['data[a b]', 'FieldValueInvalid'],
    ]);
    expect(errors[1]!.message).toContain('a valid config key must consist of');
  });

  test('reports unknown and doubled fields', async () => {
    const text = JSON.stringify(configMap)
      .replace('"key":"value"', '"key":"a","key":"b"')
      .replace('"data"', '"datum":1,"data"');
    expect(await old().create(text)).toMatchObject({
      code: 400,
      errors: [
        { field: 'datum', type: 'UnknownField' },
        { field: 'data.key', type: 'DuplicateField' },
      ],
    });
  });

  test('tells broken JSON, unknown kinds, bodies that are too large and panics apart', async () => {
    const types = async (object: object | string): Promise<unknown> => {
      const { code, errors } = await old().create(object);
      return [code, errors.map(({ type }) => type)];
    };
    expect(await types('{"kind":')).toEqual([400, ['BadRequest']]);
    expect(await types({ ...configMap, kind: 'HTTPRoute' })).toEqual([404, ['UnknownKind']]);
    expect(await types({ ...configMap, data: { a: 'a'.repeat(3_145_728) } })).toEqual([413, ['RequestEntityTooLarge']]);
    expect(await types(cronJob('TZ=UTC'))).toEqual([500, ['Panic']]);
  });

  test('answers with the stored form and the warnings', async () => {
    const container = { name: 'a', image: 'a:latest', resources: { limits: { cpu: '0.5', memory: '1.5Gi' } } };
    const deployment = (more: object): object => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'a' },
      spec: {
        selector: { matchLabels: { a: 'b' } },
        template: { metadata: { labels: { a: 'b' } }, spec: { containers: [{ ...container, ...more }] } },
      },
    });
    const { ok, object, warnings } = await old().create(deployment({ env: [{ name: 'A' }, { name: 'A' }] }));
    expect(ok).toBe(true);
    expect(object).toMatchObject({
      metadata: { namespace: 'default' },
      spec: {
        replicas: 1,
        progressDeadlineSeconds: 600,
        template: {
          spec: {
            restartPolicy: 'Always',
            containers: [{ imagePullPolicy: 'Always', resources: { limits: { cpu: '500m', memory: '1536Mi' } } }],
          },
        },
      },
    });
    expect(warnings).toEqual([expect.stringContaining('hides previous definition')]);
  });

  test('drops in 1.28 what is switched off there', async () => {
    const job = {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'a' },
      spec: {
        podReplacementPolicy: 'Failed',
        template: {
          spec: {
            restartPolicy: 'Never',
            initContainers: [{ name: 'i', image: 'a', restartPolicy: 'Always' }],
            containers: [{ name: 'a', image: 'a' }],
          },
        },
      },
    };
    const stored = async (oracle: Oracle): Promise<string> => JSON.stringify((await oracle.create(job)).object);
    expect(await stored(old())).not.toMatch(/podReplacementPolicy|"restartPolicy":"Always"/);
    expect(await stored(current())).toMatch(/"restartPolicy":"Always".*"podReplacementPolicy":"Failed"/);
  });

  test('lets a Service have ports and addresses again that another had', async () => {
    const service = (rest: object): object => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'a' },
      spec: { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }], ...rest },
    });
    const verdicts = await Promise.all(
      Array.from({ length: 200 }, () => old().create(service({ clusterIP: '10.96.0.7' }))),
    );
    expect(verdicts.filter(({ ok }) => !ok)).toEqual([]);
    expect(await old().create(service({ clusterIP: '192.168.0.1' }))).toMatchObject({ ok: false });
  });
});

describe('the parsers', () => {
  test('yaml, as kubectl reads it', async () => {
    const text = 'a: 0644\nb: y\nc: 12:30\nd: ~\n---\n# nothing\n---\n- 1_000\n- 0x1F\n- 4.2e2\n';
    expect(await old().yaml(text)).toEqual({
      ok: true,
      message: '',
      documents: [{ a: 420, b: true, c: '12:30', d: null }, [1000, 31, 420]],
    });
    expect(await old().yaml('a: [')).toMatchObject({ ok: false, message: expect.stringContaining('yaml') });
  });

  test('cron and its next runs', async () => {
    expect(await old().cron('0 0 * * 7')).toMatchObject({
      ok: false,
      message: expect.stringContaining('above maximum'),
    });
    expect(await old().cron('TZ=UTC')).toMatchObject({ ok: false });
    expect(await old().cron('@every 1h30m')).toMatchObject({ ok: true, runs: [] });
    const options = { timeZone: 'Europe/Paris', from: '2026-03-28T12:00:00Z', n: 2 };
    expect((await old().cron('30 2 * * *', options)).runs).toEqual(['2026-03-30T00:30:00Z', '2026-03-31T00:30:00Z']);
    expect((await old().cron('0 0 31 2 *', { from: '2026-01-01T00:00:00Z', n: 1 })).runs).toEqual([]);
  });

  test('time zones, by exact name and apart from the host', async () => {
    const names = ['Europe/Paris', 'europe/paris', 'EST', 'PST', 'posix/UTC', 'Factory', ''];
    const verdicts = await Promise.all(names.map((name) => old().timeZone(name)));
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, false, true, false, false, true, true]);
  });

  test.each([
    ['1.5Gi', { canonical: '1536Mi', sign: 1, rounded: '1536Mi', milli: '1610612736000' }],
    ['0.0001', { canonical: '100u', sign: 1, rounded: '1m', milli: '1' }],
    ['-1', { canonical: '-1', sign: -1, rounded: '-1', milli: '-1000' }],
    [
      '100Ei',
      { canonical: '9223372036854775807', sign: 1, rounded: '9223372036854775807', milli: '9223372036854775807000' },
    ],
    ['007', { canonical: '007', sign: 1, rounded: '007', milli: '7000' }],
    [' 1k ', { canonical: '1k', sign: 1, rounded: '1k', milli: '1000000' }],
    ['m', { canonical: '0', sign: 0, rounded: '0', milli: '0' }],
  ])('the quantity %s', async (text, quantity) => {
    expect(await old().quantity(text)).toEqual({ ok: true, message: '', quantity });
  });

  test('quantities that are none, and their order', async () => {
    expect(await old().quantity('1KB')).toMatchObject({ ok: false, message: expect.stringContaining('must match') });
    expect(await old().quantity('')).toMatchObject({ ok: false });
    expect(await old().compareQuantity('1Gi', '1G')).toMatchObject({ ok: true, compare: 1 });
    expect(await old().compareQuantity('1024Mi', '1Gi')).toMatchObject({ ok: true, compare: 0 });
    expect(await old().compareQuantity('9223372036854775807', '9223372036854775808')).toMatchObject({ compare: -1 });
    expect(await old().compareQuantity('1', 'x')).toMatchObject({ ok: false });
  });
});

describe('judge', () => {
  test('is silent on what every version takes and leaves custom resources alone', async () => {
    expect(await judge([configMap, cronJob('0 0 * * *'), { apiVersion: 'x.io/v1', kind: 'Mapping' }])).toEqual([]);
  });

  test('names the version, the object and the field', async () => {
    expect(await judge([{ ...configMap, metadata: { name: 'B' } }, cronJob('TZ=UTC 0 0 * * *')])).toEqual(
      versions.flatMap((version) => [
        expect.stringContaining(`${version}: ConfigMap B: metadata.name: `),
        // The oldest alone takes a zone in a schedule.
        ...(version === oldest ? [] : [expect.stringMatching(`^${version}: CronJob a: spec.schedule: .*TZ`)]),
      ]),
    );
  });
});

test('an oracle that is closed says so', async () => {
  const oracle = await startOracle({ version: '1.28' });
  await oracle.close();
  await expect(oracle.create(configMap)).rejects.toThrow('the oracle is closed');
});

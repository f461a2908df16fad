// schema: JSON Schemas for editors, and their examples.
import { Ajv, type ValidateFunction } from 'ajv';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLES } from '../../lib/cli/schema-examples';
import { SCHEMAS } from '../../lib/cli/verbs/schema';
import { DIALECTS } from '../../lib/dialects';
import { sqs } from '../../lib/dialects/sqs';
import { SqsCallback } from '../../lib/dialects/sqs/callback-schema';
import { read } from '../../lib/read';
import { shapeProblems } from '../../lib/shape/shape';
import { containerSchema } from '../../lib/workload/model/container';
import { fileSpecSchema } from '../../lib/workload/model/file-spec';
import { execSchema, grpcSchema, httpSchema, tcpSchema } from '../../lib/workload/model/handler';
import { jobSchema } from '../../lib/workload/model/job';
import { lifecycleSchema } from '../../lib/workload/model/lifecycle';
import { probeSchema } from '../../lib/workload/model/probe';
import { secretSpecSchema } from '../../lib/workload/model/secret';
import { serviceSchema } from '../../lib/workload/model/service';
import { workloadSchema } from '../../lib/workload/model/workload';
import { unwrap } from '../../lib/text/envelope';
import { parseText, splitItems } from '../../lib/text/parse';
import { run } from './run';

const compiled = new Map<string, ValidateFunction>();

/** A schema's function; the same for the same schema, as making it takes longer than all values that it gets. */
function functionOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? new Ajv({ allErrors: true, strict: false }).compile(schema);
  compiled.set(text, validate);
  return validate;
}

/** What an editor would mark. ajv says of an `if` that its branch is wrong, which no editor shows. */
function faults(schema: object, value: unknown): string[] {
  const validate = functionOf(schema);
  validate(value);
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('without a name the names', async () => {
  expect(await run(['schema'])).toEqual({ code: 0, out: `${SCHEMAS.join('\n')}\n`, err: '' });
});

describe.each(SCHEMAS)('%s', (name) => {
  test.each([
    ['draft-07', 'http://json-schema.org/draft-07/schema#'],
    ['2020-12', 'https://json-schema.org/draft/2020-12/schema'],
  ])('in %s', async (draft, uri) => {
    const { code, out, err } = await run(['schema', name, '--draft', draft]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const schema = JSON.parse(out);
    expect(schema.$schema).toBe(uri);
    expect(schema.title).toBe(name);
    expect(schema.examples.length).toBeGreaterThan(0);
    expect(out).toContain('"description"');
    if (draft === 'draft-07') expect((await run(['schema', name])).out).toBe(out);
  });
});

test('a name in small letters', async () => {
  expect((await run(['schema', 'job'])).out).toBe((await run(['schema', 'Job'])).out);
});

const shapes = {
  Workload: workloadSchema,
  Job: jobSchema,
  Service: serviceSchema,
  Secret: secretSpecSchema,
  Container: containerSchema,
  Probe: probeSchema,
  Lifecycle: lifecycleSchema,
  FileSpec: fileSpecSchema,
  Exec: execSchema,
  Http: httpSchema,
  Tcp: tcpSchema,
  Grpc: grpcSchema,
};

test.each(Object.entries(shapes))('the example of %s is right', (name, shape) => {
  expect(shapeProblems(shape, EXAMPLES[name as keyof typeof shapes])).toEqual([]);
});

test.each(DIALECTS)('the example of $name is read without a word', ({ name, example }) => {
  const { workloads, problems } = read(JSON.stringify(example));
  expect(problems).toEqual([]);
  expect(workloads.map((each) => each.dialect)).toEqual([name]);
});

test.each(DIALECTS)('a document of $name may name its schema', async ({ name, example }) => {
  const document = { $schema: `./${name}.schema.json`, ...(example as object) };
  const { workloads, problems, notes } = read(JSON.stringify(document), { file: 'a.json' });
  expect(problems).toEqual([]);
  expect(workloads[0]?.manifests).toEqual(read(JSON.stringify(example)).workloads[0]?.manifests);
  expect(notes[0]).toMatchObject({
    fate: 'ignored',
    path: ['$schema'],
    source: { file: 'a.json', line: 1, column: 2 },
  });
  const { out } = await run(['schema', name]);
  expect(faults(JSON.parse(out), document)).toEqual([]);
});

test('the example of an SQS callback is right', () => {
  expect(SqsCallback.check(sqs.more!['sqs-callback']!.example)).toEqual([]);
});

const kamMain = { _type: 'kam.v1.workload.Job', containers: { main: { image: 'busybox:1.36' } } };

describe('what an editor marks', () => {
  const folder = join(__dirname, '../dialects');
  const cases = DIALECTS.flatMap(({ name }) =>
    readdirSync(join(folder, name, 'cases'))
      .filter((each) => existsSync(join(folder, name, 'cases', each, 'expected.yaml')))
      // An editor may mark what is only warned of, a key that says nothing, and what the caller's options say.
      .filter((each) => !/warn|not-set|ignored|external-secrets$/.test(each))
      .map((each) => [name, each] as const),
  );

  test.each(cases)('nothing in %s/%s', async (name, behaviour) => {
    const path = join(folder, name, 'cases', behaviour);
    const input = readdirSync(path).find((file) => /^input\.(json|ya?ml)$/.test(file));
    if (input === undefined) return;
    const schema = JSON.parse((await run(['schema', name])).out) as object;
    const { documents } = parseText(readFileSync(join(path, input)), { file: input });
    for (const { value } of splitItems(documents))
      for (const message of unwrap(value)?.messages ?? [{ value }]) expect(faults(schema, message.value)).toEqual([]);
  });

  const manifest = { type: 'job', name: 'a', labels: 'app:a', 'image-source': 'busybox:1.36' };
  test.each([
    ['manifest', { ...manifest, 'cpu-limit': '0,5' }, ['/cpu-limit must match pattern']],
    ['manifest', { ...manifest, schedule: 'every day at 5' }, ['/schedule must match pattern']],
    ['manifest', { ...manifest, name: 'My_Task' }, ['/name must match pattern']],
    ['manifest', { ...manifest, 'image-destination': 'a:1' }, [' must match exactly one schema in oneOf']],
    ['manifest', { ...manifest, 'container-port': 99_999 }, ['/container-port must be <= 65535']],
    ['manifest', { ...manifest, 'image-pull-policy': 'always' }, ['/image-pull-policy must be equal to one of']],
    ['Job', { containers: { main: { image: 'a:1', resources: { memory: '512MB' } } } }, ['memory must match pattern']],
    [
      'Job',
      { containers: { main: { image: 'a:1', resources: { limits: { memory: 5 } } } } },
      ['memory must be string'],
    ],
    ['Job', { containers: { Main: { image: 'a:1' } } }, [' must match pattern', ' property name must be valid']],
    [
      'Job',
      { containers: { main: { image: 'a:1', livenessProbe: { probeHandler: { url: 1 } } } } },
      ['/url must be string'],
    ],
    [
      'Job',
      { containers: { main: { image: 'a:1', files: { 'a.txt': { content: '' } } } } },
      [' must match pattern', ' property name must be valid'],
    ],
    ['Workload', { kind: 'Jop', containers: {} }, ['/kind must be equal to one of']],
    [
      'Workload',
      { kind: 'Service', containers: { main: { image: 'a:1' } }, schedule: '@daily' },
      [' must NOT have additional properties'],
    ],
    ['kam', { workload: kamMain, labls: {} }, [' must NOT have additional properties']],
  ])('one mistake in %s, %j: %j', async (name, value, want) => {
    const schema = JSON.parse((await run(['schema', name])).out) as object;
    const found = faults(schema, value);
    expect(found).toHaveLength(want.length);
    want.forEach((part, nth) => expect(found[nth]).toContain(part));
  });

  test('what has a name stands once: no schema is larger than 100 kB', async () => {
    for (const name of SCHEMAS) expect((await run(['schema', name])).out.length).toBeLessThan(100_000);
  });
});

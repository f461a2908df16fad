// schema: JSON Schemas for editors, and their examples.
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
import { run } from './run';

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
  const root = JSON.parse(out);
  for (const shape of root.anyOf ?? [root]) {
    for (const each of shape.anyOf ?? [shape]) expect(each.properties.$schema.type).toBe('string');
  }
});

test('the example of an SQS callback is right', () => {
  expect(SqsCallback.check(sqs.more!['sqs-callback']!.example)).toEqual([]);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MINORS } from '../lib/kube/api/minors';
import { ApiServerValidation, type PluginContext } from '../lib/validation-plugin';

const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kam-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The status and the rules that were broken. */
async function run(yaml: string, properties?: object): Promise<unknown[]> {
  const file = join(folder, 'a.k8s.yaml');
  writeFileSync(file, yaml);
  const said: unknown[] = [];
  const report: PluginContext['report'] = {
    addViolation: ({ ruleName, recommendation }) => said.push(`${ruleName} ${recommendation}`),
    submit: (status) => said.push(status),
  };
  await new ApiServerValidation(properties).validate({ manifests: [file], report });
  return said;
}

const service = `
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ports: [{ port: 80 }], trafficDistribution: PreferClose }
`;

test('judges by the servers that cdk8s.yaml names', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await run(service, { kubernetes: '1.29' })).toEqual([
    'unknown-field Kubernetes 1.29 has no such field',
    'failure',
  ]);
  expect(await run(service, { kubernetes: '1.31-1.34' })).toEqual(['success']);
  expect(stderr).not.toHaveBeenCalled();
  expect(await run(service)).toEqual(['success']);
  // Unknown before 1.30, behind a gate then, deprecated since 1.35.
  expect(stderr).toHaveBeenCalledTimes(3);
  stderr.mockRestore();
});

test('what is wrong with its properties is a violation, with no stack of cdk8s-cli, and nothing is judged', async () => {
  const of = (properties: object): Promise<unknown[]> => run(service, properties);
  const expected = `bad-format must be a minor from 1.28 to ${MINORS.at(-1)}, or a range such as 1.30-1.34 or >=1.32`;
  expect(await of({ kubernetes: '1.27' })).toEqual([expected, 'failure']);
  expect(await of({ kubernetes: 1.3 })).toEqual([expected, 'failure']);
  expect(await of({ version: '1.34', kubernetes: 'x' })).toEqual([
    'unknown-key is no property of this validation, which has kubernetes, ignore, skip, failOn',
    expected,
    'failure',
  ]);
});

test('a violation says where it is and what mends it', async () => {
  const violations: unknown[] = [];
  const report: PluginContext['report'] = { addViolation: (each) => violations.push(each), submit: () => undefined };
  await new ApiServerValidation({ kubernetes: 1.3 as unknown as string }).validate({ manifests: [], report });
  expect(violations).toMatchObject([
    { fix: 'Write it in quotes: "1.30"', violatingResources: [{ locations: ['properties.kubernetes = 1.3'] }] },
  ]);
});

const wrongType = `${service}---
apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { a: 1 }
`;

test('takes the words of the command for what is not to be told', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const target = { kubernetes: '1.34' };
  const refused = expect.stringMatching(/^wrong-type /);
  expect(await run(wrongType, target)).toEqual([refused, 'failure']);
  expect(await run(wrongType, { ...target, ignore: ['wrong-type:ConfigMap/settings'] })).toEqual(['success']);
  expect(await run(wrongType, { ...target, ignore: ['wrong-type:Service'] })).toEqual([refused, 'failure']);
  expect(await run(wrongType, { ...target, skip: ['ConfigMap'] })).toEqual(['success']);
  const annotated = wrongType.replace(
    'name: settings',
    'name: settings, annotations: { cdk8s-kam/ignore: wrong-type }',
  );
  expect(await run(annotated, target)).toEqual(['success']);
  expect(stderr).not.toHaveBeenCalled();
  stderr.mockRestore();
});

test('counts what was ignored', async () => {
  const said: unknown[] = [];
  const report: PluginContext['report'] = { addViolation: () => undefined, submit: (_, more) => said.push(more) };
  const file = join(folder, 'b.k8s.yaml');
  writeFileSync(file, wrongType);
  await new ApiServerValidation({ kubernetes: '1.34', skip: ['ConfigMap'] }).validate({ manifests: [file], report });
  expect(said).toEqual([{ objects: '2', ignored: '1 error, which the API server would refuse' }]);
});

test('fails for warnings where somebody says so', async () => {
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const warned = service.replace('trafficDistribution: PreferClose', 'type: ClusterIP, loadBalancerIP: 10.0.0.1');
  const properties = { kubernetes: '1.34', failOn: 'warning' };
  expect(await run(warned, { kubernetes: '1.34' })).toEqual(['success']);
  const calls = stderr.mock.calls.length;
  expect(calls).toBeGreaterThan(0);
  expect(await run(warned, properties)).toEqual([...Array<unknown>(calls).fill(expect.any(String)), 'failure']);
  expect(stderr.mock.calls.length).toBe(calls);
  stderr.mockRestore();
});

test('what it cannot do with its words is a violation', async () => {
  expect(await run(service, { ignore: ['wrong-tpye'], skip: ['service'], failOn: 'warnings', ignored: [] })).toEqual([
    expect.stringMatching(/^unknown-key is no property/),
    'not-one-of must be error or warning',
    'not-one-of is no code of a problem',
    'not-one-of is no kind, which begins with a capital',
    'failure',
  ]);
  expect(await run(service, { ignore: 'no-effect' })).toEqual([
    'wrong-type expected a list of texts, not a string',
    'failure',
  ]);
});

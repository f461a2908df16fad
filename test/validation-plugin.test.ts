import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  expect(await run(service, { kubernetes: '>=1.31' })).toEqual(['success']);
  expect(stderr).not.toHaveBeenCalled();
  expect(await run(service)).toEqual(['success']);
  expect(stderr).toHaveBeenCalledTimes(2);
  stderr.mockRestore();
});

test('says what is wrong with its properties', () => {
  expect(() => new ApiServerValidation({ kubernetes: '1.27' })).toThrow('The oldest that we know is 1.28');
  expect(() => new ApiServerValidation({ kubernetes: 1.3 as unknown as string })).toThrow('"1.30"');
  expect(() => new ApiServerValidation({ version: '1.34' } as object)).toThrow('has only kubernetes');
});

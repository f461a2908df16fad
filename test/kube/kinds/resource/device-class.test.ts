import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const problems = (fields: object, kubernetes = '1.36') =>
  validateManifest(
    { apiVersion: 'resource.k8s.io/v1', kind: 'DeviceClass', metadata: { name: 'a' }, ...fields },
    { kubernetes },
  );
const lines = (fields: object, kubernetes?: string) => problems(fields, kubernetes).map(line);

test('the beginning of a name is looked at until 1.34', () => {
  const metadata = { name: 'a', generateName: 'A' };
  expect(lines({ metadata }, '1.34')).toEqual(['bad-name metadata.generateName']);
  expect(lines({ metadata }, '1.35')).toEqual([]);
  for (const generateName of ['.', '..', 'a/b']) {
    expect(lines({ metadata: { name: 'a', generateName } }, '1.34')).toEqual(['bad-name metadata.generateName']);
  }
  expect(lines({ metadata: { generateName: 'A' } }, '1.34')).toEqual(['bad-name metadata.generateName']);
});

test('the name of an extended resource, where it is not dropped', () => {
  const spec = { extendedResourceName: 'gpu' };
  expect(lines({ spec }, '1.35')).toEqual(['?dropped spec.extendedResourceName']);
  expect(lines({ spec }, '1.36')).toEqual(['bad-name spec.extendedResourceName']);
});

test('parameters are an object that is not too large', () => {
  const parameters = (value: unknown) =>
    problems({ spec: { config: [{ opaque: { driver: 'a', parameters: value } }] } }).map(({ message }) => message);
  expect(parameters({})).toEqual([]);
  expect(parameters(null)).toEqual(['is required: an object that the driver understands']);
  expect(parameters([])).toEqual(['must be an object, not a list']);
  expect(parameters({ a: 'é'.repeat(5117) })).toEqual(['must be at most 10240 bytes as JSON (has 10242)']);
});

test('an expression over a device', () => {
  const said = (expression: string, kubernetes?: string) =>
    problems({ spec: { selectors: [{ cel: { expression } }] } }, kubernetes).map(({ code, message }) => [
      code,
      message,
    ]);
  expect(said('device.attributes["a"].model == "a100"')).toEqual([]);
  expect(said('')).toEqual([['required', 'must not be empty']]);
  expect(said('device.driver')).toEqual([['bad-expression', 'must be of type bool or any, and this is string']]);
  expect(said('device.allowMultipleAllocations', '1.36')).toEqual([]);
  expect(said('device.allowMultipleAllocations', '1.35')).toMatchObject([
    ['bad-expression', expect.stringContaining('there is no field allowMultipleAllocations')],
  ]);
  expect(said(`true${' '.repeat(10 * 1024)}`)).toEqual([['too-long', 'must be at most 10240 bytes (has 10244)']]);
});

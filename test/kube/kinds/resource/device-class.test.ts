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

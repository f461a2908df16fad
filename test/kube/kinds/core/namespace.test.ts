import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const namespace = (metadata: object, fields: object = {}) =>
  validateManifest({ apiVersion: 'v1', kind: 'Namespace', metadata, ...fields });

test('the label with the name is the server’s', () => {
  const labelled = (name: string | undefined, label: string, generateName?: string) =>
    namespace({ name, generateName, labels: { 'kubernetes.io/metadata.name': label } }).map(line);
  expect(labelled('data', 'data')).toEqual([]);
  expect(labelled('data', 'not a label')).toEqual(['?dropped metadata.labels["kubernetes.io/metadata.name"]']);
  expect(labelled(undefined, 'not a label', 'data-')).toEqual([
    '?refused-later metadata.generateName',
    'bad-name metadata.labels["kubernetes.io/metadata.name"]',
  ]);
});

test('names and finalizers', () => {
  expect(namespace({ name: 'Data.1' })).toMatchObject([{ code: 'bad-name', hint: 'Did you mean "data-1"?' }]);
  expect(namespace({ name: 'a' }, { spec: { finalizers: ['kubernetes', 'mine'] } }).map(line)).toEqual([
    'bad-name spec.finalizers[1]',
  ]);
  expect(namespace({ name: 'a' }, { status: { phase: 'Active' } }).map(line)).toEqual(['?dropped status']);
});

import { validateManifest } from '../../../../lib/kube/validate';
import { kinds } from '../../../oracle/corpus/case';
import { linesWith, onlyWith, problemsWith } from '../objects';

describe('name', () => {
  test.each(kinds)('%s needs one', (kind) => {
    for (const name of [undefined, '', null])
      expect(linesWith(kind, { 'metadata.name': name })).toEqual(['required metadata.name']);
  });

  test('wrong ones come with a right one', () => {
    expect(onlyWith('ConfigMap', { 'metadata.name': 'My Config' })).toMatchObject({
      code: 'bad-name',
      value: 'My Config',
      hint: 'Did you mean "my-config"?',
    });
    expect(onlyWith('Service', { 'metadata.name': 'web.api' })).toMatchObject({ hint: 'Did you mean "web-api"?' });
    expect(onlyWith('Service', { 'metadata.name': '1web' }).message).toMatch('must start with a lower-case letter');
  });

  test('limits differ by kind', () => {
    const long = (kind: (typeof kinds)[number], length: number) =>
      linesWith(kind, { 'metadata.name': 'a'.repeat(length) });
    expect(long('Secret', 253)).toEqual([]);
    expect(long('Secret', 254)).toEqual(['bad-name metadata.name']);
    expect(long('Service', 63)).toEqual([]);
    expect(long('Service', 64)).toEqual(['bad-name metadata.name']);
    expect(long('Job', 63)).toEqual([]);
    expect(long('Job', 64)).toEqual(['too-long metadata.name']);
    expect(long('CronJob', 52)).toEqual([]);
    expect(long('CronJob', 53)).toEqual(['bad-name metadata.name']);
    expect(long('Deployment', 63)).toEqual([]);
    expect(long('Deployment', 64)).toEqual(['?suspicious metadata.name']);
    expect(long('Deployment', 243)).toEqual(['?suspicious metadata.name', '?refused-later metadata.name']);
  });

  test('a generated name stands for one', () => {
    const generated = (generateName: string) =>
      linesWith('Job', { 'metadata.name': undefined, 'metadata.generateName': generateName });
    // `kubectl apply` has no use for it.
    expect(generated('web-')).toEqual(['?refused-later metadata.generateName']);
    expect(generated('a'.repeat(100))).toEqual(['?refused-later metadata.generateName']);
    expect(generated('Web-')).toEqual(['bad-name metadata.generateName']);
    expect(linesWith('CronJob', { 'metadata.name': undefined, 'metadata.generateName': 'a'.repeat(48) })).toEqual([
      'bad-name metadata.generateName',
    ]);
  });

  test.each(['Job', 'CronJob', 'Deployment'] as const)('dots in the name of a %s surprise', (kind) => {
    expect(linesWith(kind, { 'metadata.name': 'a.b' })).toEqual(['?suspicious metadata.name']);
  });
});

test('namespace', () => {
  expect(linesWith('Secret', { 'metadata.namespace': '' })).toEqual([]);
  expect(onlyWith('Secret', { 'metadata.namespace': 'Team.A' })).toMatchObject({
    code: 'bad-name',
    hint: 'Did you mean "team-a"?',
  });
});

test('labels name their key, which the server does not', () => {
  expect(
    problemsWith('Service', { 'metadata.labels': { version: '1.0+build', 'a b': 'c', 'Example.COM/a': 'b' } }),
  ).toMatchObject([
    { code: 'bad-name', path: ['metadata', 'labels', 'version'], value: '1.0+build' },
    { path: ['metadata', 'labels', 'a b'], message: expect.stringMatching(/^the key may only contain/) },
    {
      path: ['metadata', 'labels', 'Example.COM/a'],
      message: expect.stringMatching(/^in the key, the part before/),
    },
  ]);
});

test('annotations have looser keys and a size', () => {
  expect(linesWith('Service', { 'metadata.annotations': { 'Example.COM/a': 'any text\n' } })).toEqual([]);
  expect(linesWith('Service', { 'metadata.annotations': { 'a b': '' } })).toEqual([
    'bad-name metadata.annotations["a b"]',
  ]);
  const size = (bytes: number) =>
    problemsWith('Service', { 'metadata.annotations': { a: 'é'.repeat(bytes / 2) } }).filter(
      ({ severity }) => severity === 'error',
    );
  expect(size(262_142)).toEqual([]);
  expect(size(262_144)).toMatchObject([{ code: 'too-long', path: ['metadata', 'annotations'] }]);
});

test('finalizers and owners', () => {
  expect(linesWith('Secret', { 'metadata.finalizers': ['orphan', 'a.b/c'] })).toEqual([]);
  expect(linesWith('Secret', { 'metadata.finalizers': ['foo', 'orphan', 'foregroundDeletion'] })).toEqual([
    'bad-name metadata.finalizers[0]',
    'conflict metadata.finalizers',
  ]);
  const owner = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'a', uid: 'b', controller: true };
  expect(linesWith('Secret', { 'metadata.ownerReferences': [owner] })).toEqual([]);
  expect(linesWith('Secret', { 'metadata.ownerReferences': [owner, { ...owner }] })).toEqual([
    '?duplicate metadata.ownerReferences[1].uid',
  ]);
  expect(linesWith('Secret', { 'metadata.ownerReferences': [owner, { ...owner, apiVersion: '', uid: '' }] })).toEqual([
    'required metadata.ownerReferences[1].apiVersion',
    'required metadata.ownerReferences[1].uid',
    'duplicate metadata.ownerReferences[1].controller',
  ]);
});

test('what the server writes itself', () => {
  expect(linesWith('Secret', { 'metadata.resourceVersion': '7' })).toEqual(['forbidden metadata.resourceVersion']);
  expect(linesWith('Secret', { 'metadata.resourceVersion': 'x' })).toEqual([]);
  expect(linesWith('Secret', { 'metadata.generation': -1 })).toEqual(['out-of-range metadata.generation']);
  expect(linesWith('Job', { 'metadata.generation': -1 })).toEqual([]);
  expect(linesWith('Job', { 'metadata.uid': 'x', status: { active: 1 } })).toEqual([
    '?dropped metadata.uid',
    '?dropped status',
  ]);
});

test('a kind that is not known has its labels checked, and need not have a name', () => {
  const custom = (metadata: unknown) =>
    validateManifest({ apiVersion: 'example.com/v1', kind: 'Thing', metadata }).map(
      ({ code, path }) => `${code} ${path.join('.')}`,
    );
  expect(custom({})).toEqual([]);
  expect(custom({ name: 'system:Any', labels: { a: 'b c' } })).toEqual(['bad-name metadata.labels.a']);
  expect(custom({ name: 'a/b' })).toEqual(['bad-name metadata.name']);
});

test('__proto__ and constructor are keys like others', () => {
  const labels = JSON.parse('{"__proto__":"x","constructor":"y"}');
  expect(linesWith('Service', { 'metadata.labels': labels })).toEqual(['bad-name metadata.labels.__proto__']);
});

test('what the server sets itself is dropped', () => {
  const metadata = {
    uid: 'a',
    creationTimestamp: '2020-01-01T00:00:00Z',
    deletionGracePeriodSeconds: 5,
    selfLink: '/a',
  };
  const stated = Object.fromEntries(Object.entries(metadata).map(([key, value]) => [`metadata.${key}`, value]));
  expect(linesWith('Secret', stated)).toEqual(Object.keys(stated).map((path) => `?dropped ${path}`));
  expect(linesWith('Secret', { 'metadata.creationTimestamp': null, 'metadata.uid': '' })).toEqual([]);
});

test('server-side apply wants each owner and finalizer once', () => {
  const owner = { apiVersion: 'v1', kind: 'Pod', name: 'a', uid: 'u' };
  expect(
    linesWith('Secret', { 'metadata.finalizers': ['a.b/c', 'a.b/c'], 'metadata.ownerReferences': [owner, owner] }),
  ).toEqual(['?duplicate metadata.ownerReferences[1].uid', '?duplicate metadata.finalizers[1]']);
});

test('a status that says something is dropped', () => {
  expect(linesWith('Service', { status: { loadBalancer: { ingress: [{ ip: '1.2.3.4' }] } } })).toEqual([
    '?dropped status',
  ]);
  expect(linesWith('Service', { status: { loadBalancer: {} } })).toEqual([]);
});

import { errorsIn, jobWith, objectOf, podSpecOf, serviceWith, toManifests } from '../../support';

test('a file is mounted at exactly its path, from a ConfigMap of the container', () => {
  const workload = jobWith({
    files: { '/etc/app/config.ini': { content: '[a]\nb=1\n', mode: '0640' }, '/etc/app/b': { content: '' } },
  });
  expect(objectOf(workload, 'ConfigMap')).toEqual({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'echo-main-files' },
    data: { 'etc_app_config.ini': '[a]\nb=1\n', etc_app_b: '' },
  });
  expect(podSpecOf(objectOf(workload, 'Job'))).toMatchObject({
    containers: [
      {
        volumeMounts: [
          { name: 'main-files', mountPath: '/etc/app/config.ini', subPath: 'etc_app_config.ini' },
          { name: 'main-files', mountPath: '/etc/app/b', subPath: 'etc_app_b' },
        ],
      },
    ],
    volumes: [
      {
        name: 'main-files',
        configMap: {
          name: 'echo-main-files',
          items: [
            { key: 'etc_app_config.ini', path: 'etc_app_config.ini', mode: 0o640 },
            { key: 'etc_app_b', path: 'etc_app_b' },
          ],
        },
      },
    ],
  });
});

test('a file from a secret needs no ConfigMap', () => {
  const workload = jobWith({ files: { '/etc/tls/tls.key': { contentFrom: 'secret://cert/tls.key', mode: '0400' } } });
  expect(toManifests(workload).map(({ kind }) => kind)).toEqual(['Job']);
  expect(podSpecOf(objectOf(workload, 'Job')).volumes).toEqual([
    {
      name: 'main-secret-cert',
      secret: { secretName: 'cert', items: [{ key: 'tls.key', path: 'etc_tls_tls.key', mode: 0o400 }] },
    },
  ]);
});

test('different paths have different keys', () => {
  const paths = ['/a/b', '/a_b', '/a b', '/ä/b', '/..a', '/a//b', `/${'x'.repeat(300)}`, `/${'x'.repeat(301)}`];
  const files = Object.fromEntries(paths.map((path) => [path, { content: path }]));
  const { data } = objectOf(jobWith({ files }), 'ConfigMap') as unknown as { data: object };
  expect(Object.values(data).sort()).toEqual([...paths].sort());
});

test('a changed file rolls the pods of a Deployment, not those of a Job', () => {
  const checksum = (content: string) => {
    const { spec } = objectOf(serviceWith({ files: { '/a': { content } } }), 'Deployment') as never as {
      spec: { template: { metadata: { annotations: Record<string, string> } } };
    };
    return spec.template.metadata.annotations['cdk8s-kam/files-checksum'];
  };
  expect(checksum('a')).toMatch(/^[0-9a-f]{16}$/);
  expect(checksum('a')).toBe(checksum('a'));
  expect(checksum('a')).not.toBe(checksum('b'));
  const job = objectOf(jobWith({ files: { '/a': { content: 'a' } } }), 'Job') as never as {
    spec: { template: object };
  };
  expect(job.spec.template).not.toHaveProperty('metadata');
});

test.each([
  ['0000', 0],
  ['0644', 0o644],
  ['0777', 0o777],
  ['511', 511],
  ['420', 420],
  [420, 420],
  [0, 0],
])('mode %p is %d', (mode, expected) => {
  const spec = podSpecOf(objectOf(jobWith({ files: { '/a': { content: '', mode } } }), 'Job'));
  expect(spec.volumes).toMatchObject([{ configMap: { items: [{ mode: expected }] } }]);
});

const AT = 'containers.main.files';
test.each([
  ['a decimal that is meant octal', { '/a': { content: '', mode: '644' } }, [`bad-mode ${AT}["/a"].mode`]],
  ['a number over 511', { '/a': { content: '', mode: 644 } }, [`bad-mode ${AT}["/a"].mode`]],
  ['an octal over 0777', { '/a': { content: '', mode: '01000' } }, [`bad-mode ${AT}["/a"].mode`]],
  ['a digit that is not octal', { '/a': { content: '', mode: '0649' } }, [`bad-mode ${AT}["/a"].mode`]],
  ['a negative', { '/a': { content: '', mode: -1 } }, [`bad-mode ${AT}["/a"].mode`]],
  ['a fraction', { '/a': { content: '', mode: 1.5 } }, [`bad-mode ${AT}["/a"].mode`]],
  ['an empty mode', { '/a': { content: '', mode: '' } }, [`bad-mode ${AT}["/a"].mode`]],
  ['a relative path', { 'etc/a': { content: '' } }, [`bad-path ${AT}["etc/a"]`]],
  ['a folder', { '/etc/': { content: '' } }, [`bad-path ${AT}["/etc/"]`]],
  ['content and contentFrom', { '/a': { content: '', contentFrom: 'secret://a/b' } }, [`conflict ${AT}["/a"]`]],
  ['neither', { '/a': { mode: '0644' } }, [`required ${AT}["/a"]`]],
  ['a reference without key', { '/a': { contentFrom: 'secret://a' } }, [`bad-reference ${AT}["/a"].contentFrom`]],
  ['a reference that is none', { '/a': { contentFrom: 'hello' } }, [`bad-reference ${AT}["/a"].contentFrom`]],
  ['text for the FileSpec', { '/a': 'hello' }, [`wrong-type ${AT}["/a"]`]],
  ['a number for the content', { '/a': { content: 5 } }, [`wrong-type ${AT}["/a"].content`]],
  ['an unknown key', { '/a': { content: '', perm: '0644' } }, [`unknown-key ${AT}["/a"].perm`]],
  [
    'more than a ConfigMap holds',
    { '/a': { content: 'x'.repeat(2 ** 20) }, '/b': { content: 'y' } },
    [`too-large ${AT}`],
  ],
])('refuses %s', (_, files, expected) => {
  expect(errorsIn(jobWith({ files }))).toEqual(expected);
});

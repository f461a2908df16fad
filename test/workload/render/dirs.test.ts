import { errorsIn, jobWith, objectOf, podSpecOf } from '../../support';

const podOf = (dirs: object, pod?: object) =>
  podSpecOf(objectOf(jobWith({ dirs }, { ...(pod && { pod }) }), 'Job')) as {
    containers: { volumeMounts: object[] }[];
    volumes: object[];
  };

test.each([
  ['secret://tls', { name: 'secret-tls', secret: { secretName: 'tls' } }],
  ['configmap://app', { name: 'configmap-app', configMap: { name: 'app' } }],
  ['pvc://data', { name: 'pvc-data', persistentVolumeClaim: { claimName: 'data' } }],
  ['emptydir://', { name: 'main-a', emptyDir: {} }],
  [
    'emptydir://cache?medium=Memory&sizeLimit=1Gi',
    { name: 'empty-cache', emptyDir: { medium: 'Memory', sizeLimit: '1Gi' } },
  ],
  ['hostpath:///var/log?type=Directory', { name: 'host-var-log', hostPath: { path: '/var/log', type: 'Directory' } }],
  ['nfs://server/export/a', { name: 'nfs-server-export-a', nfs: { server: 'server', path: '/export/a' } }],
  ['${pvc://data}', { name: 'pvc-data', persistentVolumeClaim: { claimName: 'data' } }],
])('%s', (reference, volume) => {
  const { containers, volumes } = podOf({ '/a': reference });
  expect(volumes).toEqual([volume]);
  expect(containers[0]!.volumeMounts).toEqual([{ name: volume.name, mountPath: '/a' }]);
});

test('options of the mount', () => {
  const { containers } = podOf({ '/a': 'pvc://data?readOnly=true&subPath=a/b', '/b': 'pvc://data?readOnly=false' });
  expect(containers[0]!.volumeMounts).toEqual([
    { name: 'pvc-data', mountPath: '/a', readOnly: true, subPath: 'a/b' },
    { name: 'pvc-data', mountPath: '/b' },
  ]);
});

test('the same volume used twice is declared once; an emptyDir without a name is its own', () => {
  const { volumes } = podOf({
    '/a': 'pvc://data',
    '/b': 'pvc://data',
    '/c': 'emptydir://',
    '/d': 'emptydir://',
    '/e': 'emptydir://x',
    '/f': 'emptydir://x',
  });
  expect(volumes).toHaveLength(4);
});

test("names never clash, not even with the user's own volumes", () => {
  const own = [{ name: 'pvc-data', emptyDir: {} }];
  const { containers, volumes } = podOf({ '/a': 'pvc://data', '/b': 'pvc://a.b', '/c': 'pvc://a-b' }, { volumes: own });
  const names = volumes.map((volume) => (volume as { name: string }).name);
  expect(new Set(names).size).toBe(4);
  expect(names[0]).toBe('pvc-data');
  expect(containers[0]!.volumeMounts.map((mount) => (mount as { name: string }).name)).toEqual(names.slice(1));
});

const AT = 'containers.main.dirs';
test.each([
  ['an unknown scheme', { '/a': 'pvcs://data' }, [`bad-reference ${AT}["/a"]`]],
  ['no reference', { '/a': 'data' }, [`bad-reference ${AT}["/a"]`]],
  ['no name', { '/a': 'pvc://' }, [`bad-reference ${AT}["/a"]`]],
  ['a key', { '/a': 'secret://a/b' }, [`bad-reference ${AT}["/a"]`]],
  ['a relative host path', { '/a': 'hostpath://var' }, [`bad-reference ${AT}["/a"]`]],
  ['nfs without path', { '/a': 'nfs://server' }, [`bad-reference ${AT}["/a"]`]],
  ['an unknown option', { '/a': 'pvc://data?readonly=true' }, [`unknown-key ${AT}["/a"]`]],
  ['an option of another volume', { '/a': 'pvc://data?medium=Memory' }, [`unknown-key ${AT}["/a"]`]],
  ['a flag that is none', { '/a': 'pvc://data?readOnly=yes' }, [`not-one-of ${AT}["/a"]`]],
  ['an option twice', { '/a': 'pvc://data?readOnly=true&readOnly=false' }, [`duplicate ${AT}["/a"]`]],
  [
    'a shared folder that is stated otherwise',
    { '/a': 'emptydir://x?sizeLimit=1Gi', '/b': 'emptydir://x' },
    [`conflict ${AT}["/b"]`],
  ],
  ['a size that is none', { '/a': 'emptydir://?sizeLimit=1GB' }, [`bad-format ${AT}["/a"]`]],
  ['a type that is none', { '/a': 'hostpath:///a?type=Dir' }, [`not-one-of ${AT}["/a"]`]],
  ['a step back', { '/a': 'pvc://data?subPath=../b' }, [`bad-name ${AT}["/a"]`]],
  ['a relative path', { a: 'pvc://data' }, [`bad-path ${AT}.a`]],
  ['a number', { '/a': 5 }, [`wrong-type ${AT}["/a"]`]],
  ['a list', ['pvc://data'], [`wrong-type ${AT}`]],
])('refuses %s', (_, dirs, expected) => {
  expect(errorsIn(jobWith({ dirs }))).toEqual(expected);
});

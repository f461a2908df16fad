// What is applied together: by what objects are written in, and by what was said.
import { EVERYWHERE, type Home } from '../../../lib/kube/set/home';
import { ObjectSet } from '../../../lib/kube/set';
import { checkDuplicates, divide } from '../../../lib/kube/set/divide';
import { reportsFor } from '../../../lib/kube/validate';
import { serverOf } from '../../../lib/kube/server';

/** What is applied together: `path: the names of objects`, where equal names are the same object; `@eu` instead of a path says a cluster. */
function sets(...input: readonly string[]): unknown {
  const homes: Home[] = [];
  const names: string[] = [];
  for (const line of input) {
    const [where = '', what = ''] = line.split(': ');
    for (const name of what.split(' ')) {
      homes.push(where.startsWith('@') ? { path: 'x', cluster: where.slice(1) } : { path: where });
      names.push(name);
    }
  }
  const { twins, found } = checked(homes, names);
  const { sets: all } = divide(homes, sameIn(names));
  const shown = (set: readonly number[]): string =>
    set.map((position) => `${show(homes[position]!)}:${names[position]}`).join(' ');
  return { sets: [...all()].map(shown), twins: twins.map(({ paths }) => paths.join(' ')), twice: found };
}

const show = ({ path, cluster }: Home): string => (cluster === undefined ? path : `@${cluster}`);

function sameIn(names: readonly string[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const [position, name] of names.entries()) groups.set(name, [...(groups.get(name) ?? []), position]);
  return [...groups.values()].filter(({ length }) => length > 1);
}

function checked(
  homes: readonly Home[],
  names: readonly string[],
): { twins: readonly { paths: readonly string[] }[]; found: string[] } {
  const set = new ObjectSet();
  const begin = reportsFor(serverOf(undefined));
  for (const [position, home] of homes.entries()) {
    set.add({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: names[position] } }, begin, home);
  }
  const { parts, twins } = set.check((position) => show(homes[position]!));
  const found = parts.flatMap(({ report }) =>
    report.problems.map(({ message, hint }) => `${message.split(' are ')[0]}${hint === undefined ? '' : '!'}`),
  );
  return { twins, found };
}

test('what nothing keeps apart is one whole, wherever it is written', () => {
  expect(sets('a: one', 'b/c: two', ': three')).toEqual({ sets: ['a:one b/c:two :three'], twins: [], twice: [] });
});

test('paths side by side that hold the same are for different clusters, what is beside them for all', () => {
  expect(sets('shared: crd', 'eu: web db', 'us: web')).toEqual({
    sets: ['shared:crd eu:web eu:db', 'shared:crd us:web'],
    twins: ['eu us'],
    twice: [],
  });
  // The folder as a whole, not each file by itself.
  expect(sets('dist/eu/a: web', 'dist/eu/b: db', 'dist/us/a: web', 'dist/us/b: cache')).toEqual({
    sets: ['dist/eu/a:web dist/eu/b:db', 'dist/us/a:web dist/us/b:cache'],
    twins: ['dist/eu dist/us'],
    twice: [],
  });
});

test('several charts of each cluster find their own by their order', () => {
  expect(sets('eu: web', 'eu-jobs: job', 'us: web', 'us-jobs: job', 'crds: crd')).toEqual({
    sets: ['eu:web eu-jobs:job crds:crd', 'us:web us-jobs:job crds:crd'],
    twins: ['eu eu-jobs us us-jobs'],
    twice: [],
  });
});

test('environments in which there are regions', () => {
  expect(sets('prod/eu: web', 'prod/us: web', 'test/eu: web', 'prod/all: crd')).toEqual({
    sets: ['prod/eu:web prod/all:crd', 'prod/us:web prod/all:crd', 'test/eu:web'],
    twins: ['prod/eu prod/us', 'prod test'],
    twice: [],
  });
  expect(sets('a/eu: x', 'a/us: x', 'b/eu: y', 'b/us: y')).toEqual({
    sets: ['a/eu:x b/eu:y', 'a/us:x b/us:y'],
    twins: ['a/eu a/us', 'b/eu b/us'],
    twice: [],
  });
});

test('what is in one file, or in a folder and in one inside it, is the same object twice', () => {
  expect(sets('a: web web', 'b: web')).toMatchObject({ twice: ['a and a'], twins: ['a b'] });
  expect(sets('a: web', 'a/b: web')).toMatchObject({ twice: ['a and a/b'], twins: [] });
  expect(sets('a/b: web', 'a: web', 'a/c: web')).toMatchObject({ twice: ['a/b and a', 'a and a/c'] });
  expect(sets('/a/b: web', ': web')).toMatchObject({ twice: ['/a/b and '] });
  // A name that begins another one is not inside it.
  expect(sets('eu: web', 'eu-west: web')).toMatchObject({ twice: [], twins: ['eu eu-west'] });
});

test('a cluster that was said is one whole, and what was said for none is for each', () => {
  expect(sets('@eu: web', '@us: web', '@eu: db', 'all: crd')).toEqual({
    sets: ['@eu:web @eu:db all:crd', '@us:web all:crd'],
    twins: [],
    twice: [],
  });
  expect(sets('@eu: web', '@us: db')).toMatchObject({ sets: ['@eu:web', '@us:db'] });
  expect(sets('@eu: web', '@eu: web', '@us: web')).toMatchObject({ twice: ['@eu and @eu'] });
  expect(sets('@eu: web', 'us: web')).toMatchObject({ twice: ['@eu and us!'], twins: [] });
  expect(sets('us: web', 'asia: web', '@eu: web')).toMatchObject({ twice: ['us and @eu!'], twins: ['us asia'] });
});

test('an object that is for several clusters is told once of what shows in the first', () => {
  const set = new ObjectSet();
  const begin = reportsFor(serverOf(undefined));
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'db' }, stringData: { password: 'x' } };
  const env = [{ name: 'A', valueFrom: { secretKeyRef: { name: 'db', key: 'pasword' } } }];
  const pod = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p' },
    spec: { containers: [{ name: 'c', image: 'a:1', env }] },
  };
  set.add(pod, begin, { path: 'shared' });
  for (const path of ['eu', 'us', 'asia']) set.add(secret, begin, { path });
  const { parts } = set.check(String);
  expect(parts.map(({ report }) => report.problems.map(({ code }) => code))).toEqual([['missing-key'], [], [], []]);
});

test('ten thousand files with the same object, and as many beside them, are no reason to wait', () => {
  const homes = Array.from({ length: 20_000 }, (_, index): Home => ({ path: `f${index}` }));
  const same = [homes.slice(0, 10_000).map((_, index) => index)];
  const begun = process.cpuUsage().user;
  const { twins, sets: all } = divide(homes, same);
  const lengths = [...all()].map(({ length }) => length);
  checkDuplicates([], homes, same, String);
  expect([twins[0]!.count, lengths[0]]).toEqual([1, 10_001]);
  expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(10);
});

test('everything that is written nowhere is one whole', () => {
  expect(checked([EVERYWHERE, EVERYWHERE], ['a', 'a']).found).toEqual([' and ']);
});

// What the oracle of a minor serves, held against that minor's OpenAPI and against our table, and that every kind's own code judges.
// VERSIONS=all takes all minors, VERSIONS=1.31,1.32 those.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { servedKinds } from '../../lib/kube/api/kinds';
import { MINORS, only } from '../../lib/kube/api/minors';
import { goModule, newest, oldest, release, type Version, versions } from '../tools/build';
import { type Oracle, type ServedKind, startOracle } from './oracle';
import { type Sample, samples } from './samples';

// An oracle that is not in the cache yet is built first.
jest.setTimeout(1_800_000);

/** Versions before v1 that were still served without being asked for, with the minors from which on that is over. */
const legacyBetas: Readonly<Record<string, Version>> = {
  'flowcontrol.apiserver.k8s.io/v1beta2': '1.29',
  'flowcontrol.apiserver.k8s.io/v1beta3': '1.32',
};

interface OpenApi {
  readonly paths: Readonly<
    Record<
      string,
      { readonly post?: { readonly 'x-kubernetes-group-version-kind'?: Readonly<Record<string, string>> } }
    >
  >;
}

/** The kinds of the OpenAPI document of a minor that take a POST and are served by default: of a stable version, or a legacy beta. */
function documented(version: Version): ServedKind[] {
  const file = join(goModule(`k8s.io/kubernetes@v${release[version]}`), 'api', 'openapi-spec', 'swagger.json');
  const { paths }: OpenApi = JSON.parse(readFileSync(file, 'utf8'));
  return Object.entries(paths).flatMap(([path, { post }]) => {
    const { group, version: name, kind } = post?.['x-kubernetes-group-version-kind'] ?? {};
    if (kind === undefined || path.includes('{name}')) return [];
    const apiVersion = group === '' ? name! : `${group}/${name}`;
    const until = legacyBetas[apiVersion];
    const served = until === undefined ? /^v\d+$/.test(name!) : MINORS.indexOf(version) < MINORS.indexOf(until);
    const resource = path.slice(path.lastIndexOf('/') + 1);
    return served ? [{ apiVersion, kind, resource, namespaced: path.includes('/namespaces/{namespace}/') }] : [];
  });
}

const key = ({ apiVersion, kind }: { apiVersion: string; kind: string }): string => `${apiVersion} ${kind}`;
const sorted = (kinds: readonly ServedKind[]): ServedKind[] =>
  [...kinds].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));

describe.each(versions)('%s', (version) => {
  let oracle: Oracle;
  let kinds: ServedKind[];
  beforeAll(async () => {
    oracle = await startOracle({ version });
    kinds = await oracle.kinds();
  });
  afterAll(() => oracle.close());

  /** The samples of what this minor serves. */
  const served = (): Sample[] => {
    const keys = new Set(kinds.map(key));
    return samples.filter((sample) => keys.has(key(sample)));
  };

  test('serves the kinds of its OpenAPI document', () => {
    expect(sorted(kinds)).toEqual(sorted(documented(version)));
  });

  test('serves the kinds of our table', () => {
    const ours = servedKinds().filter(({ minors }) => (minors & only(version)) !== 0);
    const row = ({ namespaced, ...kind }: Omit<ServedKind, 'resource'>): string => `${key(kind)} ${namespaced}`;
    expect(ours.map(row).sort()).toEqual(kinds.map(row).sort());
  });

  test('has a sample of every kind, and takes it', async () => {
    expect(served().map(key).sort()).toEqual(kinds.map(key).sort());
    const verdicts = await Promise.all(served().map((sample) => oracle.create(sample)));
    expect(served().flatMap((sample, i) => (verdicts[i]!.ok ? [] : [[key(sample), verdicts[i]]]))).toEqual([]);
  });

  test('refuses a field that no kind has', async () => {
    const verdicts = await Promise.all(served().map((sample) => oracle.create({ ...sample, nosuch: 1 })));
    const wrong = served().filter((_, i) => {
      const { code, errors } = verdicts[i]!;
      return code !== 400 || errors.length !== 1 || errors[0]!.field !== 'nosuch' || errors[0]!.type !== 'UnknownField';
    });
    expect(wrong.map(key)).toEqual([]);
  });

  test('does not know what it does not serve', async () => {
    const others = samples.filter((sample) => !served().includes(sample));
    const verdicts = await Promise.all(others.map((sample) => oracle.create(sample)));
    expect(others.map((_, i) => verdicts[i]!.errors.map(({ type }) => type))).toEqual(
      others.map(() => ['UnknownKind']),
    );
  });

  test('refuses a name that none of its kinds can have', async () => {
    // These are only answered, not stored under a name.
    const nameless = new Set(kinds.filter(({ kind }) => /Review$/.test(kind)).map(key));
    const named = served().filter((sample) => !nameless.has(key(sample)));
    const verdicts = await Promise.all(named.map((sample) => oracle.create({ ...sample, metadata: { name: 'a/b' } })));
    expect(named.filter((_, i) => verdicts[i]!.ok).map(key)).toEqual([]);
  });

  test('puts what has a namespace into default, and takes it from what has none', async () => {
    const scoped = new Map(kinds.map((kind) => [key(kind), kind.namespaced]));
    const stored = served().filter((sample) => !/Review$|^Binding$/.test(sample.kind));
    const namespaceOf = async (sample: Sample, more: object): Promise<unknown> => {
      const { object } = await oracle.create({ ...sample, metadata: { ...sample.metadata, ...more } });
      return (object as { metadata: { namespace?: string } }).metadata.namespace;
    };
    for (const sample of stored) {
      const namespaced = scoped.get(key(sample))!;
      expect([key(sample), await namespaceOf(sample, {})]).toEqual([key(sample), namespaced ? 'default' : undefined]);
      if (!namespaced)
        expect([key(sample), await namespaceOf(sample, { namespace: 'x' })]).toEqual([key(sample), undefined]);
    }
  });
});

describe('warnings of versions', () => {
  const warningsOf = async (version: Version, apiVersion: string, kind: string): Promise<string[]> => {
    const oracle = await startOracle({ version });
    try {
      return (await oracle.create(samples.find((sample) => key(sample) === `${apiVersion} ${kind}`)!)).warnings;
    } finally {
      await oracle.close();
    }
  };

  test('say what to write instead, from the minor on that deprecates them', async () => {
    expect(await warningsOf(oldest, 'flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema')).toEqual([
      'flowcontrol.apiserver.k8s.io/v1beta2 FlowSchema is deprecated in v1.26+, unavailable in v1.29+; use flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema',
    ]);
    expect(await warningsOf(oldest, 'flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema')).toEqual([]);
    expect(await warningsOf(oldest, 'v1', 'Endpoints')).toEqual([]);
    expect(await warningsOf(newest, 'v1', 'Endpoints')).toEqual([
      'v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice',
    ]);
  });
});

// What we hold against pods and claims because of a LimitRange, and what we count for a ResourceQuota, is what the servers do.
import type { Container, PodSpec } from '../../../lib/kube/api/types';
import { validateManifests } from '../../../lib/kube/set';
import { usageOfPod } from '../../../lib/kube/set/quota/usage';
import { filledIn } from '../../../lib/kube/set/limits/ranges';
import { compareQuantity, parseQuantity } from '../../../lib/kube/values/quantity';
import { judge } from '../../oracle-admission/judge';
import fc, { runs, seed } from '../../property';
import { versions } from '../../tools/build';

const amount = fc.constantFrom('0', '100m', '250m', '1', '2', '1.5', '500Mi', '1Gi', '0.3', '1e3');
const list = fc.option(
  fc.dictionary(fc.constantFrom('cpu', 'memory', 'ephemeral-storage', 'nvidia.com/gpu', 'hugepages-2Mi'), amount, {
    maxKeys: 3,
    noNullPrototype: true,
  }),
  { nil: undefined },
);
const without = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const container = (name: string) =>
  fc.record({
    name: fc.constant(name),
    image: fc.constant('a'),
    restartPolicy: some(fc.constant(name.startsWith('init') ? 'Always' : undefined)),
    resources: some(fc.record({ requests: list, limits: list })),
  });

const specs = fc
  .record({
    containers: fc.tuple(container('one'), container('two')).chain((both) => fc.subarray(both, { minLength: 1 })),
    initContainers: fc.tuple(container('init-one'), container('init-two')).chain((both) => fc.subarray(both)),
    overhead: fc.option(fc.constant({ cpu: '50m' }), { nil: undefined, freq: 1 }),
  })
  .map((spec) => without(spec) as PodSpec);

const items = fc
  .record({
    type: fc.constantFrom('Container', 'Container', 'Pod', 'PersistentVolumeClaim'),
    min: list,
    max: list,
    maxLimitRequestRatio: list,
    default: list,
    defaultRequest: list,
  })
  .map(without);

const range = (limits: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'bounds', namespace: 'a' },
  spec: { limits },
});

/** How often the LimitRange is named as what the server looks at; what its default makes of a request is validation's matter. */
const breaches = (limits: readonly object[], object: object): number =>
  validateManifests([range(limits), object])[1]!.filter(
    ({ message }) =>
      message.includes('the LimitRange bounds') && !message.startsWith('must not be more than the limit'),
  ).length;

test.each(versions)('pods and claims beside a LimitRange, as Kubernetes %s judges them', (version) => {
  const made = fc.sample(
    fc.record({ spec: specs, limits: fc.array(items, { minLength: 1, maxLength: 2 }), storage: list }),
    {
      numRuns: runs(400),
      seed,
    },
  );
  const metadata = { name: 'a', namespace: 'a' };
  const objects = made.map(({ spec, storage }) => ({
    pod: { apiVersion: 'v1', kind: 'Pod', metadata, spec },
    claim: without({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata,
      spec: { resources: { requests: storage } },
    }),
  }));
  const answers = judge(
    version,
    made.flatMap(({ limits }, index) => [
      { op: 'limits' as const, pod: objects[index]!.pod, limits: [range(limits)] },
      { op: 'limits' as const, claim: objects[index]!.claim, limits: [range(limits)] },
    ]),
  );
  const wrong = made.flatMap(({ limits }, index) =>
    [objects[index]!.pod, objects[index]!.claim].flatMap((object, nth) => {
      const theirs = answers[2 * index + nth]!.errors ?? [];
      const ours = breaches(limits, object);
      return ours === theirs.length
        ? []
        : [{ ours, theirs, object: JSON.stringify(object), limits: JSON.stringify(limits) }];
    }),
  );
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(answers.filter(({ errors = [] }) => errors.length > 0).length).toBeGreaterThan(100);
});

const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a', namespace: 'a' } };
const quota = (names: readonly string[]) => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'all', namespace: 'a' },
  spec: { hard: Object.fromEntries(names.map((name) => [name, '1k'])) },
});

test.each(versions)('what a pod counts as, to Kubernetes %s', (version) => {
  const made = fc.sample(specs, { numRuns: runs(300), seed });
  const required = ['cpu', 'memory', 'limits.cpu', 'limits.memory', 'requests.cpu', 'requests.memory'];
  const answers = judge(
    version,
    made.map((spec) => ({ op: 'usage', pod: { metadata: { name: 'a' }, spec }, required })),
  );
  const wrong = made.flatMap((spec, index) => {
    const filled = (all: readonly Container[] = []): Container[] =>
      all.map((each) => filledIn(each, { all: [], sure: true }));
    const ours = usageOfPod(spec, filled(spec.containers), filled(spec.initContainers));
    const theirs = Object.entries(answers[index]!.usage!);
    const same = theirs.every(([name, value]) => {
      const counted = ours.get(name);
      return counted !== undefined && compareQuantity(counted, parseQuantity(value)!) === 0;
    });
    const demanded = validateManifests([quota(required), { ...pod, spec }])[1]!.some(({ message }) =>
      message.startsWith('must be stated'),
    );
    const right = same && ours.size === theirs.length && demanded === (answers[index]!.errors ?? []).length > 0;
    return right ? [] : [{ ours: [...ours.keys()], demanded, theirs: answers[index], spec: JSON.stringify(spec) }];
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

import { validateManifest } from '../../../../lib/kube/validate';
import { line } from '../../rules/pod';

const ZERO = { 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares': '' };
const problems = (version: string, fields: object, kubernetes: string, annotations = {}) =>
  validateManifest(
    {
      apiVersion: `flowcontrol.apiserver.k8s.io/${version}`,
      kind: 'PriorityLevelConfiguration',
      metadata: { name: 'a', annotations },
      spec: { type: 'Limited', limited: { limitResponse: { type: 'Reject' }, ...fields } },
    },
    { kubernetes },
  );
const lines = (...given: Parameters<typeof problems>) => problems(...given).map(line);
const SHARES = 'spec.limited.nominalConcurrencyShares';

test('no shares at all, by version', () => {
  const none = { nominalConcurrencyShares: 0 };
  expect(lines('v1', none, '1.29')).toEqual([`out-of-range ${SHARES}`]);
  expect(lines('v1', none, '1.30')).toEqual([]);
  expect(lines('v1beta3', none, '1.29')).toEqual([`?no-effect ${SHARES}`]);
  expect(lines('v1beta3', none, '1.28', ZERO)).toEqual([`?no-effect ${SHARES}`]);
  expect(lines('v1beta3', none, '1.29', ZERO)).toEqual([`out-of-range ${SHARES}`]);
  expect(lines('v1beta3', none, '1.30', ZERO)).toEqual([]);
  expect(lines('v1', {}, '1.36', ZERO)).toEqual([`forbidden metadata.annotations["${Object.keys(ZERO)[0]!}"]`]);
  expect(lines('v1beta2', { assuredConcurrencyShares: -1 }, '1.28')).toEqual([
    'out-of-range spec.limited.assuredConcurrencyShares',
  ]);
});

test('requests are dealt out to queues by a hash', () => {
  const queuing = (fields: object) =>
    problems('v1', { limitResponse: { type: 'Queue', queuing: fields } }, '1.36').map(({ message }) => message);
  expect(queuing({})).toEqual([]);
  expect(queuing({ queues: 1024 })).toEqual([
    'must be at most 6 with 1024 queues, as requests are dealt out by a hash of 60 bits',
  ]);
  expect(queuing({ queues: 4 })).toEqual(['is 8 when it is not stated, and must be at most the number of queues, 4']);
});

test('one level alone is exempt, and one is for the rest', () => {
  const level = (name: string, spec: object) =>
    validateManifest(
      { apiVersion: 'flowcontrol.apiserver.k8s.io/v1', kind: 'PriorityLevelConfiguration', metadata: { name }, spec },
      { kubernetes: '1.36' },
    ).map(line);
  const limited = (fields: object) => ({ type: 'Limited', limited: { limitResponse: { type: 'Reject' }, ...fields } });
  expect(level('a', { type: 'Exempt' })).toEqual(['conflict spec.type']);
  expect(level('exempt', limited({}))).toEqual(['conflict spec.type']);
  expect(level('exempt', { type: 'Exempt', exempt: { lendablePercent: 50 } })).toEqual([]);
  expect(level('catch-all', limited({ nominalConcurrencyShares: 5 }))).toEqual([]);
  expect(level('catch-all', limited({}))).toEqual(['conflict spec']);
});

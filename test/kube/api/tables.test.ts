import { type Field, fieldsOf, typeNames } from '../../../lib/kube/api/fields';
import { featureGates } from '../../../lib/kube/api/gates';
import { servedKind, servedKinds } from '../../../lib/kube/api/kinds';
import { ALL, MINORS, minorsIn, minorsText, only } from '../../../lib/kube/api/minors';

const field = (type: string, key: string): Field | undefined => fieldsOf(type)?.get(key);
const simple = 'string bool int32 int64 double quantity intOrString time microTime bytes any'.split(' ');

/** The types in a notation. */
const named = (notation: string): string[] =>
  notation
    .replace(/^map<(.*)>$/, '$1')
    .split('|')
    .map((part) => part.replace(/(\[\])+$/, ''))
    .filter((name) => !simple.includes(name));

test('a set of minors is written and read', () => {
  for (let set = 1; set <= ALL; set++) expect(minorsIn(minorsText(set))).toBe(set);
  expect(minorsText(ALL)).toBe('1.28+');
  expect(minorsText(minorsIn(`1.29-1.31,${MINORS.at(-1)}`))).toBe(`1.29-1.31,${MINORS.at(-1)}+`);
  expect(MINORS.map(only)).toEqual(MINORS.map((_, index) => 2 ** index));
});

test('every type that a field or a kind names is there, and none is out of reach', () => {
  const reached = new Set(
    servedKinds()
      .filter(({ minors }) => minors !== 0)
      .map(({ type }) => type),
  );
  for (const name of reached) {
    for (const { type } of fieldsOf(name)?.values() ?? []) named(type).forEach((each) => reached.add(each));
  }
  expect([...reached].sort()).toEqual([...typeNames()].sort());
});

test('every line is read whole', () => {
  for (const name of typeNames()) {
    for (const { minors, gate } of fieldsOf(name)!.values()) {
      expect(minors).toBeGreaterThan(0);
      if (gate !== undefined) expect([...featureGates().keys()]).toContain(gate);
    }
  }
});

test('fields know their type, their minors and whether they are required', () => {
  expect(field('PodSpec', 'hostPID')).toEqual({ type: 'bool', minors: ALL, required: false });
  expect(field('Container', 'name')).toEqual({ type: 'string', minors: ALL, required: true });
  expect(field('LifecycleHandler', 'sleep')).toMatchObject({ type: 'SleepAction', minors: minorsIn('1.29+') });
  expect(field('PodSpec', 'workloadRef')?.minors).toBe(minorsIn('1.35'));
  expect(field('Secret', 'data')?.type).toBe('map<bytes>');
  expect(field('Lease', 'metadata')?.type).toBe('ObjectMeta');
  expect(field('LeaseSpec', 'renewTime')?.type).toBe('microTime');
  expect(field('JSONSchemaProps', 'items')?.type).toBe('JSONSchemaProps|JSONSchemaProps[]');
  expect(fieldsOf('PodSpeck')).toBeUndefined();
  expect(fieldsOf('constructor')).toBeUndefined();
});

test('a field whose type has got another name has the fields of both', () => {
  expect(field('PersistentVolumeClaimSpec', 'resources')).toMatchObject({
    type: 'VolumeResourceRequirements',
    minors: ALL,
  });
  expect(field('VolumeResourceRequirements', 'claims')?.minors).toBe(only('1.28'));
});

test('a name that two groups have belongs to one of them', () => {
  const typeOf = (kind: string): string | undefined => servedKind(...(kind.split(' ') as [string, string]))?.type;
  expect(typeOf('v1 Event')).toBe('Event');
  expect(typeOf('events.k8s.io/v1 Event')).toBe('events.v1.Event');
  expect(typeOf('autoscaling/v2 HorizontalPodAutoscaler')).toBe('HorizontalPodAutoscaler');
  expect(typeOf('autoscaling/v1 HorizontalPodAutoscaler')).toBe('autoscaling.v1.HorizontalPodAutoscaler');
});

test('kinds know where they are served', () => {
  const kinds = servedKinds();
  expect(kinds.filter(({ minors }) => minors === ALL)).toHaveLength(54);
  expect(servedKind('apps/v1', 'Deployment')).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    type: 'Deployment',
    namespaced: true,
    minors: ALL,
    off: 0,
  });
  expect(servedKind('v1', 'Namespace')?.namespaced).toBe(false);
  expect(servedKind('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema')?.minors).toBe(minorsIn('-1.31'));
  expect(servedKind('networking.k8s.io/v1beta1', 'IPAddress')).toMatchObject({ minors: 0, off: minorsIn('1.31+') });
  expect(kinds.map(({ apiVersion, kind }) => servedKind(apiVersion, kind))).toEqual(kinds);
  expect(servedKind('apps/v1', 'Deploy')).toBeUndefined();
  expect(servedKind('apps/v1 Deployment\n', '')).toBeUndefined();
  for (const { apiVersion, minors, off } of kinds) {
    expect(minors & off).toBe(0);
    if (apiVersion.includes('alpha')) expect(minors).toBe(0);
  }
});

test('gates know where they are on', () => {
  const gate = (name: string): unknown => featureGates().get(name);
  expect(gate('SidecarContainers')).toEqual({ minors: ALL, on: minorsIn('1.29+') });
  expect(gate('ContainerStopSignals')).toEqual({ minors: minorsIn('1.33+'), on: 0 });
  // Locked to false in 1.35.
  expect(gate('AllowOverwriteTerminationGracePeriodSeconds')).toEqual({ minors: minorsIn('1.32+'), on: 0 });
  // On, off and on again.
  expect(gate('WatchList')).toEqual({ minors: ALL, on: minorsIn('1.32,1.34+') });
  for (const { minors, on } of featureGates().values()) expect(on & ~minors).toBe(0);
});

test('a field that is dropped while a gate is off says which', () => {
  expect(field('LifecycleHandler', 'sleep')?.gate).toBe('PodLifecycleSleepAction');
  expect(field('JobSpec', 'backoffLimitPerIndex')?.gate).toBe('JobBackoffLimitPerIndex');
  expect(field('JobSpec', 'backoffLimit')).not.toHaveProperty('gate');
  // A gate that is on wherever its field is would drop nothing.
  for (const name of typeNames()) {
    for (const { minors, gate } of fieldsOf(name)!.values()) {
      if (gate === undefined) continue;
      const { minors: known, on } = featureGates().get(gate)!;
      expect({ name, gate, off: minors & known & ~on }).not.toMatchObject({ off: 0 });
    }
  }
});

import type { Types } from '../../lib/kube/api/types';
import { decode } from '../../lib/kube/decode';
import { serverOf } from '../../lib/kube/server';
import { Report } from '../../lib/report/report';

const read = <Name extends keyof Types>(type: Name, value: unknown) => {
  const report = new Report();
  const object = decode(type, value, report);
  return { object, problems: report.problems };
};

/** The only problem, without what the test does not state. */
const only = (type: keyof Types, value: unknown) => {
  const { problems } = read(type, value);
  expect(problems).toHaveLength(1);
  return problems[0];
};

describe('decode', () => {
  test('an object without fault comes back itself', () => {
    const container = {
      name: 'a',
      image: 'b',
      args: ['c'],
      ports: [{ containerPort: 1 }],
      resources: { limits: { cpu: 1 } },
    };
    const { object, problems } = read('Container', container);
    expect(object).toBe(container);
    expect(problems).toEqual([]);
  });

  test('null is the same as leaving a field out, and the given object stays as it is', () => {
    const given = Object.freeze({ name: 'a', image: null, args: null });
    const { object, problems } = read('Container', given);
    expect(object).toEqual({ name: 'a' });
    expect(problems).toEqual([]);
    expect(given).toEqual({ name: 'a', image: null, args: null });
  });

  test('null is the zero value in lists and maps', () => {
    const { object, problems } = read('Container', {
      args: ['a', null],
      env: [null],
      resources: { limits: { cpu: null } },
    });
    expect(object).toEqual({ args: ['a', ''], env: [{}], resources: { limits: { cpu: '0' } } });
    expect(problems.map(({ severity, path }) => [severity, path.join('.')])).toEqual([
      ['warning', 'args.1'],
      ['warning', 'env.0'],
    ]);
    expect(read('ObjectMeta', { labels: { a: null } })).toEqual({ object: { labels: { a: '' } }, problems: [] });
  });

  test('what is wrong is absent, in lists zero', () => {
    const { object, problems } = read('Container', {
      name: 5,
      args: [1, 'a'],
      ports: ['80'],
      stdin: 'true',
      workingDir: true,
      image: 'b',
    });
    expect(object).toEqual({ args: ['', 'a'], ports: [{}], image: 'b' });
    expect(problems.map(({ code, path, hint }) => [code, path.join('.'), hint])).toEqual([
      ['wrong-type', 'name', 'Put it in quotes: "5"'],
      ['wrong-type', 'args.0', 'Put it in quotes: "1"'],
      ['wrong-type', 'ports.0', 'Its fields are containerPort, hostIP, hostPort, name, protocol'],
      ['wrong-type', 'stdin', 'Write true without quotes'],
      ['wrong-type', 'workingDir', 'Put it in quotes: "true"; YAML reads y, yes and on as true too'],
    ]);
  });

  test('unknown fields come with the nearest known one, whose absence is then no news', () => {
    const report = new Report();
    decode('Container', { imagePullpolicy: 'Always', nmae: 'x', zzzzzzzz: 1 }, report);
    expect(report.problems.map(({ code, path, hint }) => [code, path.join('.'), hint])).toEqual([
      ['unknown-field', 'imagePullpolicy', 'Did you mean "imagePullPolicy"?'],
      ['unknown-field', 'nmae', 'Did you mean "name"?'],
      ['unknown-field', 'zzzzzzzz', undefined],
    ]);
    report.error({ parent: {}, key: 'name' }, 'required', 'is required');
    expect(report.problems).toHaveLength(3);
  });

  test.each([
    [undefined, 'Volume', { image: {} }, ['warning Kubernetes before 1.31 has no such field']],
    ['1.30', 'Volume', { image: {} }, ['error Kubernetes 1.30 has no such field']],
    ['1.30-1.34', 'JobSpec', { managedBy: 1 }, ['error expected a string, not a number']],
    ['1.29-1.34', 'JobSpec', { managedBy: 'x' }, ['error Kubernetes until 1.29 has no such field']],
    ['>=1.35', 'Volume', { image: {} }, []],
    ['1.35', 'PodSpec', { workloadRef: null }, []],
    ['>=1.35', 'PodSpec', { workloadRef: null }, ['error Kubernetes since 1.36 has no such field']],
  ])('of %s, %s with %j', (kubernetes, type, value, found) => {
    const report = new Report(false, undefined, serverOf(kubernetes));
    decode(type as 'PodSpec', value, report);
    const errors = report.problems.filter(({ code }) => code !== 'dropped');
    expect(errors.map(({ severity, message }) => `${severity} ${message}`)).toEqual(found);
  });

  test('a field behind a gate that is off', () => {
    const report = new Report(false, undefined, serverOf('1.30-1.36'));
    decode('PodSpec', { resources: { limits: { cpu: true } } }, report);
    expect(report.problems.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      ['unknown-field', 'error', 'Kubernetes until 1.31 has no such field'],
      // It is read before it is dropped.
      ['wrong-type', 'error', 'Kubernetes since 1.32: expected a quantity such as 500m or 1Gi, not a boolean'],
      [
        'dropped',
        'warning',
        'Kubernetes 1.32 to 1.33 drops this field, as the feature gate PodLevelResources is off there',
      ],
    ]);
  });

  test.each([
    ['int32', 2 ** 31 - 1, true],
    ['int32', 2 ** 31, false],
    ['int32', -(2 ** 31), true],
    ['int32', -(2 ** 31) - 1, false],
    ['int64', 2 ** 53, true],
    ['int64', 2 ** 63, false],
    ['int64', -(2 ** 63), false],
  ])('%s %d fits: %s', (type, value, fits) => {
    const { problems } =
      type === 'int32'
        ? read('DeploymentSpec', { replicas: value })
        : read('PodSpec', { activeDeadlineSeconds: value });
    expect(problems.map(({ code }) => code)).toEqual(fits ? [] : ['out-of-range']);
  });

  test('integers: fractions, texts and what is no number', () => {
    expect(only('DeploymentSpec', { replicas: 1.5 })).toMatchObject({
      code: 'wrong-type',
      message: 'expected a whole number, not a fraction',
    });
    expect(only('DeploymentSpec', { replicas: '3' })).toMatchObject({
      code: 'wrong-type',
      hint: 'Write 3 without quotes',
    });
    for (const value of [NaN, Infinity, 3n, Symbol('x'), () => 1, new Date(0), new Map()]) {
      expect(only('DeploymentSpec', { replicas: value })).toMatchObject({ code: 'not-data', path: ['replicas'] });
    }
  });

  test('int-or-string, quantity, time and base64', () => {
    const rolling = (maxSurge: unknown) =>
      read('RollingUpdateDeployment', { maxSurge }).problems.map(({ code }) => code);
    expect([1, '25%', 'x', 1.5, true, 2 ** 31, []].map(rolling)).toEqual([
      [],
      [],
      [],
      ['wrong-type'],
      ['wrong-type'],
      ['out-of-range'],
      ['wrong-type'],
    ]);
    const cpu = (value: unknown) =>
      read('ResourceRequirements', { limits: { cpu: value } }).problems.map(({ code }) => code);
    expect([1, 0.5, '1Gi', '1GB', true, NaN, 1e22].map(cpu)).toEqual([
      [],
      [],
      [],
      ['bad-format'],
      ['wrong-type'],
      ['not-data'],
      [],
    ]);
    const time = (value: unknown) => read('ObjectMeta', { creationTimestamp: value }).problems.map(({ code }) => code);
    expect(['2024-02-29T00:00:00Z', '2023-02-29T00:00:00Z', 'yesterday', null, 5].map(time)).toEqual([
      [],
      ['bad-format'],
      ['bad-format'],
      [],
      ['wrong-type'],
    ]);
    expect(only('Secret', { data: { a: 'hunter2!' } })).not.toHaveProperty('value');
    // The server's reader makes bytes of a list of numbers.
    expect(read('Secret', { data: { a: [104, null, 255] } })).toMatchObject({
      object: { data: { a: 'aAD/' } },
      problems: [{ severity: 'warning' }],
    });
    expect(only('Secret', { data: { a: [256] } })).toMatchObject({ code: 'wrong-type', severity: 'error' });
  });

  test('a class instance is no map, a map without prototype is one', () => {
    class Thing {
      readonly name = 'a';
    }
    expect(only('Container', new Thing())).toMatchObject({ code: 'not-data', path: [] });
    expect(only('Container', new Thing())?.message).toContain('an instance of Thing');
    expect(read('Container', Object.assign(Object.create(null), { name: 'a' })).problems).toEqual([]);
  });

  test('__proto__ is an ordinary key', () => {
    const labels = JSON.parse('{"__proto__": "a", "b": null}');
    const { object, problems } = read('ObjectMeta', { labels });
    expect(problems).toEqual([]);
    expect(Object.entries(object.labels ?? {})).toEqual([
      ['__proto__', 'a'],
      ['b', ''],
    ]);
    expect(only('Container', JSON.parse('{"__proto__": {"name": "a"}}'))).toMatchObject({
      code: 'unknown-field',
      path: ['__proto__'],
    });
    expect(only('Container', JSON.parse('{"constructor": 1}'))).toMatchObject({ code: 'unknown-field' });
    expect(({} as { name?: unknown }).name).toBeUndefined();
  });

  test('a cycle through known fields is met as a wrong type, one in free data as a cycle', () => {
    const container: Record<string, unknown> = { name: 'a' };
    container.args = container;
    expect(only('Container', container)).toMatchObject({ code: 'wrong-type', path: ['args'] });
    const fields: Record<string, unknown> = {};
    fields['f:a'] = { back: fields };
    expect(only('ManagedFieldsEntry', { fieldsV1: fields })).toMatchObject({
      code: 'not-data',
      path: ['fieldsV1', 'f:a', 'back'],
    });
  });

  test('half of a surrogate pair is taken with a warning', () => {
    expect(only('ConfigMap', { data: { a: '\ud800' } })).toMatchObject({
      severity: 'warning',
      code: 'suspicious',
      path: ['data', 'a'],
    });
  });

  test('values that may be passwords are not shown', () => {
    const { problems } = read('Container', { env: [{ name: 'PASSWORD', value: 12345 }] });
    expect(JSON.stringify(problems)).not.toContain('12345');
    const secret = new Report(true);
    decode(
      'Secret',
      { data: { a: 12345 }, stringData: { b: 67890 }, metadata: { annotations: { c: 13579 }, labels: { d: 5 } } },
      secret,
    );
    expect(secret.problems).toHaveLength(4);
    expect(JSON.stringify(secret.problems)).not.toMatch(/12345|67890|13579/);
  });

  test('undefined fields are left out, undefined items are errors', () => {
    expect(read('Container', { name: undefined, nonsense: undefined }).problems).toEqual([]);
    expect(only('Container', { args: [undefined] })).toMatchObject({ code: 'not-data', path: ['args', 0] });
  });
});

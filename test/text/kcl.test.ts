import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseStack, parseText, sourceOf } from '../../lib/text/parse';

const read = (text: string) => parseText(text, { file: 'main.k' });
const stack = (...texts: string[]) =>
  parseStack(texts.map((text, nth) => ({ text, file: ['base.k', 'main.k'][nth]! })));
const valueOf = (text: string): unknown => {
  const { documents, problems } = read(text);
  expect(problems).toEqual([]);
  return documents[0]?.value;
};
const problemsOf = ({ problems }: ReturnType<typeof read>): string[] =>
  problems.map(({ code, source, path }) => `${source!.line}:${source!.column} ${code} ${path.join('.')}`);

const WL = 'import kam.workload as wl\n';

describe('the page', () => {
  const folder = join(__dirname, 'kcl/page');
  const http = { path: '/healthz', _type: 'kam.workload.container.probe.Http' };
  const wanted: Record<string, unknown> = {
    job: {
      echoJob: {
        containers: {
          busybox: {
            image: 'busybox:1.28',
            command: ['/bin/sh', '-c', 'echo hello'],
            _type: 'kam.workload.container.Container',
          },
        },
        schedule: '0 * * * *',
        _type: 'kam.workload.Job',
      },
    },
    container: {
      web: {
        image: 'nginx:latest',
        command: ['/bin/sh', '-c', 'echo hi'],
        env: { name: 'value' },
        resources: { cpu: '2', memory: '4Gi' },
        _type: 'kam.workload.container.Container',
      },
    },
    'file-spec': {
      tmpFile: { content: 'some file contents', mode: '0777', _type: 'kam.workload.container.FileSpec' },
    },
    lifecycle: {
      lifecycleHook: {
        preStop: { command: ['preStop.sh'], _type: 'kam.workload.container.probe.Exec' },
        postStart: { url: 'http://localhost:80', _type: 'kam.workload.container.probe.Http' },
        _type: 'kam.workload.container.lifecycle.Lifecycle',
      },
    },
    exec: { execProbe: { command: ['probe.sh'], _type: 'kam.workload.container.probe.Exec' } },
    http: {
      httpProbe: {
        url: 'http://localhost:80',
        headers: { 'X-HEADER': 'VALUE' },
        _type: 'kam.workload.container.probe.Http',
      },
    },
    probe: { probe: { probeHandler: http, initialDelaySeconds: 10, _type: 'kam.workload.container.probe.Probe' } },
    tcp: { tcpProbe: { url: 'tcp://localhost:1234', _type: 'kam.workload.container.probe.Tcp' } },
    secret: {
      basicAuth: { type: 'basic', data: { username: '', password: '' }, _type: 'kam.workload.secret.Secret' },
    },
  };

  test.each(Object.keys(wanted))('%s, as it is printed there', (name) => {
    expect(valueOf(readFileSync(join(folder, `${name}.k`), 'utf8'))).toEqual(wanted[name]);
  });

  test('has nine examples', () => {
    expect(readdirSync(folder).map((file) => file.replace('.k', ''))).toEqual(Object.keys(wanted).sort());
  });
});

test.each([
  ['1Ki', 1024],
  ['1K', 1000],
  ['3k', 3000],
  ['2Mi', 2 ** 21],
  ['1Pi', 2 ** 50],
  ['1P', 1e15],
  ['123m', 0.123],
  ['7u', 7e-6],
  ['1n', 1e-9],
  ['0x1K', 1000],
  ['0.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['1.5E-3', 0.0015],
  ['0o644', 420],
  ['0644', 420],
  ['0_10', 8],
  ['0o7_7', 63],
  ['0x1F', 31],
  ['0x_1', 1],
  ['0b1_01', 5],
  ['1_000', 1000],
  ['0', 0],
  ['-1', -1],
  ['+ 1.5', 1.5],
  ['-0x10', -16],
  ['True', true],
  ['False', false],
  ['None', null],
  [`"it's"`, "it's"],
  [`'a "b"'`, 'a "b"'],
  [`"a\\n\\t\\"\\\\\\q"`, 'a\n\t"\\\\q'],
  [`"\\x41\\u00e9\\U0001F600\\101\\0"`, 'Aé😀A\0'],
  [`"\\8\\08"`, '\\8\x008'],
  [`r"a\\n\\"b"`, 'a\\n\\"b'],
  [`R'''a\nb'''`, 'a\nb'],
  [`"""a\n"b" \\\nc"""`, 'a\n"b" c'],
  [`""""x"""`, '"x'],
  [`''''''`, ''],
  [`"""\n  a\n    b\n\n  c\n  """`, 'a\n  b\n\nc\n'],
  [`r"""\n\n\ta\n \n  b"""`, '\na\n\n b'],
  [`"""  \n \n"""`, '  \n \n'],
  [`"""\n  a\n b\n """`, ' a\nb\n'],
  [`"$x {y} $$ $"`, '$x {y} $$ $'],
  [`"\\\${x}"`, '${x}'],
  [`"\\\\\${x}"`, '${x}'],
  [`r"\${x}"`, '${x}'],
  [`"""a\r\nb\\\r\nc"""`, 'a\nbc'],
  ['[]', []],
  ['[1, 2 3\n4\n\n, 5]'.replace('\n\n,', ','), [1, 2, 3, 4, 5]],
  ['[\n  1 # one\n  # two\n  2,\n]', [1, 2]],
  ['[[1], [{x = 1} {y = 2}]]', [[1], [{ x: 1 }, { y: 2 }]]],
  ['[None, Undefined, 1]', [null, 1]],
  ['{}', {}],
  ['{a = 1, b: 2, "c d" = 3,}', { a: 1, b: 2, 'c d': 3 }],
  ['{a = 1 b = 2}', { a: 1, b: 2 }],
  ['{a = 1 # c\n}', { a: 1 }],
  ['{ # c\n\n  a = 1\n  b = 2, c = 3\n  # d\n}', { a: 1, b: 2, c: 3 }],
  ['{a.b.c = 1, "x.y": 2, a . b.d: 3}', { a: { b: { c: 1, d: 3 } }, 'x.y': 2 }],
  [
    '{$if = 1, type: 2, else = 3, elif.x = 4, x.for = 5, é = 6}',
    { if: 1, type: 2, else: 3, elif: { x: 4 }, x: { for: 5 }, é: 6 },
  ],
  ['{_a = 1, "_b": 2, c = {_d = 3}, e = Undefined, f = None}', { c: {}, f: null }],
  ['{constructor = 1, toString: 2, __proto__: 3}', { constructor: 1, toString: 2 }],
  ['\\\n  {a = \\\r\n 1}', { a: 1 }],
])('value %j', (text, value) => {
  expect(valueOf(`a = ${text}`)).toEqual({ a: value });
  expect(valueOf(`# c\n"""doc"""\nb = [${text}]\n`)).toEqual({ b: [value] });
});

test('the prototype is safe, and keys of objects are ordinary', () => {
  const value = valueOf('a = {constructor = 1}\nhasOwnProperty = {x = 1}') as object;
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect(Object.keys(value)).toEqual(['a', 'hasOwnProperty']);
});

test.each([
  ['', undefined],
  ['# nothing\n', undefined],
  ['"""doc"""\n', undefined],
  ['import a.b\n_x = 1\n', undefined],
  ['a = 1 b = 2\r\nc = 3', { a: 1, b: 2, c: 3 }],
  ['\u2028a\u0085= 1', { a: 1 }],
  ['_a = 1\n_a = 2\nb = 3', { b: 3 }],
  ['a: int = 1\nb: {str:[str]} = {x = ["y"]}\nc: "x" | "y" = "x"', { a: 1, b: { x: ['y'] }, c: 'x' }],
  [`${WL}a: wl.Job {x = 1}`, { a: { x: 1, _type: 'kam.workload.Job' } }],
  ['import kam.workload\na = workload.Job{x = 1}', { a: { x: 1, _type: 'kam.workload.Job' } }],
  ['a: b.C {}\nimport ...x.y as b', { a: { _type: 'x.y.C' } }],
  ['import x as $as\n$type: $as.$Job {}', { type: { _type: 'x.Job' } }],
  [`${WL}a: wl.Job = {x = 1}\nb: wl.Job = None`, { a: { x: 1, _type: 'kam.workload.Job' }, b: null }],
])('statements %j', (text, value) => expect(valueOf(text)).toEqual(value));

describe('union', () => {
  test.each([
    ['{a: 1, a: 1, b: 2}', { a: 1, b: 2 }],
    ['{a: 1, a: 1.0}', { a: 1 }],
    ['{a: 1, b: 2, a = 3}', { a: 3, b: 2 }],
    ['{a: {x = 1}, a: {y = 2}}', { a: { x: 1, y: 2 } }],
    ['{a: {x = 1}, a = {y = 2}}', { a: { y: 2 } }],
    ['{a: {x: 1}, a: {x = 2}}', { a: { x: 2 } }],
    ['{a.b: 1, a: {c = 2}}', { a: { b: 1, c: 2 } }],
    ['{a: [{x = 1}], a: [{y = 2}]}', { a: [{ x: 1, y: 2 }] }],
    ['{a: [None, 1], a: [1, Undefined]}', { a: [1, 1] }],
    ['{a: None, a: 1, b: 1, b: None}', { a: 1, b: 1 }],
    ['{a: 1, a = None, b: 1, b = Undefined}', { a: null }],
    ['{a: [1], a += [2], b += [3]}', { a: [1, 2], b: [3] }],
    ['{a: {b: [1]}, a: {b += [2]}, a.b += [3]}', { a: { b: [1, 2, 3] } }],
  ])('%s', (text, value) => expect(valueOf(`a = ${text}`)).toEqual({ a: value }));

  test.each([
    ['a = {x: 1, x: 2}', '1:12 conflict a.x'],
    ['a = {x = 1, x: 2}', '1:13 conflict a.x'],
    ['a = {x: 1, x: "1"}', '1:12 conflict a.x'],
    ['a = {x: 1Ki, x: 1Ki}', '1:14 conflict a.x'],
    ['a = {x: [1], x: [1, 2]}', '1:14 conflict a.x'],
    ['a = {x: {y: 1}, x: 2}', '1:17 conflict a.x'],
    ['a = {x.y: [{z: 1}], x: {y: [{z: 2}]}}', '1:30 conflict a.x.y.0.z'],
    ['a = {x: 1, x += [1]}', '1:12 conflict a.x'],
    ['a = {x += 1}', '1:6 bad-kcl a.x'],
    ['a = 1\na = 2', '2:1 duplicate-key a'],
  ])('refuses %j', (text, problem) => expect(problemsOf(read(text))).toEqual([problem]));

  test('instances of one name are united, in one file or several; the last schema counts, and the last place', () => {
    const value = { b: 1, a: { x: 1, y: 2, _type: 'kam.workload.Service' }, c: 3 };
    const [first, second] = [`${WL}a: wl.Job {x = 1}\nb = 1\n`, 'a: wl.Service {y = 2}\nc = 3\n'];
    expect(JSON.stringify(valueOf(first + second))).toBe(JSON.stringify(value));
    const both = stack(first, second);
    expect(both.problems).toEqual([]);
    expect(JSON.stringify(both.documents.map((document) => document.value))).toBe(JSON.stringify([value]));
  });

  test('inside, the first schema counts', () => {
    const text = `${WL}a = {x: wl.Job {a = 1}, x: wl.Service {b = 2}, y: {a = 1}, y: wl.Job {b = 2}}`;
    const _type = 'kam.workload.Job';
    expect(valueOf(text)).toEqual({ a: { x: { a: 1, b: 2, _type }, y: { a: 1, b: 2, _type } } });
  });

  test('a conflict names the place of the first, in another file too, and no value', () => {
    const { problems, documents } = stack(
      `${WL}a: wl.Job {\n  env.PASSWORD: "hunter2"\n}\n`,
      `${WL}a: wl.Job {\n  env: {\n    PASSWORD: "hunter3"\n  }\n}\n`,
    );
    expect(documents).toEqual([]);
    expect(problems).toEqual([
      {
        code: 'conflict',
        severity: 'error',
        path: ['a', 'env', 'PASSWORD'],
        message: expect.any(String),
        hint: 'Write `=` to replace the first, which is at line 3, column 17 of base.k.',
        source: { file: 'main.k', document: 0, line: 4, column: 5 },
      },
    ]);
    expect(JSON.stringify(problems)).not.toContain('hunter');
  });
});

describe('places', () => {
  const text = `${WL}a: wl.Job {\n  x.y: [1, {"z": 2}]\n  _h = 1\n}\nb = {\n  x = 1\n  x = [Undefined, 2]\n}\n`;

  test('of keys and values', () => {
    const [document] = read(text).documents;
    const place = (path: (string | number)[], what?: 'value'): string => {
      const at = document!.places.locate(path, what);
      return at === undefined ? 'none' : `${at.line}:${at.column}`;
    };
    expect(place([])).toBe('1:1');
    expect(place(['a'])).toBe('2:1');
    expect(place(['a', '_type'])).toBe('2:4');
    expect(place(['a', 'x', 'y'])).toBe('3:3');
    expect(place(['a', 'x', 'y'], 'value')).toBe('3:8');
    expect(place(['a', 'x', 'y', 1, 'z'])).toBe('3:13');
    expect(place(['a', 'x', 'y', 1, 'z'], 'value')).toBe('3:18');
    expect(place(['a', '_h'])).toBe('none');
    expect(place(['b', 'x'])).toBe('8:3');
    expect(place(['b', 'x', 0])).toBe('8:19');
    expect(document!.places.rawAt(['b', 'x', 0])).toBe('2');
    expect(document!.places.rawAt(['b', 'x'])).toBeUndefined();
  });

  test('of several files', () => {
    const [document] = stack(text, `\na: wl.Job {\n\n  y = "1"\n}\n`).documents;
    expect(sourceOf(document!, ['a', 'x'])).toEqual({ file: 'base.k', document: 0, line: 3, column: 3 });
    expect(sourceOf(document!, ['a', 'y'])).toEqual({ file: 'main.k', document: 0, line: 4, column: 3 });
    expect(document!.places.rawAt(['a', 'y'])).toBe('"1"');
  });
});

describe('what is computed is refused at its line, all of it at once', () => {
  test.each([
    ['b = a', '1:5'],
    ['b = a.c', '1:5'],
    ['b = f(1)', '1:5'],
    ['b = option("x")', '1:5'],
    ['b = "x".upper()', '1:5'],
    ['b = "{}".format(1)', '1:5'],
    ['b = "%s" % 1', '1:5'],
    ['b = "a${c}"', '1:7'],
    ['b = 1 + 2', '1:5'],
    ['b = (1)', '1:5'],
    ['b = not True', '1:5'],
    ['b = 1 if True else 2', '1:5'],
    ['b = {x = 1} | {y = 2}', '1:5'],
    ['b = [1][0]', '1:5'],
    ['b = lambda x, y {\n  x\n}', '1:5'],
    ['b = [x for x in [1, 2]]', '1:6'],
    ['b = {k: v for k, v in {x = 1}}', '1:9'],
    ['b = [*[1], 2]', '1:6'],
    ['b = {**c, x = 1}', '1:6'],
    ['b = all x in [1] {\n  x > 0\n}', '1:5'],
    ['b = wl.Job(1) {}', '1:5'],
    ['b = {x[0] = 1}', '1:6'],
    ['b = {\n  if True:\n    x = 1\n}', '2:3'],
    ['b += 1', '1:1'],
    ['print("x")', '1:1'],
    ['if True:\n  b = 1', '1:1'],
    ['assert True', '1:1'],
    ['type X = int', '1:1'],
    ['schema X:\n  """doc"""\n  y: int\n\n  check:\n    y > 1\n', '1:1'],
    [`import x\nb: {str:x.Y} = {z = {}}`, '2:4'],
  ])('%j', (text, place) => {
    const { documents, problems } = read(`${text}\na = {c = [\n  d\n  1 + 1, e]}\n`);
    expect(documents).toEqual([]);
    const [first, ...rest] = problems.map(({ code, source }) => `${source!.line}:${source!.column} ${code}`);
    expect(first).toBe(`${place} computed`);
    expect(rest.slice(-3).map((each) => each.replace(/^\d+/, ''))).toEqual([
      ':3 computed',
      ':3 computed',
      ':10 computed',
    ]);
    expect(problems[0]!.hint).toContain('`kcl run … | cdk8s-kam convert -`');
  });
});

test.each([
  ['a = "x', '1:5 bad-kcl a'],
  ['a = """x\ny"', '1:5 bad-kcl a'],
  ['a = {\n  b = 1\n', '1:5 bad-kcl a'],
  ['a = [1', '1:5 bad-kcl a'],
  ['a = [1}', '1:7 bad-kcl a.1'],
  ['a = {b: 1,\nc: 2}', '2:1 bad-kcl a'],
  ['a = {b 1}', '1:8 bad-kcl a'],
  ['a = {b:\n1}', '1:8 bad-kcl a.b'],
  ['a = {1: 2}', '1:6 bad-kcl a'],
  ['a = {if.x = 1}', '1:6 computed a'],
  ['a = {map = 1}', '1:6 bad-kcl a'],
  ['a = {True: 1}', '1:6 bad-kcl a'],
  ['a =', '1:4 bad-kcl a'],
  ['a', '1:2 bad-kcl a'],
  ['a.b = 1', '1:2 bad-kcl a'],
  ['a: {b = 1}', '1:4 bad-kcl a'],
  ['a: Job {}', '1:4 bad-kcl a'],
  ['a: wl.Job {}', '1:4 bad-kcl a'],
  ['a: wl.x.Job {}', '1:4 bad-kcl a'],
  ['{a = 1}', '1:1 bad-kcl '],
  ['a = 1\n"text"', '2:1 bad-kcl '],
  ['?', '1:1 bad-kcl '],
  ['import', '1:7 bad-kcl '],
  ['import x as', '1:12 bad-kcl '],
  ['type = 1', '1:1 bad-kcl '],
  ['a = true', '1:5 bad-kcl a'],
  ['a = {b: [null]}', '1:10 bad-kcl a.b.0'],
  ['a = 1.5Ki', '1:5 bad-kcl a'],
  ['a = 1ki', '1:5 bad-kcl a'],
  ['a = -1Ki', '1:5 bad-kcl a'],
  ['a = 07', '1:5 bad-kcl a'],
  ['a = 1__0', '1:5 bad-kcl a'],
  ['a = .5', '1:5 bad-kcl a'],
  ['a = 1e400', '1:5 bad-number a'],
  ['a = 9007199254740993', '1:5 unsafe-integer a'],
  ['a = "\\N{BULLET}"', '1:6 bad-kcl a'],
  ['a = "x\\u12"', '1:7 bad-kcl a'],
  ['a = "\\ud800"', '1:6 lone-surrogate a'],
  ['a = "\\U00110000"', '1:6 bad-kcl a'],
  ['a = 1\u00a0', '1:6 bad-kcl '],
  ['import x\na: x.Y = 1', '2:10 bad-kcl a'],
])('refuses %j', (text, problem) => {
  expect(problemsOf(read(text))).toEqual([problem]);
});

test('every statement is read, whatever is wrong with the one before it', () => {
  const text = 'a = {\n  b: [1\n  c: "}"\n  }\n]}\nb = tru\nc = {x: 07, y: "\\x", z: 1 z: 2}\nd = 1\nd = 2\n';
  expect(problemsOf(read(text))).toEqual([
    '3:3 computed a.b.1',
    '4:3 bad-kcl a.b.2',
    '6:5 computed b',
    '7:9 bad-kcl c.x',
    '7:17 bad-kcl c.y',
    '7:27 conflict c.z',
    '9:1 duplicate-key d',
  ]);
});

test.each(['{a:', '{"a": ', '[', 'X {a = '])('%j a million levels deep', (piece) => {
  expect(problemsOf(read(`a = ${piece.repeat(1e6)}`)).map((each) => each.split(' ')[1])).toEqual(['too-deep']);
});

test('a key of a million names', () => {
  expect(problemsOf(read(`a = {${'b.'.repeat(1e6)}c = 1}`)).map((each) => each.split(' ')[1])).toEqual(['too-deep']);
});

test('a thousand problems, and one more that says so', () => {
  const { problems } = read('a = [\n' + 'b,\n'.repeat(5000) + ']\n');
  expect(problems).toHaveLength(1001);
  expect(problems.at(-1)!.code).toBe('too-many-problems');
});

test('sources that are no text', () => {
  expect(problemsOf(parseText(Uint8Array.of(97, 61, 255), { file: 'x.k' }))).toEqual(['1:3 bad-utf8 ']);
  expect(problemsOf(stack('a = 1', '\nb = "\ud800"'))).toEqual(['2:6 lone-surrogate ']);
});

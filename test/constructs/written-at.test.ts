// "At the line that you wrote", for constructs.
import { App as StockApp, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { App, importFile, importText, Job, ProblemError, Secret, Service } from '../../lib';
import { written } from '../../lib/constructs/source-map';
import { thrown } from '../support';

const lines = readFileSync(__filename, 'utf8').split('\n');
/** Where the code after a mark of this file stands. */
function placeOf(mark: string): string {
  const line = lines.findIndex((text) => text.includes(`/* ${mark} */`));
  const column = lines[line]!.indexOf(`/* ${mark} */`) + `/* ${mark} */ `.length;
  return `test/constructs/written-at.test.ts:${line + 1}:${column + 1}`;
}

/** A pipeline of a user, which is a Job. */
class Pipeline extends Job {
  constructor(chart: Chart, image: string) {
    /* subclass */ super(chart, 'pipeline', { containers: { main: { image } } });
  }
}

/** A part of an app, with a Job in it. */
class Part extends Construct {
  constructor(scope: Construct) {
    super(scope, 'part');
    /* part */ new Job(this, 'job', { backoffLimit: -1, containers: { main: { image: 'a:1' } } });
  }
}

const makers: Readonly<Record<string, (chart: Chart) => unknown>> = {
  job: (chart) => /* job */ new Job(chart, 'job', { containers: {} }),
  service: (chart) => /* service */ new Service(chart, 'web', { containers: {} }),
  secret: (chart) => /* secret */ new Secret(chart, 'db', { type: 'basic', data: {} }),
  subclass: (chart) => new Pipeline(chart, 'A'),
  part: (chart) => new Part(chart),
  importFile: (chart) => /* importFile */ importFile(chart, 'no-such-file.json'),
  importText: (chart) =>
    /* importText */ importText(chart, 'task', '{"id":"a","command":"b","container":{"image":"c"}}', {
      kubernetes: 'x',
    }),
};

describe.each([
  ['our App', App],
  ['the stock App', StockApp],
])('%s', (_, AppClass) => {
  test.each(Object.entries(makers))('%s', (name, make) => {
    const app = new AppClass({ outdir: join(tmpdir(), 'never') });
    make(new Chart(app, 'c'));
    const error = thrown(() => app.synth());
    const [first] = /(?<=\] )\S+:\d+:\d+/.exec(error) ?? [error];
    // Where a call begins is the compiler's own matter.
    const place = (text: string): string => (name.startsWith('import') ? text.replace(/:\d+$/, '') : text);
    expect(place(first!)).toBe(place(placeOf(name)));
  });
});

test('as data, and of warnings too', () => {
  const app = new App({ outdir: join(tmpdir(), 'never') });
  const chart = new Chart(app, 'c');
  /* never */ new Job(chart, 'never', { schedule: '0 0 31 2 *', containers: { main: { image: 'a:1' } } });
  makers.job!(chart);
  const sources = problemsOf(app).map(({ severity, source }) => [severity, source?.line]);
  const lineOf = (mark: string): number => Number(placeOf(mark).split(':')[1]);
  expect(sources).toEqual([
    ['error', lineOf('job')],
    ['warning', lineOf('never')],
  ]);
});

test('what is at a line of a document stays there', () => {
  const app = new App();
  importText(new Chart(app, 'c'), 'task.json', '{"id":"a",\n"command":5,"container":{"image":"c"}}');
  expect(problemsOf(app)[0]!.source).toMatchObject({ file: 'task.json', line: 2 });
});

test('with stacks switched off there is none, and ours changes nothing for others', () => {
  const limit = Error.stackTraceLimit;
  const app = new App();
  const chart = new Chart(app, 'c');
  Error.stackTraceLimit = 0;
  try {
    makers.job!(chart);
  } finally {
    expect(Error.stackTraceLimit).toBe(0);
    Error.stackTraceLimit = limit;
  }
  makers.service!(chart);
  expect(Error.stackTraceLimit).toBe(limit);
  expect(problemsOf(app).map(({ construct, source }) => [construct, source === undefined])).toEqual([
    ['c/job', true],
    ['c/web', false],
  ]);
});

test('nothing of it is in what is written', () => {
  const app = new App();
  new Job(new Chart(app, 'c'), 'job', { containers: { main: { image: 'a:1' } } });
  expect(app.synthYaml()).not.toContain('written-at');
});

test('an error shows the frames of the program alone', () => {
  const app = new App();
  makers.job!(new Chart(app, 'c'));
  const error = errorOf(app);
  const { stack = '' } = error;
  expect(stack.startsWith(`ProblemError: ${error.message}\n    at `)).toBe(true);
  expect(stack).not.toMatch(/node_modules|node:internal/);
  expect(Object.keys(error)).not.toContain('problems');
});

function errorOf(app: App): ProblemError {
  try {
    app.synth();
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('nothing is wrong');
}

const problemsOf = (app: App) => errorOf(app).problems;

describe('a place in compiled JavaScript', () => {
  const folder = mkdtempSync(join(tmpdir(), 'maps-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const source = 'interface A {}\nexport const a: A = {};\n\nthrow new Error("x");\n';
  const compile = (options: ts.CompilerOptions): ts.TranspileOutput =>
    ts.transpileModule(source, {
      fileName: 'main.ts',
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, ...options },
    });
  const programs: Readonly<Record<string, () => { file: string; original: string }>> = {
    'with a map beside it': () => {
      const { outputText, sourceMapText } = compile({ sourceMap: true });
      writeFileSync(join(folder, 'main.js.map'), sourceMapText!);
      return { file: write('main.js', outputText), original: join(folder, 'main.ts') };
    },
    'with the map in it': () => {
      const { outputText } = compile({ inlineSourceMap: true });
      return { file: write('inline.cjs', outputText), original: join(folder, 'main.ts') };
    },
    'with a root of its sources': () => {
      const { outputText, sourceMapText } = compile({ sourceMap: true, sourceRoot: '../src' });
      mkdirSync(join(folder, 'out'));
      writeFileSync(join(folder, 'out/main.js.map'), sourceMapText!);
      return { file: write('out/main.js', outputText), original: join(folder, 'src/main.ts') };
    },
  };
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const thrownIn = (file: string) => {
    const text = readFileSync(file, 'utf8').split('\n');
    const line = text.findIndex((each) => each.startsWith('throw'));
    return { file, line: line + 1, column: 1 };
  };

  test.each(Object.entries(programs))('%s', (_, program) => {
    const { file, original } = program();
    expect(thrownIn(file).line).not.toBe(4);
    expect(written(thrownIn(file))).toEqual({ file: original, line: 4, column: 1 });
  });

  test.each([
    ['without a map', ''],
    ['whose map is not there', '//# sourceMappingURL=nowhere.js.map\n'],
    ['whose map is none', '//# sourceMappingURL=data:application/json;base64,AAAA\n'],
  ])('%s', (name, last) => {
    const place = thrownIn(write(`${name.replaceAll(' ', '-')}.js`, `"use strict";\nthrow new Error();\n${last}`));
    expect(written(place)).toEqual(place);
  });
});

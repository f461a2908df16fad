// import: the source is formatted, compiles, and synthesizes what `convert` writes, byte for byte.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc, { runs } from '../property';
import type { Plugin } from 'prettier';
import * as estree from 'prettier/plugins/estree';
import * as typescript from 'prettier/plugins/typescript';
import { format } from 'prettier/standalone';
import ts from 'typescript';
import { folderWith, manifest, run } from './run';

const root = resolve(__dirname, '../..');

/** Documents that convert: the examples and the golden cases. */
function corpus(): { name: string; file: string; options?: string }[] {
  const cases = ['manifest', 'sqs', 'launcher', 'kam'].flatMap((dialect) => {
    const folder = join(root, 'test/dialects', dialect, 'cases');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => existsSync(join(folder, name, 'expected.yaml')))
      .map((name) => {
        const input = readdirSync(join(folder, name)).find((file) => file.startsWith('input.'))!;
        const options = join(folder, name, 'options.json');
        return { name: `${dialect}/${name}`, file: join(folder, name, input), ...(existsSync(options) && { options }) };
      });
  });
  const examples = [
    ...['service', 'cronjob', 'job', 'job-built', 'deployment'].map((name) => `from-manifest/${name}/manifest.json`),
    'from-sqs/message.json',
    'from-launcher/job.json',
    ...['container', 'exec', 'file-spec', 'http', 'job', 'lifecycle', 'probe', 'tcp'].map(
      (name) => `from-kam/${name}.k`,
    ),
    'from-kam/secret.yaml',
  ];
  return [...cases, ...examples.map((file) => ({ name: file, file: join(root, 'examples', file) }))];
}

const documents = corpus();

/** What a verb answers for a document. */
const answer = (verb: string, { file, options }: { file: string; options?: string }) =>
  run([verb, file, ...(options === undefined ? [] : ['--options', options])]);

const imported = new Map<string, ReturnType<typeof answer>>();

/** What `import` makes of a document, asked once. */
function imports(document: (typeof documents)[number]): ReturnType<typeof answer> {
  if (!imported.has(document.name)) imported.set(document.name, answer('import', document));
  return imported.get(document.name)!;
}

const outdir = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

/** What the app of a source writes. */
function synth(source: string): string {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const folder = mkdtempSync(join(outdir, 'out-'));
  process.env['CDK8S_OUTDIR'] = folder;
  const warnings = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the source that is tested
    new Function('require', 'exports', outputText)(require, {});
  } finally {
    warnings.mockRestore();
    delete process.env['CDK8S_OUTDIR'];
  }
  const [file, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return readFileSync(join(folder, file!), 'utf8');
}

/** The problems of the compiler, one a line. */
function compile(texts: readonly string[]): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const virtual = new Map(texts.map((text, index) => [join(root, 'test/cli', `imported-${index}.ts`), text]));
  const host = ts.createCompilerHost(options);
  host.readFile = (file) => virtual.get(file) ?? ts.sys.readFile(file);
  host.fileExists = (file) => virtual.has(file) || ts.sys.fileExists(file);
  const program = ts.createProgram([...virtual.keys()], options, host);
  return [...virtual.keys()].flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ messageText, start }) => {
      const text = virtual.get(file)!;
      const line = text.slice(0, start).split('\n').length;
      return `${ts.flattenDiagnosticMessageText(messageText, '\n')}\n${text.split('\n')[line - 1]}`;
    }),
  );
}

const formatted = (source: string): Promise<string> =>
  format(source, { parser: 'typescript', plugins: [estree as Plugin, typescript as Plugin], singleQuote: true });

test('there are enough documents', () => {
  expect(documents.length).toBeGreaterThan(40);
});

test.each(documents)('$name synthesizes what convert writes', async (document) => {
  const converted = await answer('convert', document);
  const { out, err } = await imports(document);
  expect({ code: converted.code, err }).toEqual({ code: 0, err: converted.err });
  expect(synth(out)).toBe(converted.out);
});

test('all sources compile', async () => {
  const answers = await Promise.all(documents.map(imports));
  expect(compile(answers.map(({ out }) => out))).toEqual([]);
}, 120_000);

test('all sources are formatted', async () => {
  for (const document of documents) {
    const { out } = await imports(document);
    expect(out).toBe(await formatted(out));
  }
}, 60_000);

test('several documents are one app; a common namespace is said once', async () => {
  const cwd = folderWith({
    'a.json': manifest('a'),
    'b/manifest.json': manifest('b', { type: 'service', 'container-port': 80 }),
  });
  const { out, err } = await run(['import', 'a.json', 'b', '-n', 'data'], { cwd });
  expect(err).toBe('');
  expect(out).toContain("const chart = new Chart(app, 'workloads', { namespace: 'data' });");
  expect(out.match(/namespace/g)).toHaveLength(1);
  expect(out).toContain("// b/manifest.json\nnew Service(chart, 'b', {");
  expect(synth(out)).toBe((await run(['convert', 'a.json', 'b', '-n', 'data'], { cwd })).out);
});

test('one document names the chart', async () => {
  const cwd = folderWith({ 'tasks/load_all/manifest.json': manifest('a'), 'b.json': manifest('b') });
  expect((await run(['import', 'tasks/load_all/manifest.json'], { cwd })).out).toContain("new Chart(app, 'load-all')");
  expect((await run(['import', 'b.json'], { cwd })).out).toContain("new Chart(app, 'b')");
});

test('-o writes a file', async () => {
  const cwd = folderWith({ 'a.json': manifest('a') });
  const done = { code: 0, out: '', err: 'wrote main.ts\n' };
  for (let time = 0; time < 2; time++) expect(await run(['import', 'a.json', '-o', 'main.ts'], { cwd })).toEqual(done);
  expect(readFileSync(join(cwd, 'main.ts'), 'utf8')).toBe((await run(['import', 'a.json'], { cwd })).out);
});

test('what is wrong is reported, and nothing is written', async () => {
  const { code, out, err } = await run(['import'], { stdin: JSON.stringify(manifest('Bad')) });
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('nothing was written');
});

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom('a', '\n', ' ', '`', '${', '\\', "'", '"', '\t', '\r', '\u2028', '\u200b', '字'),
    maxLength: 60,
  }),
);

test('any text survives, and stays formatted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      fc.dictionary(fc.constantFrom('__proto__', 'A', 'b-c', 'constructor'), text),
      async (args, annotations) => {
        const document = { job: { _type: 'Job', containers: { main: { image: 'busybox:1.28', args } }, annotations } };
        const stdin = JSON.stringify(document);
        const converted = await run(['convert'], { stdin });
        fc.pre(converted.code === 0);
        const { out } = await run(['import'], { stdin });
        expect(synth(out)).toBe(converted.out);
        // How wide other characters are is a matter of opinion.
        if (/^[\0-\x7f字]*$/.test(out)) expect(out).toBe(await formatted(out));
      },
    ),
    { numRuns: runs(30) },
  );
}, 60_000);

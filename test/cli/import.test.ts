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

describe('comments', () => {
  const lines = async (file: string, content: string): Promise<string> => {
    const cwd = folderWith({ [file]: content });
    const { out, err } = await run(['import', file], { cwd });
    expect(err).toBe('');
    expect(out).toBe(await formatted(out));
    return out.slice(out.indexOf('\n\n// ') + 2, out.indexOf('\n\napp.synth'));
  };

  test('of YAML stand at what their keys became, the others before the workload', async () => {
    const text = `# Copyright
---
type: job # runs to its end
# two labels
labels: app:a,team:b
name: a
image-source: busybox:1.36 # pinned
cmd: # how
  - sh
  # with a flag
  - -c # short
  - |
    # no comment
    echo hello
  # - never
cpu-limit: "0.2" # at most
# done
`;
    expect(await lines('a.yaml', text)).toBe(`// a.yaml
// Copyright
// runs to its end
// done
new Job(chart, 'a', {
  name: 'a',
  // two labels
  labels: { app: 'a', team: 'b' },
  containers: {
    a: {
      image: 'busybox:1.36', // pinned
      imagePullPolicy: 'Always',
      // how
      command: [
        'sh',
        // with a flag
        '-c', // short
        \`# no comment
echo hello
\`,
        // - never
      ],
      // at most
      resources: { cpu: '0.2' },
    },
  },
});`);
  });

  test('of KCL too', async () => {
    const text = `# Our jobs
import kam.workload as wl

echoJob: wl.Job {
    # the only one
    containers.busybox: { # opened
        image: "busybox:1.28" # pinned
        # command: ["sh"]
    } # closed
    schedule: "0 * * * *"
    # replicas: 2
}
`;
    expect(await lines('a.k', text)).toBe(`// a.k
// Our jobs
new Job(chart, 'echo-job', {
  name: 'echo-job',
  schedule: '0 * * * *',
  // the only one
  containers: {
    // opened
    busybox: {
      image: 'busybox:1.28', // pinned
      // command: ["sh"]
      // closed
    },
  },
  // replicas: 2
});`);
  });

  const nasty = fc.constantFrom(
    '',
    '*/',
    '${x}',
    '`',
    "'",
    '\\',
    '/*',
    '@ts-expect-error',
    'prettier-ignore',
    '#',
    '  a',
  );
  const place = fc.record({
    above: fc.boolean(),
    behind: fc.boolean(),
    indent: fc.nat(8),
    before: nasty,
    after: nasty,
  });
  const yaml =
    'type: job|name: a|labels: app:a|image-source: busybox:1.36|cmd:|  - sh|  - -c|env:|  - name: A|    value: b|cpu-limit: "0.2"|memory-limit: 1Gi';
  const kcl =
    'import kam.workload as wl|b: wl.Service {|  containers.b: {|    image: "b:1"|    args: [|      "x"|      "y"|    ]|    env: { A: "1" }|    resources: { cpu: "1-2" }|  }|  labels.app = "b"|}|a: wl.Job {|  containers: {|    a: {|      image: "a:1"|    }|  }|  podFailurePolicy.rules: [{|    action: "Ignore", onExitCodes: {|      operator: "In"|      values: [|        1|        2|      ]|    }|  }]|}';

  test.each([
    ['a.yaml', yaml.split('|')],
    ['a.k', kcl.split('|')],
  ])('none is lost, and none is more than a comment: %s', async (file, plain) => {
    await fc.assert(
      fc.asyncProperty(fc.array(place, { minLength: plain.length, maxLength: plain.length }), async (places) => {
        let count = 0;
        const comment = (before: string, after: string): string => `#${before} c${count++}.${after}`;
        const text = places.map(({ above, behind, indent, before, after }, nth) => {
          const odd = file === 'a.k' ? `${after}\r${after}\u2028` : after;
          const own = above ? `${' '.repeat(indent)}${comment(before, odd)}\n` : '';
          return `${own}${plain[nth]}${behind ? ` ${comment(before, after)}` : ''}\n`;
        });
        const cwd = folderWith({ [file]: text.join('') });
        const converted = await run(['convert', file], { cwd });
        expect(converted.err).toBe('');
        const { out } = await run(['import', file], { cwd });
        expect(synth(out)).toBe(converted.out);
        expect(compact(out)).toEqual(Array.from({ length: count }, (_, nth) => `c${nth}.`).sort());
        expect(out).toBe(await formatted(out));
      }),
      { numRuns: runs(40) },
    );
  });

  /** The marks of all comments, as the compiler finds them. */
  function compact(source: string): string[] {
    const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, source);
    const found: string[] = [];
    for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
      if (token !== ts.SyntaxKind.SingleLineCommentTrivia) continue;
      const text = scanner.getTokenText();
      expect(text).not.toMatch(/^\/\/\s*(?:@|prettier)/);
      found.push(...(text.match(/\bc\d+\./g) ?? []));
    }
    return found.sort();
  }
});

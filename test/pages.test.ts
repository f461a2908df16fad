// The examples of README and of docs run. The convention, in the order of a page:
//
//   ```ts                 a whole program: compiled (strict) and run
//   ```ts compile         a whole program that is only compiled
//   ```json manifest.json any block with a file name after its language: the file is there for the blocks below it
//   ```sh run             commands for bash, with `cdk8s-kam` and `npx cdk8s-kam`; ```sh fails where one of them fails
//   ```sh                 not run
//   ```diff               how what was refused is mended: where `-` (and blank) lines stand in the page's files or program, `+` (and blank) ones
//                         come in their place; then the last program or commands run again, and no longer fail
//   ```yaml, ```json, ```text, right after a block that runs: exactly what it gives. For a program in this order: the text of the error
//                         that it throws, what it prints, the manifests that its app wrote (to dist/). For commands: what they print, to
//                         stderr too. A line of `…` (or `# …`) stands for any lines.
//
// The blocks under one `##` heading share a folder. A single call of the command runs in this process, which takes a tenth of the time. Links
// lead to what is there.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { flagsOf } from '../lib/cli/verb';
import { VERBS } from '../lib/cli/verbs';
import { MINORS } from '../lib/kube/api/minors';
import { headingsOf } from '../scripts/anchors';
import { runShown, type Shown } from './cli/run';

jest.setTimeout(120_000);

const root = resolve(__dirname, '..');
const temporary = mkdtempSync(join(tmpdir(), 'pages-'));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => `docs/${file}`),
].map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
const cwd = process.cwd();

interface Block {
  readonly page: string;
  readonly line: number;
  readonly section: number;
  readonly language: string;
  /** What stands after the language. */
  readonly note: string;
  readonly text: string;
  /** Only blank lines between it and the block before it. */
  readonly follows: boolean;
}

function blocksOf({ file: page, text: markdown }: (typeof pages)[number]): Block[] {
  const blocks: Block[] = [];
  let section = 0;
  let open: { line: number; info: string; fence: string; indent: string; lines: string[] } | undefined;
  let follows = false;
  markdown.split('\n').forEach((text, index) => {
    const fence = /^(\s*)(```+)(.*)$/.exec(text);
    if (open !== undefined) {
      if (fence !== null && fence[2] === open.fence && fence[3] === '') {
        const [language = '', ...note] = open.info.trim().split(/\s+/);
        const content = open.lines.map((line) => `${line}\n`).join('');
        blocks.push({ page, line: open.line, section, language, note: note.join(' '), text: content, follows });
        open = undefined;
        follows = true;
      } else {
        open.lines.push(text.startsWith(open.indent) ? text.slice(open.indent.length) : text);
      }
    } else if (fence !== null) {
      open = { line: index + 1, info: fence[3]!, fence: fence[2]!, indent: fence[1]!, lines: [] };
    } else {
      if (/^##? /.test(text)) section = index;
      if (text.trim() !== '') follows = false;
    }
  });
  if (open !== undefined) throw new Error(`${page}:${open.line}: the block has no end`);
  return blocks;
}

const blocks = pages.flatMap(blocksOf);
const isProgram = ({ language, note }: Block): boolean => language === 'ts' && ['', 'compile'].includes(note);
const isRun = ({ language, note }: Block): boolean =>
  (language === 'ts' && note === '') || (language === 'sh' && ['run', 'fails'].includes(note));
const isFile = ({ language, note }: Block): boolean => !['ts', 'sh'].includes(language) && /^[\w./-]+$/.test(note);
const expectedAfter = (block: Block): Block | undefined => {
  const next = blocks[blocks.indexOf(block) + 1];
  const isOutput = next?.follows === true && ['yaml', 'json', 'text'].includes(next.language) && next.note === '';
  return isOutput ? next : undefined;
};

beforeAll(() => {
  symlinkSync(join(root, 'node_modules'), join(temporary, 'node_modules'));
  const bin = join(temporary, 'bin');
  mkdirSync(bin);
  const command = `exec "${join(root, 'node_modules/.bin/tsx')}" "${join(root, 'lib/cli/bin.ts')}" "$@"\n`;
  writeFileSync(join(bin, 'cdk8s-kam'), `#!/bin/sh\n${command}`, { mode: 0o755 });
  writeFileSync(join(bin, 'npx'), `#!/bin/sh\nexec "$@"\n`, { mode: 0o755 });
});
afterAll(() => {
  process.chdir(cwd);
  rmSync(temporary, { recursive: true });
});

test('README and docs have examples', () => {
  expect(blocks.filter(isRun).length).toBeGreaterThanOrEqual(10);
});

const known = new Map<string, ReadonlySet<string>>();

/** What a link to a file may name in it. */
function anchorsOf(file: string): ReadonlySet<string> {
  let found = known.get(file);
  if (found === undefined) {
    const markdown = readFileSync(file, 'utf8');
    const ids = [...markdown.matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id!);
    known.set(file, (found = new Set([...headingsOf(markdown).map(({ anchor }) => anchor), ...ids])));
  }
  return found;
}

test('links lead to what is there', () => {
  const examples = readdirSync(join(root, 'examples'))
    .map((name) => (name === 'README.md' ? 'examples/README.md' : `examples/${name}/README.md`))
    .filter((file) => existsSync(join(root, file)));
  const others = ['API.md', ...examples].map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  const broken = [...pages, ...others].flatMap(({ file, text }) =>
    [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(
      ([link, path, anchor]) => {
        const to = path === '' ? join(root, file) : resolve(root, dirname(file), path!);
        const isThere = existsSync(to) && (anchor === undefined || anchorsOf(to).has(anchor));
        return isThere ? [] : [`${file}: ${link}`];
      },
    ),
  );
  expect(broken).toEqual([]);
});

test('API.md says of each field of a workload what it becomes', () => {
  const [, ...tables] = readFileSync(join(root, 'API.md'), 'utf8').split(/^\| Property \|.* \| Becomes \|\n/m);
  const fields = tables.flatMap((table) => table.slice(0, table.indexOf('\n\n')).match(/^\| <a .*$/gm)!);
  expect(fields.length).toBeGreaterThan(90);
  expect(fields.filter((row) => row.endsWith('|  |'))).toEqual([]);
});

test('every program compiles', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8')) as {
    config: object;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const programs = new Map(
    blocks
      .filter(isProgram)
      .map((block, nth) => [join(root, `page-${nth}.ts`), { ...block, text: `${block.text}\nexport {};` }]),
  );
  const files = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...files,
    fileExists: (file) => programs.has(file) || files.fileExists(file),
    readFile: (file) => programs.get(file)?.text ?? files.readFile(file),
    getSourceFile: (file, version, ...rest) =>
      programs.has(file)
        ? ts.createSourceFile(file, programs.get(file)!.text, version)
        : files.getSourceFile(file, version, ...rest),
  };
  const program = ts.createProgram([...programs.keys()], { ...options, noUnusedLocals: false }, host);
  const faults = [...programs.keys()].flatMap((file) =>
    ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map((fault) => {
      const { line } = ts.getLineAndCharacterOfPosition(fault.file!, fault.start!);
      const { page, line: first } = programs.get(file)!;
      return `${page}:${first + line + 1}: ${ts.flattenDiagnosticMessageText(fault.messageText, '\n')}`;
    }),
  );
  expect(faults).toEqual([]);
});

const codes = [...readFileSync(join(root, 'lib/report/codes.ts'), 'utf8').matchAll(/^ {2}\| '([a-z0-9-]+)'/gm)]
  .map(([, code]) => code!)
  .sort();
const problemPages = pages.filter(({ file }) => file.startsWith('docs/problems/'));

test('the table of problems has every code once, with its page, and no other', () => {
  const { text } = pages.find(({ file }) => file === 'docs/problems.md')!;
  const cells = [...text.matchAll(/^\| (\[`.*?) \|/gm)].map(([, cell]) => cell!);
  const told = cells.flatMap((cell) => [...cell.matchAll(/\[`([^`]+)`\]\(problems\/([^)]+)\.md\)/g)]);
  expect(told.map(([, code]) => code!).sort()).toEqual(codes);
  expect(told.filter(([, code, page]) => code !== page)).toEqual([]);
});

test('every code has a page, which shows it', () => {
  expect(problemPages.map(({ file }) => basename(file, '.md')).sort()).toEqual(codes);
  const silent = problemPages.filter(({ file, text }) => {
    const code = basename(file, '.md');
    const shown = blocks
      .filter((block) => block.page === file && isRun(block))
      .map((block) => expectedAfter(block)?.text);
    return !text.startsWith(`# ${code}\n`) || !shown.some((each) => each !== undefined && says(code).test(each));
  });
  expect(silent.map(({ file }) => file)).toEqual([]);
});

/** A problem of this code, as it is printed. The command counts what it has not checked. */
const says = (code: string): RegExp =>
  code === 'not-checked' ? /^not checked: /m : new RegExp(` \\(${code}\\)$`, 'm');

/** The folder of a block's section, with the files that stand above the block. */
function folderOf(block: Block): string {
  const folder = join(temporary, `${block.page.replace(/\W/g, '-')}-${block.section}`);
  mkdirSync(folder, { recursive: true });
  for (const file of blocks.filter(
    (each) => isFile(each) && each.page === block.page && each.section === block.section && each.line < block.line,
  )) {
    mkdirSync(dirname(join(folder, file.note)), { recursive: true });
    writeFileSync(join(folder, file.note), file.text);
  }
  return folder;
}

let programsRun = 0;

/** What the program gives: the text of its error, what it printed, or the manifests that it wrote. */
function runProgram(block: Block, folder: string, mayThrow: boolean): string {
  // jest reads each file once.
  const main = join(folder, `main-${++programsRun}.ts`);
  writeFileSync(main, block.text);
  let printed = '';
  const log = jest.spyOn(console, 'log').mockImplementation((...values: unknown[]) => {
    printed += `${values.map(String).join(' ')}\n`;
  });
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  delete process.env.CDK8S_OUTDIR;
  process.chdir(folder);
  try {
    jest.isolateModules(() => void jest.requireActual(main));
  } catch (error) {
    if (!mayThrow) throw error;
    return `${(error as Error).message}\n`.replaceAll(basename(main), 'main.ts');
  } finally {
    process.chdir(cwd);
    log.mockRestore();
    write.mockRestore();
  }
  if (printed !== '' || !existsSync(dist)) return printed;
  return readdirSync(dist)
    .sort()
    .map((file) => readFileSync(join(dist, file), 'utf8'))
    .join('---\n');
}

/** What the commands print; an error when they end otherwise than they should. */
async function runCommands(block: Block, folder: string, mayFail: boolean): Promise<string> {
  const { code, all } = await done(block, folder);
  if ((code !== 0) !== mayFail) throw new Error(`${block.page}:${block.line}: exit code ${code}\n${all}`);
  return all;
}

function done(block: Block, folder: string): Promise<Shown> {
  const [, one] = /^(?:npx )?cdk8s-kam ([\w ./=-]+)\n$/.exec(block.text) ?? [];
  if (one !== undefined) return runShown(one.split(' '), { cwd: folder });
  const { status, stdout } = spawnSync(
    'bash',
    ['-c', `exec 2>&1; ${block.note === 'run' ? 'set -e; ' : ''}${block.text}`],
    {
      cwd: folder,
      env: { ...process.env, PATH: `${join(temporary, 'bin')}${delimiter}${process.env.PATH}`, NO_COLOR: '1' },
      encoding: 'utf8',
    },
  );
  return Promise.resolve({ code: status ?? 1, all: stdout });
}

/** The given text when it is the expected one but for the lines that `…` stands for; otherwise the expected one, to be compared. */
function fitted(given: string, expected: string): string {
  const lines = expected
    .split('\n')
    .map((line) => (/^\s*(# )?…$/.test(line) ? '\0' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  const pattern = lines.join('\n').replace(/\0\n/g, '(?:.*\\n)*?');
  return new RegExp(`^${pattern}$`).test(given) ? given : expected;
}

const runs = blocks.filter(isRun);
const isMended = (block: Block): boolean => block.language === 'diff';

function giving(block: Block, folder: string, mayFail: boolean): string | Promise<string> {
  return block.language === 'ts' ? runProgram(block, folder, mayFail) : runCommands(block, folder, mayFail);
}

describe('runs', () => {
  test.each(runs.map((block) => [`${block.page}:${block.line}`, block] as const))('%s', async (_, block) => {
    const folder = folderOf(block);
    const expected = expectedAfter(block);
    const mayFail = block.language === 'ts' ? expected !== undefined : block.note === 'fails';
    const given = await giving(block, folder, mayFail);
    // `console.log(toYaml(…))` ends with a blank line, which no page shows.
    const shown = given.replace(/\n+$/, '\n');
    if (expected !== undefined) expect(shown).toBe(fitted(shown, expected.text));
  });
});

describe('what is mended is no longer told', () => {
  const mended = blocks.filter(isMended);
  test.each(mended.map((block) => [`${block.page}:${block.line}`, block] as const))('%s', async (_, block) => {
    const before = blocks.filter(({ page, section, line }) => {
      return page === block.page && section === block.section && line < block.line;
    });
    const last = before.filter(isRun).at(-1)!;
    const folder = folderOf(block);
    let program = last;
    for (const [old, text] of hunksOf(block.text)) {
      const found = before.filter((each) => (isFile(each) || each === last) && each.text.split(old).length === 2);
      expect(found).toHaveLength(1);
      const [{ note, text: whole }] = found as [Block];
      if (found[0] === last) program = { ...program, text: program.text.replace(old, () => text) };
      else
        writeFileSync(
          join(folder, note),
          whole.replace(old, () => text),
        );
    }
    const given = await giving(program, folder, false);
    expect(given).not.toMatch(says(basename(block.page, '.md')));
  });
});

/** What stands there, and what comes in its place. */
function hunksOf(diff: string): [old: string, text: string][] {
  return diff.split(/^\n/m).map((hunk) => {
    const lines = hunk.split(/^/m);
    const without = (sign: string): string =>
      lines
        .filter((line) => !line.startsWith(sign))
        .map((line) => line.slice(1))
        .join('');
    return [without('+'), without('-')];
  });
}

test.each(['README.md', 'docs/kubernetes.md', 'lib/constructs/app.ts', 'lib/constructs/server.ts'])(
  '%s names the minors that we know',
  (file) => {
    expect(readFileSync(join(root, file), 'utf8')).toContain(`${MINORS[0]} to ${MINORS.at(-1)}`);
  },
);

test('flags that pages name are flags of the command', () => {
  const known = new Set(['help', ...VERBS.flatMap((verb) => flagsOf(verb).map(({ name }) => name))]);
  // Of Node.
  known.add('enable-source-maps');
  const forUsers = pages.filter(({ file }) => file !== 'CONTRIBUTING.md');
  const named = forUsers.flatMap(({ file, text }) =>
    [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/`(?:cdk8s-kam [^`]*?)?--([a-z][a-z-]*)[^`]*`/g)].map(
      ([, flag]) => ({ file, flag: flag! }),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ flag }) => !known.has(flag))).toEqual([]);
});

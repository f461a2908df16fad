// The documentation that is made from what stands in the code: lib/shape/docs.json (descriptions for our JSON Schemas, from TSDoc), API.md (from
// TSDoc, the declarations of the command's verbs, and what the golden cases become) and the table of kinds in docs/checks.md. `npm run docs` writes all; .ci/run refuses them stale.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';
import differences from '../docs/differences.json';
import type { Flag, Verb } from '../lib/cli/verb';
import { VERBS } from '../lib/cli/verbs';
import { ALL, minorsText } from '../lib/kube/api/minors';
import { kindOf, kinds } from '../lib/kube/kinds';
import { headingsOf } from './anchors';
import { type Becomes, becomes } from './becomes';

const root = resolve(__dirname, '..');
const lib = join(root, 'lib');

/** The parts of API.md. */
const API = 'API of cdk8s-kam';
const TESTING = 'cdk8s-kam/testing';
const COMMAND = 'The command';
const DIFFERENCES = 'Where the checks differ from the API server';

/** `{ Container: { '': '…', image: '…' } }` */
type Docs = Record<string, Record<string, string>>;

function main(): void {
  writeFileSync(join(lib, 'shape/docs.json'), `${JSON.stringify(docsOf(programOf(lib)), null, 2)}\n`);
  writeApi(join(root, 'API.md'));
  writeKinds(join(root, 'docs/checks.md'));
}

/** The table of the kinds that some server serves by default, by version of their group, with the minors where these are not all. */
function writeKinds(file: string): void {
  const groups = new Map<string, string[]>();
  for (const { apiVersion, kind, minors } of kinds()) {
    if (minors === 0) continue;
    const what = kindOf(apiVersion, kind)?.check === undefined ? ', shape and metadata alone' : '';
    const when =
      minors === ALL
        ? ''
        : minorsText(minors)
            .replace(/^-/, 'until ')
            .replace(/^(.*)\+$/, 'since $1');
    const note = `${when}${what}`.replace(/^, /, '');
    groups.set(apiVersion, [...(groups.get(apiVersion) ?? []), note === '' ? kind : `${kind} (${note})`]);
  }
  const byCore = ([one]: [string, unknown], [other]: [string, unknown]): number =>
    Number(one.includes('/')) - Number(other.includes('/')) || (one < other ? -1 : 1);
  const rows = [...groups].sort(byCore).map(([apiVersion, names]) => `| ${apiVersion} | ${names.join(', ')} |`);
  const [start, end] = ['<!-- kinds: written by npm run docs -->\n', '<!-- kinds end -->'];
  const text = readFileSync(file, 'utf8');
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error('docs/checks.md has lost the marks around its table of kinds');
  const table = `\n| version | kinds |\n| --- | --- |\n${rows.join('\n')}\n\n`;
  writeFileSync(file, text.slice(0, from + start.length) + table + text.slice(to));
}

function programOf(folder: string): ts.Program {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  return ts.createProgram(
    files.sort().map((file) => join(folder, file)),
    options,
  );
}

/** The TSDoc of each interface that a schema is named after: `named('Container', …)`. */
function docsOf(program: ts.Program): Docs {
  const checker = program.getTypeChecker();
  const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(lib));
  // Kubernetes has types of the same names; ours are those with a text. A typed value and its interface share one: the interface says more.
  const declarations = sources.flatMap(declarationsOf).filter((node) => ts.getJSDocCommentsAndTags(node).length > 0);
  const byKind = [...declarations.filter(ts.isTypeAliasDeclaration), ...declarations.filter(ts.isInterfaceDeclaration)];
  const declared = new Map(byKind.map((node) => [node.name.text, node] as const));
  const names = [...new Set(sources.flatMap(namesIn))].sort();
  const interfaces = declarations.filter(ts.isInterfaceDeclaration).map(({ name }) => name.text);
  const twice = names.filter((name) => interfaces.indexOf(name) !== interfaces.lastIndexOf(name));
  if (twice.length > 0) throw new Error(`more than one interface of the name that a schema has: ${twice.join(', ')}`);
  const unknown = names.filter((name) => !declared.has(name));
  if (unknown.length > 0) throw new Error(`no interface or type of the name that a schema has: ${unknown.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, textsOf(declared.get(name)!, checker)]));
}

type Declaration = ts.InterfaceDeclaration | ts.TypeAliasDeclaration;

const declarationsOf = (source: ts.SourceFile): Declaration[] =>
  source.statements.filter((node) => ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node));

/** The first arguments of all calls of `named`. */
function namesIn(source: ts.SourceFile): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'named') {
      const [name] = node.arguments;
      if (name !== undefined && ts.isStringLiteral(name)) names.push(name.text);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return names;
}

/** The text of the declaration under '', and of each of its properties, inherited ones too, that is documented in lib. */
function textsOf(declaration: Declaration, checker: ts.TypeChecker): Record<string, string> {
  const own = textOf(checker.getSymbolAtLocation(declaration.name)!, checker);
  const properties = checker.getTypeAtLocation(declaration).getProperties();
  const texts = properties
    .filter((property) => property.declarations?.some((node) => node.getSourceFile().fileName.startsWith(lib)))
    .map((property) => [property.name, textOf(property, checker)] as const);
  return Object.fromEntries([['', own] as const, ...texts].filter(([, text]) => text !== ''));
}

const textOf = (symbol: ts.Symbol, checker: ts.TypeChecker): string =>
  ts
    .displayPartsToString(symbol.getDocumentationComment(checker))
    .replace(/\{@link ([^}|]*?)(?:\s*\|\s*([^}]*))?\}/g, (_, target: string, label?: string) => label ?? target)
    .replace(/\s*\n\s*/g, ' ')
    .trim();

/** What the tests let differ from the API server, with the reasons. */
const differencesText = (): string =>
  `# ${DIFFERENCES}

What a kube-apiserver takes, the checks of objects take, and what it refuses they refuse, but for this:

${Object.values(differences)
  .map((reason) => `- ${reason}`)
  .join('\n')}
`;

/** The reference of the command. */
const commandText = (): string => `# ${COMMAND}\n\n${VERBS.map(verbText).join('\n')}`;

const verbText = ({ name, summary, operands, about, flags, examples }: Verb): string =>
  [
    `## cdk8s-kam ${name} ${operands}`,
    [summary, ...about]
      .map((text) => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}.`)
      .join('\n\n'),
    ...(flags.length === 0
      ? []
      : [['| flag | what it says | example |', '| --- | --- | --- |', ...flags.map(row)].join('\n')]),
    ['```sh', ...examples.map(([line, does]) => `# ${does}\n${line}`), '```'].join('\n'),
  ].join('\n\n') + '\n';

const row = ({ name, short, value, help, example }: Flag): string => {
  const spelling = [...(short === undefined ? [] : [`-${short}`]), `--${name}`].map((each) => `\`${each}\``).join(', ');
  return `| ${spelling}${value === undefined ? '' : ` ${value}`} | ${help.replaceAll('|', '\\|')} | \`${example}\` |`;
};

/** The tables of the properties of workloads and their parts, with what each becomes. */
function withFates(markdown: string, fate: Becomes): string {
  let type = '';
  return markdown
    .split('\n')
    .map((line) => {
      type = /^### (?:`abstract` )?(\w+)$/.exec(line)?.[1] ?? type;
      if (!line.startsWith('| ') || fate(type, '') === undefined) return line;
      const field = /^\| <a [^>]*><\/a> `(\w+)\??` \|/.exec(line)?.[1];
      // What one form must not have, as another has it.
      if (field !== undefined) return `${line} ${line.includes('| `undefined` |') ? '–' : fate(type, field)} |`;
      if (line === '| Property | Type | Description |') return `${line} Becomes |`;
      return line === '| ------ | ------ | ------ |' ? `${line} ------ |` : line;
    })
    .join('\n');
}

/** All names, as links: a row for each group of a part. */
function contentsOf(markdown: string): string {
  const rows: [title: string, links: string[]][] = [];
  let part = '';
  for (const { level, text, anchor } of headingsOf(markdown)) {
    const name = text.replace(/^`abstract` |^cdk8s-kam |\(\)$/g, '').split(' ')[0]!;
    const isVerb = level === 2 && part === COMMAND;
    if (level === 1) {
      part = text;
      if (text === COMMAND || text === DIFFERENCES) rows.push([`[${text}](#${anchor})`, []]);
    } else if (isVerb || level === 3) rows.at(-1)![1].push(`[${name}](#${anchor})`);
    else if (level === 2 && text !== 'Namespaces')
      rows.push([part === API ? text : `${part}: ${text.toLowerCase()}`, []]);
  }
  return ['| | |', '| --- | --- |', ...rows.map(([title, links]) => `| ${title} | ${links.join(' · ')} |`)].join('\n');
}

/** A page of typedoc: the main one, or a namespace's. */
interface ApiPage {
  readonly name: string;
  readonly text: string;
}

/** The pages one after the other; what linked to a heading or a property of a page links to where that is now. */
function joined(pages: readonly ApiPage[]): string {
  const all = headingsOf(pages.map(({ text }) => text).join('\n'));
  let first = 0;
  const moved = new Map(
    pages.map(({ name, text }) => {
      const own = headingsOf(text);
      const there = all.slice(first, (first += own.length));
      return [name, new Map(own.map(({ anchor }, nth) => [anchor, there[nth]!.anchor]))];
    }),
  );
  const main = pages[0]!.name;
  const of = (page: string, anchor: string): string =>
    moved.get(page)?.get(anchor) ?? (page === main ? anchor : `${page}-${anchor}`);
  return pages
    .map(({ name, text }) =>
      text
        .replace(/<a id="([^"]*)">/g, (_, id: string) => `<a id="${of(name, id)}">`)
        .replace(/\]\((?:[^()\s]*?([^()\s/]+)\.md)?(?:#([^()\s]*))?\)/g, (link, page?: string, anchor?: string) => {
          if (page === undefined && anchor === undefined) return link;
          return `](#${anchor === undefined ? of(page!, page!) : of(page ?? name, anchor)})`;
        }),
    )
    .join('\n');
}

/** The reference of all public names, in one file. */
function writeApi(file: string): void {
  const [main, ...namespaces] = pagesOf();
  const [testing] = pagesOf('--entryPoints', 'lib/testing.ts', '--name', TESTING);
  const helpers = { name: 'testing', text: testing!.text.replaceAll(`](${testing!.name}.md#`, '](#') };
  const names = joined([{ ...main!, text: withFates(main!.text, becomes()) }, ...namespaces, helpers]);
  const whole = [names, commandText(), differencesText()].join('\n');
  const title = `# ${API}\n\n`;
  if (!whole.startsWith(title)) throw new Error(`API.md does not begin with "${title.trim()}"`);
  writeFileSync(file, `${title}${contentsOf(whole)}\n\n${whole.slice(title.length)}`);
}

/** What typedoc says of an entry: its main page, which has the shortest path, and those of its namespaces. */
function pagesOf(...flags: string[]): ApiPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  try {
    const typedoc = join(root, 'node_modules/typedoc/bin/typedoc');
    const options = ['--options', join(root, 'typedoc.json'), '--out', folder, ...flags];
    execFileSync(process.execPath, [typedoc, ...options], { cwd: root, stdio: 'inherit' });
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((page) => page.endsWith('.md'))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .map((path): ApiPage => ({ name: basename(path, '.md'), text: readFileSync(join(folder, path), 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();

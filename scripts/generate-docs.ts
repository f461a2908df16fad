// The documentation that is made from what stands in the code: lib/shape/docs.json (descriptions for our JSON Schemas, from TSDoc), API.md (from
// TSDoc and the declarations of the command's verbs) and the table of kinds in docs/checks.md. `npm run docs` writes all; .ci/run refuses them stale.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import differences from '../docs/differences.json';
import type { Flag, Verb } from '../lib/cli/verb';
import { VERBS } from '../lib/cli/verbs';
import { ALL, minorsText } from '../lib/kube/api/minors';
import { kindOf, kinds } from '../lib/kube/kinds';

const root = resolve(__dirname, '..');
const lib = join(root, 'lib');

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
  `# Where the checks differ from the API server

What a kube-apiserver takes, the checks of objects take, and what it refuses they refuse, but for this:

${Object.values(differences)
  .map((reason) => `- ${reason}`)
  .join('\n')}
`;

/** The reference of the command. */
const commandText = (): string => `# The command\n\n${VERBS.map(verbText).join('\n')}`;

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

/** `](namespaces/sqs.md#job)` */
const linkToPage = /\]\((?:[^()\s]*\/)?([^()\s/]+)\.md(#[^()\s]*)?\)/g;

/** The reference of all public names, in one file. */
function writeApi(file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  try {
    const typedoc = join(root, 'node_modules/typedoc/bin/typedoc');
    execFileSync(process.execPath, [typedoc, '--options', join(root, 'typedoc.json'), '--out', folder], {
      cwd: root,
      stdio: 'inherit',
    });
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((page) => page.endsWith('.md'));
    // The main page has the shortest path; the namespaces follow it.
    const texts = pages
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
      .map((page) => readFileSync(join(folder, page), 'utf8'));
    writeFileSync(
      file,
      [...texts, commandText(), differencesText()]
        .join('\n')
        .replace(linkToPage, (_, page: string, anchor?: string) => `](${anchor ?? `#${page}`})`),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();

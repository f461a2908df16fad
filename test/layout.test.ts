// Imports point one way: the rooms of lib, and what each may look into. A person should be able to draw this from memory.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { servedKinds } from '../lib/kube/api/kinds';

const lib = resolve(__dirname, '../lib');

/** From the inside out: a room looks into those before it. */
const order = ['report', 'shape', 'text', 'kube', 'workload', 'dialects', 'read', 'constructs', 'entries'] as const;
type Layer = (typeof order)[number];

interface Import {
  readonly file: string;
  readonly to: string;
  /** Gone at run time. */
  readonly typeOnly: boolean;
  /** Loaded when it is asked for. */
  readonly late: boolean;
}

const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .sort();
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  const path = join(lib, file);
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, late = false): void => {
    const to = specifier.startsWith('.') ? relative(lib, resolve(dirname(path), specifier)) : specifier;
    found.push({ file, to: to === '' ? '.' : to, typeOnly, late });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(
        (node.moduleSpecifier as ts.StringLiteral).text,
        node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword,
      );
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
      add((node.moduleSpecifier as ts.StringLiteral).text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add((node.argument.literal as ts.StringLiteral).text, true);
    } else if (ts.isCallExpression(node) && node.expression.getText(source) === 'require') {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) add(argument.text, false, true);
    }
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

function layerOf(file: string): Layer {
  const [room] = file.replace(/\.ts$/, '').split('/');
  return order.find((layer) => layer === room) ?? 'entries';
}

const own = imports.filter(
  ({ to }) => files.includes(`${to}.ts`) || files.includes(`${to}/index.ts`) || to === 'shape/docs.json',
);
const foreign = imports.filter((each) => !own.includes(each));
const shown = ({ file, to }: Import): string => `${file} -> ${to}`;

test('every import is found', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(foreign.filter(({ to }) => !/^[a-z@]/.test(to) || to.startsWith('..')).map(shown)).toEqual([]);
});

test('a room looks only into those before it', () => {
  const rank = (file: string): number => order.indexOf(layerOf(file));
  expect(own.filter(({ file, to }) => rank(to) > rank(file)).map(shown)).toEqual([]);
});

test('nobody inside imports the public entries', () => {
  expect(own.filter(({ file, to }) => ['index', 'core', '.'].includes(to) && file !== 'index.ts').map(shown)).toEqual(
    [],
  );
});

test('one dialect never imports another', () => {
  const shared = ['dialect', 'draft'];
  const dialectOf = (file: string): string | undefined => /^dialects\/([^/]+)\//.exec(`${file}/`)?.[1];
  const between = own.filter(({ file, to }) => {
    const [from, into] = [/^dialects\/([^/]+)\//.exec(file)?.[1], dialectOf(to)];
    return from !== undefined && into !== undefined && !shared.includes(into) && from !== into;
  });
  expect(between.map(shown)).toEqual([]);
});

test("the Launcher's protocol knows its job and nothing of conversion", () => {
  const room = 'dialects/launcher/';
  const out = own.filter(
    ({ file, to }) =>
      file.startsWith(`${room}protocol/`) && to.startsWith('dialects/') && !to.startsWith(`${room}protocol/`),
  );
  expect([...new Set(out.map(({ to }) => to))]).toEqual([`${room}schema`]);
});

test('only the constructs know cdk8s at run time', () => {
  const packages = ['cdk8s', 'constructs', 'cdk8s-plus-28'];
  const outside = foreign.filter(
    ({ file, to, typeOnly }) => packages.includes(to) && !typeOnly && !file.startsWith('constructs/'),
  );
  expect(outside.map(shown)).toEqual([]);
});

test('nobody needs cdk8s-plus, not even for its types', () => {
  expect(foreign.filter(({ to }) => to.startsWith('cdk8s-plus')).map(shown)).toEqual([]);
});

test('Node is asked through few doors, for which a browser has others', () => {
  const inside = foreign.filter(
    ({ file, to, typeOnly }) =>
      to.startsWith('node:') && !typeOnly && !['constructs', 'entries'].includes(layerOf(file)),
  );
  expect([...new Set(inside.map(({ file }) => file))]).toEqual([
    'kube/values/certificate-request-signature.ts',
    'kube/values/key-pair.ts',
    'text/bytes.ts',
    // Files, which nobody reads who has a text.
    'text/files.ts',
    'text/kcl-settings.ts',
    'text/sha256.ts',
  ]);
});

test('zod has one door', () => {
  expect(foreign.filter(({ to }) => to.startsWith('zod')).map(shown)).toEqual(['shape/zod.ts -> zod/mini']);
});

test('there are no circles, of types neither', () => {
  const graph = new Map<string, string[]>();
  for (const { file, to, late } of own) {
    if (late) continue;
    const target = files.includes(`${to}.ts`) ? `${to}.ts` : `${to}/index.ts`;
    graph.set(file, [...(graph.get(file) ?? []), target]);
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' -> '));
    if (done.has(file)) return;
    done.add(file);
    for (const target of graph.get(file) ?? []) visit(target, [...way, file]);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

/** Who else may name a kind: where something is read that this kind alone has. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  'cli/links.ts': ['ConfigMap', 'PersistentVolumeClaim', 'ServiceAccount'],
  'cli/timeline.ts': ['CronJob'],
  'dialects/kam/workload.ts': ['Deployment'],
  'workload/manifests.ts': ['CronJob', 'Deployment'],
};

test('only the tables know which kinds there are', () => {
  const kinds = new Set(servedKinds().map(({ kind }) => kind));
  // Words of KAM too, or of the code: the type that the rules of a template ask for.
  for (const word of ['Job', 'Service', 'Secret', 'Ingress', 'Workload', 'Pod']) kinds.delete(word);
  const elsewhere = files.filter((file) => !/^(kube\/(kinds|api|rules|set)|workload\/render)\//.test(file));
  const found = elsewhere.flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(lib, file), 'utf8'), ts.ScriptTarget.Latest);
    const named: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) && kinds.has(node.text)) named.push(node.text);
      node.forEachChild(visit);
    };
    visit(source);
    return named.filter((kind) => !NAMED[file]?.includes(kind)).map((kind) => `${file}: ${kind}`);
  });
  expect(found).toEqual([]);
});

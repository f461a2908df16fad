// The pages of the site, and the Markdown that each is made of.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A page. */
export interface Page {
  /** In the repository: a Markdown file, or the folder of an example. */
  readonly source: string;
  /** In the site. */
  readonly path: string;
  readonly title: string;
  readonly markdown: string;
}

/** All but the playground, in the order of the menu. */
export function pages(root: string): Page[] {
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const guides = markdownIn(root, 'docs').map((source) => markdownPage(source, text(source)));
  const examples = readdirSync(join(root, 'examples'))
    .sort()
    .filter((name) => statSync(join(root, 'examples', name)).isDirectory())
    .map((name) => examplePage(root, `examples/${name}`));
  return [
    ...['README.md', 'CONTRIBUTING.md', 'API.md', 'examples/README.md'].map((source) =>
      markdownPage(source, text(source)),
    ),
    ...guides,
    ...examples,
  ];
}

const markdownIn = (root: string, folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .sort()
    .map((file) => `${folder}/${file}`);

function markdownPage(source: string, markdown: string): Page {
  const path = source.replace(/\bREADME\.md$/, 'index.html').replace(/\.md$/, '.html');
  return { source, path, title: titleOf(markdown, source), markdown };
}

const titleOf = (markdown: string, source: string): string => /^# (.*)$/m.exec(markdown)?.[1] ?? source;

const LANGUAGE: Readonly<Record<string, string>> = { '.ts': 'ts', '.json': 'json', '.yaml': 'yaml', '.k': 'kcl' };

/** An example: its README, or its name, and all of its files; the manifests that it makes come last. */
function examplePage(root: string, folder: string): Page {
  const readme = join(root, folder, 'README.md');
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : `# ${folder.slice('examples/'.length)}\n`;
  const files = filesIn(join(root, folder)).sort((a, b) => Number(isMade(a)) - Number(isMade(b)) || (a < b ? -1 : 1));
  const shown = files.map((file) => {
    const content = readFileSync(join(root, folder, file), 'utf8').replace(/\n?$/, '\n');
    const fence = '`'.repeat(Math.max(3, ...[...content.matchAll(/`+/g)].map(([marks]) => marks.length + 1)));
    return `## ${file}\n\n${fence}${LANGUAGE[extname(file)] ?? 'text'}\n${content}${fence}\n`;
  });
  return {
    source: folder,
    path: `${folder}.html`,
    title: titleOf(text, folder),
    markdown: `${text.trimEnd()}\n\n${shown.join('\n')}`,
  };
}

const isMade = (file: string): boolean => file.endsWith('.k8s.yaml');

/** What a person has written, and what it makes. */
function filesIn(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : filesIn(folder, path);
    return ['README.md', 'package-lock.json'].includes(entry.name) ? [] : [path];
  });
}

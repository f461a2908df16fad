// The one frame of all pages.
import { relative } from './links';
import type { Page } from './pages';

const MENU: readonly (readonly [title: string, path: string])[] = [
  ['Start', 'index.html'],
  ['Playground', 'playground.html'],
  ['Workloads', 'docs/workloads.html'],
  ['Routes', 'docs/routes.html'],
  ['Documents', 'docs/documents.html'],
  ['Secrets', 'docs/secrets.html'],
  ['The command', 'docs/command.html'],
  ['Any cdk8s app', 'docs/plugin.html'],
  ['Which Kubernetes', 'docs/kubernetes.html'],
  ['What is checked', 'docs/checks.html'],
  ['Problems', 'docs/problems.html'],
  ['CI', 'docs/ci.html'],
  ['GitOps', 'docs/gitops.html'],
  ['Migrating', 'docs/migrating.html'],
  ['Extending', 'docs/extending.html'],
  ['Speed', 'docs/speed.html'],
  ['Examples', 'examples/index.html'],
  ['API', 'API.html'],
  ['Contributing', 'CONTRIBUTING.html'],
];

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A whole page around its content. */
export function template({ path, title }: Pick<Page, 'path' | 'title'>, content: string): string {
  const to = (target: string): string => relative(path, target);
  const items = MENU.map(([name, target]) => {
    const here = target === path ? ' aria-current="page"' : '';
    return `<a href="${to(target)}"${here}>${name}</a>`;
  });
  const name = path === 'index.html' ? 'cdk8s-kam' : `${escape(title)} · cdk8s-kam`;
  return `<!doctype html>
<html lang="en" data-root="${to('.') === '' ? '.' : to('.')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${to('style.css')}">
<script defer src="${to('search.js')}"></script>
</head>
<body>
<header>
<a class="home" href="${to('index.html')}">cdk8s-kam</a>
<a class="menu" href="#pages">Pages</a>
<div class="search" role="search">
<input type="search" placeholder="Search" aria-label="Search" autocomplete="off">
<ol class="found" hidden></ol>
</div>
</header>
<div class="columns">
<nav id="pages" aria-label="Pages">
${items.join('\n')}
</nav>
<main>
${content}</main>
</div>
</body>
</html>
`;
}

// The one frame of all pages.
import { relative } from './links';
import type { Page } from './pages';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type Named = Pick<Page, 'path' | 'title'>;

/** A whole page around its content. */
export function template({ path, title }: Named, content: string, menu: readonly Named[]): string {
  const to = (target: string): string => relative(path, target);
  const items = menu.map(({ title: name, path: target }) => {
    const here = target === path ? ' aria-current="page"' : '';
    return `<a href="${to(target)}"${here}>${escape(name)}</a>`;
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

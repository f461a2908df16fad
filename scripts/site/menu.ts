// The menu: the table in README of where to go on, and what stands around it.
import type { Page } from './pages';
import { playground } from './playground';

type Item = Pick<Page, 'path' | 'title'>;

const ROW = /^\| \[([^\]]+)\]\(([^)]+)\) \|/gm;

/** Its items, in their order. */
export function menuOf(pages: readonly Page[]): Item[] {
  const of = (source: string, title: string): Item => {
    const page = pages.find((each) => each.source === source);
    if (page === undefined) throw new Error(`README.md leads on to ${source}, which is no page`);
    return { path: page.path, title };
  };
  const { markdown } = pages.find(({ source }) => source === 'README.md')!;
  const rows = [...markdown.matchAll(ROW)].map(([, title, source]) =>
    of(source!, capital(title!.replace(/\.md$/, ''))),
  );
  return [of('README.md', 'Start'), playground.page, ...rows, of('CONTRIBUTING.md', 'Contributing')];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

// What the search looks through: a script, since a page that is opened as a file may load no data.
import type { Section } from './markdown';
import type { Page } from './pages';

/** So much of a section is looked through. */
const LONGEST = 4000;

/** `[path, anchor, title, heading, text]` for each section. */
export function searchIndex(pages: readonly { page: Page; sections: readonly Section[] }[]): string {
  const entries = pages.flatMap(({ page, sections }) =>
    sections.map(({ anchor, heading, text }) => [page.path, anchor, page.title, heading, text.slice(0, LONGEST)]),
  );
  return `window.searchIndex = ${JSON.stringify(entries).replaceAll('],[', '],\n[')};\n`;
}

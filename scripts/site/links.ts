// Links between files of the repository become links between pages of the site; files that are no page come with them.
import { existsSync, statSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { anchors } from '../anchors';
import type { Page } from './pages';

/** The page with its links as they are in the site, and the files of the repository that they lead to. */
export function linked(
  html: string,
  page: Page,
  pages: readonly Page[],
  root: string,
): { html: string; files: readonly string[] } {
  const files: string[] = [];
  const folder = statSync(join(root, page.source)).isDirectory() ? page.source : posix.dirname(page.source);
  const text = html.replace(/ href="([^"]*)"/g, (whole, href: string) => {
    if (/^[a-z]+:/i.test(href) || href.startsWith('#')) return whole;
    const [path = '', anchor] = href.split('#');
    const target = posix.normalize(posix.join(folder, decodeURI(path))).replace(/\/$/, '');
    const to = place(target, pages, root);
    if (to === undefined && !existsSync(join(root, target))) throw new Error(`${page.source}: nothing is at ${href}`);
    // A folder that is no page is there for contributors alone.
    if (to === undefined && statSync(join(root, target)).isDirectory()) return '';
    if (to === undefined) files.push(target);
    const hash = anchor ?? to?.anchor;
    return ` href="${relative(page.path, to?.path ?? target)}${hash === undefined ? '' : `#${hash}`}"`;
  });
  return { html: text, files };
}

/** A page, or the part of an example's page that shows a file. */
function place(target: string, pages: readonly Page[], root: string): { path: string; anchor?: string } | undefined {
  // A folder is its README, where that is a page; an example is the page of its folder, with its README.
  const page = pages.find(
    ({ source }) => [target, `${target}/README.md`].includes(source) || `${source}/README.md` === target,
  );
  if (page !== undefined) return page;
  const example = pages.find(({ source }) => target.startsWith(`${source}/`));
  if (example === undefined) return undefined;
  const isFolder = existsSync(join(root, target)) && statSync(join(root, target)).isDirectory();
  return isFolder ? example : { path: example.path, anchor: anchors()(target.slice(example.source.length + 1)) };
}

/** From one page to another. */
export const relative = (from: string, to: string): string => posix.relative(dirname(from), to);

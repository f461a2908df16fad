// The site: README, the guides, the problems' pages, API.md, the examples with their YAML, and a playground, as plain files in site/ that open without
// a server and without a network. `npm run site`, with another folder as its argument if need be.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { bundlePlayground } from './bundle';
import { linked } from './links';
import { rendered } from './markdown';
import { pages } from './pages';
import { menuOf } from './menu';
import { exampleTexts, playground } from './playground';
import { searchIndex } from './search-index';
import { template } from './template';

const root = resolve(__dirname, '../..');

/** Writes all of it into a folder, whose old content goes. */
export async function buildSite(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const all = pages(root);
  const made = all.map((page) => ({ page, ...rendered(page.markdown) }));
  const menu = menuOf(all);
  const files = new Set<string>();
  for (const { page, html } of made) {
    const links = linked(html, page, all, root);
    for (const file of links.files) files.add(file);
    write(page.path, template(page, links.html, menu));
  }
  for (const file of files) cpSync(join(root, file), join(folder, file));
  write('playground.html', template(playground.page, playground.html, menu));
  write('search-index.js', searchIndex(made));
  for (const asset of readdirSync(join(__dirname, 'assets')))
    write(asset, readFileSync(join(__dirname, 'assets', asset), 'utf8'));
  write('examples.js', exampleTexts(root));
  write('library.js', await bundlePlayground(root));
}

if (require.main === module) {
  const folder = resolve(process.argv[2] ?? join(root, 'site'));
  void buildSite(folder).then(() => process.stdout.write(`wrote ${join(folder, 'index.html')}\n`));
}

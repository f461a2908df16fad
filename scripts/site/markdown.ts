// Markdown to HTML: headings with the anchors that GitHub gives them, tables that scroll on their own, code in colours, and what a diff adds and takes
// away.
import MarkdownIt from 'markdown-it';
import { anchors } from '../anchors';
import { highlighted } from './highlight';

/** A part of a page, from one heading to the next. */
export interface Section {
  readonly anchor: string;
  readonly heading: string;
  readonly text: string;
}

const markdown = new MarkdownIt({ html: true });
const escape = (text: string): string => markdown.utils.escapeHtml(text);

markdown.renderer.rules['table_open'] = () => '<div class="table"><table>\n';
markdown.renderer.rules['table_close'] = () => '</table></div>\n';
markdown.renderer.rules['fence'] = (tokens, index) => {
  const { info, content } = tokens[index]!;
  const [language = '', ...note] = info.trim().split(/\s+/);
  const file = note.find((word) => /[./]/.test(word));
  const name = file === undefined ? '' : `<div class="file">${escape(file)}</div>`;
  const html = language === 'diff' ? diff(content) : (highlighted(content, language) ?? escape(content));
  return `${name}<pre tabindex="0"><code class="${escape(language)}">${html}</code></pre>\n`;
};

const diff = (text: string): string =>
  text
    .split(/^/m)
    .map((line) => {
      const tag = line.startsWith('+') ? 'ins' : line.startsWith('-') ? 'del' : undefined;
      return tag === undefined ? escape(line) : `<${tag}>${escape(line)}</${tag}>`;
    })
    .join('');

/** The page as HTML, and its sections as plain text. */
export function rendered(text: string): { html: string; sections: readonly Section[] } {
  const tokens = markdown.parse(text, {});
  const name = anchors();
  const sections: { anchor: string; heading: string; texts: string[] }[] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'heading_open') {
      const { content, children } = tokens[index + 1]!;
      const anchor = name(content);
      token.attrSet('id', anchor);
      // What stands deeper is called "Properties", "Returns" and the like.
      if (Number(token.tag.slice(1)) > 3) return;
      sections.push({ anchor, heading: (children ?? []).map((child) => child.content).join(''), texts: [] });
    } else if (token.type === 'inline' && tokens[index - 1]?.type !== 'heading_open') {
      const words = (token.children ?? []).filter(({ type }) => ['text', 'code_inline'].includes(type));
      sections.at(-1)?.texts.push(words.map(({ content }) => content).join(''));
    } else if (token.type === 'fence') {
      sections.at(-1)?.texts.push(token.content);
    }
  });
  return {
    // A table of GitHub's has a head even where there is nothing to say in it.
    html: markdown.renderer
      .render(tokens, markdown.options, {})
      .replace(/<thead>\s*<tr>\s*(?:<th><\/th>\s*)+<\/tr>\s*<\/thead>\s*/g, ''),
    sections: sections.map(({ texts, ...section }) => ({ ...section, text: texts.join(' ').replace(/\s+/g, ' ') })),
  };
}

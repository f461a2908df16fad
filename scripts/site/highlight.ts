// The words of a text in a language that is much shown here, each in the colour of what it is: found when the site is made, coloured by style.css.

/** What we use of highlight.js, whose own declarations would bring the DOM's types into everything. */
interface Highlighter {
  registerLanguage(name: string, language: unknown): void;
  getLanguage(name: string): unknown;
  highlight(text: string, options: { readonly language: string }): { readonly value: string };
}

const highlighter = require('highlight.js/lib/core') as Highlighter;
highlighter.registerLanguage('sh', require('highlight.js/lib/languages/bash'));
highlighter.registerLanguage('json', require('highlight.js/lib/languages/json'));
highlighter.registerLanguage('ts', require('highlight.js/lib/languages/typescript'));
highlighter.registerLanguage('yaml', require('highlight.js/lib/languages/yaml'));

/** The text as HTML; undefined for a language that has no colours. */
export const highlighted = (text: string, language: string): string | undefined =>
  highlighter.getLanguage(language) === undefined ? undefined : highlighter.highlight(text, { language }).value;

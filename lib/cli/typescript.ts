// Values as TypeScript source, formatted as Prettier does with single quotes: what is written here, it leaves as it is.
// https://prettier.io/docs/rationale
import type { CommentTree } from './source-comments';

const WIDTH = 80;

/** `callee(…args, value)`, the value hugged by the parentheses where the line has room, with the comments in it. */
export function printCall(callee: string, args: readonly string[], value?: unknown, comments?: CommentTree): string {
  if (value === undefined) return `${callee}(${args.join(', ')})`;
  const head = `${callee}(${args.join(', ')}, `;
  const flat = comments?.isWithin ? undefined : printFlat(value);
  // Room for `const chart = ` in front and `;` behind.
  if (flat !== undefined && head.length + width(flat) + 20 <= WIDTH) return `${head}${flat})`;
  if (head.length + 1 <= WIDTH) return `${head}${expanded(value, 0, comments)})`;
  return `${callee}(\n${args.map((arg) => `  ${arg},\n`).join('')}  ${expanded(value, 1, comments)},\n)`;
}

const indent = (depth: number): string => '  '.repeat(depth);

/** The value as it stands after `start` characters of a line, with `after` more to follow. */
function print(value: unknown, depth: number, start: number, comments?: CommentTree): string {
  const flat = comments?.isWithin ? undefined : printFlat(value);
  if (flat !== undefined && start + width(flat) + 1 <= WIDTH) return flat;
  return expanded(value, depth, comments);
}

function expanded(value: unknown, depth: number, comments?: CommentTree): string {
  if (typeof value === 'string') return literal(value);
  if (Array.isArray(value)) return expandedList(value, depth, comments);
  if (typeof value === 'object' && value !== null)
    return expandedMap(value as Record<string, unknown>, depth, comments);
  return String(value);
}

function expandedMap(value: Record<string, unknown>, depth: number, comments?: CommentTree): string {
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([key, inner]) => {
    const own = comments?.inner.get(key);
    return withComments(property(key, inner, depth + 1, own), depth + 1, own);
  });
  return `{\n${lines.join('')}${commentLines(comments?.last, depth + 1)}${indent(depth)}}`;
}

/** An item of a map or list on its lines, with its comma and its comments: one behind it only where it has a single line. */
function withComments(item: string, depth: number, { before, behind }: Partial<CommentTree> = {}): string {
  const beside = behind?.length === 1 && !item.includes('\n');
  const above = commentLines(before, depth) + (beside ? '' : commentLines(behind, depth));
  return `${above}${indent(depth)}${item},${beside ? ` ${behind[0]}` : ''}\n`;
}

const commentLines = (comments: readonly string[] = [], depth: number): string =>
  comments.map((comment) => `${indent(depth)}${comment}\n`).join('');

function property(key: string, value: unknown, depth: number, comments?: CommentTree): string {
  const name = keyText(key);
  const text = print(value, depth, 2 * depth + name.length + 2, comments);
  const isLong =
    typeof value === 'string' && !text.startsWith('`') && 2 * depth + name.length + 2 + width(text) + 1 > WIDTH;
  // Text that is too long for the line goes to the next one, unless the key is so short that nothing is won.
  return isLong && name.length > 4 ? `${name}:\n${indent(depth + 1)}${text}` : `${name}: ${text}`;
}

function expandedList(items: readonly unknown[], depth: number, comments?: CommentTree): string {
  if (items.length === 0) return '[]';
  if (items.length > 1 && items.every((item) => typeof item === 'number')) return filled(items, depth);
  const lines = items.map((item, index) => {
    const own = comments?.inner.get(index);
    return withComments(print(item, depth + 1, 2 * depth + 2, own), depth + 1, own);
  });
  return `[\n${lines.join('')}${commentLines(comments?.last, depth + 1)}${indent(depth)}]`;
}

/** Numbers: as many on a line as there is room for. */
function filled(items: readonly number[], depth: number): string {
  const lines: string[] = [];
  for (const item of items) {
    const text = `${item},`;
    const last = lines.at(-1);
    if (last !== undefined && 2 * depth + 2 + last.length + 1 + text.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return `[\n${lines.map((line) => `${indent(depth + 1)}${line}\n`).join('')}${indent(depth)}]`;
}

/** The value on one line; undefined for what stands on several: text with lines, maps within maps, lists of maps. */
function printFlat(value: unknown): string | undefined {
  if (typeof value === 'string') {
    const text = literal(value);
    return text.startsWith('`') ? undefined : text;
  }
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return flatList(value);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  if (entries.length === 0) return '{}';
  if (entries.length > 3 || entries.some(([, inner]) => isMap(inner))) return undefined;
  const parts = entries.map(([key, inner]) => [keyText(key), printFlat(inner)] as const);
  if (parts.some(([, text]) => text === undefined)) return undefined;
  return `{ ${parts.map(([key, text]) => `${key}: ${text}`).join(', ')} }`;
}

function flatList(items: readonly unknown[]): string | undefined {
  const isLarge = (item: unknown): boolean => typeof item === 'object' && item !== null && Object.keys(item).length > 1;
  const sameKind = items.every((item) => Array.isArray(item) === Array.isArray(items[0]));
  if (items.length > 1 && items.every(isLarge) && sameKind) return undefined;
  const parts = items.map(printFlat);
  return parts.includes(undefined) ? undefined : `[${parts.join(', ')}]`;
}

const isMap = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length > 0;

function keyText(key: string): string {
  // Written plainly, this key would set the prototype.
  if (key === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key);
}

/** Text of several lines as a template, everything else in quotes. */
function literal(text: string): string {
  const lines = text.split('\n').length;
  return lines > 2 && !NOT_IN_TEMPLATE.test(text) ? template(text) : quoted(text);
}

const NOT_IN_TEMPLATE = /[^\P{C}\t\n]|[\u2028\u2029]|[ \t]\n/u;
const template = (text: string): string => `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;

const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\u00a0\ufe00-\ufe0f]/gu;
const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A string in single quotes; in double ones when it has more single quotes than double ones. */
export function quoted(text: string): string {
  const singles = text.split("'").length;
  const quote = singles > text.split('"').length ? '"' : "'";
  const inner = text
    .replace(quote === '"' ? /[\\"]/g : /[\\']/g, '\\$&')
    .replace(INVISIBLE, (character) => SHORT[character] ?? escaped(character));
  return quote + inner + quote;
}

const escaped = (character: string): string => {
  let out = '';
  for (let at = 0; at < character.length; at++) out += `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return out;
};

/** Columns that a text takes: two for characters of East Asia and for pictures. */
const width = (text: string): number =>
  text.length + (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/g)?.length ?? 0);

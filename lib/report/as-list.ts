// What was written as one thing, or as a map, as the list that belongs there; and the reverse.
import { isPlainObject } from './data';

/** The longest text that a hint repeats. */
const LONGEST = 80;

/**
 * How to write a list with what was written as its item: `["python", "main.py"]`, `[{ configMapRef: … }]`, `[{ name: LOG_LEVEL, … }]`.
 *
 * @param fields - Those of the list's items, where these are maps.
 */
export function asList(value: unknown, shown: boolean, fields: readonly string[] = []): string {
  const text = typeof value === 'string' && shown && value.length < LONGEST ? value : '';
  if (/^[\w./:=@-]+(?: [\w./:=@-]+){0,7}$/.test(text)) {
    const words = text.split(' ').map((word) => `"${word}"`);
    return `write it as a list: [${words.join(', ')}]`;
  }
  const [key] = isPlainObject(value) ? Object.keys(value) : [];
  if (key === undefined || key.length > LONGEST || !isWord(key))
    return 'write it as a list, even when it is the only one';
  if (fields.includes(key)) return `write it as a list: [{ ${key}: … }]`;
  return fields.includes('name') ? `write it as a list: [{ name: ${key}, … }]` : `write it as a list: [${key}, …]`;
}

/** How to write a map with what was written as the items of a list: `{ LOG_LEVEL: … }`. No value is repeated, which may be a secret. */
export function asMap(list: readonly unknown[]): string {
  const names = list.slice(0, SOME).flatMap((item): string[] => {
    const name = isPlainObject(item)
      ? item.name
      : typeof item === 'string'
        ? /^([^=:]*)[=:]/.exec(item)?.[1]
        : undefined;
    return typeof name === 'string' && name.length < LONGEST && isWord(name) ? [name] : [];
  });
  const more = names.length > 0 && list.length > names.length ? ', …' : '';
  return `write it as a map: { ${names.length === 0 ? '<name>: …' : names.map((name) => `${name}: …`).join(', ')}${more} }`;
}

/** So many names show how it is meant. */
const SOME = 3;

const isWord = (text: string): boolean => /^[\w./-]+$/.test(text);

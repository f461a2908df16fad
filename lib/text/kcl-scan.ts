// Where the next word of a KCL source is; and how to get behind what is not read without losing count of its brackets.
// https://www.kcl-lang.io/docs/reference/lang/spec/lexical-rules

import { endOfString, isString } from './kcl-literal';

const NAME = /\$?[\p{XID_Start}_][\p{XID_Continue}]*/uy;

/** Goes through one text from its start to its end. */
export class KclScanner {
  at = 0;

  constructor(readonly text: string) {}

  /** The character here; empty at the end. */
  get char(): string {
    return this.text[this.at] ?? '';
  }

  /** Takes what a sticky pattern finds here. */
  take(pattern: RegExp): string | undefined {
    const { at } = this;
    pattern.lastIndex = at;
    if (!pattern.test(this.text)) return undefined;
    return this.text.slice(at, (this.at = pattern.lastIndex));
  }

  /** The name or word here, without taking it. */
  peekName(): string | undefined {
    NAME.lastIndex = this.at;
    return NAME.test(this.text) ? this.text.slice(this.at, NAME.lastIndex) : undefined;
  }

  /** Takes a name; one that is a word of KCL is written with a `$` before it. */
  name(): string | undefined {
    const name = this.take(NAME);
    return name?.startsWith('$') ? name.slice(1) : name;
  }

  /** Skips white space, a comment and continued lines, but no line break. */
  skipBlank(): void {
    const { text } = this;
    for (; ; this.at++) {
      const c = text.charCodeAt(this.at);
      if (c === 92) {
        const end = this.at + (text[this.at + 1] === '\r' ? 2 : 1);
        if (end < text.length && text[end] !== '\n') return;
        this.at = end;
      } else if (c === 35) {
        const end = text.indexOf('\n', this.at);
        this.at = end === -1 ? text.length : end;
        return;
      } else if (!isBlank(c)) return;
    }
  }

  /** Skips line breaks too; whether there was one. */
  skipLines(): boolean {
    let broken = false;
    for (this.skipBlank(); this.char === '\n'; this.skipBlank()) {
      this.at++;
      broken = true;
    }
    return broken;
  }

  /** Goes to the end of an expression: a line break, a comma or a closing bracket outside of all that it opens itself. */
  skipExpression(): void {
    let comprehension = false;
    this.skip((c, depth) => {
      if (depth > 0) return false;
      comprehension ||= c === 'f' && this.peekName() === 'for';
      return isClosing(c) || (!comprehension && (c === '\n' || c === ','));
    });
  }

  /** Goes to the end of a statement: a line break outside of all brackets. */
  skipStatement(): void {
    this.skip((c, depth) => depth <= 0 && c === '\n');
  }

  /** Goes behind a statement and the indented lines below it. */
  skipBlock(): void {
    do {
      this.skipStatement();
      this.at++;
    } while (/[ \t\r\n#]/.test(this.char));
  }

  private skip(ends: (c: string, depth: number) => boolean): void {
    for (let depth = 0; ;) {
      this.skipBlank();
      const { char } = this;
      if (char === '' || ends(char, depth)) return;
      if (isString(this.text, this.at)) this.at = endOfString(this.text, this.at);
      else {
        this.at += this.peekName()?.length ?? 1;
        if (char === '{' || char === '[' || char === '(') depth++;
        else if (isClosing(char)) depth--;
      }
    }
  }
}

const isClosing = (c: string): boolean => c === '}' || c === ']' || c === ')';

/** What KCL takes for white space: some marks that nobody sees too, but no space that is wide or does not break. */
const isBlank = (c: number): boolean =>
  c === 32 ||
  c === 9 ||
  (c >= 11 && c <= 13) ||
  c === 0x85 ||
  c === 0x200e ||
  c === 0x200f ||
  c === 0x2028 ||
  c === 0x2029;

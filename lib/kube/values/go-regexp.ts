// Regular expressions as Go reads them: no look-around, no references back, so that no text takes long.
// https://pkg.go.dev/regexp/syntax

/** Counts of repetitions, and how deep groups stand in each other. */
const MOST = 1000;

/** What is wrong with a regular expression, as a sentence, or nothing. */
export function goRegexp(pattern: string): string | undefined {
  try {
    new Reader([...pattern]).whole();
    return undefined;
  } catch (error) {
    if (error instanceof Wrong) return error.message;
    throw error;
  }
}

class Wrong extends Error {}

const isAlphanumeric = (character: string): boolean => /^[0-9A-Za-z]$/.test(character);

class Reader {
  private at = 0;
  constructor(private readonly text: readonly string[]) {}

  private rest(length: number): string {
    return this.text.slice(this.at, this.at + length).join('');
  }

  private get next(): string {
    return this.text[this.at] ?? '';
  }

  whole(): void {
    let depth = 0;
    /** Whether there is something to repeat, and whether it is repeated already. */
    let before: 'nothing' | 'something' | 'repeated' = 'nothing';
    /** How often the last thing is repeated at most, with all that is repeated in it, and what most often in the group, and in those around it. */
    let times = 1;
    let most = 1;
    const outer: number[] = [];
    while (this.at < this.text.length) {
      const character = this.next;
      const repeat = this.repetition();
      if (repeat !== undefined) {
        if (before === 'nothing') throw new Wrong(`has ${repeat.text} with nothing before it to repeat`);
        if (before === 'repeated') throw new Wrong(`repeats what is repeated already, with ${repeat.text}`);
        before = 'repeated';
        times *= repeat.times;
        most = Math.max(most, times);
        if (times > MOST) throw new Wrong(`repeats more than ${MOST} times, with ${repeat.text}`);
        continue;
      }
      this.at++;
      times = 1;
      if (character === '(') {
        if (this.group() === 'flags') continue;
        if (++depth > MOST) throw new Wrong(`has groups more than ${MOST} levels deep`);
        outer.push(most);
        most = 1;
        before = 'nothing';
      } else if (character === ')') {
        if (depth-- === 0) throw new Wrong('has a ) without a (');
        times = most;
        most = Math.max(most, outer.pop()!);
        before = 'something';
      } else if (character === '|') before = 'nothing';
      else {
        if (character === '[') this.set();
        else if (character === '\\') this.escape();
        before = 'something';
      }
    }
    if (depth > 0) throw new Wrong('has a ( without a )');
  }

  /** `*`, `+`, `?`, `{2,3}`, and the `?` that makes each lazy. A brace that is none stands for itself. */
  private repetition(): { readonly text: string; readonly times: number } | undefined {
    const counts = this.next === '{' ? /^\{(\d+)(?:(,)(\d*))?\}/.exec(this.rest(40)) : null;
    if (counts === null && !['*', '+', '?'].includes(this.next)) return undefined;
    const text = counts === null ? this.next : counts[0];
    this.at += text.length;
    if (this.next === '?') this.at++;
    if (counts === null) return { text, times: 1 };
    const [, least = '', comma, most = ''] = counts;
    const last = Number(comma === undefined || most === '' ? least : most);
    if (Number(least) > MOST || last > MOST) throw new Wrong(`repeats more than ${MOST} times, with ${text}`);
    if (Number(least) > last) throw new Wrong(`repeats at least more often than at most, with ${text}`);
    return { text, times: last === 0 ? 1 : last };
  }

  /** What stands after an opening parenthesis. */
  private group(): 'group' | 'flags' {
    if (this.next !== '?') return 'group';
    const start = this.rest(60);
    const name = /^\?P?<([^>]*)>/.exec(start);
    if (name !== null && !/^\?<[=!]/.test(start)) return this.named(name[1]!, name[0].length);
    const flags = /^\?([imsU]*)(?:-([imsU]+))?([:)])/.exec(start);
    if (flags === null) throw new Wrong(`has (${start.slice(0, 3)}, which Go does not know${lookAround(start)}`);
    this.at += flags[0].length;
    return flags[3] === ')' ? 'flags' : 'group';
  }

  private named(name: string, length: number): 'group' {
    if (!/^\w+$/.test(name)) throw new Wrong(`has a group with the name "${name}", which is none`);
    this.at += length;
    return 'group';
  }

  /** A set of characters, after its opening bracket. */
  private set(): void {
    if (this.next === '^') this.at++;
    for (let first = true; first || this.next !== ']'; first = false) {
      if (this.at >= this.text.length) throw new Wrong('has a [ without a ]');
      const named = /^\[:(\^?)(\w*):\]/.exec(this.rest(20));
      if (named !== null) {
        if (!POSIX.has(named[2]!)) throw new Wrong(`has ${named[0]}, which is no class`);
        this.at += named[0].length;
        continue;
      }
      if (this.next === '\\' && this.classEscape()) continue;
      const low = this.inSet();
      if (this.next !== '-' || this.text[this.at + 1] === ']' || this.at + 1 >= this.text.length) continue;
      this.at++;
      const high = this.inSet();
      if (high < low) throw new Wrong(`has a range in [ ] whose end comes before its start`);
    }
    this.at++;
  }

  /** A character of a set, as its number. */
  private inSet(): number {
    const character = this.next;
    if (character === '') throw new Wrong('has a [ without a ]');
    this.at++;
    return character === '\\' ? this.character() : character.codePointAt(0)!;
  }

  /** An escape outside of a set, after its backslash. */
  private escape(): void {
    if (/^[AbBz]$/.test(this.next)) {
      this.at++;
      return;
    }
    if (this.next === 'Q') {
      this.at++;
      while (this.at < this.text.length && this.rest(2) !== '\\E') this.at++;
      this.at += 2;
      return;
    }
    this.at--;
    if (this.classEscape()) return;
    this.at++;
    this.character();
  }

  /** `\d` and its like, or `\p{Greek}`; true when there was one. */
  private classEscape(): boolean {
    const letter = this.text[this.at + 1] ?? '';
    if (/^[dDsSwW]$/.test(letter)) {
      this.at += 2;
      return true;
    }
    if (letter !== 'p' && letter !== 'P') return false;
    this.at += 2;
    const name = this.next === '{' ? /^\{\^?([^}]*)\}/.exec(this.rest(60)) : ([this.next, this.next] as const);
    if (name === null || name[1] === '' || !isUnicodeClass(name[1])) {
      throw new Wrong(`has \\${letter}${name?.[0] ?? this.next}, which is no class of characters`);
    }
    this.at += [...name[0]].length;
    return true;
  }

  /** What a backslash makes of the characters after it, as a number. */
  private character(): number {
    const character = this.next;
    if (character === '') throw new Wrong('ends with a backslash');
    this.at++;
    const octal = /^(?:0[0-7]{0,2}|[1-7][0-7]{1,2})/.exec(character + this.rest(2));
    if (octal !== null) {
      this.at += octal[0].length - 1;
      return parseInt(octal[0], 8);
    }
    if (/^[1-9]$/.test(character)) throw new Wrong(`refers back with \\${character}, which Go does not know`);
    if (character === 'x') {
      const hex = /^(?:([\da-fA-F]{2})|\{([\da-fA-F]+)\})/.exec(this.rest(20));
      const value = hex === null ? NaN : parseInt(hex[1] ?? hex[2]!, 16);
      if (hex === null || value > 0x10ffff) throw new Wrong('has a \\x that no character follows');
      this.at += hex[0].length;
      return value;
    }
    const simple = 'afnrtv'.indexOf(character);
    if (simple >= 0) return [7, 12, 10, 13, 9, 11][simple]!;
    if (character > '\x7f' || isAlphanumeric(character)) throw new Wrong(`has \\${character}, which means nothing`);
    return character.codePointAt(0)!;
  }
}

const lookAround = (start: string): string => (/^\?<?[=!]/.test(start) ? ': it neither looks ahead nor behind' : '');

const POSIX = new Set('alnum alpha ascii blank cntrl digit graph lower print punct space upper word xdigit'.split(' '));

/** Whether there is a category or script of this name, as this machine knows them. */
function isUnicodeClass(name: string): boolean {
  if (name === 'Any') return true;
  if (!/^\w+$/.test(name)) return false;
  return [name, `Script=${name}`].some((each) => {
    try {
      return new RegExp(`\\p{${each}}`, 'u') !== undefined;
    } catch {
      return false;
    }
  });
}

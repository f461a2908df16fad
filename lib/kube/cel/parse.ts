// An expression, read by the grammar of CEL.
// https://github.com/google/cel-spec/blob/master/doc/langdef.md#syntax
import { literalOf } from './literals';
import { type Macros, unfold } from './macros';
import { type Token, tokensOf } from './tokens';
import { type Call, type Expr, type Ident, type Message, type Offset, SyntaxFlaw } from './tree';

/** As many characters as the server reads, and as deep as it goes. */
const LONGEST = 100_000;
const DEEPEST = 250;

const RESERVED = new Set(
  (
    'as break const continue else false for function if import in let loop package namespace null return true var ' +
    'void while'
  ).split(' '),
);

/** Whether CEL keeps the word for itself, so that nothing can be called by it. */
export const isReserved = (word: string): boolean => RESERVED.has(word);

const RELATIONS = new Set(['<', '<=', '>=', '>', '==', '!=', 'in']);
const ADDITIONS = new Set(['+', '-']);
const PRODUCTS = new Set(['*', '/', '%']);

/** What is to be read beside the grammar itself. */
export interface Syntax {
  readonly macros: Macros;
  /** `a.?b`, `a[?b]`, `[?a]`, `{?a: b}`. */
  readonly optionals: () => boolean;
}

/** The expression; throws a {@link SyntaxFlaw} when the text is none. */
export function parse(text: string, syntax: Syntax): Expr {
  if (text.length > LONGEST && [...text].length > LONGEST) {
    throw new SyntaxFlaw(`is longer than ${LONGEST} characters`, 0);
  }
  return new Parser(tokensOf(text), syntax).whole();
}

class Parser {
  private index = 0;
  private depth = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly syntax: Syntax,
  ) {}

  whole(): Expr {
    const expression = this.expression();
    if (this.next.kind !== 'end') throw this.unexpected();
    return expression;
  }

  private get next(): Token {
    return this.tokens[this.index]!;
  }

  private is(symbol: string): boolean {
    return this.next.kind === 'symbol' && this.next.text === symbol;
  }

  private takes(symbol: string): boolean {
    if (!this.is(symbol)) return false;
    this.index++;
    return true;
  }

  private expect(symbol: string): Token {
    const token = this.next;
    if (!this.takes(symbol)) throw this.unexpected(`${symbol} is expected`);
    return token;
  }

  private unexpected(expected?: string): SyntaxFlaw {
    const { kind, text, at } = this.next;
    const found = kind === 'end' ? 'the end' : text.length > 40 ? `${text.slice(0, 39)}…` : text;
    const where = kind === 'end' ? 'at the end' : `before ${found}`;
    const hint = kind === 'ident' ? OPERATORS[text.toLowerCase()] : undefined;
    return new SyntaxFlaw(expected === undefined ? `${found} cannot stand here` : `${expected} ${where}`, at, hint);
  }

  private expression(): Expr {
    if (++this.depth > DEEPEST) throw new SyntaxFlaw(`is nested more than ${DEEPEST} levels deep`, this.next.at);
    const condition = this.any('||', '_||_', () => this.any('&&', '_&&_', () => this.relation()));
    if (!this.is('?')) {
      this.depth--;
      return condition;
    }
    const { at } = this.expect('?');
    const then = this.any('||', '_||_', () => this.any('&&', '_&&_', () => this.relation()));
    this.expect(':');
    const otherwise = this.expression();
    this.depth--;
    return { kind: 'call', at, name: '_?_:_', args: [condition, then, otherwise] };
  }

  /** Parts joined by `&&` or `||`. */
  private any(symbol: string, name: string, part: () => Expr): Expr {
    const first = part();
    if (!this.is(symbol)) return first;
    const { at } = this.next;
    const args = [first];
    while (this.takes(symbol)) args.push(part());
    return { kind: 'call', at, name, args };
  }

  private relation(): Expr {
    const products = (): Expr => this.chain(PRODUCTS, DEEPEST, () => this.unary());
    return this.chain(RELATIONS, DEEPEST - 1, () => this.chain(ADDITIONS, DEEPEST, products));
  }

  /** Operators of one rank, from the left. */
  private chain(symbols: ReadonlySet<string>, longest: number, part: () => Expr): Expr {
    let left = part();
    for (let length = 1; this.next.kind === 'symbol' && symbols.has(this.next.text); length++) {
      const { text, at } = this.next;
      if (length > longest) throw tooLong(at);
      this.index++;
      const name = text === 'in' ? '@in' : `_${text}_`;
      left = { kind: 'call', at, name, args: [left, part()] };
    }
    return left;
  }

  private unary(): Expr {
    const { at } = this.next;
    if (this.is('!')) {
      let count = 0;
      while (this.takes('!')) count++;
      const operand = this.member();
      return count % 2 === 0 ? operand : { kind: 'call', at, name: '!_', args: [operand] };
    }
    if (!this.is('-') || this.startsNegative()) return this.member();
    let count = 0;
    while (this.takes('-')) count++;
    const operand = this.member();
    return count % 2 === 0 ? operand : { kind: 'call', at, name: '-_', args: [operand] };
  }

  /** Whether a minus stands here that belongs to a number. */
  private startsNegative(): boolean {
    const kind = this.tokens[this.index + 1]?.kind;
    return this.is('-') && (kind === 'int' || kind === 'double');
  }

  private member(): Expr {
    let operand = this.primary();
    for (let length = 1; this.is('.') || this.is('['); length++) {
      if (length > DEEPEST) throw tooLong(this.next.at);
      operand = this.is('.') ? this.select(operand) : this.indexed(operand);
    }
    return operand;
  }

  private select(operand: Expr): Expr {
    this.index++;
    const optional = this.optionalMark();
    const { kind, text, at } = this.next;
    if (kind !== 'ident') {
      const keyword = ['true', 'false', 'null', 'in'].includes(text);
      throw keyword
        ? new SyntaxFlaw(`${text} is a word of CEL, no name of a field`, at, `write ["${text}"] after a map`)
        : this.unexpected('a name is expected');
    }
    this.index++;
    if (optional || !this.is('(')) return { kind: 'select', at, operand, field: text, optional, test: false };
    return this.called({ kind: 'call', at, name: text, target: operand, args: this.args() });
  }

  private indexed(operand: Expr): Expr {
    const { at } = this.expect('[');
    const name = this.optionalMark() ? '_[?_]' : '_[_]';
    const index = this.expression();
    this.expect(']');
    return { kind: 'call', at, name, args: [operand, index] };
  }

  /** A `?` that makes what follows optional. */
  private optionalMark(): boolean {
    const { at } = this.next;
    if (!this.takes('?')) return false;
    if (!this.syntax.optionals()) throw new SyntaxFlaw('there are no optional values yet', at);
    return true;
  }

  private primary(): Expr {
    const token = this.next;
    const { kind, text, at } = token;
    if (kind === 'symbol') {
      if (text === '(') return this.nested();
      if (text === '[') return this.list();
      if (text === '{') return this.map();
      if (text === '-' && this.startsNegative()) {
        this.index += 2;
        return literalOf(this.tokens[this.index - 1]!, true);
      }
      if (text === 'true' || text === 'false') {
        this.index++;
        return { kind: 'literal', at, type: 'bool', value: text === 'true' };
      }
      if (text === 'null') {
        this.index++;
        return { kind: 'literal', at, type: 'null_type', value: null };
      }
      if (text === '.') return this.named();
      throw this.unexpected();
    }
    if (kind === 'ident') return this.named();
    if (kind === 'end') throw new SyntaxFlaw('ends where a value is expected', at);
    this.index++;
    return literalOf(token, false);
  }

  private nested(): Expr {
    this.index++;
    const inner = this.expression();
    this.expect(')');
    return inner;
  }

  /** What starts with a name: a variable, a function or `Type{…}`. */
  private named(): Expr {
    const { at } = this.next;
    const message = this.message(at);
    if (message !== undefined) return message;
    this.takes('.');
    const { kind, text: name } = this.next;
    if (kind !== 'ident') throw this.unexpected('a name is expected');
    if (isReserved(name)) {
      throw new SyntaxFlaw(`${name} is a word that CEL keeps for itself`, this.next.at);
    }
    this.index++;
    if (!this.is('(')) return { kind: 'ident', at, name } satisfies Ident;
    return this.called({ kind: 'call', at, name, args: this.args() });
  }

  /** `Type{…}`, when an opening brace follows the name. */
  private message(at: Offset): Message | undefined {
    let ahead = this.index + (this.is('.') ? 1 : 0);
    const names: string[] = [];
    for (;;) {
      if (this.tokens[ahead]?.kind !== 'ident') return undefined;
      names.push(this.tokens[ahead]!.text);
      const after = this.tokens[ahead + 1]!;
      if (after.kind === 'symbol' && after.text === '{') break;
      if (after.kind !== 'symbol' || after.text !== '.') return undefined;
      ahead += 2;
    }
    this.index = ahead + 1;
    const entries = this.items('{', '}', () => {
      const optional = this.optionalMark();
      const { kind, text: field, at } = this.next;
      if (kind !== 'ident') throw this.unexpected('the name of a field is expected');
      this.index++;
      this.expect(':');
      return { at, field, value: this.expression(), optional };
    });
    return { kind: 'message', at, name: names.join('.'), entries };
  }

  private list(): Expr {
    const { at } = this.next;
    const items = this.items('[', ']', () => ({ optional: this.optionalMark(), value: this.expression() }));
    return { kind: 'list', at, items };
  }

  private map(): Expr {
    const { at } = this.next;
    const entries = this.items('{', '}', () => {
      const optional = this.optionalMark();
      const key = this.expression();
      this.expect(':');
      return { key, value: this.expression(), optional };
    });
    return { kind: 'map', at, entries };
  }

  /** Items between two signs, with commas between them and, if need be, after the last. */
  private items<Item>(open: string, close: string, item: () => Item): Item[] {
    this.expect(open);
    const items: Item[] = [];
    while (!this.is(close) && !this.is(',')) {
      items.push(item());
      if (!this.takes(',')) {
        if (!this.is(close)) throw this.unexpected(`${close} or a comma is expected`);
        break;
      }
      if (this.is(',')) throw this.unexpected();
    }
    if (items.length === 0) this.takes(',');
    this.expect(close);
    return items;
  }

  private args(): Expr[] {
    this.expect('(');
    const args: Expr[] = [];
    if (this.takes(')')) return args;
    do args.push(this.expression());
    while (this.takes(','));
    if (!this.takes(')')) throw this.unexpected(') or a comma is expected');
    return args;
  }

  private called(call: Call): Expr {
    return unfold(call, this.syntax.macros) ?? call;
  }
}

const tooLong = (at: Offset): SyntaxFlaw =>
  new SyntaxFlaw(`has more than ${DEEPEST} steps in a row, which the server does not follow`, at);

/** What other languages call what CEL writes with signs. */
const OPERATORS: Readonly<Record<string, string>> = {
  and: 'write && for "and"',
  or: 'write || for "or"',
  not: 'write ! for "not"',
  is: 'write == to compare',
  eq: 'write == to compare',
  like: 'write .matches("…") to compare with a regular expression',
};

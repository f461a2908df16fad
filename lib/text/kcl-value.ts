// Values of a KCL source: literals, lists, maps and instances of schemas. What would have to be computed is refused and skipped.
// https://www.kcl-lang.io/docs/reference/lang/spec/expressions

import type { Path } from '../report/problem';
import { MAX_DEPTH } from './json-scan';
import { type Fault, isString, type Literal, readNumber, readString } from './kcl-literal';
import { type KclReport, Stop } from './kcl-report';
import type { KclScanner } from './kcl-scan';
import { addEntry, type KclEntry, KclValue, type Schema } from './kcl-union';
import { CONSTANTS, EXPRESSIONS, MEANT, OPERATIONS } from './kcl-words';

/** What may stand between a key and its value. */
export const ASSIGN = /:|=(?!=)|\+=/y;
/** What makes a value the beginning of an expression. */
const OPERATOR = /[-+*/%|&^<>.[(]|==|!=|(?:if|or|and|not|in|is|as|for)(?!\p{XID_Continue})/uy;
const NUMBER = /[0-9]/;
const REST_OF_ELSE = /[^\S\n]*:[^\S\n]*(?:#.*)?(?:\n|$)/y;

/** Reads the values of one source. */
export class KclValues {
  /** The schemas that values are instances of, whose names are looked up when all imports are known. */
  readonly schemas: { readonly schema: Schema; readonly path: Path }[] = [];

  constructor(
    private readonly scanner: KclScanner,
    private readonly report: KclReport,
  ) {}

  /** A value with all that follows it on its line. */
  value(depth: number): KclValue {
    const { scanner, report } = this;
    scanner.skipBlank();
    const start = scanner.at;
    const value = this.operand(depth);
    if (value !== undefined) {
      scanner.skipBlank();
      const operator = scanner.take(OPERATOR);
      if (operator === undefined) return value;
      report.computed(start, OPERATIONS.get(operator) ?? 'an operation');
    }
    scanner.skipExpression();
    return this.spanned(start);
  }

  /** Undefined where it was refused. */
  private operand(depth: number): KclValue | undefined {
    const { scanner, report } = this;
    const { at: start, char, text } = scanner;
    if (char === '{') return this.map(depth + 1);
    if (char === '[') return this.list(depth + 1);
    if (isString(text, start)) return this.literal(start, readString(text, start));
    if (NUMBER.test(char)) return this.literal(start, readNumber(text, start));
    if (char === '-' || char === '+') return this.signed(char);
    if (char === '(' || char === '~') return void report.computed(start, 'an operation');
    if (char === '*') return void report.computed(start, 'an unpacked list');
    return this.named(depth);
  }

  private literal(start: number, { value, end, unit, fault }: Literal): KclValue {
    this.scanner.at = end;
    if (fault !== undefined) this.fault(fault);
    const read = this.spanned(start, value);
    if (unit) read.unit = unit;
    return read;
  }

  private signed(sign: '-' | '+'): KclValue {
    const { scanner, report } = this;
    const start = scanner.at++;
    scanner.skipBlank();
    if (!NUMBER.test(scanner.char)) {
      throw report.stop(scanner.at, `expected a number after \`${sign}\`, ${report.found(scanner.at)}`);
    }
    const literal = readNumber(scanner.text, scanner.at);
    if (literal.unit) report.add('bad-kcl', start, 'is a number with a unit and a sign, which KCL does not have');
    return this.literal(start, sign === '-' ? { ...literal, value: 0 - Number(literal.value) } : literal);
  }

  private named(depth: number): KclValue | undefined {
    const { scanner, report } = this;
    const start = scanner.at;
    const word = scanner.peekName();
    if (word === undefined)
      throw report.stop(start, `expected a value, ${report.found(start)}`, 'Text stands in quotes.');
    const what = EXPRESSIONS.get(word);
    if (what !== undefined) return void report.computed(start, what);
    if (CONSTANTS.has(word)) {
      scanner.at += word.length;
      return this.spanned(start, CONSTANTS.get(word));
    }
    const schema = this.schema();
    scanner.skipBlank();
    if (scanner.char === '{') return this.map(depth + 1, schema);
    if (scanner.char === '(') return void report.computed(start, 'a call');
    const meant = schema.names.length === 1 ? MEANT.get(word) : undefined;
    if (meant === undefined) return void report.computed(start, 'a reference', 'Text stands in quotes.');
    report.add('bad-kcl', start, `expected a value, found \`${word}\``, `KCL has \`${meant}\`; text stands in quotes.`);
    return this.spanned(start);
  }

  /** The name of a schema, or what looks like one. */
  schema(): Schema {
    const start = this.scanner.at;
    const names = this.names();
    const { base } = this.report;
    return { start: base + start, end: base + this.scanner.at, names };
  }

  /** Names with points between them; the first is known to be there. */
  private names(): string[] {
    const { scanner, report } = this;
    const names = [scanner.name()!];
    for (;;) {
      const end = scanner.at;
      scanner.skipBlank();
      if (scanner.char !== '.') {
        scanner.at = end;
        return names;
      }
      scanner.at++;
      scanner.skipBlank();
      const name = scanner.name();
      if (name === undefined) throw report.stop(scanner.at, `expected a name after \`.\`, ${report.found(scanner.at)}`);
      names.push(name);
    }
  }

  private list(depth: number): KclValue {
    const { scanner, report } = this;
    this.checkDepth(depth);
    const start = scanner.at++;
    const items: KclValue[] = [];
    for (scanner.skipLines(); scanner.char !== ']'; scanner.skipLines()) {
      if (scanner.char === '') throw report.stop(start, 'is a list that is not closed', 'Add the closing `]`.');
      report.path.push(items.length);
      items.push(this.value(depth));
      report.path.pop();
      this.comma();
    }
    scanner.at++;
    return this.spanned(start, undefined, undefined, items);
  }

  /** The map that begins here, or the instance of a schema. */
  map(depth: number, schema?: Schema): KclValue {
    const { scanner, report } = this;
    this.checkDepth(depth);
    const start = scanner.at++;
    const entries = new Map<string, KclEntry>();
    const ownLines = scanner.skipLines();
    for (let broken = false; scanner.char !== '}'; broken = scanner.skipLines()) {
      if (scanner.char === '') throw report.stop(start, 'is a map that is not closed', 'Add the closing `}`.');
      if (broken && !ownLines) {
        const message = 'stands on a line of its own, in a map whose first entry is on the line of the `{`';
        throw report.stop(scanner.at, message, 'Put a line break after the `{`.');
      }
      this.entry(entries, depth);
      this.comma();
    }
    scanner.at++;
    const value = this.spanned(start, undefined, entries);
    if (schema !== undefined) this.instance(value, schema);
    return value;
  }

  /** Makes a map an instance of a schema. */
  instance(value: KclValue, schema: Schema): void {
    value.schema = schema;
    this.schemas.push({ schema, path: [...this.report.path] });
  }

  private comma(): void {
    this.scanner.skipBlank();
    if (this.scanner.char === ',') this.scanner.at++;
  }

  private entry(entries: Map<string, KclEntry>, depth: number): void {
    const { scanner, report } = this;
    const start = scanner.at;
    const keys = this.keys();
    if (keys === undefined) return scanner.skipExpression();
    scanner.skipBlank();
    const operator = scanner.take(ASSIGN) as KclEntry['operator'] | undefined;
    if (operator === undefined) {
      if (scanner.char !== '[') {
        throw report.stop(scanner.at, `expected \`:\` or \`=\` after the key, ${report.found(scanner.at)}`);
      }
      report.computed(start, 'an index');
      return scanner.skipExpression();
    }
    const inner = depth + keys.length - 1;
    this.checkDepth(inner);
    report.path.push(...keys);
    const before = report.problems.length;
    let value = this.value(inner);
    if (operator === '+=' && value.items === undefined && report.problems.length === before) {
      report.add('bad-kcl', start, 'adds to a list, expected a list after `+=`');
      value = this.spanned(start);
    }
    report.path.length -= keys.length;
    let entry: KclEntry = { key: report.base + start, value, operator };
    for (const key of keys.slice(1).reverse()) {
      value = this.spanned(start, undefined, new Map([[key, entry]]));
      entry = { key: report.base + start, value, operator: ':' };
    }
    addEntry(entries, keys[0]!, entry);
  }

  /** A text, or names with points between them; undefined where there is no entry but something computed. */
  private keys(): readonly string[] | undefined {
    const { scanner, report } = this;
    const { at: start, char, text } = scanner;
    if (isString(text, start)) return [this.text()];
    if (char === '*') return void report.computed(start, 'an unpacked map');
    const word = scanner.peekName();
    if (word === undefined) {
      const hint = NUMBER.test(char) ? 'KCL has no numbers as keys; put it in quotes.' : undefined;
      throw report.stop(start, `expected a key, ${report.found(start)}`, hint);
    }
    scanner.at += word.length;
    if (word === 'if' || this.isElse(word)) return void report.computed(start, 'a condition');
    if (CONSTANTS.has(word) || EXPRESSIONS.has(word)) return void this.noName(start, word, EXPRESSIONS.get(word));
    scanner.at = start;
    return this.names();
  }

  /** `elif` and `else` are keys too, if they are followed as keys are. */
  private isElse(word: string): boolean {
    const { at: start, text } = this.scanner;
    REST_OF_ELSE.lastIndex = start;
    const isElse =
      (word === 'else' && REST_OF_ELSE.test(text)) ||
      (word === 'elif' && !this.isAssigned() && this.scanner.char !== '.');
    this.scanner.at = start;
    return isElse;
  }

  /** Refuses a word of KCL that stands behind the reader: used as a name, or as the beginning of an expression. */
  noName(start: number, word: string, what: string | undefined): void {
    if (what !== undefined && !this.isAssigned()) return this.report.computed(start, what);
    const hint = `Write \`$${word}\`, or a key in quotes.`;
    throw this.report.stop(start, `is the word \`${word}\` of KCL, expected a name`, hint);
  }

  private isAssigned(): boolean {
    this.scanner.skipBlank();
    ASSIGN.lastIndex = this.scanner.at;
    return ASSIGN.test(this.scanner.text);
  }

  /** What a string says; a wrong one is reported. */
  text(): string {
    const { value, end, fault } = readString(this.scanner.text, this.scanner.at);
    this.scanner.at = end;
    if (fault !== undefined) this.fault(fault);
    return String(value);
  }

  private fault({ code, at, message, hint }: Fault): void {
    if (code === 'computed') this.report.computed(at, message, hint);
    else this.report.add(code, at, message, hint);
  }

  private checkDepth(depth: number): void {
    if (depth <= MAX_DEPTH) return;
    this.report.add('too-deep', this.scanner.at, `is nested more than ${MAX_DEPTH} levels deep`, undefined, []);
    throw new Stop();
  }

  /** A value that goes from an offset to where the reader is. */
  private spanned(
    start: number,
    scalar?: KclValue['scalar'],
    entries?: KclValue['entries'],
    items?: KclValue['items'],
  ): KclValue {
    const { base } = this.report;
    return new KclValue(base + start, base + this.scanner.at, scalar, entries, items);
  }
}

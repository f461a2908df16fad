// The statements of a KCL source that are data: imports, and names with their values. Everything wrong is reported, and the next one read.
// https://www.kcl-lang.io/docs/reference/lang/spec/statements

import { isString } from './kcl-literal';
import { type KclReport, Stop } from './kcl-report';
import { KclScanner } from './kcl-scan';
import { addEntry, type KclEntry, type KclValue } from './kcl-union';
import { ASSIGN, KclValues } from './kcl-value';
import { BLOCKS, CONSTANTS, EXPRESSIONS, STATEMENTS } from './kcl-words';

const PACKAGE = /\.*[\p{XID_Start}_$][\p{XID_Continue}$]*(?:\.[\p{XID_Start}_$][\p{XID_Continue}$]*)*/uy;
/** Types that change nothing of a value. */
const PLAIN_TYPE =
  /^(?:[\s{}[\]():|,]|\b(?:str|int|float|bool|any|True|False)\b|"[^"]*"|'[^']*'|-?[0-9.]+(?![0-9.]))+$/;
/** The longest type that is looked at. */
const LONGEST_TYPE = 1000;

/** Reads one source into the names of all. */
export class KclSource {
  /** The packages by the names that they have in the source. */
  readonly imports = new Map<string, string>();
  private readonly scanner: KclScanner;
  private readonly values: KclValues;

  constructor(
    readonly report: KclReport,
    private readonly root: Map<string, KclEntry>,
  ) {
    this.scanner = new KclScanner(report.origin.text);
    this.values = new KclValues(this.scanner, report);
  }

  run(): void {
    const { scanner, report } = this;
    for (let first = true; !report.isFull; first = false) {
      scanner.skipLines();
      const start = scanner.at;
      if (scanner.char === '') return;
      try {
        this.statement(first);
      } catch (stop) {
        if (!(stop instanceof Stop)) throw stop;
        report.path.length = 0;
        scanner.at = start;
        scanner.skipStatement();
      }
    }
  }

  /** Reports the schemas that are unknown, now that the imports of all sources are known. */
  checkSchemas(imports: ReadonlyMap<string, string>): void {
    for (const { schema, path } of this.values.schemas) {
      if (this.typeOf(schema.names, imports) !== undefined) continue;
      const [name, ...rest] = schema.names;
      const hint = rest.length === 1 ? `Add \`import … as ${name}\`.` : undefined;
      const message = `is a schema that is not ${rest.length === 1 ? 'imported' : 'defined here'}`;
      this.report.add('bad-kcl', schema.start - this.report.base, message, hint, [...path]);
    }
  }

  /** The full name of a schema. */
  typeOf([name, ...rest]: readonly string[], imports: ReadonlyMap<string, string>): string | undefined {
    const path = rest.length === 1 ? (this.imports.get(name!) ?? imports.get(name!)) : undefined;
    return path === undefined ? undefined : `${path}.${rest[0]!}`;
  }

  private statement(first: boolean): void {
    const { scanner, report, values } = this;
    const start = scanner.at;
    if (isString(scanner.text, start)) {
      values.text();
      if (first) return;
      throw report.stop(
        start,
        'is a value without a name',
        'Write `name = …`; only the first statement can be documentation.',
      );
    }
    const word = scanner.peekName();
    if (word === undefined) {
      const message = /[{[]/.test(scanner.char)
        ? 'is a value without a name'
        : `expected a name, ${report.found(start)}`;
      throw report.stop(start, message, 'Write `name = …`.');
    }
    if (word === 'import') return this.import();
    const what = STATEMENTS.get(word) ?? EXPRESSIONS.get(word);
    if (what !== undefined || CONSTANTS.has(word)) {
      scanner.at += word.length;
      if (what === 'a condition') report.computed(start, what);
      else values.noName(start, word, what);
      return BLOCKS.has(word) ? scanner.skipBlock() : scanner.skipStatement();
    }
    const name = scanner.name()!;
    const before = report.problems.length;
    report.path.push(name);
    this.named(name, start);
    report.path.pop();
    if (report.problems.length > before) scanner.skipStatement();
  }

  private named(name: string, start: number): void {
    const { scanner, report, values } = this;
    scanner.skipBlank();
    const { at, char } = scanner;
    const operator = scanner.take(ASSIGN);
    if (operator === '=') return this.set(name, start, values.value(1));
    if (operator === ':') return this.typed(name, start);
    if (char === '(') return report.computed(start, 'a call');
    if (/[-+*/%|&^<>=]/.test(char)) return report.computed(start, 'an operation');
    const hint = char === '{' ? 'An instance of a schema has a name: `name: Schema {…}`.' : undefined;
    throw report.stop(at, `expected \`=\` or \`:\` after the name, ${report.found(at)}`, hint);
  }

  /** What follows a name and a `:`: an instance of a schema, or a type and a value. */
  private typed(name: string, start: number): void {
    const { scanner, report, values } = this;
    scanner.skipBlank();
    const { at, char, text } = scanner;
    const word = scanner.peekName();
    const schema = word === undefined || CONSTANTS.has(word) ? undefined : values.schema();
    scanner.skipBlank();
    if (schema !== undefined && scanner.char === '{') {
      const value = values.map(2, schema);
      return this.unite(name, { key: report.base + start, value, operator: ':' });
    }
    const line = text.slice(at, at + LONGEST_TYPE);
    const length = line.search(/[=\n]/);
    const type = line.slice(0, length);
    if (line[length] !== '=' || type.split('{').length !== type.split('}').length) {
      const hint = char === '{' ? 'A map without a schema: `name = {…}`.' : undefined;
      throw report.stop(
        scanner.at,
        `expected a schema and \`{\`, or a type and \`=\`, ${report.found(scanner.at)}`,
        hint,
      );
    }
    const plain = PLAIN_TYPE.test(type);
    if (!plain && scanner.at !== at + length) return report.computed(at, 'a type with a schema in it');
    if (!plain && schema === undefined) throw report.stop(at, 'is no type');
    scanner.at = at + length + 1;
    const value = values.value(1);
    if (!plain) {
      if (value.entries !== undefined && value.schema === undefined) values.instance(value, schema!);
      else if (value.scalar !== null && value.schema?.names.join() !== schema!.names.join()) {
        report.add('bad-kcl', value.start - report.base, 'is no instance of the schema that its name has as a type');
      }
    }
    this.set(name, start, value);
  }

  /** Unites an instance with those of the same name. The last schema counts; the name stands where it was last, if it was never set. */
  private unite(name: string, entry: KclEntry): void {
    const there = this.root.get(name);
    if (there?.value.entries !== undefined) there.value.schema = entry.value.schema;
    const isSet = there?.operator === '=';
    if (there !== undefined && !isSet && this.root.delete(name)) this.root.set(name, there);
    addEntry(this.root, name, entry);
    if (isSet) there.operator = '=';
  }

  private set(name: string, start: number, value: KclValue): void {
    const { report, root } = this;
    const there = root.get(name);
    if (there === undefined || name.startsWith('_')) {
      root.set(name, { key: report.base + start, value, operator: '=' });
      return;
    }
    const hint = `The first is at ${report.placeInWords(there.key)}. Instances of a schema are united: \`${name}: Schema {…}\`.`;
    report.add('duplicate-key', start, 'is set a second time, which KCL does not allow', hint);
  }

  private import(): void {
    const { scanner, report } = this;
    scanner.at += 'import'.length;
    scanner.skipBlank();
    const path = scanner.take(PACKAGE)?.replace(/^\.+|\$/g, '');
    if (path === undefined)
      throw report.stop(scanner.at, `expected the path of a package, ${report.found(scanner.at)}`);
    scanner.skipBlank();
    if (scanner.peekName() !== 'as') return void this.imports.set(path.slice(path.lastIndexOf('.') + 1), path);
    scanner.at += 'as'.length;
    scanner.skipBlank();
    const name = scanner.name();
    if (name === undefined) throw report.stop(scanner.at, `expected a name after \`as\`, ${report.found(scanner.at)}`);
    this.imports.set(name, path);
  }
}

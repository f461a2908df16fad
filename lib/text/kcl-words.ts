// The words of KCL that are no names, and what begins with them.

const all = <Value>(words: string, value: Value): (readonly [string, Value])[] =>
  words.split(' ').map((word) => [word, value] as const);

/** Words that begin a statement which is no data. */
export const STATEMENTS: ReadonlyMap<string, string> = new Map([
  ...all('schema mixin protocol rule type', 'a definition'),
  ...all('if elif else', 'a condition'),
  ['assert', 'a check'],
]);

/** Statements that go on in the indented lines below. */
export const BLOCKS: ReadonlySet<string> = new Set(['schema', 'mixin', 'protocol', 'rule']);

/** Words that begin an expression, and so neither a key nor a value. */
export const EXPRESSIONS: ReadonlyMap<string, string> = new Map([
  ['lambda', 'a function'],
  ['not', 'an operation'],
  ['if', 'a condition'],
  ...all('for all any map filter', 'a comprehension'),
]);

export const CONSTANTS: ReadonlyMap<string, boolean | null | undefined> = new Map<string, boolean | null | undefined>([
  ['True', true],
  ['False', false],
  ['None', null],
  ['Undefined', undefined],
]);

/** Words of other languages, and what KCL has for them. */
export const MEANT: ReadonlyMap<string, string> = new Map([
  ...all('true TRUE yes on', 'True'),
  ...all('false FALSE no off', 'False'),
  ...all('null nil none undefined', 'None'),
]);

/** What goes on with an expression after a value, where it is not simply an operation. */
export const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['(', 'a call'],
  ['[', 'an index'],
  ['.', 'a reference'],
  ['if', 'a condition'],
  ['for', 'a comprehension'],
]);

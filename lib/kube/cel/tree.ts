// An expression as a tree, as its text says it and its macros spell it out.

/** A place in the expression, counted in UTF-16 code units from 0. */
export type Offset = number;

export type Expr = Literal | Ident | Select | Call | List | Fields | Message | Fold | Mapped;

export interface Literal {
  readonly kind: 'literal';
  readonly at: Offset;
  readonly type: 'bool' | 'bytes' | 'double' | 'int' | 'null_type' | 'string' | 'uint';
  /** A string's text, a number as a number or bigint; of bytes the text they were read from. */
  readonly value: string | number | bigint | boolean | null;
}

export interface Ident {
  readonly kind: 'ident';
  readonly at: Offset;
  readonly name: string;
}

/** `operand.field`, `operand.?field`, or what `has()` asks about. */
export interface Select {
  readonly kind: 'select';
  readonly at: Offset;
  readonly operand: Expr;
  readonly field: string;
  readonly optional: boolean;
  readonly test: boolean;
}

/** A function, a method of `target`, or an operator by its internal name, such as `_+_`. */
export interface Call {
  readonly kind: 'call';
  readonly at: Offset;
  readonly name: string;
  readonly target?: Expr;
  readonly args: readonly Expr[];
  /** The macro that this is a part of: nobody wrote it. */
  readonly macro?: string;
}

export interface List {
  readonly kind: 'list';
  readonly at: Offset;
  readonly items: readonly { readonly value: Expr; readonly optional: boolean }[];
}

/** `{key: value}`. */
export interface Fields {
  readonly kind: 'map';
  readonly at: Offset;
  readonly entries: readonly { readonly key: Expr; readonly value: Expr; readonly optional: boolean }[];
}

/** `Type{field: value}`. */
export interface Message {
  readonly kind: 'message';
  readonly at: Offset;
  readonly name: string;
  readonly entries: readonly {
    readonly at: Offset;
    readonly field: string;
    readonly value: Expr;
    readonly optional: boolean;
  }[];
}

/** A walk over a list or map with one or two variables, by a macro; `accumulator` names what `step` makes of each item. */
export interface Fold {
  readonly kind: 'fold';
  readonly at: Offset;
  readonly macro: string;
  readonly range: Expr;
  readonly variables: readonly string[];
  readonly accumulator: string;
  readonly start: Expr;
  readonly step: Expr;
  readonly result: Expr;
}

/** A value that has a name in `result`: as it is, or what an optional holds, with a result that is (`flat`) or becomes optional. */
export interface Mapped {
  readonly kind: 'mapped';
  readonly at: Offset;
  readonly how: 'bound' | 'optional' | 'flat';
  readonly target: Expr;
  readonly variable: string;
  readonly result: Expr;
}

/** What is wrong with an expression, and where in it. */
export interface Flaw {
  readonly message: string;
  readonly at: Offset;
  readonly hint?: string;
}

/** The text cannot be read as an expression. */
export class SyntaxFlaw extends Error implements Flaw {
  constructor(
    override readonly message: string,
    readonly at: Offset,
    readonly hint?: string,
  ) {
    super(message);
  }
}

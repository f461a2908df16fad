// `"%d of %s".format([1, "a"])`: whether the values go where the text puts them.
// https://pkg.go.dev/github.com/google/cel-go/ext#Strings
import type { Checked } from './check';
import { startOf } from './macros';
import type { Call, Expr, Flaw } from './tree';
import { typeText } from './types';

/** What may stand where a sign does, by the kind of its type. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  s: 'list map int uint double bool string timestamp bytes duration type null_type'.split(' '),
  d: ['int', 'uint'],
  f: ['double', 'string'],
  e: ['double', 'string'],
  b: ['int', 'uint', 'bool'],
  x: ['int', 'uint', 'string', 'bytes'],
  X: ['int', 'uint', 'string', 'bytes'],
  o: ['int', 'uint'],
};

/** What is wrong with it, when both the text and the list are constants. */
export function* formatFlaw({ at, target, args }: Call, checked: Checked): Iterable<Flaw> {
  const [list] = args;
  if (target?.kind !== 'literal' || target.type !== 'string' || list?.kind !== 'list') return;
  const values = list.items.map(({ value }) => value);
  let used = 0;
  for (const [clause, sign] of (target.value as string).matchAll(/%(?:\.\d+)?([^]?)/g)) {
    if (clause === '%%') continue;
    const kinds = Object.hasOwn(KINDS, sign!) ? KINDS[sign!]! : undefined;
    if (kinds === undefined) {
      yield {
        message: `format() does not know ${clause}`,
        at: target.at,
        hint: 'there are %s, %d, %f, %e, %b, %x, %X, %o and %%',
      };
      return;
    }
    const value = values[used++];
    if (value === undefined) {
      yield { message: `format() has no value for the ${ordinal(used)} %`, at: list.at };
      return;
    }
    const wrong = misfit(value, kinds, checked, sign === 's');
    if (wrong === undefined) continue;
    const type = typeText(checked.typeOf(wrong));
    yield { message: `${clause} does not take ${type}`, at: startOf(wrong), hint: `it takes ${kinds.join(', ')}` };
    return;
  }
  if (used < values.length) {
    yield { message: `format() has ${values.length} values, and its text takes ${used}`, at };
  }
}

const ordinal = (number: number): string => ['first', 'second', 'third'][number - 1] ?? `${number}th`;

/** The value, or the part of it, that does not fit. */
function misfit(value: Expr, kinds: readonly string[], checked: Checked, deep: boolean): Expr | undefined {
  const { kind } = checked.typeOf(value);
  if (kind !== 'dyn' && !kinds.includes(kind)) return value;
  if (!deep) return undefined;
  const parts =
    value.kind === 'list'
      ? value.items.map((item) => item.value)
      : value.kind === 'map'
        ? value.entries.flatMap((entry) => [entry.key, entry.value])
        : [];
  for (const part of parts) {
    const wrong = misfit(part, kinds, checked, true);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

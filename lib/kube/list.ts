// A `List`: many objects as one. https://kubernetes.io/docs/reference/using-api/api-concepts/#collections
import { isPlainObject } from '../report/data';

/** Where the items of a `List` are; undefined for anything else. */
export const listItems = (value: unknown): readonly ['items'] | undefined =>
  isPlainObject(value) && value.kind === 'List' && Array.isArray(value.items) ? ['items'] : undefined;

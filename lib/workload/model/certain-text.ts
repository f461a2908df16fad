// Numbers and booleans that a program gives where text belongs: environment variables and quantities. Taken is what has one text that anybody would
// write; a document says itself what is text. https://tc39.es/ecma262/#sec-numeric-types-number-tostring
import type { Path } from '../../report/problem';
import { isMap } from '../../shape/shape';

/** More digits than these a number does not keep as they were written. */
const MOST_DIGITS = 15;

/** Whole numbers that are exact, and fractions of at most 15 digits that are written without an exponent; true and false. */
function hasCertainText(value: unknown): boolean {
  if (typeof value !== 'number') return typeof value === 'boolean';
  if (Number.isSafeInteger(value)) return !Object.is(value, -0);
  const [, whole = '', fraction = ''] = /^-?(\d+)\.(\d+)$/.exec(String(value)) ?? [];
  return fraction !== '' && `${whole}${fraction}`.replace(/^0+/, '').length <= MOST_DIGITS;
}

/** A container as a document would have it: numbers and booleans in its `env` and `resources` as text, where that is certain. */
export function containerAsText(container: unknown): unknown {
  if (!isMap(container)) return container;
  const { env, resources } = container;
  return {
    ...container,
    ...(isMap(env) && { env: asText(env) }),
    ...(isMap(resources) && { resources: resourcesAsText(resources) }),
  };
}

/** A workload as a document would have it. */
export function workloadAsText(workload: unknown): unknown {
  if (!isMap(workload)) return workload;
  const own = (key: 'containers' | 'initContainers'): object => {
    const containers = workload[key];
    return isMap(containers) ? { [key]: mapped(containers, containerAsText) } : {};
  };
  return { ...workload, ...own('containers'), ...own('initContainers') };
}

/** Defaults as a document would have them. */
export const defaultsAsText = (defaults: unknown): unknown =>
  isMap(defaults) && isMap(defaults.container)
    ? { ...defaults, container: containerAsText(defaults.container) }
    : defaults;

/** Whether it is the place of a text that a program may give as a number. */
export const isTextOrNumber = (path: Path): boolean =>
  (path[0] === 'containers' || path[0] === 'initContainers') &&
  ((path[2] === 'env' && path.length === 4) || (path[2] === 'resources' && path.length >= 4));

const resourcesAsText = (resources: Readonly<Record<string, unknown>>): object =>
  mapped(resources, (value) => (isMap(value) ? asText(value, isNumber) : isNumber(value) ? textOf(value) : value));

const isNumber = (value: unknown): boolean => typeof value === 'number';

const asText = (map: Readonly<Record<string, unknown>>, of: (value: unknown) => boolean = () => true): object =>
  mapped(map, (value) => (of(value) ? textOf(value) : value));

const textOf = (value: unknown): unknown => (hasCertainText(value) ? String(value) : value);

const mapped = (
  map: Readonly<Record<string, unknown>>,
  change: (value: unknown) => unknown,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));

// QualifiedName and FullyQualifiedName: how attributes and capacities of devices are called, with the domain of the driver before a "/".
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { csiDriver } from '../core/csi-driver-name';

const LONGEST = 32;

/** `[domain/]identifier`. */
export function attributeName(name: string): string | undefined {
  const parts = name.split('/', 3);
  // With more parts than two the server looks at none of them.
  if (parts.length > 2) return undefined;
  const [domain, id] = parts.length === 2 ? (parts as [string, string]) : [undefined, name];
  const before = domain === undefined ? undefined : partProblem('before', domain, csiDriver);
  const after = domain === undefined ? identifier(id) : partProblem('after', id, identifier);
  return before === undefined || after === undefined ? (before ?? after) : `${before}; ${after}`;
}

/** An {@link attributeName} with its domain. */
export function fullAttributeName(name: string): string | undefined {
  return name.includes('/')
    ? attributeName(name)
    : 'must have the domain of its driver, as in gpu.example.com/model: a "/" is missing';
}

function partProblem(which: string, part: string, problemOf: (part: string) => string | undefined): string | undefined {
  const problem = part === '' ? 'must not be empty' : problemOf(part);
  return problem === undefined ? undefined : `the part ${which} "/" ${problem}`;
}

/** A name in the language C. */
function identifier(name: string): string | undefined {
  if (name === '') return 'must not be empty';
  if (name.length > LONGEST) return `must be at most ${LONGEST} characters (has ${name.length})`;
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) return undefined;
  return `may only contain letters, digits and "_", and must not start with a digit`;
}

// What an object is called, and when two are the same one to the API server.
import { isPlainObject } from '../../report/data';
import type { ObjectRef } from '../../report/problem';

/** What an object says of itself, as far as it is sound. */
export interface Identity {
  readonly group: string;
  readonly kind: string | undefined;
  readonly namespace: string;
  readonly name: string | undefined;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function identityOf(object: unknown): Identity {
  const { apiVersion, kind, metadata } = isPlainObject(object) ? object : {};
  const { name, namespace } = isPlainObject(metadata) ? metadata : {};
  return { group: groupOf(apiVersion), kind: text(kind), namespace: text(namespace) ?? '', name: text(name) };
}

/** The group in an `apiVersion`; empty for the core's. */
export function groupOf(apiVersion: unknown): string {
  const version = text(apiVersion) ?? '';
  return version.includes('/') ? version.slice(0, version.indexOf('/')) : '';
}

/** What an object is called; undefined without a kind. */
export const refOf = (object: unknown): ObjectRef | undefined => refTo(identityOf(object));

export function refTo({ kind, namespace, name }: Identity): ObjectRef | undefined {
  return kind === undefined
    ? undefined
    : { kind, ...(namespace !== '' && { namespace }), ...(name !== undefined && { name }) };
}

/** The same text for two objects that the API server takes for one; undefined for what has no kind or name. */
export const identityKey = (object: unknown): string | undefined => keyOf(identityOf(object));

export function keyOf({ group, kind, namespace, name }: Identity): string | undefined {
  return kind === undefined || name === undefined ? undefined : JSON.stringify([group, kind, namespace, name]);
}

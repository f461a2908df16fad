// What the fields of many concepts are made of.

import type { Schema } from '../../shape/schema';
import { dict, expecting, forEditors } from '../../shape/shape';
import * as z from '../../shape/schema';

/** A map from names to values, in the order in which it was written. */
export type Dict<T> = Readonly<Record<string, T>>;
/** A value in Kubernetes' own words: its shape is checked where it is emitted, by the API server's rules. */
export const kubernetes = <T>(): Schema<T> => z.unknown() as unknown as Schema<T>;
export const text = z.string();
export const texts = z.array(text);
export const textMap = dict(text);
export const count = forEditors({ type: 'integer', minimum: 0 }, z.number());
export const flag = z.boolean();
export const portNumber = forEditors({ type: 'integer', minimum: 1, maximum: 65535 }, z.number());
export const portNumberOrName = expecting('a port number or name', z.union([portNumber, z.string()]));
/** Text of a spelling that editors know. */
export const spelled = (pattern: string): typeof text => forEditors({ pattern }, z.string());

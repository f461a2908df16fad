// What the expression of a device selector may refer to: one device of a driver.
// https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
import { ALL } from '../api/minors';
import { offAt, since } from '../server';
import type { Edition } from './compile';
import type { Environment } from './environment';
import { typeFrom } from './signatures';
import { ANY, BOOL, mapOf, objectType, STRING, type Type } from './types';

const SHARED = 'allowMultipleAllocations';
/** The minors that serve devices, and those whose devices several claims may share. */
const SERVED = since('1.34');
const SHARING = SERVED & ~offAt('DRAConsumableCapacity');

/** What an expression may come to: the value of an attribute may be a bool. */
export const MATCHES: readonly Type[] = [BOOL, ANY];

/** By domain, then by name. */
const FIELDS: Readonly<Record<string, Type>> = {
  driver: STRING,
  attributes: mapOf(STRING, mapOf(STRING, ANY)),
  capacity: mapOf(STRING, mapOf(STRING, typeFrom('Quantity'))),
};

const environment = (fields: Readonly<Record<string, Type>>): Environment => ({
  variables: new Map([['device', objectType('kubernetes.DRADevice', fields)]]),
  macros: new Map([['cel.bind/3', ALL]]),
});

const OLD = environment(FIELDS);
const NEW = environment({ ...FIELDS, [SHARED]: BOOL });

/** What an expression may refer to: the same by all minors, unless it has the field that not all know. */
export const deviceEditions = (expression: string): readonly Edition[] =>
  expression.includes(SHARED)
    ? [
        { environment: NEW, minors: SHARING },
        { environment: OLD, minors: SERVED & ~SHARING },
      ]
    : [{ environment: OLD, minors: SERVED }];

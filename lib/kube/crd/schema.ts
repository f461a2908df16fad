// The schema of a custom resource as others ask for its parts.
// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
import type { JSONSchemaProps } from '../api/types';

export type Schema = JSONSchemaProps;

/** The schema of the items of a list. A list of schemas, one for each item, is refused elsewhere. */
export const itemsOf = ({ items }: Schema): Schema | undefined =>
  Array.isArray(items) ? undefined : (items as Schema | undefined);

/** The schema of the values of a map. */
export const valuesOf = ({ additionalProperties }: Schema): Schema | undefined =>
  typeof additionalProperties === 'object' ? additionalProperties : undefined;

/** The schema of a property. */
export const propertyOf = ({ properties }: Schema, name: string): Schema | undefined =>
  properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;

export const hasProperties = ({ properties = {} }: Schema): boolean => Object.keys(properties).length > 0;

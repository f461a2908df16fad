// The dialect of KAM documents. spec: dialects.md, "kam"
import { jsonSchemaOf } from '../../shape/json-schema';
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { convert, isApplication, isWorkload, type KamOptions } from './convert';
import { kamDocumentSchema } from './schema';

const isPart = (value: unknown): boolean => isApplication(value) || isWorkload(value);

/** A KAM workload, application, or map of them → Jobs and Services. */
export const kam: Dialect<KamOptions> = {
  name: 'kam',
  looksLike: 'a KAM document: a map with `containers` or `workload`, or a map of such maps by application name',
  detect: (document) =>
    isMap(document) &&
    !Object.hasOwn(document, 'apiVersion') &&
    (isPart(document) || Object.values(document).some(isPart)),
  convert,
  jsonSchema: (draft) => jsonSchemaOf(kamDocumentSchema(), draft),
};

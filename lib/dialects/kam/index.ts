// The dialect of KAM documents. spec: dialects.md, "kam"
import { isMap } from '../../shape/shape';
import type { Dialect } from '../dialect';
import { convertDocument, FATES, isApplication, isWorkload } from './convert';
import { kamOptions, type KamOptions } from './options';
import { type KamDocument, kamDocumentSchema } from './schema';

const isPart = (value: unknown): boolean => isApplication(value) || isWorkload(value);

/** A KAM workload, application, or map of them → Jobs and Services. */
export const kam: Dialect<KamOptions> = {
  name: 'kam',
  looksLike: 'a KAM document: a map with `containers` or `workload`, or a map of such maps by application name',
  schema: kamDocumentSchema,
  example: {
    echo: {
      schedule: '0 * * * *',
      containers: {
        busybox: {
          image: 'busybox:1.28',
          command: ['/bin/sh', '-c', 'echo hello'],
          env: { MODE: 'prod', PASSWORD: 'secret://db/password' },
          resources: { cpu: '250m-1', memory: '128Mi-1Gi' },
        },
      },
    },
  } satisfies KamDocument,
  options: kamOptions,
  fates: FATES,
  detect: (document) =>
    isMap(document) &&
    !Object.hasOwn(document, 'apiVersion') &&
    (isPart(document) || Object.values(document).some(isPart)),
  convert: convertDocument,
};

// The public names of the kam dialect: `import { kam } from 'cdk8s-kam'`.
import { kam } from './index';

export type { KamOptions } from './convert';
export type {
  KamApplication,
  KamDocument,
  KamIngress,
  KamIngressBackend,
  KamIngressHttp,
  KamIngressPath,
  KamIngressRule,
  KamIngressService,
  KamIngressServicePort,
  KamIngressTls,
  KamNetwork,
  KamOpsRule,
  KamPort,
  KamTyped,
  KamWorkload,
} from './schema';

/** The JSON Schema (draft-07) of a KAM document. */
export const jsonSchema = (): object => kam.jsonSchema();

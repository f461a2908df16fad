// The public names of the kam dialect: `import { kam } from 'cdk8s-kam'`.
import { jsonSchemaOf } from '../../shape/json-schema';
import { kamDocumentSchema } from './schema';

export type { KamOptions as Options, KamSecretStore as SecretStore } from './options';
export type {
  KamApplication as Application,
  KamDocument as Document,
  KamIngress as Ingress,
  KamIngressBackend as IngressBackend,
  KamIngressHttp as IngressHttp,
  KamIngressPath as IngressPath,
  KamIngressRule as IngressRule,
  KamIngressService as IngressService,
  KamIngressServicePort as IngressServicePort,
  KamIngressTls as IngressTls,
  KamMonitoring as Monitoring,
  KamNetwork as Network,
  KamOpsRule as OpsRule,
  KamPort as Port,
  KamTyped as Typed,
  KamWorkload as Workload,
} from './schema';

/** The JSON Schema (draft-07) of a KAM document. */
export const jsonSchema = (): object => jsonSchemaOf(kamDocumentSchema());

// KAM documents: what compiling KAM's KCL prints. The workload is the model's own; this is what stands around it.
// KAM v1/app_configuration.k; https://github.com/KusionStack/catalog (modules network, opsrule); spec: dialects.md, "kam"
import { dict, everywhere, expecting, named, oneOfByKey, type Schema } from '../../shape/shape';
import * as z from '../../shape/schema';
import { type JobProps, jobSchema } from '../../workload/model/job';
import { type ServiceProps, serviceSchema } from '../../workload/model/service';

/** What KCL prints of a schema's name. Decides between Job and Service, and is checked everywhere else. */
export interface KamTyped {
  /** E.g. `kam.v1.workload.Job`; its last word counts. */
  readonly _type?: string;
}

/** A workload in a document: a Job (with a `schedule`, a CronJob) or a Service. */
export type KamWorkload = KamTyped & (JobProps | ServiceProps);

/** How an application runs. (KAM schema AppConfiguration) */
export interface KamApplication extends KamTyped {
  /** What runs. */
  readonly workload: KamWorkload;
  /**
   * What goes with it, by any name: `network`, `opsrule` and `monitoring` of Kusion's modules. What belongs to another system, such as a
   * database, is a loss, or whatever the option `kam.accessories` says.
   */
  readonly accessories?: Readonly<Record<string, KamNetwork | KamMonitoring | KamOpsRule>>;
  /** Labels of everything. The workload's own win. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of everything. The workload's own win. */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A KAM document: a workload, an application, or applications and workloads by their names. */
export type KamDocument = KamWorkload | KamApplication | Readonly<Record<string, KamWorkload | KamApplication>>;

/** How a workload is reached. (Kusion module network, schema Network) */
export interface KamNetwork extends KamTyped {
  /** The ports. Become `ports` of the workload. */
  readonly ports?: readonly KamPort[];
  /** A route from outside. Becomes `expose`. */
  readonly ingress?: KamIngress;
  /** An IngressClass is the cluster's, not an application's: a loss. */
  readonly ingressClass?: Readonly<Record<string, unknown>>;
}

/** A port of a workload. (Kusion module network, schema Port) */
export interface KamPort extends KamTyped {
  /** The Service's port, 1–65535. Default 80. */
  readonly port?: number;
  /** The container's port, 1–65535. Default: `port`. */
  readonly targetPort?: number;
  /** Default TCP. */
  readonly protocol?: 'TCP' | 'UDP';
  /** Whether it is reached from the Internet. Default false. */
  readonly public?: boolean;
}

/** A route from outside, in the words of Kubernetes' Ingress; one rule with one path. (Kusion module network, schema Ingress) */
export interface KamIngress extends KamTyped {
  /** Name of the IngressClass. Default: the cluster's default class. */
  readonly ingressClassName?: string;
  /** Annotations of the Ingress. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** One rule; without one `defaultBackend` says where everything leads. */
  readonly rules?: readonly KamIngressRule[];
  /** At most one entry, for the rule's host. */
  readonly tls?: readonly KamIngressTls[];
  /** Labels of the Ingress alone: a loss; it has the workload's. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Where everything leads that no rule names: a loss beside a rule that names a host or a path. */
  readonly defaultBackend?: KamIngressBackend;
}

/** What is routed. */
export interface KamIngressRule extends KamTyped {
  /** DNS name. Default: every host. */
  readonly host?: string;
  readonly http: KamIngressHttp;
}

/** The paths of a rule. */
export interface KamIngressHttp extends KamTyped {
  /** Exactly one path. */
  readonly paths: readonly KamIngressPath[];
}

/** A path and where it leads. */
export interface KamIngressPath extends KamTyped {
  /** E.g. `/app`. */
  readonly path: string;
  /** Only `Prefix`. */
  readonly pathType: string;
  readonly backend: KamIngressBackend;
}

/** The workload's own Service. */
export interface KamIngressBackend extends KamTyped {
  readonly service?: KamIngressService;
  /** Another object of Kubernetes: a loss. */
  readonly resource?: Readonly<Record<string, unknown>>;
}

/** A port of the workload's own Service. */
export interface KamIngressService extends KamTyped {
  /** The workload's own name, with `-public` for its public ports; another Service is a loss. Default: the one that has the port. */
  readonly name?: string;
  readonly port?: KamIngressServicePort;
}

/** By number or by name. Default: the only port. */
export interface KamIngressServicePort extends KamTyped {
  readonly number?: number;
  readonly name?: string;
}

/** TLS of the rule's host. */
export interface KamIngressTls extends KamTyped {
  /** The rule's host. */
  readonly hosts?: readonly string[];
  /** Name of the Secret with the certificate. */
  readonly secretName?: string;
}

/** Where Prometheus finds the workload's metrics. (Kusion module monitoring, schema Prometheus) */
export interface KamMonitoring extends KamTyped {
  /** E.g. `/metrics`. Becomes the pods' annotation `prometheus.io/path`. */
  readonly path?: string;
  /** Number of the port, as text. Becomes the pods' annotation `prometheus.io/port`. */
  readonly port?: string;
}

/** What operations must respect. (Kusion module opsrule, schema OpsRule) */
export interface KamOpsRule extends KamTyped {
  /** How many pods may be missing while the Service is rolled out: a number, or a percentage such as `25%`. */
  readonly maxUnavailable?: number | string;
}

const typed = { _type: z.optional(z.string()) };
const texts = dict(z.string());

const backendSchema = named(
  'KamIngressBackend',
  z.strictObject({
    ...typed,
    service: z.optional(
      named(
        'KamIngressService',
        z.strictObject({
          ...typed,
          name: z.optional(z.string()),
          port: z.optional(
            named(
              'KamIngressServicePort',
              z.strictObject({ ...typed, number: z.optional(z.number()), name: z.optional(z.string()) }),
            ),
          ),
        }),
      ),
    ),
    resource: z.optional(dict(z.unknown())),
  }),
);

/** The shape of {@link KamIngress}. */
export const ingressSchema = named(
  'KamIngress',
  z.strictObject({
    ...typed,
    ingressClassName: z.optional(z.string()),
    annotations: z.optional(texts),
    rules: z.optional(
      z.array(
        named(
          'KamIngressRule',
          z.strictObject({
            ...typed,
            host: z.optional(z.string()),
            http: named(
              'KamIngressHttp',
              z.strictObject({
                ...typed,
                paths: z.array(
                  named(
                    'KamIngressPath',
                    z.strictObject({
                      ...typed,
                      path: z.string(),
                      pathType: z.string(),
                      backend: backendSchema,
                    }),
                  ),
                ),
              }),
            ),
          }),
        ),
      ),
    ),
    tls: z.optional(
      z.array(
        named(
          'KamIngressTls',
          z.strictObject({ ...typed, hosts: z.optional(z.array(z.string())), secretName: z.optional(z.string()) }),
        ),
      ),
    ),
    labels: z.optional(texts),
    defaultBackend: z.optional(backendSchema),
  }),
);

/** The shape of {@link KamNetwork}. */
export const networkSchema = named(
  'KamNetwork',
  z.strictObject({
    ...typed,
    ports: z.optional(
      z.array(
        named(
          'KamPort',
          z.strictObject({
            ...typed,
            port: z.optional(z.number()),
            targetPort: z.optional(z.number()),
            protocol: z.optional(z.enum(['TCP', 'UDP'])),
            public: z.optional(z.boolean()),
          }),
        ),
      ),
    ),
    ingress: z.optional(ingressSchema),
    ingressClass: z.optional(dict(z.unknown())),
  }),
);

/** The shape of {@link KamMonitoring}. */
export const monitoringSchema = named(
  'KamMonitoring',
  z.strictObject({ ...typed, path: z.optional(z.string()), port: z.optional(z.string()) }),
);

/** The shape of {@link KamOpsRule}. */
export const opsRuleSchema = named(
  'KamOpsRule',
  z.strictObject({
    ...typed,
    maxUnavailable: z.optional(expecting('a number or a percentage such as "25%"', z.union([z.number(), z.string()]))),
  }),
);

/** What stands around the workload, whose own shape depends on what it is. */
export const applicationSchema = named(
  'KamApplication',
  z.strictObject({
    ...typed,
    workload: expecting('a workload: a map with `containers`', z.looseObject({})),
    accessories: z.optional(dict(z.unknown())),
    labels: z.optional(texts),
    annotations: z.optional(texts),
  }),
);

/** The shape of {@link KamDocument} for JSON Schema; conversion looks at its parts one by one. KCL writes `_type` into every map of its own. */
export function kamDocumentSchema(): Schema {
  const dirs = z.optional(dict(z.unknown()));
  const job = z.extend(jobSchema, { kind: z.optional(z.literal('Job')), dirs });
  const type = z.optional(z.string());
  const service = z.extend(serviceSchema, { kind: z.optional(z.literal('Service')), type, dirs });
  const [jobProps, serviceProps] = [named('JobProps', job), named('ServiceProps', service)];
  const workload = oneOfByKey('a workload', { schedule: jobProps }, z.union([serviceProps, jobProps]));
  const application = named(
    'KamApplication',
    z.strictObject({
      workload,
      accessories: z.optional(dict(z.union([networkSchema, monitoringSchema, opsRuleSchema]))),
      labels: z.optional(texts),
      annotations: z.optional(texts),
    }),
  );
  const any = oneOfByKey('a workload or an application', { workload: application }, workload);
  const document = oneOfByKey(
    'a workload, an application or a map of them',
    { workload: application, containers: workload },
    dict(any),
  );
  return everywhere(document, typed);
}

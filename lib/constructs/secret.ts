// The Secret construct. KAM v1/workload/secret/secret.k
import type { ApiObject } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { serverOf } from '../kube/server';
import { Report } from '../report/report';
import { fitSecret } from '../workload/fit';
import type { EnvSource } from '../workload/model/env';
import type { SecretSpec } from '../workload/model/secret';
import { renderOwnSecret } from '../workload/render/workload';
import { checkAtSynth } from './app-check';
import { ManifestObject } from './manifest-object';
import { withName } from './workload-construct';
import { keepPlace } from './written-at';

/** Props of a Secret: its type and data, and where it lives. */
export type SecretProps<Key extends string = string> = SecretSpec<Key> & {
  /** metadata.name. Default: from the construct's path. */
  readonly name?: string;
  /** metadata.namespace. Default: the Chart's. */
  readonly namespace?: string;
};

/** The longest name of a Secret that can also be a label. */
const SECRET_NAME = 63;

/**
 * Sensitive data: a v1 Secret, or an ExternalSecret for the type `external`. Values never appear in messages.
 *
 * Satisfies cdk8s-plus' ISecret, so that its containers and Roles can point at it.
 * @example
 * const db = new Secret(chart, 'db', { type: 'basic', data: { username: 'etl', password: process.env.DB_PASSWORD! } });
 * new Job(chart, 'load', { containers: { main: { image: 'etl:1', env: { PASSWORD: db.ref('password') } } } });
 */
export class Secret<Key extends string = string> extends Construct {
  /** metadata.name. */
  readonly name: string;
  /** For RBAC rules: "" for v1 Secrets, `external-secrets.io` for ExternalSecrets. */
  readonly apiGroup: string;
  readonly apiVersion: string;
  /** `Secret` or `ExternalSecret`. */
  readonly kind: string;
  /** For RBAC rules. */
  readonly resourceType: string;
  /** metadata.name, for RBAC rules. */
  readonly resourceName: string;
  /** The emitted object. */
  readonly apiObject: ApiObject;

  constructor(scope: Construct, id: string, props: SecretProps<Key>) {
    super(scope, id);
    keepPlace(this, Secret);
    const { name, namespace, ...spec } = withName<SecretProps>(this, props, SECRET_NAME) ?? {};
    const report = new Report(false, undefined, serverOf(undefined));
    const fitting = fitSecret(typeof props === 'object' && props !== null ? spec : props, report);
    const rendered = renderOwnSecret(fitting, name ?? '', namespace, report);
    const main = new ManifestObject(this, 'Default', rendered.main);
    this.apiObject = main;
    this.name = main.name;
    this.apiGroup = main.apiGroup === 'core' ? '' : main.apiGroup;
    this.apiVersion = main.apiVersion;
    this.kind = main.kind;
    this.resourceType = `${main.kind.toLowerCase()}s`;
    this.resourceName = main.name;
    checkAtSynth({ construct: this, props: fitting, rendered, report, objects: [main] });
  }

  /** `secret://<name>/<key>` of one of its keys, for `env` and `contentFrom`; without a key `secret://<name>`, for `envFrom` and `dirs`. */
  ref(key?: Key): string {
    return key === undefined ? `secret://${this.name}` : `secret://${this.name}/${key}`;
  }

  /** The value of a key as an environment variable of cdk8s-plus containers, and of ours. */
  envValue(key: Key, options?: { readonly optional?: boolean }): EnvSource {
    const optional = options?.optional === undefined ? {} : { optional: options.optional };
    return { valueFrom: { secretKeyRef: { name: this.name, key, ...optional } } };
  }

  /** The objects of `dependencies` come before this one. */
  addDependency(...dependencies: IConstruct[]): void {
    this.node.addDependency(...dependencies);
  }

  /** This object alone, for RBAC rules. */
  asApiResource(): this {
    return this;
  }

  /** Not a URL, for RBAC rules. */
  asNonApiResource(): undefined {
    return undefined;
  }
}

// Each interface of the workload model equals what its schema accepts. Compiled by `npm run typecheck`, never run.
import type { Container, containerSchema } from '../../lib/workload/model/container';
import type { EnvValue } from '../../lib/workload/model/env';
import type { Expose, exposeSchema } from '../../lib/workload/model/expose';
import type { Dict } from '../../lib/workload/model/fields';
import type { FileSpec, fileSpecSchema } from '../../lib/workload/model/file-spec';
import type {
  Exec,
  execSchema,
  Grpc,
  grpcSchema,
  handlerSchema,
  hookSchema,
  Http,
  HttpPath,
  httpSchema,
  LifecycleHandler,
  ProbeHandler,
  Tcp,
  tcpSchema,
} from '../../lib/workload/model/handler';
import type { JobProps, jobSchema } from '../../lib/workload/model/job';
import type { Lifecycle, lifecycleSchema } from '../../lib/workload/model/lifecycle';
import type { Port, portSchema } from '../../lib/workload/model/port';
import type { Probe, probeSchema } from '../../lib/workload/model/probe';
import type { Amount, ResourceRequirements } from '../../lib/workload/model/resources';
import type { SecretSpec, secretSpecSchema } from '../../lib/workload/model/secret';
import type { ServiceProps, serviceSchema } from '../../lib/workload/model/service';

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Without `readonly`, and without keys that only say that they must not be there (`url?: never`). */
type Normal<T> = T extends readonly (infer Item)[]
  ? Normal<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T as [Exclude<T[Key], undefined>] extends [never] ? never : Key]: Normal<T[Key]> }
    : T;

type Accepts<Schema extends { readonly _zod: { readonly output: unknown } }, T> = Equal<
  Normal<Schema['_zod']['output']>,
  Normal<T>
>;
const holds = <_ extends true>(): void => undefined;

holds<Accepts<typeof execSchema, Exec>>();
holds<Accepts<typeof httpSchema, Http>>();
holds<Accepts<typeof tcpSchema, Tcp>>();
holds<Accepts<typeof grpcSchema, Grpc>>();
holds<Accepts<typeof fileSpecSchema, FileSpec>>();
holds<Accepts<typeof portSchema, Port>>();
holds<Accepts<typeof exposeSchema, Expose>>();

// The handlers of probes share one schema, those of hooks another: which schemes a URL may have is said in words of its own, not by the shape.
type AnyUrl<T> = T extends { readonly url: string }
  ? Omit<T, 'url' | 'headers'> & { readonly url: string; readonly headers?: Dict<string> }
  : T;
type Handled<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]: AnyUrl<T[K]> };
holds<Accepts<typeof handlerSchema, AnyUrl<ProbeHandler>>>();
holds<Accepts<typeof hookSchema, AnyUrl<LifecycleHandler>>>();
holds<Accepts<typeof probeSchema, Handled<Probe, 'probeHandler'>>>();
holds<Accepts<typeof lifecycleSchema, Handled<Lifecycle, 'postStart' | 'preStop'>>>();

// A program may give a number or a boolean where a document has text.
type Amounts = Dict<Exclude<Amount, number>>;
interface AsText {
  readonly env?: Dict<Exclude<EnvValue, number | boolean>>;
  readonly resources?: Amounts | { readonly [Key in keyof ResourceRequirements]: Amounts };
}
type Handlers = 'livenessProbe' | 'readinessProbe' | 'startupProbe' | 'lifecycle';
type ContainerOutput = (typeof containerSchema)['_zod']['output'];
holds<Equal<Normal<Omit<ContainerOutput, Handlers>>, Normal<Omit<Container, Handlers | keyof AsText> & AsText>>>();
holds<Equal<keyof ContainerOutput, keyof Container>>();

// A missing value of a secret gets an error that says how to supply it, so that the shape lets it pass.
type Lenient<T extends { readonly data?: object }> = T extends { readonly type: 'token' | 'certificate' }
  ? Omit<T, 'data'> & { readonly data: Partial<T['data']> }
  : T;
holds<Accepts<typeof secretSpecSchema, Lenient<SecretSpec>>>();

type Inner = 'containers' | 'initContainers' | 'secrets';
type JobOutput = (typeof jobSchema)['_zod']['output'];
type ServiceOutput = (typeof serviceSchema)['_zod']['output'];
holds<Equal<Normal<Omit<JobOutput, Inner>>, Normal<Omit<JobProps, Inner>>>>();
holds<Equal<keyof JobOutput, keyof JobProps>>();
holds<Equal<Normal<Omit<ServiceOutput, Inner>>, Normal<Omit<ServiceProps, Inner>>>>();
holds<Equal<keyof ServiceOutput, keyof ServiceProps>>();

// The comparison itself can fail.
holds<Accepts<typeof httpSchema, HttpPath> extends false ? true : false>();
holds<Equal<Normal<{ a?: string }>, Normal<{ a: string }>> extends false ? true : false>();

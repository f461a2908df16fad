// Each interface of the workload model equals what its schema accepts. Compiled by `npm run typecheck`, never run.
import type { Exec, Grpc, Http, HttpPath, LifecycleHandler, ProbeHandler, Tcp } from '../../lib/workload/action';
import type { Expose, exposeSchema } from '../../lib/workload/expose';
import type { Port } from '../../lib/workload/port';
import type * as schema from '../../lib/workload/schema';
import type * as types from '../../lib/workload/types';

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

holds<Accepts<typeof schema.execSchema, Exec>>();
holds<Accepts<typeof schema.httpSchema, Http>>();
holds<Accepts<typeof schema.tcpSchema, Tcp>>();
holds<Accepts<typeof schema.grpcSchema, Grpc>>();
holds<Accepts<typeof schema.fileSpecSchema, types.FileSpec>>();
holds<Accepts<typeof schema.portSchema, Port>>();
holds<Accepts<typeof exposeSchema, Expose>>();

// Handlers share one schema: which schemes a URL may have is said in words of its own, not by the shape.
type AnyUrl<T> = T extends { readonly url: string }
  ? Omit<T, 'url' | 'headers'> & { readonly url: string; readonly headers?: types.Dict<string> }
  : T;
type Handled<T, Key extends keyof T> = Omit<T, Key> & { readonly [K in Key]: AnyUrl<T[K]> };
holds<Accepts<typeof schema.handlerSchema, AnyUrl<ProbeHandler>>>();
holds<Accepts<typeof schema.handlerSchema, AnyUrl<LifecycleHandler>>>();
holds<Accepts<typeof schema.probeSchema, Handled<types.Probe, 'probeHandler'>>>();
holds<Accepts<typeof schema.lifecycleSchema, Handled<types.Lifecycle, 'postStart' | 'preStop'>>>();

type Handlers = 'livenessProbe' | 'readinessProbe' | 'startupProbe' | 'lifecycle';
type ContainerOutput = (typeof schema.containerSchema)['_zod']['output'];
holds<Equal<Normal<Omit<ContainerOutput, Handlers>>, Normal<Omit<types.Container, Handlers>>>>();
holds<Equal<keyof ContainerOutput, keyof types.Container>>();

// A missing value of a secret gets an error that says how to supply it, so that the shape lets it pass.
type Lenient<T extends { readonly data?: object }> = T extends { readonly type: 'token' | 'certificate' }
  ? Omit<T, 'data'> & { readonly data: Partial<T['data']> }
  : T;
holds<Accepts<typeof schema.secretSpecSchema, Lenient<types.SecretSpec>>>();

type Inner = 'containers' | 'initContainers' | 'secrets';
type JobOutput = (typeof schema.jobSchema)['_zod']['output'];
type ServiceOutput = (typeof schema.serviceSchema)['_zod']['output'];
holds<Equal<Normal<Omit<JobOutput, Inner>>, Normal<Omit<types.JobProps, Inner>>>>();
holds<Equal<keyof JobOutput, keyof types.JobProps>>();
holds<Equal<Normal<Omit<ServiceOutput, Inner>>, Normal<Omit<types.ServiceProps, Inner>>>>();
holds<Equal<keyof ServiceOutput, keyof types.ServiceProps>>();

// The comparison itself can fail.
holds<Accepts<typeof schema.httpSchema, HttpPath> extends false ? true : false>();
holds<Equal<Normal<{ a?: string }>, Normal<{ a: string }>> extends false ? true : false>();

// The public names that need no cdk8s, in groups as in index.ts: documents in, plain objects and problems out. Also the package's entry `cdk8s-kam/core`.

// Workloads
export { checkWorkload, toManifests } from './workload/manifests';
export type { EnvFrom, EnvSource } from './workload/model/env';
export type { Dict } from './workload/model/fields';
export type { FileContent, FileContentFrom } from './workload/model/file-spec';
export type { JobProps } from './workload/model/job';
export type { NameOf, Pod } from './workload/model/pod';
export type { ResourceRequirements } from './workload/model/resources';
export type {
  BasicSecret,
  CertificateSecret,
  ExternalSecret,
  OpaqueSecret,
  SecretSpec,
  TokenSecret,
} from './workload/model/secret';
export type { ServiceProps } from './workload/model/service';
export type { WorkloadBase } from './workload/model/workload-base';
export type { ContainerDefaults, Defaults, JobDefaults, ServiceDefaults } from './workload/model/defaults';
export type { Workload } from './workload/model/workload';
export type { HttpPath, HttpUrl, LifecycleHandler, ProbeHandler } from './workload/model/handler';
export type { Port } from './workload/model/port';
export type { Expose, ExposeAuth, ExposeTarget } from './workload/model/expose';
export type { HttpRouteAuth, HttpRouteTarget, ParentRef, RouteFilter } from './workload/model/http-route';
export type { IngressAuth, IngressTarget, IngressTls } from './workload/model/ingress';
export type { MappingTarget } from './workload/model/mapping';

// Typed values
export { Container, Exec, FileSpec, Grpc, Http, Lifecycle, Probe, Tcp, type ValueType } from './workload/model/values';

// Documents
export { read, readManifests, type ReadOptions, type ReadResult, type ReadWorkload } from './read';
export type { Comment } from './text/comments';
export type { DialectName, DialectOptions, ImageToBuild } from './dialects/dialect';
export * as manifest from './dialects/manifest/api';
export * as sqs from './dialects/sqs/api';
export * as launcher from './dialects/launcher/api';
export * as kam from './dialects/kam/api';

// Kubernetes objects
export { type CheckOptions, validateManifest } from './kube/validate';
export { type SetOptions, validateManifests } from './kube/set';
export type { KubeMetadata, KubeObject } from './kube/object';
export { writeYamlDocuments as toYaml } from './text/write-yaml';

// Problems
export { printPath, printProblem, printProblems } from './report/print';
export { ProblemError } from './report/problem-error';
export type { Code } from './report/codes';
export {
  errorsOf,
  type Fix,
  type Note,
  type ObjectRef,
  type Path,
  type Problem,
  type Severity,
  type Source,
} from './report/problem';

// The public names that need no cdk8s: documents in, plain objects and problems out. Also the package's entry `cdk8s-kam/core`.

// Workloads
export { checkWorkload, toManifests } from './workload/manifests';
export type {
  BasicSecret,
  CertificateSecret,
  Dict,
  EnvFrom,
  EnvSource,
  ExternalSecret,
  FileContent,
  FileContentFrom,
  JobProps,
  NameOf,
  OpaqueSecret,
  Pod,
  ResourceRequirements,
  SecretSpec,
  ServiceProps,
  TokenSecret,
  Workload,
  WorkloadBase,
} from './workload/types';
export type { HttpPath, HttpUrl, LifecycleHandler, ProbeHandler } from './workload/action';
export type { Port } from './workload/port';
export type { Expose, ExposeAuth, ExposeTarget } from './workload/expose';
export type { HttpRouteAuth, HttpRouteTarget, ParentRef, RouteFilter } from './workload/http-route';
export type { IngressAuth, IngressTarget, IngressTls } from './workload/ingress';
export type { MappingTarget } from './workload/mapping';

// Typed values
export { Container, Exec, FileSpec, Grpc, Http, Lifecycle, Probe, Tcp, type ValueType } from './workload/values';

// Documents
export { read, readManifests, type ReadOptions, type ReadResult, type ReadWorkload } from './read';
export type { DialectName, DialectOptions, ImageToBuild } from './dialects/dialect';
export * as manifest from './dialects/manifest/api';
export * as sqs from './dialects/sqs/api';
export * as launcher from './dialects/launcher/api';
export * as kam from './dialects/kam/api';

// Kubernetes objects
export { validateManifest } from './kube/validate';
export { validateManifests } from './kube/manifest-set';
export type { KubeMetadata, KubeObject, Plain } from './kube/types';
export { writeYamlDocuments as toYaml } from './text/write-yaml';

// Problems
export {
  errorsOf,
  type Note,
  type Path,
  printPath,
  type Problem,
  ProblemError,
  printProblem,
  printProblems,
  type Severity,
  type Source,
} from './problem';

// The typed values: under the name of each interface a small value that checks, parses and describes it. zod stays behind it.
import { errorsOf, type Problem } from '../../report/problem';
import { ProblemError } from '../../report/problem-error';
import { jsonSchemaOf } from '../../shape/json-schema';
import { type Schema, shapeProblems } from '../../shape/shape';
import { containerAsText } from './certain-text';
import { containerSchema, type Container as TContainer } from './container';
import { fileSpecSchema, type FileSpec as TFileSpec } from './file-spec';
import {
  execSchema,
  grpcSchema,
  httpSchema,
  tcpSchema,
  type Exec as TExec,
  type Grpc as TGrpc,
  type Http as THttp,
  type Tcp as TTcp,
} from './handler';
import { lifecycleSchema, type Lifecycle as TLifecycle } from './lifecycle';
import { probeSchema, type Probe as TProbe } from './probe';

/** What can be done with a typed value. */
export interface ValueType<T> {
  /**
   * The value itself, when it has the shape of its interface.
   * @throws ProblemError with every wrong, missing or unknown key
   */
  readonly parse: (value: unknown) => T;
  /** Everything that is wrong with the value's shape; empty when it fits. */
  readonly check: (value: unknown) => Problem[];
  /** The JSON Schema (draft-07), with descriptions. */
  readonly jsonSchema: () => object;
}

function valueType<T>(shape: Schema, asText = itself): ValueType<T> {
  const check = (value: unknown): Problem[] => shapeProblems(shape, asText(value));
  return {
    check,
    parse: (value) => {
      const errors = errorsOf(check(value));
      if (errors.length > 0) throw new ProblemError(errors);
      return value as T;
    },
    jsonSchema: () => jsonSchemaOf(shape),
  };
}

const itself = (value: unknown): unknown => value;

/** A container of a workload. @interface */
export type Container = TContainer;
/** Checks, parses and describes a {@link Container}. */
export const Container: ValueType<TContainer> = valueType(containerSchema, containerAsText);

/** A health check of a container. @interface */
export type Probe = TProbe;
/** Checks, parses and describes a {@link Probe}. */
export const Probe: ValueType<TProbe> = valueType(probeSchema);

/** Actions around the life of a container. @interface */
export type Lifecycle = TLifecycle;
/** Checks, parses and describes a {@link Lifecycle}. */
export const Lifecycle: ValueType<TLifecycle> = valueType(lifecycleSchema);

/** A file in a container. */
export type FileSpec = TFileSpec;
/** Checks, parses and describes a {@link FileSpec}. */
export const FileSpec: ValueType<TFileSpec> = valueType(fileSpecSchema);

/** Runs a command inside the container. @interface */
export type Exec = TExec;
/** Checks, parses and describes an {@link Exec}. */
export const Exec: ValueType<TExec> = valueType(execSchema);

/** Sends an HTTP GET: by URL or by path. */
export type Http = THttp;
/** Checks, parses and describes an {@link Http}. */
export const Http: ValueType<THttp> = valueType(httpSchema);

/** Opens a TCP connection. @interface */
export type Tcp = TTcp;
/** Checks, parses and describes a {@link Tcp}. */
export const Tcp: ValueType<TTcp> = valueType(tcpSchema);

/** Asks a gRPC health service. @interface */
export type Grpc = TGrpc;
/** Checks, parses and describes a {@link Grpc}. */
export const Grpc: ValueType<TGrpc> = valueType(grpcSchema);

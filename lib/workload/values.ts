// The typed values: under the name of each interface a small value that checks, parses and describes it. zod stays behind it.
import { jsonSchemaOf } from '../json-schema';
import { errorsOf, type Problem, ProblemError } from '../problem';
import { type Schema, shapeProblems } from '../shape';
import type * as action from './action';
import * as schema from './schema';
import type * as types from './types';

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

function valueType<T>(shape: Schema): ValueType<T> {
  const check = (value: unknown): Problem[] => shapeProblems(shape, value);
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

/** A container of a workload. @interface */
export type Container = types.Container;
/** Checks, parses and describes a {@link Container}. */
export const Container: ValueType<types.Container> = valueType(schema.containerSchema);

/** A health check of a container. @interface */
export type Probe = types.Probe;
/** Checks, parses and describes a {@link Probe}. */
export const Probe: ValueType<types.Probe> = valueType(schema.probeSchema);

/** Actions around the life of a container. @interface */
export type Lifecycle = types.Lifecycle;
/** Checks, parses and describes a {@link Lifecycle}. */
export const Lifecycle: ValueType<types.Lifecycle> = valueType(schema.lifecycleSchema);

/** A file in a container. */
export type FileSpec = types.FileSpec;
/** Checks, parses and describes a {@link FileSpec}. */
export const FileSpec: ValueType<types.FileSpec> = valueType(schema.fileSpecSchema);

/** Runs a command inside the container. @interface */
export type Exec = action.Exec;
/** Checks, parses and describes an {@link Exec}. */
export const Exec: ValueType<action.Exec> = valueType(schema.execSchema);

/** Sends an HTTP GET: by URL or by path. */
export type Http = action.Http;
/** Checks, parses and describes an {@link Http}. */
export const Http: ValueType<action.Http> = valueType(schema.httpSchema);

/** Opens a TCP connection. @interface */
export type Tcp = action.Tcp;
/** Checks, parses and describes a {@link Tcp}. */
export const Tcp: ValueType<action.Tcp> = valueType(schema.tcpSchema);

/** Asks a gRPC health service. @interface */
export type Grpc = action.Grpc;
/** Checks, parses and describes a {@link Grpc}. */
export const Grpc: ValueType<action.Grpc> = valueType(schema.grpcSchema);

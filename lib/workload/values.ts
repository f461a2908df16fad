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

/** {@link types.Container} */
export type Container = types.Container;
/** Checks, parses and describes a {@link types.Container}. */
export const Container: ValueType<types.Container> = valueType(schema.containerSchema);

/** {@link types.Probe} */
export type Probe = types.Probe;
/** Checks, parses and describes a {@link types.Probe}. */
export const Probe: ValueType<types.Probe> = valueType(schema.probeSchema);

/** {@link types.Lifecycle} */
export type Lifecycle = types.Lifecycle;
/** Checks, parses and describes a {@link types.Lifecycle}. */
export const Lifecycle: ValueType<types.Lifecycle> = valueType(schema.lifecycleSchema);

/** {@link types.FileSpec} */
export type FileSpec = types.FileSpec;
/** Checks, parses and describes a {@link types.FileSpec}. */
export const FileSpec: ValueType<types.FileSpec> = valueType(schema.fileSpecSchema);

/** {@link action.Exec} */
export type Exec = action.Exec;
/** Checks, parses and describes an {@link action.Exec}. */
export const Exec: ValueType<action.Exec> = valueType(schema.execSchema);

/** {@link action.Http} */
export type Http = action.Http;
/** Checks, parses and describes an {@link action.Http}. */
export const Http: ValueType<action.Http> = valueType(schema.httpSchema);

/** {@link action.Tcp} */
export type Tcp = action.Tcp;
/** Checks, parses and describes an {@link action.Tcp}. */
export const Tcp: ValueType<action.Tcp> = valueType(schema.tcpSchema);

/** {@link action.Grpc} */
export type Grpc = action.Grpc;
/** Checks, parses and describes an {@link action.Grpc}. */
export const Grpc: ValueType<action.Grpc> = valueType(schema.grpcSchema);

// The bodies of callbacks: what a message's webhook is told. Nothing is sent here.
// spec: dialects.md, "Status, back to the caller's own language"
import type { Problem } from '../../report/problem';
import { ProblemError } from '../../report/problem-error';
import { jsonSchemaOf } from '../../shape/json-schema';
import { expecting, isMap, named, type Schema, shapeProblems } from '../../shape/shape';
import * as z from '../../shape/schema';

/** Status 0: the Job was created. */
export interface SqsJobStarted {
  /** The message's id. */
  readonly id: string;
  readonly status: 0;
  readonly detail: {
    /** metadata.uid of the Job. */
    readonly jobId: string;
    /** metadata.name of the Job. */
    readonly jobName: string;
  };
}

/** Status 1: a pod of the Job runs. */
export interface SqsPodStarted {
  /** The message's id. */
  readonly id: string;
  readonly status: 1;
  readonly detail: {
    /** metadata.uid of the pod. */
    readonly podId: string;
    /** metadata.name of the pod. */
    readonly podName: string;
  };
}

/** Status 2: the Job is complete. */
export interface SqsJobComplete {
  /** The message's id. */
  readonly id: string;
  readonly status: 2;
  readonly detail: {
    /** Whole seconds from the Job's start to its completion, ≥ 0. */
    readonly duration: number;
  };
}

/** Why a Job failed, or could not be started or followed. */
export interface SqsErrorDetail {
  readonly errorCode: SqsErrorCode;
  /**
   * In words. Of callback 3 it is a sentence: the reason and message of the Job, and of each container that failed. (The known worker sends
   * a JSON text `{JobReason, JobMessage, PodFailures}` there; who moves from it and parses that has to change.)
   */
  readonly message: string;
}

/** Status 3: the Job ran and failed. Status 99: something else went wrong. */
export interface SqsJobFailed {
  /** The message's id. */
  readonly id: string;
  readonly status: 3 | 99;
  readonly detail: { readonly error: SqsErrorDetail };
}

/** The body of a callback. */
export type SqsCallback = SqsJobStarted | SqsPodStarted | SqsJobComplete | SqsJobFailed;

/**
 * A102 the message's Job is there already · A103 it could not be created · A104 its pod cannot start · A105 its pod did not start in time ·
 * A106 it could not be watched · A107 its details could not be had · A108 it ran and failed · A109 it could not be read.
 */
export type SqsErrorCode = 'A102' | 'A103' | 'A104' | 'A105' | 'A106' | 'A107' | 'A108' | 'A109';

const text = z.string().check(({ value, issues }) => {
  if (value === '')
    issues.push({ code: 'custom', input: value, message: 'must not be empty', params: { code: 'required' } });
});

const duration = z.int().check(({ value, issues }) => {
  if (value < 0)
    issues.push({ code: 'custom', input: value, message: 'must be 0 or more', params: { code: 'out-of-range' } });
});

const bodies = {
  0: named(
    'SqsJobStarted',
    z.strictObject({ id: text, status: z.literal(0), detail: z.strictObject({ jobId: text, jobName: text }) }),
  ),
  1: named(
    'SqsPodStarted',
    z.strictObject({ id: text, status: z.literal(1), detail: z.strictObject({ podId: text, podName: text }) }),
  ),
  2: named('SqsJobComplete', z.strictObject({ id: text, status: z.literal(2), detail: z.strictObject({ duration }) })),
  3: named(
    'SqsJobFailed',
    z.strictObject({
      id: text,
      status: z.literal([3, 99]),
      detail: z.strictObject({
        error: named(
          'SqsErrorDetail',
          z.strictObject({
            errorCode: z.enum(['A102', 'A103', 'A104', 'A105', 'A106', 'A107', 'A108', 'A109']),
            message: z.string(),
          }),
        ),
      }),
    }),
  ),
} as const;

/** The shape of {@link SqsCallback}. */
export const sqsCallbackSchema = expecting(
  'a callback: a map with `id`, `status` (0, 1, 2, 3 or 99) and `detail`',
  z.union([bodies[0], bodies[1], bodies[2], bodies[3]]),
);

const BY_STATUS: ReadonlyMap<unknown, Schema> = new Map<unknown, Schema>([
  [0, bodies[0]],
  [1, bodies[1]],
  [2, bodies[2]],
  [3, bodies[3]],
  [99, bodies[3]],
]);

/** Checks and describes callback bodies. */
export const SqsCallback = {
  /** Everything that is wrong with the shape of a body; empty when it fits. */
  check(value: unknown): Problem[] {
    return shapeProblems((isMap(value) && BY_STATUS.get(value.status)) || sqsCallbackSchema, value);
  },
  /** The body, when its shape is right. @throws ProblemError */
  parse(value: unknown): SqsCallback {
    const problems = SqsCallback.check(value);
    if (problems.length > 0) throw new ProblemError(problems);
    return value as SqsCallback;
  },
  /** JSON Schema (draft-07) of all bodies. */
  jsonSchema: (): object => jsonSchemaOf(sqsCallbackSchema),
};

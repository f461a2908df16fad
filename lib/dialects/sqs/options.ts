// What the caller may say beside an SQS job message. spec: dialects.md, "sqs"
import * as z from '../../shape/schema';
import type { OptionShapes } from '../dialect';

/** What a consumer of messages may say beside the message. */
export interface SqsOptions {
  /**
   * Second part of the Job's name, after the prefix and a hyphen. Default: the first 8 hex digits of sha256(id), so that a message
   * delivered twice names the same Job.
   */
  readonly nameSuffix?: string;
}

export const sqsOptions: OptionShapes<SqsOptions> = { nameSuffix: z.optional(z.string()) };

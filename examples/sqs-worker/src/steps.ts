// The steps between which a worker may die. Whatever it was about to do next, another worker, or the next one, goes on from what is in the queue and on
// the Job. Each step is announced when it has been done, so that a test can end the process there.

export const STEPS = [
  /** A message was received; it is invisible to others for a while. */
  'received',
  /** It was read: there is a Job to be created. */
  'read',
  /** There is room for one more active Job. The request to create it is the next thing to happen. */
  'admitted',
  /** The API server has answered: the Job exists. */
  'created',
  /** The API server has answered that the Job exists already, and it is the same message's: it was delivered again. */
  'recognized',
  /** The message was deleted from the queue. */
  'message-deleted',
  /** The Job says that its message was deleted. */
  'deletion-noted',
  /** The watch has told of a Job or of one of its pods. */
  'event-seen',
  /** The Job says that this worker is sending its callbacks. */
  'claimed',
  /** The webhook has taken a callback. */
  'callback-sent',
  /** The Job says that the callback was sent. */
  'callback-noted',
  /** The webhook has not taken it, in three tries, and the Job says so. */
  'failure-noted',
  /** Nothing more will be told: nothing of ours holds the Job any more. */
  'released',
  /** A message becomes no Job, and its webhook was told. */
  'refusal-sent',
  /** The dead-letter queue has it. */
  'dead-lettered',
  /** It was deleted from the queue that it came from. */
  'refused-deleted',
] as const;

export type Step = (typeof STEPS)[number];

/** What a step was about. */
export interface About {
  /** The queue's id of the message. */
  readonly message?: string;
  /** The Job's name. */
  readonly job?: string;
  /** Status of the callback. */
  readonly status?: number;
}

export type OnStep = (step: Step, about: About) => void | Promise<void>;

// What a Job says about itself: whose callbacks were sent, who is sending them, whether its message is gone. All state of all workers is here; it
// changes by JSON patches whose tests hold only while nobody else has changed it.
import { type KubeObject, sqs } from 'cdk8s-kam/core';

/** Of a Job, what is looked at here. */
export interface Job extends sqs.ObservedJob {
  readonly metadata?: sqs.ObservedJob['metadata'] & { readonly finalizers?: readonly string[] };
}

/** What the Jobs and pods of all workers have in common. */
export const LABELS = { 'app.kubernetes.io/managed-by': 'sqs-worker' };
export const SELECTOR = 'app.kubernetes.io/managed-by=sqs-worker';

/** Keeps a Job from going before its message was deleted (or it would be started again) and before its end was told. */
const FINALIZER = 'sqs-worker/callbacks';
/** Who is sending callbacks: a word that no other claim has; empty: nobody. */
const CLAIM = 'sqs-worker/claim';
/** How often in a row the next callback could not be sent, three tries each. */
const ROUNDS = 'sqs-worker/failed-rounds';
/** The callbacks that were given up. */
const GIVEN_UP = 'sqs-worker/given-up';
const MESSAGE_DELETED = 'sqs-worker/message-deleted';

export type JsonPatch = readonly {
  readonly op: 'test' | 'add' | 'remove';
  readonly path: string;
  readonly value?: string;
}[];

/** A Job as it is created. */
export function held(manifest: KubeObject, redeliverySeconds: number): KubeObject {
  const { metadata } = manifest;
  const annotations = { ...metadata.annotations, [sqs.SENT]: '', [CLAIM]: '', [ROUNDS]: '0' };
  const spec = manifest.spec as object;
  return {
    ...manifest,
    metadata: { ...metadata, annotations, finalizers: [FINALIZER] } as KubeObject['metadata'],
    spec: { ...spec, ttlSecondsAfterFinished: Math.max(timeToLive(manifest) ?? 0, redeliverySeconds) },
  };
}

/** How long the Job stays after its end; undefined: for ever. */
export const timeToLive = ({ spec }: KubeObject): number | undefined =>
  (spec as { ttlSecondsAfterFinished?: number }).ttlSecondsAfterFinished;

const annotation = ({ metadata }: Job, key: string): string | undefined => metadata?.annotations?.[key];

export const isHeld = ({ metadata }: Job): boolean => metadata?.finalizers?.includes(FINALIZER) ?? false;
export const messageIdOf = (job: Job): string | undefined => annotation(job, 'sqs/message-id');
export const isMessageDeleted = (job: Job): boolean => annotation(job, MESSAGE_DELETED) === 'true';
export const claimOf = (job: Job): string => annotation(job, CLAIM) ?? '';
export const roundsOf = (job: Job): number => Number(annotation(job, ROUNDS)) || 0;
/** As long as it stays the same, nobody has got on with the callbacks. */
export const progressOf = (job: Job): string => [CLAIM, sqs.SENT, ROUNDS].map((key) => annotation(job, key)).join('|');

/** Neither ended nor suspended: it has pods, or will have. */
export function isActive({ spec, status }: Job): boolean {
  const ended = status?.conditions?.some(
    ({ type, status: is }) => is === 'True' && (type === 'Complete' || type === 'Failed'),
  );
  return spec?.suspend !== true && ended !== true;
}

/** Whether what is due says that no pod has run: then the watch on pods must not be late. */
export const isSaidOfPods = (job: Job, { bodies }: sqs.Due): boolean =>
  bodies.some(({ status }) => status > 1) &&
  !bodies.some(({ status }) => status === 1) &&
  annotation(job, sqs.SENT)?.split(' ').includes('1') !== true;

/** This worker sends the callbacks now, if nobody has got on with them since. */
export const claimed = (job: Job, claim: string): JsonPatch => [
  same(job, CLAIM),
  same(job, sqs.SENT),
  set(CLAIM, claim),
];

/** A callback was sent, or given up; with the last one the claim ends. */
export function told(job: Job, body: sqs.Callback, last: boolean, givenUp = false): JsonPatch {
  const sent = sqs.withSent(job, body);
  const lost = `${annotation(job, GIVEN_UP) ?? ''} ${sent.split(' ').at(-1)}`.trim();
  return [
    same(job, CLAIM),
    set(sqs.SENT, sent),
    set(ROUNDS, '0'),
    ...(givenUp ? [set(GIVEN_UP, lost)] : []),
    ...(last ? [set(CLAIM, '')] : []),
  ];
}

/** A callback could not be sent. */
export const failed = (job: Job): JsonPatch => [
  same(job, CLAIM),
  set(ROUNDS, String(roundsOf(job) + 1)),
  set(CLAIM, ''),
];

export const messageDeleted = (): JsonPatch => [set(MESSAGE_DELETED, 'true')];

/** Nothing of ours keeps the Job any more. */
export function released({ metadata }: Job): JsonPatch {
  const path = `/metadata/finalizers/${metadata?.finalizers?.indexOf(FINALIZER)}`;
  return [
    { op: 'test', path, value: FINALIZER },
    { op: 'remove', path },
  ];
}

const pathOf = (key: string): string => `/metadata/annotations/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
const set = (key: string, value: string): JsonPatch[number] => ({ op: 'add', path: pathOf(key), value });
const same = (job: Job, key: string): JsonPatch[number] => ({
  op: 'test',
  path: pathOf(key),
  value: annotation(job, key) ?? '',
});

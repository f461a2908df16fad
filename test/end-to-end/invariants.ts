// What must be true of a whole history, whatever went wrong in it.
import type { Callback } from '../../lib/dialects/sqs/api';
import { type Told, toldBy } from './fixtures';
import type { Exchange, History } from './history';

/** Of the messages, by the ids in their bodies: what their webhooks must have been told, in order; undefined for those that have none. */
export type Expected = Readonly<Record<string, readonly Told[]>>;

const JOBS = /^\/apis\/batch\/v1\/namespaces\/[^/]+\/jobs$/;

/** Sentences about what is broken. */
export function broken({ exchanges }: History, expected: Expected): string[] {
  const created = exchanges.filter(
    ({ who, method, path, answer }) => who === 'api' && method === 'POST' && JOBS.test(path) && answer?.status === 201,
  );
  const createdFor = (id: string): Exchange[] => created.filter((each) => idOfJob(each) === id);
  const deadLettered = exchanges.filter(({ who, operation }) => who === 'queue' && operation === 'SendMessage');
  const bodies = bodiesByReceipt(exchanges);
  return [
    ...Object.keys(expected).flatMap((id) => {
      const [first, ...more] = createdFor(id);
      if (more.length > 0) return [`${id}: started ${more.length + 1} times`];
      return first === undefined && !deadLettered.some(({ body }) => body.includes(id)) ? [`${id}: lost`] : [];
    }),
    ...Object.entries(expected).flatMap(([id, told]) => {
      const seen = withoutRepeats(taken(exchanges, id)).map(toldBy);
      return JSON.stringify(seen) === JSON.stringify(told)
        ? []
        : [`${id}: told ${seen.join()} instead of ${told.join()}`];
    }),
    ...exchanges.flatMap((deletion) => {
      if (deletion.operation !== 'DeleteMessage') return [];
      const { ReceiptHandle } = JSON.parse(deletion.body) as { ReceiptHandle: string };
      const body = bodies.get(ReceiptHandle);
      if (body === undefined) return [`a message was deleted that nobody received`];
      const before = ({ answer }: Exchange): boolean => answer !== undefined && answer.at < deletion.asked;
      const kept = deadLettered.some((each) => before(each) && messageOf(each) === body);
      return kept || createdFor(idOf(body) ?? '').some(before) ? [] : [`deleted before its Job was there: ${body}`];
    }),
    ...exchanges.flatMap(({ who, method, path, answer }) =>
      who === 'api' && (answer?.status === 401 || answer?.status === 403) ? [`forbidden: ${method} ${path}`] : [],
    ),
  ];
}

/** The callbacks about a message that its webhook has taken, in order. */
export const taken = (exchanges: readonly Exchange[], id: string): Callback[] =>
  exchanges
    .filter(({ who, answer }) => who === 'webhook' && answer !== undefined && answer.status < 300)
    .map(({ body }) => JSON.parse(body) as Callback)
    .filter((body) => body.id === id);

/** At least once may be twice, though not after something newer. */
const withoutRepeats = (callbacks: readonly Callback[]): Callback[] =>
  callbacks.filter((body, i) => JSON.stringify(body) !== JSON.stringify(callbacks[i - 1]));

function bodiesByReceipt(exchanges: readonly Exchange[]): Map<string, string> {
  const received = exchanges.filter(
    ({ operation, answer }) => operation === 'ReceiveMessage' && answer?.status === 200,
  );
  return new Map(
    received.flatMap(({ answer }) => {
      const { Messages = [] } = JSON.parse(answer!.body) as { Messages?: { Body: string; ReceiptHandle: string }[] };
      return Messages.map(({ Body, ReceiptHandle }) => [ReceiptHandle, Body] as const);
    }),
  );
}

const messageOf = ({ body }: Exchange): string => (JSON.parse(body) as { MessageBody: string }).MessageBody;

const idOfJob = ({ body }: Exchange): string | undefined =>
  (JSON.parse(body) as { metadata: { annotations?: Record<string, string> } }).metadata.annotations?.['sqs/message-id'];

function idOf(body: string): string | undefined {
  try {
    return (JSON.parse(body) as { id?: string }).id;
  } catch {
    return undefined;
  }
}

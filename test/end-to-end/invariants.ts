// What must be true of a whole history, whatever went wrong in it.
import type { Callback } from '../../lib/dialects/sqs/api';
import { type Told, toldBy } from './fixtures';
import type { Exchange, History } from './history';

/** Of the messages, by the ids in their bodies: what their webhooks must have been told, in order; undefined for those that have none. */
export type Expected = Readonly<Record<string, readonly Told[]>>;

const JOBS = /^\/apis\/batch\/v1\/namespaces\/[^/]+\/jobs$/;

/** Sentences about what is broken. */
export function broken({ exchanges }: History, expected: Expected): string[] {
  const created = groups(
    exchanges.filter(
      ({ who, method, path, answer }) =>
        who === 'api' && method === 'POST' && JOBS.test(path) && answer?.status === 201,
    ),
    idOfJob,
  );
  const deadLettered = groups(
    exchanges.filter(({ who, operation }) => who === 'queue' && operation === 'SendMessage'),
    messageOf,
  );
  const refused = new Set([...deadLettered.keys()].map(idOf));
  const told = taken(exchanges);
  const bodies = bodiesByReceipt(exchanges);
  return [
    ...Object.keys(expected).flatMap((id) => {
      const times = created.get(id)?.length ?? 0;
      if (times > 1) return [`${id}: started ${times} times`];
      return times === 0 && !refused.has(id) ? [`${id}: lost`] : [];
    }),
    ...Object.entries(expected).flatMap(([id, wanted]) => {
      const seen = withoutRepeats(told.get(id) ?? []).map(toldBy);
      return seen.join() === wanted.join() ? [] : [`${id}: told ${seen.join()} instead of ${wanted.join()}`];
    }),
    ...exchanges.flatMap((deletion) => {
      if (deletion.operation !== 'DeleteMessage') return [];
      const { ReceiptHandle } = JSON.parse(deletion.body) as { ReceiptHandle: string };
      const body = bodies.get(ReceiptHandle);
      if (body === undefined) return [`a message was deleted that nobody received`];
      const kept = [...(deadLettered.get(body) ?? []), ...(created.get(idOf(body)) ?? [])];
      const isKept = kept.some(({ answer }) => answer !== undefined && answer.at < deletion.asked);
      return isKept ? [] : [`deleted before its Job was there: ${body}`];
    }),
    ...exchanges.flatMap(({ who, method, path, answer }) =>
      who === 'api' && (answer?.status === 401 || answer?.status === 403) ? [`forbidden: ${method} ${path}`] : [],
    ),
  ];
}

/** The callbacks that webhooks have taken, in order, by the ids of the messages. */
export function taken(exchanges: readonly Exchange[]): ReadonlyMap<string, readonly Callback[]> {
  const sent = exchanges.filter(({ who, answer }) => who === 'webhook' && answer !== undefined && answer.status < 300);
  return groups(
    sent.map(({ body }) => JSON.parse(body) as Callback),
    ({ id }) => id,
  );
}

/** At least once may be twice, though not after something newer. */
const withoutRepeats = (callbacks: readonly Callback[]): Callback[] =>
  callbacks.filter((body, i) => JSON.stringify(body) !== JSON.stringify(callbacks[i - 1]));

function groups<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const found = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = found.get(key);
    if (group === undefined) found.set(key, [item]);
    else group.push(item);
  }
  return found;
}

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

/** The id in a message; of one that cannot be read as far as it can. */
const idOf = (body: string): string | undefined => /"id": ?"([^"]*)"/.exec(body)?.[1];

// What a worker is told, and how that is read from environment variables: everything that is wrong is said at once.
import { hostProblem } from './webhook-hosts';

export interface Settings {
  /** The queue that is polled. */
  readonly queueUrl: string;
  /** Where messages go that become no Job. */
  readonly deadLetterQueueUrl: string;
  /** Where the Jobs run; a message that names another namespace is refused. */
  readonly namespace: string;
  /** Hosts that callbacks may be sent to; see webhook-hosts.ts. */
  readonly callbackHosts: readonly string[];
  /** So many Jobs at once. */
  readonly maxActiveJobs: number;
  /** So long is a message invisible that was received; extended while it is in hand. */
  readonly visibilitySeconds: number;
  /** So long after its Job's end a message may be delivered once more: finished Jobs stay at least so long. */
  readonly redeliverySeconds: number;
  /** A pod that has not started after so long is told as A105. */
  readonly podStartSeconds: number;
  /** So long may a webhook take to answer. */
  readonly webhookTimeoutSeconds: number;
  /** A message that could so often not be made a Job, for reasons that may not be its own, is refused. */
  readonly maxReceives: number;
  /** The shortest wait before anything is tried again; the others are multiples. */
  readonly backoffMilliseconds: number;
  /** /healthz and /metrics; 0: any free port. */
  readonly port: number;
}

/** A variable: its text becomes a value, or the sentence that says what is wrong with it. */
interface Variable<T> {
  readonly about: string;
  readonly fallback?: string;
  read(text: string): T | Wrong;
}

interface Wrong {
  readonly wrong: string;
}

const whole = (least: number, most: number, fallback: number, about: string): Variable<number> => ({
  about,
  fallback: String(fallback),
  read: (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most
      ? Number(text)
      : { wrong: `expected a whole number from ${least} to ${most}` },
});

const url = (about: string): Variable<string> => ({
  about,
  read: (text) =>
    /^https?:\/\/[^/]/.test(text) && URL.canParse(text)
      ? text
      : { wrong: 'expected the http:// or https:// URL of a queue' },
});

const VARIABLES: { readonly [Key in keyof Settings]: [name: string, Variable<Settings[Key]>] } = {
  queueUrl: ['QUEUE_URL', url('the URL of the queue that is polled')],
  deadLetterQueueUrl: ['DEAD_LETTER_QUEUE_URL', url('the URL of the queue for messages that become no Job')],
  namespace: [
    'NAMESPACE',
    {
      about: 'the namespace of the Jobs',
      read: (text) =>
        /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/.test(text) ? text : { wrong: 'expected the name of a namespace' },
    },
  ],
  callbackHosts: [
    'CALLBACK_HOSTS',
    {
      about: 'hosts that callbacks may be sent to, separated by commas',
      fallback: '',
      read: (text) => {
        const hosts = text.split(',').map((host) => host.trim().toLowerCase());
        const known = hosts.filter((host) => host !== '');
        const wrong = known.map(hostProblem).find((problem) => problem !== undefined);
        return wrong === undefined ? known : { wrong };
      },
    },
  ],
  maxActiveJobs: ['MAX_ACTIVE_JOBS', whole(1, 100_000, 10, 'the most Jobs at once')],
  visibilitySeconds: ['VISIBILITY_SECONDS', whole(5, 43_200, 120, 'how long a message in hand is invisible')],
  redeliverySeconds: ['REDELIVERY_SECONDS', whole(60, 1_209_600, 3600, 'how long finished Jobs stay at least')],
  podStartSeconds: ['POD_START_SECONDS', whole(1, 86_400, 600, 'how long a pod may take to start')],
  webhookTimeoutSeconds: ['WEBHOOK_TIMEOUT_SECONDS', whole(1, 60, 5, 'how long a webhook may take to answer')],
  maxReceives: ['MAX_RECEIVES', whole(1, 1000, 5, 'how often a message is tried')],
  backoffMilliseconds: ['BACKOFF_MILLISECONDS', whole(1, 60_000, 1000, 'the shortest wait before another try')],
  port: ['PORT', whole(0, 65_535, 8080, 'the port of /healthz and /metrics')],
};

/** @throws Error that says everything that is wrong, a line for each variable */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const wrong: string[] = [];
  const settings = Object.fromEntries(
    Object.entries(VARIABLES).map(([key, [name, variable]]: [string, [string, Variable<unknown>]]) => {
      const given = environment[name] === '' ? undefined : environment[name];
      const text = given ?? variable.fallback;
      if (text === undefined) {
        wrong.push(`${name}: is required: ${variable.about}`);
        return [key, undefined];
      }
      const value = variable.read(text);
      if (isWrong(value))
        wrong.push(`${name}: ${value.wrong}, got ${JSON.stringify(text.slice(0, 200))} (${variable.about})`);
      return [key, value];
    }),
  ) as unknown as Settings;
  if (settings.queueUrl !== undefined && settings.queueUrl === settings.deadLetterQueueUrl) {
    wrong.push('DEAD_LETTER_QUEUE_URL: must not be QUEUE_URL: what is refused would come back');
  }
  if (wrong.length > 0) throw new Error(`The worker cannot start:\n${wrong.map((each) => `  ${each}\n`).join('')}`);
  return settings;
}

const isWrong = (value: unknown): value is Wrong => typeof value === 'object' && value !== null && 'wrong' in value;

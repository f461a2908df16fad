// Requests and responses of the plugin protocol, and what each must have to be understood.
// https://docs.posit.co/rlps/devguide/pluginapi.html
import { launcher } from 'cdk8s-kam/core';
import { LauncherError } from './errors.js';

/** The numbers of the requests. */
export const REQUEST = {
  0: 'heartbeat',
  1: 'bootstrap',
  2: 'submit',
  3: 'jobs',
  4: 'status',
  5: 'control',
  6: 'output',
  8: 'network',
  9: 'cluster',
  201: 'nodes',
} as const;

/** The numbers of the responses, by what they answer. */
export const RESPONSE = {
  error: -1,
  heartbeat: 0,
  bootstrap: 1,
  jobs: 2,
  status: 3,
  control: 4,
  output: 5,
  network: 7,
  cluster: 8,
  nodes: 201,
} as const;

/** What every response has. */
export interface Response {
  readonly messageType: number;
  readonly requestId: number;
  readonly responseId: number;
}

/** A request whose parts, as far as they are there, are of the right types. */
export interface Request {
  readonly requestId: number;
  readonly type: (typeof REQUEST)[keyof typeof REQUEST];
  readonly username: string;
  readonly jobId: string;
  readonly cancel: boolean;
  readonly operation: launcher.JobOperation;
  readonly output: launcher.JobOutput;
  readonly filter: launcher.JobFilter;
  readonly fields: readonly string[];
  readonly job: unknown;
  readonly version: Partial<launcher.Version>;
}

type Message = Readonly<Record<string, unknown>>;

const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The id under which a message is to be answered; 0 for one that has none. */
export const requestIdOf = (message: unknown): number => {
  const id = isMessage(message) ? message['requestId'] : undefined;
  return typeof id === 'number' && Number.isSafeInteger(id) && id >= 0 ? id : 0;
};

/** @throws LauncherError when it cannot be understood */
export function parseRequest(message: unknown): Request {
  if (!isMessage(message)) throw invalid('expected a message: a map with "messageType" and "requestId"');
  const number = integer(message, 'messageType');
  const type = REQUEST[number as keyof typeof REQUEST];
  const requestId = integer(message, 'requestId');
  if (type === undefined) throw new LauncherError('RequestNotSupported', `no request of type ${number} is supported`);
  return {
    requestId,
    type,
    job: message['job'],
    username: NAMED.has(type) ? text(message, 'username') : '',
    jobId: OF_JOB.has(type) ? text(message, 'jobId') : '',
    cancel: optional(message, 'cancel', 'true or false', (value) => typeof value === 'boolean') ?? false,
    operation: type === 'control' ? operationOf(message) : 'Cancel',
    output: type === 'output' ? outputOf(message) : 'mixed',
    ...(type === 'jobs' ? filterOf(message) : { filter: {}, fields: [] }),
    version: type === 'bootstrap' ? versionOf(message) : {},
  };
}

const NAMED: ReadonlySet<string> = new Set(['submit', 'jobs', 'status', 'control', 'output', 'network']);
const OF_JOB: ReadonlySet<string> = new Set(['jobs', 'status', 'control', 'output', 'network']);

const invalid = (message: string): LauncherError => new LauncherError('InvalidRequest', message);

function integer(message: Message, key: string): number {
  const value = message[key];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw invalid(`${key}: expected a whole number of 0 or more`);
}

function text(message: Message, key: string): string {
  const value = message[key];
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`${key}: expected a text that is not empty`);
}

function optional<T>(message: Message, key: string, what: string, is: (value: unknown) => boolean): T | undefined {
  const value = message[key];
  if (value === undefined || value === null) return undefined;
  if (!is(value)) throw invalid(`${key}: expected ${what}`);
  return value as T;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const TEXTS = 'a list of texts';

function filterOf(message: Message): Pick<Request, 'filter' | 'fields'> {
  const texts = (key: string): string[] | undefined => optional(message, key, TEXTS, isTexts);
  const time = (key: string): string | undefined => optional(message, key, 'a time as in RFC 3339', isText);
  return {
    filter: {
      tags: texts('tags'),
      statuses: texts('statuses'),
      startTime: time('startTime'),
      endTime: time('endTime'),
    },
    fields: texts('fields') ?? [],
  };
}

function operationOf(message: Message): launcher.JobOperation {
  const number = integer(message, 'operation');
  const operation = launcher.jobOperations[number];
  if (operation !== undefined) return operation;
  const known = launcher.jobOperations.map((name, index) => `${index} (${name})`).join(', ');
  throw invalid(`operation: there is no ${number}; there are ${known}`);
}

/** As a number, as the Launcher sends it, or as the word that the page has for it. */
function outputOf(message: Message): launcher.JobOutput {
  const value = message['outputType'] ?? launcher.jobOutputs.indexOf('mixed');
  const output =
    typeof value === 'number' ? launcher.jobOutputs[value] : launcher.jobOutputs.find((it) => it === value);
  if (output !== undefined) return output;
  throw invalid('outputType: expected 0 (stdout), 1 (stderr) or 2 (mixed)');
}

function versionOf(message: Message): Partial<launcher.Version> {
  const version = message['version'];
  if (!isMessage(version)) throw invalid('version: expected a map with "major", "minor" and "patch"');
  return { major: integer(version, 'major'), minor: integer(version, 'minor'), patch: integer(version, 'patch') };
}

// Sends a callback: a POST of JSON to a host of the list, with a time-out and three tries. A redirect is not followed and counts as a failure.
import { lookup } from 'node:dns';
import { request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { sqs } from 'cdk8s-kam/core';
import { wordsOf } from './log';
import { admissionOf, isPublic } from './webhook-hosts';

export const TRIES = 3;

export interface WebhookOptions {
  readonly callbackHosts: readonly string[];
  readonly webhookTimeoutSeconds: number;
  readonly backoffMilliseconds: number;
}

/** The longest that {@link send} takes. */
export const longestSend = ({ webhookTimeoutSeconds, backoffMilliseconds }: WebhookOptions): number =>
  TRIES * webhookTimeoutSeconds * 1000 + (2 ** (TRIES - 1) - 1) * backoffMilliseconds;

/** @returns why the webhook has not taken the callback; undefined when it has */
export async function send(url: string, body: sqs.Callback, options: WebhookOptions): Promise<string | undefined> {
  if (!URL.canParse(url)) return 'the webhook is no URL';
  let failure = refusal(new URL(url), options);
  if (failure !== undefined) return failure;
  for (let nth = 0; nth < TRIES; nth++) {
    if (nth > 0) await sleep(2 ** (nth - 1) * options.backoffMilliseconds);
    failure = await post(url, JSON.stringify(body), options).catch(wordsOf);
    if (failure === undefined) return undefined;
  }
  return failure;
}

/** Why a webhook is not called at all. */
export function refusal(url: URL, { callbackHosts }: Pick<WebhookOptions, 'callbackHosts'>): string | undefined {
  const admission = admissionOf(url, callbackHosts);
  if (admission === undefined) return `${url.host} is not among CALLBACK_HOSTS`;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return admission === 'public' && isIP(host) !== 0 && !isPublic(host) ? notPublic(host) : undefined;
}

async function post(address: string, body: string, options: WebhookOptions): Promise<string | undefined> {
  const url = new URL(address);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const init: RequestOptions = {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
    signal: AbortSignal.timeout(options.webhookTimeoutSeconds * 1000),
    // The address that is looked at is the one that is connected to: a name that resolves differently the next time gains nothing.
    ...(admissionOf(url, options.callbackHosts) === 'public' && { lookup: lookupPublic }),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, init, (response) => {
      const { statusCode = 0 } = response;
      resolve(statusCode >= 200 && statusCode < 300 ? undefined : `${url.host} answered ${statusCode}`);
      response.destroy();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const notPublic = (host: string): string =>
  `${host} is a private address, and CALLBACK_HOSTS does not name the host itself`;

const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const found = error ? [] : addresses.filter(({ address }) => isPublic(address));
    if (error || found[0] === undefined) return callback(error ?? new Error(notPublic(host)), '');
    if (options.all === true) callback(null, found);
    else callback(null, found[0].address, found[0].family);
  });
};

// Whom to tell of a message that cannot be read: what can be known of a text that is wrong.
import { isMap } from '../../shape/shape';
import { unwrap } from '../../text/envelope';
import { parseText } from '../../text/parse';

/** To whom and under which id a callback goes. */
export interface SqsReplyTo {
  /** The message's id. */
  readonly id?: string;
  /** Its webhook: an http:// or https:// URL. */
  readonly url?: string;
}

/**
 * The id and the webhook of a message, also of one that `read` refuses; of several messages in one text those of the first. Never throws.
 */
export function replyTo(text: string | Uint8Array): SqsReplyTo {
  const value = parseText(text, { file: 'message.json' }).documents[0]?.value;
  const envelope = unwrap(value);
  const message = envelope === undefined ? value : envelope.messages[0]?.value;
  if (!isMap(message)) return {};
  const { id, webhook } = message;
  const url = isMap(webhook) ? webhook.url : undefined;
  return {
    ...(typeof id === 'string' && id !== '' && { id }),
    ...(typeof url === 'string' && isWebhookUrl(url) && { url }),
  };
}

/** Whether a text is a URL that a callback can be sent to. */
export const isWebhookUrl = (text: string): boolean => /^https?:\/\/[^/?#\s]/i.test(text) && URL.canParse(text);

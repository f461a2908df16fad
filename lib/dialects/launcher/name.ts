// The Kubernetes name of a job: made of its name and its id, so that two jobs never share one.
// https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
import { sha256 } from '../../text/sha256';

/** A Job's name is also a label value of its pods. */
const LONGEST = 63;

/**
 * `<name>-<id>`, in letters, digits and hyphens. The id stays whole, and the name gives way where both are too long. An id that no name
 * can hold as it is (capitals, other characters, too long) gets eight digits of its SHA-256, so that `A` and `a` stay apart.
 * @param spare characters that must be left for what is appended to the name, such as `-node` of a Service. A Service's name starts
 * with a letter, so then `job-` is put before a digit.
 */
export function jobName(name: string, id: string, spare: number): string {
  const room = LONGEST - spare - (spare > 0 ? 'job-'.length : 0);
  const plain = slug(id);
  const tail = plain === id && id.length <= room ? id : join([cut(plain, room - 9), digest(id)]);
  const head = cut(slug(name), room - tail.length - 1);
  const whole = join([head, tail]);
  return spare > 0 && /^[0-9]/.test(whole) ? `job-${whole}` : whole;
}

const slug = (text: string): string =>
  text
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const cut = (text: string, length: number): string => text.slice(0, Math.max(0, length)).replace(/-$/, '');

const join = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('-');

const digest = (text: string): string => sha256(text).slice(0, 8);

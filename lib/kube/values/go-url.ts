// URLs as Go's net/url reads them, which is what the API server does with a URL in an object.
// https://pkg.go.dev/net/url#Parse
import { ipAddress } from './syntax';

/** The parts of a URL that rules ask about. */
export interface GoUrl {
  readonly scheme: string;
  readonly host: string;
  readonly user: string | undefined;
  readonly query: string;
  readonly fragment: string;
  /** The host of a page in the web has more than one colon, which Go refuses since 1.26, and Kubernetes since 1.36. */
  readonly crowded: boolean;
}

/** The parts of a URL, or what is wrong with it as a sentence without a subject. */
export function parseUrl(text: string): GoUrl | string {
  const hash = text.indexOf('#');
  if (hash < 0) return parse(text, false);
  const fragment = text.slice(hash + 1);
  const url = parse(text.slice(0, hash), false);
  if (typeof url === 'string') return url;
  return badEscape(fragment) ?? { ...url, fragment };
}

/** As {@link parseUrl} for a URL that stands in a request: absolute, or a path from the root; "#" has no meaning. */
export const parseRequestUrl = (text: string): GoUrl | string => parse(text, true);

const NO_PARTS: GoUrl = { scheme: '', host: '', user: undefined, query: '', fragment: '', crowded: false };

function parse(text: string, inRequest: boolean): GoUrl | string {
  if (/[\0-\x1f\x7f]/.test(text)) return 'must not contain control characters';
  if (text === '') return inRequest ? 'must not be empty' : NO_PARTS;
  if (text === '*') return NO_PARTS;
  if (text.startsWith(':')) return 'must have a scheme before ":"';
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1];
  let rest = scheme === undefined ? text : text.slice(scheme.length + 1);
  const mark = rest.indexOf('?');
  const query = mark < 0 ? '' : rest.slice(mark + 1);
  if (mark >= 0) rest = rest.slice(0, mark);
  const parts = { ...NO_PARTS, scheme: scheme?.toLowerCase() ?? '', query };
  if (!rest.startsWith('/')) {
    if (scheme !== undefined) return parts;
    if (inRequest) return 'must start with a scheme (https://) or with "/"';
    if (rest.split('/', 1)[0]!.includes(':')) return 'must have a scheme (https://), or no colon before the first "/"';
  }
  if (!rest.startsWith('//') || (scheme === undefined && (inRequest || rest.startsWith('///')))) {
    return badEscape(rest) ?? parts;
  }
  const end = rest.indexOf('/', 2);
  const authority = end < 0 ? rest.slice(2) : rest.slice(2, end);
  const sign = authority.lastIndexOf('@');
  const user = sign < 0 ? undefined : authority.slice(0, sign);
  const host = authority.slice(sign + 1);
  if (user !== undefined && !/^[A-Za-z0-9._:~!$&'()*+,;=%@-]*$/.test(user))
    return 'must have a well-formed user before "@"';
  const problem = badEscape(user ?? '') ?? badHost(host) ?? badEscape(end < 0 ? '' : rest.slice(end));
  const crowded = /^https?$/.test(parts.scheme) && /^(?!\[).*:.*:/s.test(host);
  return problem ?? { ...parts, host, user, crowded };
}

/** A percent sign without two hexadecimal digits. */
const badEscape = (text: string): string | undefined =>
  /%(?![0-9A-Fa-f]{2})/.test(text) ? 'must have two hexadecimal digits after each "%"' : undefined;

function badHost(host: string): string | undefined {
  const [name, port] = host.startsWith('[')
    ? splitAt(host, host.lastIndexOf(']') + 1)
    : splitAt(host, host.lastIndexOf(':'));
  if (host.startsWith('[') && name === '') return 'must have a "]" in the host';
  if (!/^(?::[0-9]*)?$/.test(port)) return 'must have a number as port';
  const inner = name.slice(1, -1).replace(/%25.*$/s, '');
  if (name.lastIndexOf('[') > 0 || (name.startsWith('[') && (ipAddress(inner) !== undefined || !inner.includes(':')))) {
    return 'must have an IPv6 address within brackets';
  }
  // An escaped character is one beyond ASCII, or the percent sign of a zone.
  if (/%(?!25|[89A-Fa-f][0-9A-Fa-f])/.test(name)) return 'must not have escaped characters in the host';

  const odd = /[\0-\x7f]/.test(name) ? /[^A-Za-z0-9._~!$&'()*+,;=:[\]<>"%\x80-\uffff-]/.exec(name)?.[0] : undefined;
  return odd === undefined ? undefined : `must not have "${odd}" in the host`;
}

const splitAt = (text: string, index: number): readonly [string, string] =>
  index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index)];

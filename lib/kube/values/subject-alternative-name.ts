// SubjectAltName: host names, addresses and the like for which a certificate is asked.
// https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1.6
import { DerReader, NotDer } from './der';

export type AlternativeNames = Readonly<Record<'DNS' | 'IP' | 'email' | 'URI', readonly string[]>>;

const KINDS = new Map<number, keyof AlternativeNames>([
  [1, 'email'],
  [2, 'DNS'],
  [6, 'URI'],
  [7, 'IP'],
]);

export function readAlternativeNames(bytes: Buffer): AlternativeNames {
  const names = { DNS: [] as string[], IP: [] as string[], email: [] as string[], URI: [] as string[] };
  const list = new DerReader(bytes).sequence();
  while (!list.done) {
    const { class: of, constructed, tag, content } = list.next();
    const kind = of === 2 && !constructed ? KINDS.get(tag) : undefined;
    if (kind === undefined) continue;
    const text = content.toString('latin1');
    if (kind === 'IP') {
      if (content.length !== 4 && content.length !== 16) throw new NotDer('an IP address in it has a wrong length');
      names.IP.push(content.join('.'));
      continue;
    }
    if (/[^\0-\x7f]/.test(text)) throw new NotDer(`a ${kind} name in it is not ASCII`);
    if (kind === 'URI' && !isUrl(text)) throw new NotDer('a URI in it is wrong');
    names[kind].push(text);
  }
  return names;
}

/** Mostly as Go parses a URL, with a domain as its host if it has one. https://pkg.go.dev/net/url#Parse */
function isUrl(text: string): boolean {
  if (/[\0-\x1f\x7f]|%(?![0-9A-Fa-f]{2})/.test(text) || text.startsWith(':') || text === '') return false;
  const hasScheme = /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);
  if (!hasScheme && /^[^/?#]*:/.test(text)) return false;
  const host = /^(?:[A-Za-z][A-Za-z0-9+.-]*:)?\/\/(?:[^/?#]*@)?([^/?#]*)/.exec(text)?.[1] ?? '';
  return host === '' || isDomain(host);
}

const isDomain = (host: string): boolean =>
  host.length <= 253 &&
  host.split('.').every((label) => /^[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?$/.test(label));

// Names turned into spellings that Kubernetes takes.

import { label1123, subdomain } from './syntax';

export function plain(value: string): string {
  return value
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}
/** A name near `value` that is a valid DNS label (63 characters), or undefined when there is none or it already is. */
export function toLabel1123(value: string): string | undefined {
  const fixed = plain(value)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, 63)
    .replace(/-$/, '');
  return fixed !== value && label1123(fixed) === undefined ? fixed : undefined;
}
/** A name near `value` that is a valid DNS subdomain (253 characters), or undefined when there is none or it already is. */
export function toSubdomain(value: string): string | undefined {
  const fixed = plain(value)
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/-?\.[-.]*/g, '.')
    .replace(/^[-.]+/, '')
    .slice(0, 253)
    .replace(/[-.]{1,2}$/, '');
  return fixed !== value && subdomain(fixed) === undefined ? fixed : undefined;
}

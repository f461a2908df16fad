// The digest that names and checksums are made of. Its module takes 2 ms to load, so that only who needs it loads it.

let crypto: typeof import('node:crypto') | undefined;

/** In hex. */
export function sha256(text: string): string {
  crypto ??= require('node:crypto') as typeof import('node:crypto');
  // In one call where Node has it, since 20.12: a quarter of the time.
  return typeof crypto.hash === 'function'
    ? crypto.hash('sha256', text)
    : crypto.createHash('sha256').update(text).digest('hex');
}

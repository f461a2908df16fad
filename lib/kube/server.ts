// Which API servers an object is judged by: one minor, a range of them, or all that we know when none is stated. A set of minors is a
// number with a bit for each, so that a rule says for which of them it holds and all are judged in one pass.
// https://kubernetes.io/releases/
import { ProblemError } from '../report/problem-error';
import type { Variants } from '../report/report';
import { capital, didYouMean, nearest } from '../report/suggest';
import { featureGate } from './api/gates';
import { ALL, type Minor, MINORS, only } from './api/minors';

/** A set of minors: bit 0 is the oldest. */
type Minors = number;

const indexOf = (minor: Minor): number => MINORS.indexOf(minor);

/** This minor and all later ones. */
export const since = (minor: Minor): Minors => ALL & ~((1 << indexOf(minor)) - 1);

/** This minor and all earlier ones. */
export const until = (minor: Minor): Minors => (2 << indexOf(minor)) - 1;

/** From one minor to another, both included. */
export const between = (first: Minor, last: Minor): Minors => since(first) & until(last);

/** The minors that have this feature gate and not on by default; where there is no gate, the feature is there for good. */
export function offAt(gate: string): Minors {
  const { minors, on } = featureGate(gate) ?? { minors: 0, on: 0 };
  return minors & ~on;
}

/** The minors that an object is judged by. */
export class Server implements Variants {
  constructor(
    readonly all: Minors,
    readonly stated: boolean,
  ) {}

  /** `Kubernetes before 1.29`, `Kubernetes until 1.31`, `Kubernetes since 1.33`, `Kubernetes 1.30 to 1.32`. */
  words(part: Minors): string {
    const asked = MINORS.filter((_, index) => this.all & (1 << index));
    const [first, last] = [asked[0], asked.at(-1)] as [Minor, Minor];
    const meant = asked.filter((minor) => part & (1 << indexOf(minor)));
    const [from, to] = [meant[0], meant.at(-1)] as [Minor, Minor];
    if (part === this.all && !this.stated) return 'Kubernetes';
    if (meant.length < 1 + indexOf(to) - indexOf(from)) return `Kubernetes ${meant.join(', ')}`;
    if (part === this.all) return `Kubernetes ${span(first, last)}`;
    if (from === first) return this.stated ? `Kubernetes until ${to}` : `Kubernetes before ${MINORS[indexOf(to) + 1]}`;
    if (to === last) return `Kubernetes since ${from}`;
    return `Kubernetes ${span(from, to)}`;
  }
}

const span = (first: Minor, last: Minor): string => (first === last ? first : `${first} to ${last}`);

/** What is judged by when nothing is stated. */
const UNSTATED = new Server(ALL, false);

const isMinor = (text: string | undefined): text is Minor => MINORS.includes(text as Minor);

/**
 * The servers that a text names: `1.34`, `1.30-1.34`, `>=1.32`; all that we know when there is none.
 *
 * @param text - As it was given; a text that names none is thrown as a {@link ProblemError}, with the nearest one that does.
 */
export function serverOf(text: string | undefined): Server {
  if (text === undefined) return UNSTATED;
  const minors = typeof text === 'string' ? minorsOf(text) : undefined;
  if (minors !== undefined) return new Server(minors, true);
  const hint = hintFor(text);
  throw new ProblemError([
    {
      code: 'bad-format',
      severity: 'error',
      path: ['kubernetes'],
      value: text,
      message: `must be a minor from ${MINORS[0]} to ${MINORS.at(-1)}, or a range such as 1.30-1.34 or >=1.32`,
      ...(hint !== undefined && { hint: capital(hint) }),
    },
  ]);
}

function minorsOf(text: string): Minors | undefined {
  if (isMinor(text)) return only(text);
  const least = /^>=(.+)$/.exec(text)?.[1];
  if (isMinor(least)) return since(least);
  const [first, last] = text.split('-', 2);
  const isRange = isMinor(first) && isMinor(last) && text === `${first}-${last}` && indexOf(first) <= indexOf(last);
  return isRange ? between(first, last) : undefined;
}

function hintFor(given: unknown): string | undefined {
  // YAML reads 1.30 as the number 1.3.
  if (typeof given === 'number') {
    const minor = [`${given}`, `${given}0`].find(isMinor);
    return minor === undefined ? undefined : `write it in quotes: "${minor}"`;
  }
  if (typeof given !== 'string' || given.length > 40) return undefined;
  const named = [...given.matchAll(/(\d+)\.(\d+)/g)].map(([, major, minor]) => `${major}.${minor}`);
  const known = named.filter(isMinor).sort((one, other) => indexOf(one) - indexOf(other));
  if (named.length === 1 && known.length === 0 && /^1\.\d+$/.test(named[0] as string)) {
    const older = Number(named[0]?.slice(2)) < Number(MINORS[0].slice(2));
    const meant = older ? MINORS[0] : (MINORS.at(-1) as Minor);
    return `the ${older ? 'oldest' : 'newest'} that we know is ${meant}`;
  }
  const meant = meantBy(given, known) ?? nearest(given, MINORS);
  return didYouMean(meant);
}

/** What a text in another notation means: `v1.34`, `1.34.2`, `1.30..1.34`, `1.32+`, `<= 1.33`. */
function meantBy(given: string, known: readonly Minor[]): string | undefined {
  const [first, last] = known;
  if (first === undefined) return undefined;
  if (last !== undefined) return `${first}-${known.at(-1)}`;
  if (/\+\s*$|^\s*(?:>|=>|\^|~)|since|or later/i.test(given)) return `>=${first}`;
  return /^\s*(?:<|=<)|until|or earlier/i.test(given) ? `${MINORS[0]}-${first}` : first;
}

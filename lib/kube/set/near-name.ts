// When a name that the set lacks is another one that it has, with a slip of the hand. Stricter than what a hint may guess: names beside each
// other are alike on purpose (`web-1` and `web-2`, `internal` and `external`), and what the set lacks may be in the cluster.
import { nearest } from '../../report/suggest';

const SHORTEST = 4;

/** Whether one of the names is surely meant to be the other. */
export function isSlip(given: string, meant: string): boolean {
  if (bare(given) === bare(meant)) return true;
  const [ours, theirs] = [parts(given), parts(meant)];
  if (ours.length !== theirs.length) return false;
  const wrong = ours.flatMap((part, index) => (part === theirs[index] ? [] : [index]));
  const [only] = wrong;
  return wrong.length === 1 && only !== undefined && isMisspelt(ours[only] as string, theirs[only] as string);
}

function isMisspelt(part: string, meant: string): boolean {
  if (part.length < SHORTEST || meant.length < SHORTEST || part[0] !== meant[0]) return false;
  return digits(part) === digits(meant) && nearest(part, [meant]) !== undefined;
}

const bare = (name: string): string => name.toLowerCase().replace(/[-._:]/g, '');
const parts = (name: string): string[] => name.split(/[-._:]/);
const digits = (part: string): string => part.replace(/\D/g, '');

// The minors of Kubernetes that we know, and sets of them: a bit each, the oldest the lowest.

/** The newest patch release of each is the one that the tables are made from. */
export const MINORS = ['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;

/** A minor of Kubernetes that we know. */
export type Minor = (typeof MINORS)[number];

/** The set of all minors. */
export const ALL = 2 ** MINORS.length - 1;

/** The set of one minor. */
export const only = (minor: Minor): number => 1 << MINORS.indexOf(minor);

/** How the tables write a set: `1.29-1.31`, `1.33+`, `-1.30`, `1.29`; several parts with commas. */
export function minorsIn(text: string): number {
  return text.split(',').reduce((set, part) => set | range(part), 0);
}

/** A set as the tables write it. */
export function minorsText(set: number): string {
  const parts: string[] = [];
  const has = (index: number): boolean => (set & (1 << index)) !== 0;
  for (let from = 0; from < MINORS.length; from++) {
    if (!has(from)) continue;
    let to = from;
    while (has(to + 1)) to++;
    const [first, last] = [from === 0 ? '' : MINORS[from], to === MINORS.length - 1 ? '' : MINORS[to]];
    parts.push(last === '' ? `${MINORS[from]}+` : from === to ? `${last}` : `${first}-${last}`);
    from = to;
  }
  return parts.join(',');
}

function range(part: string): number {
  const open = part.endsWith('+');
  const [from = '', to = open ? '' : from] = (open ? part.slice(0, -1) : part).split('-');
  const first = from === '' ? 0 : indexOf(from);
  const last = open || to === '' ? MINORS.length - 1 : indexOf(to);
  return 2 ** (last + 1) - 2 ** first;
}

const indexOf = (minor: string): number => MINORS.indexOf(minor as Minor);

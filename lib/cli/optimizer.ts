// When V8 optimizes what the command runs. V8 11, the one of Node 20, does so early: of a thousand documents a third of the processor time went
// into fast code for what was nearly done. Later V8s have a compiler between, and are left alone.
const EARLY = '--interrupt-budget=67584';
const LATE = '--interrupt-budget=350000';
/** From here on it may pay to change something: setting a flag loads a part of Node. */
const SOME = 20;
/** From here on fast code pays. */
const MANY = 1000;

/** Sets flags of V8 by how many documents were read so far, in the version where it pays. */
export function optimizer(version: string | undefined, setFlags: (flags: string) => void): (documents: number) => void {
  if (version?.split('.')[0] !== '11') return () => undefined;
  let set: string | undefined;
  return (documents) => {
    if (documents < SOME) return;
    const flags = documents < MANY ? LATE : EARLY;
    if (flags !== (set ?? EARLY)) setFlags(flags);
    set = flags;
  };
}

// What a verb of the command is: what it does, and its operands, flags and examples, from which the parser, `--help`, the completion and the
// documentation are made.
import type { Io } from './io';

/** A flag of a verb. */
export interface Flag {
  /** Long name, without the hyphens. */
  readonly name: string;
  /** One letter. */
  readonly short?: string;
  /** What its value is called in the help; absent for a flag without a value. */
  readonly value?: string;
  /** It may be given many times, each time with one more value. */
  readonly many?: true;
  /** The values that it takes, where they are few. */
  readonly choices?: readonly string[];
  /** Some of the values that it takes, where they are many; for the completion. */
  readonly some?: readonly string[];
  /** One line. */
  readonly help: string;
  /** The flag in use: `-o manifests/`. */
  readonly example: string;
}

/** What every verb takes. */
const COMMON: readonly Flag[] = [
  {
    name: 'color',
    help: 'colours also where no terminal is, as with FORCE_COLOR=1',
    example: '--color',
  },
  {
    name: 'no-color',
    help: 'no colours, as with NO_COLOR=1',
    example: '--no-color',
  },
];

/** All flags of a verb. */
export const flagsOf = ({ flags }: Verb): readonly Flag[] => [...flags, ...COMMON];

/** A verb as it is written down. */
export interface Verb {
  readonly name: string;
  /** One line: what it does. */
  readonly summary: string;
  /** Its operands in the help: `[FILE…]`. */
  readonly operands: string;
  /** The most operands that it takes. Default: any number. */
  readonly most?: number;
  /** What operands may be where they are not files. */
  readonly words?: readonly string[];
  /** More about it, in paragraphs. */
  readonly about: readonly string[];
  /** Its own. */
  readonly flags: readonly Flag[];
  /** Whole command lines, and what each does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
  /** Does it; what it needs is loaded by the call. */
  readonly run: Run;
}

/** What was asked for. */
export interface Args {
  readonly operands: readonly string[];
  /** By long name; '' for a flag without a value, and one value a line for a flag that was given many times. */
  readonly flags: Readonly<Record<string, string | undefined>>;
}

/** The values of a flag that may be given many times. */
export const valuesOf = (given: string | undefined): readonly string[] => given?.split('\n') ?? [];

/** Resolves to the exit code: 0 fine, 1 invalid input. `verbs` are all that the command has. */
export type Run = (args: Args, io: Io, verbs: readonly Verb[]) => Promise<number>;

/** The command was not called as it must be: exit code 2. */
export class UsageError extends Error {
  constructor(
    message: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

// Colours: where a terminal shows them, and where somebody asks for them. https://no-color.org https://force-color.org
import type { Io, Output } from './io';

const CODES = { red: 31, yellow: 33, blue: 34, green: 32 } as const;

export type Colour = keyof typeof CODES;

/** Text in a colour; as it is where there are none. */
export type Paint = (colour: Colour, text: string) => string;

const plain: Paint = (_, text) => text;
const coloured: Paint = (colour, text) => `\u001b[${CODES[colour]}m${text}\u001b[39m`;

/** Whether a stream takes colours. FORCE_COLOR wins over NO_COLOR, as in Node itself. */
export function hasColour(output: Output, { env }: Io): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none, TERM: terminal } = env;
  if (force !== undefined) return force !== '0' && force !== 'false';
  return output.isTTY === true && !none && terminal !== 'dumb';
}

export const paintFor = (output: Output, io: Io): Paint => (hasColour(output, io) ? coloured : plain);

/** The same hands, with what --color and --no-color say. */
export function withColour(io: Io, flags: Readonly<Record<string, string | undefined>>): Io {
  const force = flags['no-color'] !== undefined ? '0' : flags['color'] !== undefined ? '1' : undefined;
  if (force === undefined) return io;
  // Its streams are opened when they are first asked for, so that nothing is copied.
  return Object.create(io, { env: { value: { ...io.env, FORCE_COLOR: force } } }) as Io;
}

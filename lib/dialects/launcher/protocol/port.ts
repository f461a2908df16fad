// `port[:target][/protocol]`: an exposed port as text. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#Port
import type { LauncherPort } from '../schema';
import { refusal } from './refusal';

/**
 * Reads `port[:target][/protocol]`: the published port, the container's port when it is another, and the protocol, `tcp` by default. As
 * in the vendor's SDK any whole number and any protocol are read; whether there is such a port is checked when the job is converted.
 * @throws ProblemError `invalid-port` for what is not a whole number (or one that JavaScript cannot hold exactly, beyond ±2^53),
 * `invalid-port-spec` for any other form
 * @example parsePort('80:8080/udp') // { targetPort: 8080, publishedPort: 80, protocol: 'udp' }
 */
export function parsePort(text: string): LauncherPort {
  const slash = text.indexOf('/');
  const [first = '', second, ...more] = (slash < 0 ? text : text.slice(0, slash)).split(':', 3);
  if (more.length > 0) throw refusal('invalid-port-spec', 'expected "port:target/protocol"', text);
  const port = wholeNumber(first);
  const targetPort = second === undefined ? port : wholeNumber(second);
  return {
    targetPort,
    ...(targetPort !== port && { publishedPort: port }),
    protocol: slash < 0 ? 'tcp' : text.slice(slash + 1),
  };
}

/** Writes `port:target/protocol`; the target stands for a port that is not published, `tcp` for no protocol. */
export function printPort({ targetPort, publishedPort, protocol }: LauncherPort): string {
  return `${publishedPort ?? targetPort}:${targetPort}/${protocol || 'tcp'}`;
}

function wholeNumber(text: string): number {
  // `+ 0` makes 0 of -0.
  const number = /^[+-]?[0-9]+$/.test(text) ? Number(text) + 0 : NaN;
  if (!Number.isSafeInteger(number)) throw refusal('invalid-port', 'expected a port number', text);
  return number;
}

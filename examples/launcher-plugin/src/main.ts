// The plugin's process: requests on the standard input, responses on the standard output, until the Launcher closes the one or ends us.
import { launcher } from 'cdk8s-kam/core';
import { readFlags } from './flags.js';
import { frame, FrameReader, LARGEST } from './frames.js';
import { Kubernetes } from './kubernetes.js';
import { log, setDebugging } from './log.js';
import { type Response, RESPONSE } from './messages.js';
import { Plugin } from './plugin.js';

function main(): void {
  const flags = readFlags(process.argv.slice(2));
  setDebugging(flags.debug);
  const plugin = new Plugin(new Kubernetes(), flags, write);
  const reader = new FrameReader();
  const open = new Set<Promise<void>>();
  process.stdin.on('data', (chunk: Buffer) => {
    for (const message of reader.push(chunk)) {
      const work = plugin.handle(message).finally(() => open.delete(work));
      open.add(work);
    }
  });
  process.stdin.on('end', () => void Promise.allSettled(open).then(() => process.exit(0)));
  // Nobody listens any more.
  process.stdout.on('error', () => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      plugin.stop();
      process.exit(0);
    });
  }
  log.info('started', { cluster: flags.pluginName });
}

/** The Launcher takes no message that is longer than what we take from it. */
function write(message: Response): void {
  const bytes = frame(message);
  if (bytes.length <= LARGEST) return void process.stdout.write(bytes);
  const error = {
    errorCode: launcher.errorCodes.Unknown,
    errorMessage: 'the answer is too long: ask for fewer fields or jobs',
  };
  const { requestId, responseId } = message;
  process.stdout.write(frame({ messageType: RESPONSE.error, requestId, responseId, ...error }));
}

try {
  main();
} catch (error) {
  log.warn(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

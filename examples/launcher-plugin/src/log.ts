// What the plugin does, a line of JSON each, on the standard error output: the other one is the Launcher's. Never what a job says of itself.

let debugging = false;

export const setDebugging = (on: boolean): void => void (debugging = on);

const write = (level: string, message: string, more: object): void => {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...more })}\n`);
};

export const log = {
  info: (message: string, more: object = {}): void => write('info', message, more),
  warn: (message: string, more: object = {}): void => write('warn', message, more),
  debug: (message: string, more: object = {}): void => {
    if (debugging) write('debug', message, more);
  },
};

// The states of a job. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#TerminalStatus

/** The states of a job. */
export type LauncherStatus = 'Canceled' | 'Failed' | 'Finished' | 'Killed' | 'Pending' | 'Running' | 'Suspended';

const TERMINAL: ReadonlySet<string> = new Set<LauncherStatus>(['Canceled', 'Failed', 'Finished', 'Killed']);

/** Whether a job of this status stays as it is for ever; false for a word that is no status. */
export const terminalStatus = (status: string): boolean => TERMINAL.has(status);

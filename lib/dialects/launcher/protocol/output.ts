// Which output of a job is meant. https://pkg.go.dev/github.com/posit-dev/launcher-go-sdk/api#JobOutput

/** The outputs, in the order of their numbers in the protocol (from 0); `mixed` is both. */
export const jobOutputs = ['stdout', 'stderr', 'mixed'] as const;

/** An output of a job. */
export type JobOutput = (typeof jobOutputs)[number];

/** The output of a number of the protocol; as in the vendor's SDK `mixed` for any other number. */
export const jobOutput = (number: number): JobOutput => jobOutputs[number] ?? 'mixed';

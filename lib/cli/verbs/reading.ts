// The flags and words of all verbs that read documents.
import { DIALECT_NAMES, DOCUMENTS as CALLED } from '../../dialects/dialect';
import { MINORS } from '../../kube/api/minors';
import type { Flag } from '../verb';

export const READING: readonly Flag[] = [
  {
    name: 'from',
    value: 'DIALECT',
    choices: DIALECT_NAMES,
    help: 'dialect of the documents, when their shape does not tell',
    example: '--from launcher',
  },
  {
    name: 'namespace',
    short: 'n',
    value: 'NAME',
    help: 'namespace of every workload that states none',
    example: '-n data',
  },
  {
    name: 'on-loss',
    value: 'error or warn',
    choices: ['error', 'warn'],
    help: 'what a key means that neither the model nor Kubernetes can say (default: error)',
    example: '--on-loss warn',
  },
  {
    name: 'kubernetes',
    value: 'MINOR or RANGE',
    some: MINORS,
    help: `what objects are judged by: a minor, or a range such as 1.30-1.34 or >=1.32 (default: all from ${MINORS[0]} to ${MINORS.at(-1)})`,
    example: '--kubernetes 1.34',
  },
  {
    name: 'exclude',
    value: 'GLOB',
    many: true,
    help: 'files that are left out of folders and globs: a name, or a path from here with *, ** and {a,b} (may be given many times)',
    example: "--exclude 'charts/**/tests'",
  },
  {
    name: 'options',
    value: 'FILE',
    help: 'YAML or JSON with the options of importFile: labels, kubernetes, manifest: { expose }, …',
    example: '--options platform.yaml',
  },
];

/** The flags of the verbs that say what is wrong, and end with 1 for it. */
export const JUDGING: readonly Flag[] = [
  {
    name: 'ignore',
    value: 'CODE[:KIND/NAME]',
    many: true,
    help: 'problems that do not count, everywhere or in one object; they are counted apart (may be given many times)',
    example: '--ignore bad-format:CronJob/a',
  },
  {
    name: 'skip',
    value: 'KIND',
    many: true,
    help: 'objects of this kind are not judged; they are still there for the others (may be given many times)',
    example: '--skip SealedSecret',
  },
  {
    name: 'fail-on',
    value: 'error or warning',
    choices: ['error', 'warning'],
    help: 'what ends with exit code 1 (default: error)',
    example: '--fail-on warning',
  },
];

export const WATCH: Flag = {
  name: 'watch',
  help: 'again whenever an input changes, until Ctrl-C',
  example: '--watch',
};

export const IGNORING =
  'An object that is annotated with cdk8s-kam/ignore: CODE, CODE is not judged by these codes. What is ignored, here or with --ignore, is counted, also where the API server would refuse it.';
export const DOCUMENTS =
  'A FILE is a document, a folder (all .json, .jsonl, .ndjson, .yaml, .yml and .k files in it), a glob in quotes, or - for standard input, which is also read when there is none.';
export const SERVERS = `Without --kubernetes, what every Kubernetes from ${MINORS[0]} to ${MINORS.at(-1)} refuses is an error, and what some of them refuse a warning that says which.`;
export const DIALECTS = `A document is one of: ${DIALECT_NAMES.map((name) => `${CALLED[name]} (${name})`).join(', ')}; which one is told by its shape.`;

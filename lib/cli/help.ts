// What `--help` prints: of the command, and of each verb.
import { type Flag, flagsOf, type Verb } from './verb';

const WIDTH = 80;

/** The help of a verb, or of the command itself. */
export function help(verbs: readonly Verb[], verb?: Verb): string {
  return verb === undefined ? commandHelp(verbs) : verbHelp(verb);
}

function commandHelp(verbs: readonly Verb[]): string {
  const common: Row[] = [
    ['-h, --help', 'this, or with a verb all about the verb'],
    ['-V, --version', 'the version'],
  ];
  return `Kubernetes workloads from documents, checked as the API server does, offline.

Usage: cdk8s-kam VERB [FILE…] [FLAGS]

Verbs:
${rows(verbs.map(({ name, summary }): Row => [name, summary]))}

Flags:
${rows(common)}

Data goes to standard output and everything else to standard error.
Exit code: 0 fine, 1 invalid input, 2 wrong usage.

Examples:
${verbs
  .slice(0, 3)
  .map(({ examples }) => example(examples[0]!))
  .join('\n')}
`;
}

function verbHelp(verb: Verb): string {
  const flags = [...flagsOf(verb).flatMap(flagRows), ['-h, --help', 'this'] satisfies Row];
  return `${verb.summary}

Usage: cdk8s-kam ${verb.name} ${verb.operands} [FLAGS]

${verb.about.map((text) => wrapped(text, WIDTH).join('\n')).join('\n\n')}

Flags:
${rows(flags)}

Examples:
${verb.examples.map(example).join('\n')}
`;
}

type Row = [left: string, right: string];

const flagRows = ({ short, name, value, help: text, example: use }: Flag): Row[] => [
  [`${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`, text],
  ['', `e.g. ${use}`],
];

const example = ([line, does]: readonly [string, string]): string => `  # ${does}\n  ${line}`;

function rows(list: readonly Row[]): string {
  const left = Math.min(30, Math.max(...list.map(([word]) => word.length)));
  return list
    .flatMap(([word, text]) => {
      const lines = wrapped(text, WIDTH - left - 4);
      const own = word.length > left ? [`  ${word}`] : [];
      const first = word.length > left ? '' : word;
      return [...own, ...lines.map((line, index) => `  ${(index === 0 ? first : '').padEnd(left)}  ${line}`)];
    })
    .join('\n');
}

/** The text in lines of at most `width` characters. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// completion: a script for bash, zsh or fish that completes verbs, flags and their values. It is made from the verbs' declarations.
import { didYouMean } from '../report/suggest';
import { nearest } from '../report/suggest';
import { type Flag, flagsOf, type Run, UsageError, type Verb } from './verb';

const SCRIPTS = { bash, zsh, fish };

export type Shell = keyof typeof SCRIPTS;

export const completion: Run = async ({ operands: [shell] }, io, verbs) => {
  if (shell === undefined || !Object.hasOwn(SCRIPTS, shell)) {
    const names = Object.keys(SCRIPTS);
    const meant = shell === undefined ? undefined : nearest(shell, names);
    const hint = didYouMean(meant, 'Like this: cdk8s-kam completion bash');
    throw new UsageError(`needs one of ${names.join(', ')}${shell === undefined ? '' : `, not ${shell}`}`, hint);
  }
  await io.stdout.write(SCRIPTS[shell as Shell](verbs));
  return 0;
};

const words = (verb: Verb): string => (verb.words ?? []).join(' ');
const valuesOf = ({ choices, some = choices }: Flag): string | undefined => some?.join(' ');
const spellings = ({ name, short }: Flag): string[] => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])];

function bash(all: readonly Verb[]): string {
  const values = all.flatMap((verb) =>
    flagsOf(verb).flatMap((flag) =>
      valuesOf(flag) === undefined
        ? []
        : spellings(flag).map((spelling) => `    ${verb.name}:${spelling}) words='${valuesOf(flag)}' ;;`),
    ),
  );
  const verbs = all.map((verb) => {
    const flags = [...flagsOf(verb).flatMap(spellings), '--help', '-h'].join(' ');
    return `    ${verb.name}) flags='${flags}'; operands='${words(verb)}' ;;`;
  });
  return `# bash completion of cdk8s-kam
_cdk8s_kam() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} verb=\${COMP_WORDS[1]}
  local words='' flags='' operands=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${all.map(({ name }) => name).join(' ')} --help --version' -- "$current"))
    return
  fi
  case $verb:$previous in
${values.join('\n')}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case $verb in
${verbs.join('\n')}
  esac
  case $current in
    -*) COMPREPLY=($(compgen -W "$flags" -- "$current")) ;;
    *) if [ -n "$operands" ]; then COMPREPLY=($(compgen -W "$operands" -- "$current")); else COMPREPLY=($(compgen -f -- "$current")); fi ;;
  esac
}
complete -o filenames -F _cdk8s_kam cdk8s-kam
`;
}

function zsh(all: readonly Verb[]): string {
  const quote = (text: string): string =>
    text.replaceAll("'", "'\\''").replaceAll('[', '\\[').replaceAll(']', '\\]').replaceAll(':', '\\:');
  const flag = (each: Flag): string => {
    const what =
      each.value === undefined
        ? ''
        : `:${quote(each.value)}:${valuesOf(each) === undefined ? '_files' : `(${valuesOf(each)})`}`;
    const names = spellings(each);
    const group = names.length === 1 ? `'${names[0]}` : `'(${names.join(' ')})'{${names.join(',')}}'`;
    return `        ${group}[${quote(each.help)}]${what}' \\`;
  };
  const verb = (each: Verb): string => {
    const operands = words(each) === '' ? '*:file:_files' : `1:word:(${words(each)})`;
    return `    ${each.name})\n      _arguments -s \\\n${[...flagsOf(each).map(flag), `        '(-h --help)'{-h,--help}'[this]' \\`].join('\n')}\n        '${operands}' ;;`;
  };
  return `#compdef cdk8s-kam
# zsh completion of cdk8s-kam
_cdk8s_kam() {
  if (( CURRENT == 2 )); then
    local -a verbs=(
${all.map(({ name, summary }) => `      '${name}:${quote(summary)}'`).join('\n')}
    )
    _describe verb verbs
    return
  fi
  local verb=$words[2]
  shift words
  (( CURRENT-- ))
  case $verb in
${all.map(verb).join('\n')}
  esac
}
if [ "$funcstack[1]" = _cdk8s_kam ]; then _cdk8s_kam "$@"; else compdef _cdk8s_kam cdk8s-kam; fi
`;
}

function fish(all: readonly Verb[]): string {
  const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const no = "'not __fish_seen_subcommand_from " + `${all.map(({ name }) => name).join(' ')}'`;
  const verbs = all.map(({ name, summary }) => `complete -c cdk8s-kam -f -n ${no} -a ${name} -d ${quote(summary)}`);
  const flags = all.flatMap((verb) => {
    const seen = `-n '__fish_seen_subcommand_from ${verb.name}'`;
    const own = flagsOf(verb).map((flag) => {
      const short = flag.short === undefined ? '' : ` -s ${flag.short}`;
      const among = valuesOf(flag);
      const value = flag.value === undefined ? '' : among === undefined ? ' -r' : ` -x -a ${quote(among)}`;
      return `complete -c cdk8s-kam ${seen} -l ${flag.name}${short}${value} -d ${quote(flag.help)}`;
    });
    return words(verb) === '' ? own : [...own, `complete -c cdk8s-kam -f ${seen} -a ${quote(words(verb))}`];
  });
  return `# fish completion of cdk8s-kam\n${[...verbs, ...flags].join('\n')}\n`;
}

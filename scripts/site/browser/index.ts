// What the playground calls: the verbs of the command, in a browser.
import { convert } from '../../../lib/cli/convert';
import { explain } from '../../../lib/cli/explain';
import { graph } from '../../../lib/cli/graph';
import type { Io } from '../../../lib/cli/io';
import { validate } from '../../../lib/cli/validate';
import { type Run, UsageError } from '../../../lib/cli/verb';
import { MINORS } from '../../../lib/kube/api/minors';
import { printProblems } from '../../../lib/report/print';
import { ProblemError } from '../../../lib/report/problem-error';
import { isMap } from '../../../lib/shape/shape';
import { utf8Text } from '../../../lib/text/bytes';
import { writeYamlDocuments } from '../../../lib/text/write-yaml';

/** A problem as `validate --report json` tells it. */
interface Finding {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly line?: number;
  readonly column?: number;
  readonly kind?: string;
  readonly name?: string;
}

interface Report {
  /** How many objects there are of each kind; documents of a dialect under `document`. */
  readonly kinds: Readonly<Record<string, number>>;
  readonly problems: readonly Finding[];
}

/** What the playground shows of a text. */
interface Seen {
  readonly problems: readonly Finding[];
  /** What it becomes, without the values of Secrets; why it becomes nothing where that is so. */
  readonly yaml: string;
  readonly explained: string;
  /** A page. */
  readonly graph: string;
}

/** The minors that one may choose. */
export const minors: readonly string[] = MINORS;

type Flags = Readonly<Record<string, string>>;

/** Looks at a text as the command does. */
export async function look(text: string, kubernetes: string): Promise<Seen> {
  const flags: Flags = kubernetes === '' ? {} : { kubernetes };
  const report = await called(validate, { ...flags, report: 'json' }, text);
  const json = await called(convert, { ...flags, format: 'json' }, text);
  const explained = await called(explain, flags, text);
  const drawn = await called(graph, { ...flags, html: '' }, text);
  const { kinds, problems } = JSON.parse(report.out) as Report;
  const { document, ...manifests } = kinds;
  const nothing =
    document === undefined && Object.keys(manifests).length > 0
      ? 'Kubernetes takes it as it is: it is no document that becomes something else.\n'
      : 'Nothing becomes of it while it has errors.\n';
  return {
    problems: problems.filter(({ severity }) => severity !== 'note'),
    yaml: json.out === '' ? nothing : writeYamlDocuments(objectsIn(json.out).map(withoutSecrets)),
    explained: explained.out === '' ? nothing : explained.out,
    graph: drawn.out,
  };
}

async function called(run: Run, flags: Flags, text: string): Promise<{ out: string; err: string }> {
  const written = { out: '', err: '' };
  const into = (name: 'out' | 'err'): Io['stdout'] => ({
    write: async (part) => {
      written[name] += typeof part === 'string' ? part : utf8Text(part);
    },
  });
  const io: Io = {
    stdin: Object.assign(once(text), { isTTY: false }),
    stdout: into('out'),
    stderr: into('err'),
    cwd: '/',
    env: {},
    now: () => new Date(),
    uninterrupted: (work) => work(),
    onInterrupt: () => () => undefined,
  };
  try {
    await run({ operands: ['-'], flags }, io, []);
  } catch (error) {
    if (error instanceof ProblemError) written.err += `${printProblems(error.problems)}\n`;
    else if (error instanceof UsageError) written.err += `${error.message}\n`;
    else throw error;
  }
  return written;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** `convert` writes one object as it is, more of them as a List. */
function objectsIn(json: string): readonly unknown[] {
  const value: unknown = JSON.parse(json);
  return isMap(value) && value.kind === 'List' ? (value.items as unknown[]) : [value];
}

const HIDDEN = 'not shown here';

/** An object whose values, if it is a Secret, are not shown. */
function withoutSecrets(object: unknown): unknown {
  if (!isMap(object) || object.kind !== 'Secret') return object;
  const hidden = (values: unknown): unknown =>
    isMap(values) ? Object.fromEntries(Object.keys(values).map((key) => [key, HIDDEN])) : values;
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, key === 'data' || key === 'stringData' ? hidden(value) : value]),
  );
}

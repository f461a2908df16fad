// The cdk8s-cli validation plugin: every manifest of any cdk8s app, ours or not, by the API server's rules. Three lines in cdk8s.yaml.
// https://cdk8s.io/docs/latest/cli/synth/#validations
import { readFileSync } from 'node:fs';
import { NotesBeside, wordsOf } from './constructs/app-notes';
import { listItems } from './kube/list';
import { serverOf } from './kube/server';
import { ObjectSet, problemsOf } from './kube/set';
import type { Home } from './kube/set/home';
import { refOf } from './kube/set/identity';
import { sayTwins } from './kube/set/twins';
import { reportsFor } from './kube/validate';
import { type PluginProperties, readProperties } from './plugin-properties';
import { type Ignore, ignoring } from './report/ignore';
import { printObject, printPath, printProblem, printSource, printValue } from './report/print';
import { byPlace, type Problem } from './report/problem';
import { parseText, placedIn, sourceOf, splitItems } from './text/parse';

/** What cdk8s-cli gives to a plugin, as far as we use it. */
export interface PluginContext {
  /** The files that the app wrote. */
  readonly manifests: readonly string[];
  readonly report: {
    addViolation(violation: {
      readonly ruleName: string;
      readonly recommendation: string;
      readonly fix: string;
      readonly violatingResources: readonly {
        readonly resourceName: string;
        readonly locations: readonly string[];
        readonly manifestPath: string;
      }[];
    }): void;
    submit(status: 'success' | 'failure', metadata?: Readonly<Record<string, string>>): void;
  };
}

/**
 * Checks all manifests of an app; `cdk8s synth` exits with 2 when the API server would refuse one of them. Warnings go to stderr.
 * @example
 * # cdk8s.yaml
 * validations:
 *   - package: ./node_modules/cdk8s-kam
 *     class: ApiServerValidation
 *     version: 0.1.0
 *     properties:
 *       kubernetes: '1.34' # or '1.30-1.34', '>=1.32'; without it, all minors that are known
 *       ignore: [no-effect, 'bad-format:CronJob/nightly']
 *       skip: [SealedSecret]
 *       failOn: warning
 */
export class ApiServerValidation {
  /** What is wrong with the properties themselves. */
  private readonly wrong: readonly Problem[];
  private readonly ignores: readonly Ignore[];

  /** @param properties - Those of cdk8s.yaml. What is wrong with them is reported like what is wrong with a manifest. */
  constructor(private readonly properties: PluginProperties = {}) {
    const { ignores, problems } = readProperties(properties);
    this.ignores = ignores;
    this.wrong = problems;
  }

  /** Called by cdk8s-cli. */
  async validate(context: PluginContext): Promise<void> {
    if (this.wrong.length > 0) {
      for (const problem of this.wrong) context.report.addViolation(violationOf(problem));
      context.report.submit('failure');
      return;
    }
    const texts = context.manifests.map((file) => ({ file, ...parseText(readFileSync(file), { file }) }));
    const documents = texts.flatMap(({ documents: read }) => splitItems(read, listItems));
    const beside = new NotesBeside();
    const homes = new Map(context.manifests.map((file) => [file, homeOf(file, beside)]));
    const begin = reportsFor(serverOf(this.properties.kubernetes));
    const set = new ObjectSet();
    for (const { value, file } of documents) set.add(value, begin, homes.get(file!));
    const { parts, twins } = set.check((position) => printSource(sourceOf(documents[position]!, [])));
    // Who writes a folder for each cluster knows what is which.
    const guessed = twins.filter(({ areLeaves }) => areLeaves).map((each) => sayTwins(each, parts, 'warning', FOLDERS));
    const said = new Set(context.manifests.flatMap((file) => beside.of(file)?.notes.said ?? []));
    // Our App has said it in its own words.
    if (said.size > 0) for (const each of guessed) said.add(wordsOf(each));
    const problems = [
      ...texts.flatMap(({ problems: unread }) => unread),
      ...guessed.map((each) => ignoring(each, this.ignores)),
      ...parts.flatMap((part, position) =>
        problemsOf(part, documents[position]!.value)
          .map((problem) => placedIn(problem, documents[position]!))
          .map((problem) => ignoring(problem, this.ignores, problem.object ?? refOf(documents[position]!.value)))
          .sort(byPlace),
      ),
    ];
    const failing = problems.filter(({ severity }) => severity === 'error' || severity === this.properties.failOn);
    for (const problem of problems)
      if (problem.severity === 'warning' && !failing.includes(problem) && !said.has(wordsOf(problem)))
        process.stderr.write(`${printProblem(problem)}\n`);
    for (const problem of failing) context.report.addViolation(violationOf(problem));
    const ignored = problems.filter((problem) => problem.ignored !== undefined);
    context.report.submit(failing.length > 0 ? 'failure' : 'success', {
      objects: String(documents.length),
      ...(ignored.length > 0 && { ignored: countOf(ignored) }),
    });
  }
}

/** `2 errors, 1 warning` */
function countOf(ignored: readonly Problem[]): string {
  const errors = ignored.filter((problem) => problem.ignored === 'error').length;
  const warnings = ignored.length - errors;
  const parts = [
    ...(errors > 0 ? [`${errors} error${errors === 1 ? '' : 's'}, which the API server would refuse`] : []),
    ...(warnings > 0 ? [`${warnings} warning${warnings === 1 ? '' : 's'}`] : []),
  ];
  return parts.join('; ');
}

const FOLDERS =
  'Write each cluster into a folder of its own, or say which is which in our App: targetCluster(chart, …)';

/** A file of an app is applied as a whole. */
function homeOf(file: string, beside: NotesBeside): Home {
  const { notes, name = '' } = beside.of(file) ?? {};
  const cluster = Object.hasOwn(notes?.clusters ?? {}, name) ? notes?.clusters[name] : undefined;
  return { path: file, ...(cluster !== undefined && { cluster }) };
}

function violationOf({ code, message, hint, path, value, object, source }: Problem) {
  const given = value === undefined ? '' : ` = ${printValue(value)}`;
  const place = source?.line === undefined ? '' : ` (line ${source.line}, column ${source.column})`;
  return {
    ruleName: code,
    recommendation: message,
    fix: hint ?? 'Change the value as the rule says',
    violatingResources: [
      {
        resourceName: object?.name ?? '',
        locations: [`${object === undefined ? '' : printObject(object)} ${printPath(path)}${given}${place}`.trim()],
        manifestPath: source?.file ?? '',
      },
    ],
  };
}
